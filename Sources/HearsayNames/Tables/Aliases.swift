/// Names that stand for one source though no rule could tell: one source a line, its usual name first.
///
/// Facts of common knowledge, written for this table. A name that two sources bear ("Pravda", "The Sun") is not in it.
enum AliasTable {
    static let outlets = """
        BBC | British Broadcasting Corporation | BBC News | bbc.com | bbc.co.uk | Би-би-си | Бі-бі-сі
        The New York Times | NYT | N.Y. Times | NY Times | nytimes.com
        The Washington Post | WaPo | washingtonpost.com | WashPost
        The Wall Street Journal | WSJ | wsj.com
        Financial Times | FT | ft.com
        The Guardian | theguardian.com | Guardian
        Los Angeles Times | LA Times | L.A. Times | latimes.com
        USA Today | usatoday.com
        Associated Press | AP | AP News | The AP | apnews.com
        Reuters | Reuters news agency | reuters.com | Рейтер | Thomson Reuters
        Agence France-Presse | AFP | France-Presse
        Deutsche Presse-Agentur | DPA | German Press Agency
        United Press International | UPI
        Bloomberg | Bloomberg News | bloomberg.com
        CNN | Cable News Network | cnn.com
        NBC | NBC News | National Broadcasting Company
        CBS | CBS News | Columbia Broadcasting System
        ABC News | American Broadcasting Company
        NPR | National Public Radio | npr.org
        PBS | Public Broadcasting Service
        MSNBC
        Fox News | Fox News Channel | foxnews.com
        Radio Free Europe/Radio Liberty | RFE/RL | Radio Liberty | RFERL | Радио Свобода | Радіо Свобода | rferl.org | Radio Svoboda
        Voice of America | VOA | voanews.com
        Deutsche Welle | DW | dw.com
        Frankfurter Allgemeine Zeitung | FAZ | faz.net
        Süddeutsche Zeitung | SZ | sueddeutsche.de
        Neue Zürcher Zeitung | NZZ | nzz.ch
        Der Spiegel | Spiegel | spiegel.de
        Bild | Bild-Zeitung | bild.de
        Die Zeit | Zeit | zeit.de
        Le Monde | lemonde.fr
        Al Jazeera | Aljazeera | aljazeera.com | الجزيرة
        South China Morning Post | SCMP | scmp.com
        Xinhua | Xinhua News Agency | New China News Agency | 新华社 | Синьхуа
        Kyodo | Kyodo News
        Nikkei | Nihon Keizai Shimbun
        The Times of Israel | timesofisrael.com
        Haaretz | haaretz.com | הארץ
        The Kyiv Independent | Kyiv Independent | kyivindependent.com
        Kyiv Post | kyivpost.com
        Ukrainska Pravda | Ukrayinska Pravda | Українська правда | Украинская правда | Ukrainian Pravda | pravda.com.ua
        European Pravda | Yevropeiska Pravda | Європейська правда | eurointegration.com.ua
        Ukrainian National News | UNN | УНН
        UNIAN | УНІАН | УНИАН | Ukrainian Independent Information Agency | unian.net
        Ukrinform | Укрінформ | Укринформ | ukrinform.net
        Interfax-Ukraine | Інтерфакс-Україна | Интерфакс-Украина
        Interfax | Интерфакс | interfax.ru
        Suspilne | Суспільне | Suspilne News | Public Broadcasting Company of Ukraine | suspilne.media
        Hromadske | Громадське | hromadske.ua
        Zerkalo Nedeli | Dzerkalo Tyzhnia | Дзеркало тижня | Зеркало недели | Mirror of the Week | ZN.UA
        LIGA.net | Ліга.нет
        RBC-Ukraine | РБК-Україна | РБК-Украина
        RBC | РБК | RosBusinessConsulting | rbc.ru
        TSN | ТСН
        Verstka | Vyorstka | Вёрстка | Верстка | Vërstka | verstka.media
        Meduza | Медуза | meduza.io
        Mediazona | Медиазона | zona.media | MediaZona
        Novaya Gazeta | Новая газета | novayagazeta.ru
        Novaya Gazeta Europe | Новая газета Европа
        iStories | Important Stories | Важные истории | istories.media | IStories
        The Insider | Инсайдер | theins.ru
        TV Rain | Dozhd | Дождь | Rain TV | tvrain.ru
        Echo of Moscow | Ekho Moskvy | Эхо Москвы
        Kommersant | Коммерсант | Коммерсантъ | kommersant.ru
        Vedomosti | Ведомости | vedomosti.ru
        Izvestia | Izvestiya | Известия | iz.ru
        Komsomolskaya Pravda | Комсомольская правда
        Rossiyskaya Gazeta | Российская газета
        TASS | ТАСС | ITAR-TASS | TASS news agency | tass.com | tass.ru
        RIA Novosti | РИА Новости | RIA | ria.ru
        RT | Russia Today | rt.com
        Sputnik | Спутник
        The Moscow Times | themoscowtimes.com
        Bellingcat | bellingcat.com
        OCCRP | Organized Crime and Corruption Reporting Project
        Politico | politico.com
        Politico Europe | politico.eu
        The Daily Telegraph | The Telegraph | telegraph.co.uk
        The Independent | independent.co.uk
        Sky News | news.sky.com
        The Atlantic | theatlantic.com
        The New Yorker | newyorker.com
        Foreign Policy | foreignpolicy.com
        Time magazine | time.com
        Axios | axios.com
        The Hill | thehill.com
        The Intercept | theintercept.com
        ProPublica | propublica.org
        NHK | Japan Broadcasting Corporation | Nippon Hoso Kyokai
        ANSA | Agenzia Nazionale Stampa Associata
        EFE | Agencia EFE
        Polish Press Agency | PAP agency | Polska Agencja Prasowa
        ARD | Tagesschau
        ZDF | Zweites Deutsches Fernsehen
        ORF | Österreichischer Rundfunk
        SRF | Schweizer Radio und Fernsehen
        Kathimerini | Καθημερινή | ekathimerini.com
        Belsat | Белсат | belsat.eu
        Nexta | НЕХТА
        Zerkalo | Зеркало | zerkalo.io
        Agentstvo | Агентство | agents.media
        The Bell | thebell.io
        Holod | Холод | holod.media
        Proekt | Проект | proekt.media
        Current Time | Настоящее время | currenttime.tv
        Babel | Бабель | babel.ua
        Slidstvo.Info | Slidstvo | Слідство.Інфо
        NV | Новое время | Novoye Vremya | nv.ua
        Espreso TV | Espreso | Еспресо
        Channel One | Первый канал | Perviy Kanal
        Lenta.ru | Lenta | Лента.ру
        Gazeta.ru | Газета.ру
        Fontanka | Фонтанка | fontanka.ru
        The Economist | economist.com
        Newsweek
        Yonhap | Yonhap News Agency | 연합뉴스
        Anadolu | Anadolu Agency | Anadolu Ajansı
        Nasha Niva | Наша Ніва
        BelTA | БЕЛТА
        """

