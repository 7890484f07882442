/// Places and states with the names and adjectives that stand for them.
enum PlaceTable {
    /// One place a line, its first name the one that reasons show.
    static let all = """
        Kyiv, Kiev, Київ, Києва, Киев, Киева, Kyyiv, Kijew, Kijów
        Kharkiv, Kharkov, Харків, Харьков, Charkiw, Харкова
        Lviv, Lvov, Львів, Львов, Lemberg, Lwow
        Odesa, Odessa, Одеса, Одесса
        Dnipro, Dnepr, Дніпро, Днепр, Dnipropetrovsk, Dnepropetrovsk, Дніпропетровськ, Днепропетровск
        Mykolaiv, Nikolaev, Nikolayev, Mykolayiv, Миколаїв, Николаев
        Zaporizhzhia, Zaporozhye, Zaporizhia, Zaporizhya, Zaporozhe, Запоріжжя, Запорожье, Zaporizhzhya
        Chernihiv, Chernigov, Чернігів, Чернигов
        Chernivtsi, Chernovtsy, Чернівці, Черновцы
        Chornobyl, Chernobyl, Чорнобиль, Чернобыль
        Luhansk, Lugansk, Луганськ, Луганск
        Donetsk, Донецьк, Донецк
        Vinnytsia, Vinnitsa, Vinnytsya, Вінниця, Винница
        Rivne, Rovno, Рівне, Ровно
        Ternopil, Ternopol, Тернопіль, Тернополь
        Kropyvnytskyi, Kirovohrad, Kirovograd, Кропивницький, Кировоград
        Kryvyi Rih, Krivoy Rog, Кривий Ріг, Кривой Рог, Kryvyy Rih
        Bakhmut, Artemivsk, Artyomovsk, Artemovsk, Бахмут
        Avdiivka, Avdeevka, Avdeyevka, Авдіївка, Авдеевка
        Mariupol, Маріуполь, Мариуполь
        Kherson, Херсон
        Severodonetsk, Sievierodonetsk, Сєвєродонецьк, Северодонецк
        Lysychansk, Lisichansk, Лисичанськ, Лисичанск
        Sloviansk, Slavyansk, Slovyansk, Словянськ, Славянск
        Kupiansk, Kupyansk, Купянськ, Купянск
        Izium, Izyum, Ізюм, Изюм
        Chasiv Yar, Chasov Yar, Часів Яр, Часов Яр
        Pokrovsk, Krasnoarmiysk, Krasnoarmeysk, Покровськ, Покровск
        Toretsk, Dzerzhynsk
        Vuhledar, Ugledar, Вугледар, Угледар
        Enerhodar, Energodar, Енергодар, Энергодар
        Melitopol, Мелітополь, Мелитополь
        Berdiansk, Berdyansk, Бердянськ, Бердянск
        Bila Tserkva, Belaya Tserkov, Біла Церква, Белая Церковь
        Kamianske, Kamenskoye, Dniprodzerzhynsk, Dneprodzerzhinsk
        Horlivka, Gorlovka, Горлівка, Горловка
        Makiivka, Makeevka, Makeyevka, Макіївка, Макеевка
        Uzhhorod, Uzhgorod, Ужгород
        Rubizhne, Rubezhnoye, Рубіжне
        Robotyne, Rabotino, Роботине, Работино
        Krynky, Krynki, Кринки, Крынки
        Zaliznychne, Zheleznodorozhnoye
        Snake Island, Zmiinyi Island, Zmeiny Island
        Zhytomyr, Zhitomir, Житомир
        Kremenchuk, Kremenchug, Кременчук, Кременчуг
        Ivano-Frankivsk, Ivano-Frankovsk, Івано-Франківськ, Ивано-Франковск
        Vovchansk, Volchansk, Вовчанськ, Волчанск
        Orikhiv, Orekhov, Оріхів, Орехов
        Cherkasy, Cherkassy, Черкаси, Черкассы
        Khmelnytskyi, Khmelnitsky, Хмельницький, Хмельницкий
        Kovel, Ковель
        Nizhyn, Nezhin, Ніжин, Нежин
        Hlukhiv, Glukhov, Глухів, Глухов
        Okhtyrka, Akhtyrka, Охтирка, Ахтырка
        Hulyaipole, Huliaipole, Gulyaypole, Gulyai-Pole, Гуляйполе
        Volnovakha, Волноваха
        Marinka, Maryinka, Марїнка, Марьинка
        Selydove, Selidovo, Селидове, Селидово
        Myrnohrad, Dymytrov, Mirnograd, Мирноград
        Kostiantynivka, Konstantinovka, Костянтинівка, Константиновка
        Druzhkivka, Druzhkovka, Дружківка, Дружковка
        Oleksandriia, Aleksandriya, Олександрія, Александрия
        Pavlohrad, Pavlograd, Павлоград
        Bilhorod-Dnistrovskyi, Belgorod-Dnestrovsky
        Balakliia, Balakleya, Балаклія, Балаклея
        Kreminna, Kremennaya, Кремінна, Кременная
        Svatove, Svatovo, Сватове, Сватово
        Starobilsk, Starobelsk, Старобільськ, Старобельск
        Antonivka, Antonovka
        Nova Kakhovka, Novaya Kakhovka, Нова Каховка, Новая Каховка
        Oleshky, Aleshki, Tsiurupynsk
        Soledar, Соледар
        Belgorod, Bilhorod, Белгород, Бєлгород
        Crimea, Krym, Крим, Крым, Crimean
        Donbas, Donbass, Донбас, Донбасс
        Sevastopol, Sebastopol, Севастополь
        Moscow, Moskva, Москва, Moskau, Москвы
        Saint Petersburg, St Petersburg, Санкт Петербург, Leningrad, Petersburg
        Nizhny Novgorod, Nizhniy Novgorod, Нижний Новгород
        Yekaterinburg, Ekaterinburg, Екатеринбург
        Beijing, Peking, Пекин
        Minsk, Мінськ, Минск, Miensk
        Hrodna, Grodno, Гродно
        Gomel, Homel, Гомель, Homyel
        Chisinau, Kishinev, Chișinău, Кишинев
        Tiraspol, Тирасполь
        Almaty, Alma Ata
        Vilnius, Vilna
        Warsaw, Warszawa, Варшава
        Prague, Praha
        Vienna, Wien
        Rome, Roma
        Cologne, Köln
        Munich, München
        Tehran, Teheran
        Mumbai, Bombay
        Kolkata, Calcutta
        Yangon, Rangoon
        Ukraine, Ukrainian, Ukrainians, Україна, України, Украина, Украины, Український, Українська, Украинский, Ukrainska
        Russia, Russian, Russians, Russian Federation, Россия, России, Росія, Росії, Российская Федерация, Российской Федерации
        Belarus, Belarusian, Belarusians, Byelorussia, Беларусь, Білорусь, Белоруссия
        United States, United States of America, USA, U.S., US, U.S.A., США, America
        United Kingdom, UK, U.K., Britain, Great Britain, British
        Germany, German, Germans, Deutschland, Германия, Німеччина
        France, French
        Poland, Polish, Polska, Польша, Польща
        Turkey, Turkish, Türkiye
        China, Chinese, 中国, Китай
        Israel, Israeli, Israelis
        Iran, Iranian, Islamic Republic of Iran
        Syria, Syrian
        Georgia, Georgian
        Moldova, Moldovan, Moldavia
        Lithuania, Lithuanian
        Latvia, Latvian
        Estonia, Estonian
        Finland, Finnish
        Sweden, Swedish
        Norway, Norwegian
        Italy, Italian
        Spain, Spanish
        Japan, Japanese
        India, Indian
        Canada, Canadian
        Australia, Australian
        Hungary, Hungarian
        Romania, Romanian
        Czech Republic, Czechia, Czech
        Myanmar, Burma, Burmese
        North Korea, DPRK, North Korean
        South Korea, South Korean, Republic of Korea
        Chechnya, Chechen
        Transnistria, Transdniestria, Pridnestrovie
        Armenia, Armenian
        Azerbaijan, Azerbaijani
        Kazakhstan, Kazakh
        Mexico
        Chile
        Hong Kong
        Singapore
        Asia
        London
        Schweiz, Switzerland, Swiss
        """
}