    static let bodies = """
        Kremlin | The Kremlin | Кремль | Кремля
        White House | The White House | Белый дом | Білий дім
        United Nations | UN | U.N. | UNO | ООН | Организация Объединенных Наций | Організація Об'єднаних Націй
        European Union | EU | E.U. | ЕС | ЄС
        NATO | North Atlantic Treaty Organization | НАТО | North Atlantic Alliance
        OSCE | Organization for Security and Co-operation in Europe | ОБСЕ | ОБСЄ | Organization for Security and Cooperation in Europe
        IAEA | International Atomic Energy Agency | МАГАТЭ | МАГАТЕ
        IMF | International Monetary Fund | МВФ
        WHO | World Health Organization | ВОЗ
        International Criminal Court | Международный уголовный суд | Міжнародний кримінальний суд
        ICRC | International Committee of the Red Cross | Red Cross Committee
        UNHCR | United Nations High Commissioner for Refugees | UN Refugee Agency
        UNICEF | United Nations Children's Fund
        CIA | Central Intelligence Agency | ЦРУ
        FBI | Federal Bureau of Investigation | ФБР
        NSA | National Security Agency
        Pentagon | US Department of Defense | Department of Defense | U.S. Defense Department
        US State Department | Department of State | State Department | U.S. Department of State
        MI5 | Security Service MI5
        MI6 | Secret Intelligence Service
        UK Ministry of Defence | British Ministry of Defence | UK Defence Ministry | British Defence Ministry
        SBU | Security Service of Ukraine | СБУ | Служба безпеки України | Служба безопасности Украины
        FSB | Federal Security Service | ФСБ
        SVR | Foreign Intelligence Service of Russia | СВР
        GRU | Main Intelligence Directorate of Russia | ГРУ
        HUR | GUR | Defence Intelligence of Ukraine | Main Directorate of Intelligence of Ukraine | ГУР | Main Intelligence Directorate of Ukraine
        Armed Forces of Ukraine | AFU | ЗСУ | ВСУ | Збройні сили України | Вооруженные силы Украины | Ukrainian Armed Forces
        Verkhovna Rada | Rada | Верховна Рада | Верховная Рада | Ukrainian Parliament | Supreme Council of Ukraine
        State Duma | Duma | Госдума | Государственная дума
        Roskomnadzor | Роскомнадзор
        NABU | National Anti-Corruption Bureau of Ukraine | НАБУ
        SAPO | Specialised Anti-Corruption Prosecutor's Office | САП
        Wagner Group | Wagner | Wagner PMC | PMC Wagner | ЧВК Вагнер | Вагнер | ПВК Вагнер
        ISW | Institute for the Study of War
        Amnesty International | Amnesty
        Human Rights Watch | HRW
        Reporters Without Borders | RSF | Reporters Sans Frontières
        IOC | International Olympic Committee
        FIFA | Fédération Internationale de Football Association
        IDF | Israel Defense Forces | Israeli army
        IRGC | Islamic Revolutionary Guard Corps | Revolutionary Guards
        Al Qaeda | Al-Qaida | Al-Qa'ida | Al-Qa'ida/Islamic Army
        Islamic State | ISIS | ISIL | Daesh | ИГИЛ
        PLA | People's Liberation Army | PLA China
        Volkswagen | VW
        BMW | Bayerische Motoren Werke
        General Electric | GE
        General Motors | GM
        Gazprom | Газпром
        Rosneft | Роснефть
        Naftogaz | Нафтогаз | Naftohaz
        Ukrenergo | Ukrenerho | Укренерго | Укрэнерго
        Energoatom | Enerhoatom | Енергоатом | Энергоатом
        Levada Center | Levada Centre | Левада-центр | Levada
        """

    static let people = """
        Mao Zedong | Mao Tse-tung | 毛泽东 | Мао Цзэдун
        Xi Jinping | Си Цзиньпин | 习近平 | 習近平
        Chiang Kai-shek | Jiang Jieshi
        Kim Jong Un | Kim Jong-un | 김정은 | Ким Чен Ын | Kim Chong-un
        Kim Jong Il | Kim Jong-il | 김정일 | Ким Чен Ир
        Muammar Gaddafi | Moammar Gadhafi | Muammar Qaddafi | Moammar Qaddafi | Muammar al-Gaddafi | Муаммар Каддафи
        Alexander Lukashenko | Alyaksandr Lukashenka | Aliaksandr Lukashenka | Аляксандр Лукашэнка | Александр Лукашенко
        Volodymyr Zelensky | Volodymyr Zelenskyy | Володимир Зеленський | Владимир Зеленский | Vladimir Zelensky
        Alexei Navalny | Aleksei Navalny | Alexey Navalny | Aleksey Navalny | Алексей Навальный | Alexei Navalnyy
        Yevgeny Prigozhin | Evgeny Prigozhin | Yevgeniy Prigozhin | Евгений Пригожин | Yevhen Pryhozhyn
        Svetlana Tikhanovskaya | Sviatlana Tsikhanouskaya | Светлана Тихановская | Святлана Ціханоўская
        Osama bin Laden | Usama bin Ladin | Usama bin Laden | Osama bin Ladin | أسامة بن لادن
        Mohammed bin Salman | Mohammad bin Salman | MBS | محمد بن سلمان
        Recep Tayyip Erdoğan | Recep Tayyip Erdogan
        Boutros Boutros-Ghali | Butrus Butrus Ghali
        Vitali Klitschko | Vitaliy Klychko | Vitalii Klychko | Виталий Кличко | Віталій Кличко
        Wladimir Klitschko | Volodymyr Klychko | Владимир Кличко | Володимир Кличко
        Ramzan Kadyrov | Рамзан Кадыров
        """
}
