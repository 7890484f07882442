/// Sentences with the places in them, written before the rules were tuned.
///
/// "context || sentence => words=Name@CODE; words=Name@CODE": the context is the rest of the article and is not scored,
/// CODE is the country, with the state behind it for American towns. What stands for a government, a person or a thing is no place.
enum PlaceGold {
    static let lines = all.split(separator: "\n").map(String.init)

    private static let all = """
        Shells fell near Kharkiv. => Kharkiv=Kharkiv@UA
        Shells fell near Kharkov. => Kharkov=Kharkiv@UA
        Снаряды упали: Харьков горел. => Харьков=Kharkiv@UA
        Вогонь у місті Харків не згас. => Харків=Kharkiv@UA
        The train from Kiev to Lvov was late. => Kiev=Kyiv@UA; Lvov=Lviv@UA
        He was born in Dnepropetrovsk. => Dnepropetrovsk=Dnipro@UA
        The plant at Zaporizhzhia lost power. => Zaporizhzhia=Zaporizhzhia@UA
        Ukrainian guns fired all night. || The men had held the village of Robotyne since August. => Robotyne=Robotyne@UA
        The Ukrainian army fell back. || Marines crossed to Krynky in boats. =>
        The Ukrainian army fell back. || Marines dug in at Krynky. => Krynky=Krynky@UA
        The Ukrainian army fell back. || Heavy fighting went on in Chasiv Yar. => Chasiv Yar=Chasiv Yar@UA
        The Ukrainian army fell back. || Avdeevka was shelled. => Avdeevka=Avdiivka@UA
        The soldiers left Avdiivka, Ukraine, before dawn. => Avdiivka=Avdiivka@UA; Ukraine=Ukraine@UA
        Ships were hit off Crimea. => Crimea=Crimea@UA
        The Donbas is flat. => Donbas=Donbas@UA
        Fighting in the Donbass cost many lives. => Donbass=Donbas@UA
        Mines drift in the Black Sea. => Black Sea=Black Sea@
        Tankers passed the Strait of Hormuz. => Strait of Hormuz=Strait of Hormuz@
        Ships were attacked in the Red Sea. => Red Sea=Red Sea@
        Aid reached the Gaza Strip. => Gaza Strip=Gaza Strip@PS
        Aid did not reach Gaza. => Gaza=Gaza@PS
        Settlers in the West Bank were held. => West Bank=West Bank@PS
        Rockets hit the Golan Heights. => Golan Heights=Golan Heights@SY
        Troops left Nagorno-Karabakh. => Nagorno-Karabakh=Nagorno-Karabakh@AZ
        He had served in Chechnya. => Chechnya=Chechnya@RU
        Farms in Transnistria burn coal. => Transnistria=Transnistria@MD
        Snow closed schools in Scotland. => Scotland=Scotland@GB
        Voters in Catalonia stayed at home. => Catalonia=Catalonia@ES
        Camps in Xinjiang are guarded. => Xinjiang=Xinjiang@CN
        Monks fled from Tibet. => Tibet=Tibet@CN
        Drones crossed the Sea of Azov. => Sea of Azov=Sea of Azov@
        The ship sank in the South China Sea. => South China Sea=South China Sea@
        Rain is rare in the Sahel. => Sahel=Sahel@
        Troops landed on the Korean Peninsula. => Korean Peninsula=Korean Peninsula@
        Floods struck South Ossetia. => South Ossetia=South Ossetia@GE
        Farmers in Punjab, India, marched. => Punjab=Punjab@IN; India=India@IN
        Clinics in Darfur ran out of drugs. => Darfur=Darfur@SD
        Prices rose across Europe. => Europe=Europe@
        Prices rose across the Middle East. => Middle East=Middle East@
        Kyiv slammed the offer. =>
        Moscow said it would answer. =>
        Moscow, however, denied the report. =>
        The Kremlin and Ankara agreed on a date. =>
        Lima said it would wait. =>
        Washington has accused Beijing of dumping steel. =>
        Berlin will not send the missiles, Paris warned. =>
        Talks between Washington and Tehran went nowhere. =>
        Officials told London that the deal was off. =>
        Ties with Beijing have cooled. =>
        Pyongyang fired a missile on Monday. =>
        London insisted on a vote. =>
        Jerusalem refused to comment. =>
        Moscow's forces shelled the port. =>
        The envoy flew to Moscow on Friday. => Moscow=Moscow@RU
        Crowds filled the streets of Moscow. => Moscow=Moscow@RU
        In Kyiv, sirens sounded. => Kyiv=Kyiv@UA
        KYIV — Sirens sounded. => KYIV=Kyiv@UA
        BEIRUT, Lebanon — Shops closed early. => BEIRUT=Beirut@LB; Lebanon=Lebanon@LB
        Paris Hilton arrived late. =>
        Jackson said he was tired. =>
        Michael Jackson was seen. || Later Jackson left. =>
        The Washington Post broke the story. =>
        The New York Times asked for the file. =>
        The Los Angeles Times asked for the file. =>
        The Boston Globe sued. =>
        The Houston Chronicle wrote of it. =>
        The Texas Tribune wrote of it. =>
        Ms Lima said no. =>
        Mr. London said no. =>
        Governor Austin Reed slept. =>
        Senator Lincoln Weld slept. =>
        Sofia Brandt and Florence Weld sued. =>
        Chad Weld slept. =>
        Jordan Weld scored twice. =>
        Georgia Weld scored twice. =>
        The police in Georgia seized the truck. || The Texas police helped. The governor of Alabama thanked them in Atlanta. They then drove home to Georgia. => Texas=Texas@US; Alabama=Alabama@US; Atlanta=Atlanta@US.GA; Georgia=Georgia@US
        Protesters in Tbilisi would not leave. || They want Georgia in the union. => Georgia=Georgia@GE
        J. Paris said no. =>
        The University of Texas closed. =>
        The Bank of England raised rates. =>
        Voice of America told it first. =>
        The Manchester United striker fell. =>
        The Chicago Bulls lost. =>
        The Dallas Cowboys lost. =>
        Reading books is good. =>
        He lives in Reading now. => Reading=Reading@GB
        Nice work was done. =>
        It rained in Nice. => Nice=Nice@FR
        Split votes hurt. =>
        The ferry to Split was full. => Split=Split@HR
        The march began in March and ended in May. =>
        He wrote it in English for Congress. =>
        He lives in Springfield, Illinois. => Springfield=Springfield@US.IL; Illinois=Illinois@US
        He lives in Springfield, Mo. => Springfield=Springfield@US.MO
        He lives in Portland, Maine. => Portland=Portland@US.ME; Maine=Maine@US
        He lives in Portland. || Oregon is wet. => Oregon=Oregon@US
        Oregon is wet. || He lives in Portland. => Portland=Portland@US.OR
        The Ohio sheriff called it a crime. || A fire broke out in Athens. => Athens=Athens@US.OH
        Greek ministers met. || A fire broke out in Athens. => Athens=Athens@GR
        A fire broke out in Athens. => Athens=Athens@GR
        The Texas sheriff called it a crime. || He was caught in Paris, Texas. => Paris=Paris@US.TX; Texas=Texas@US
        The governor of Texas spoke. || He flew to Paris with a delegation. => Paris=Paris@FR
        A fire broke out in Birmingham. => Birmingham=Birmingham@GB
        Alabama was hot. || A fire broke out in Birmingham. => Birmingham=Birmingham@US.AL
        He lives in London, Ontario. => London=London@CA; Ontario=Ontario@CA
        He lives in London, Canada. => London=London@CA; Canada=Canada@CA
        He lives in Cambridge, Massachusetts. => Cambridge=Cambridge@US.MA; Massachusetts=Massachusetts@US
        He lives in Cambridge. => Cambridge=Cambridge@GB
        She moved from Seattle to Washington state. => Seattle=Seattle@US.WA; Washington state=Washington@US
        She moved to Washington. => Washington=Washington, D.C.@US.DC
        She moved to Washington, D.C., in June. => Washington, D.C.=Washington, D.C.@US.DC
        Rallies were held in New York and Los Angeles. => New York=New York City@US.NY; Los Angeles=Los Angeles@US.CA
        The Iowa caucus was close. || He campaigned in Pella, Iowa. => Pella=Pella@US.IA; Iowa=Iowa@US
        Iowa voters waited. || He then spoke near Pella. => Pella=Pella@US.IA
        The town of Quillby, Ohio, flooded. => Ohio=Ohio@US
        The town of Buford, Wyoming, is for sale. => Wyoming=Wyoming@US
        The French minister spoke. || A barn burned in the village of Gordes. => Gordes=Gordes@FR
        A barn burned in Hope. =>
        She put her trust in Grace. =>
        He believes in Santa Claus. =>
        He was interested in Clinton. || Hillary Clinton spoke first. =>
        Hillary Clinton spoke first. || A poll in Clinton found that. =>
        Ukraine and Russia signed it in Istanbul. => Ukraine=Ukraine@UA; Russia=Russia@RU; Istanbul=Istanbul@TR
        Grain leaves Ukraine by rail. => Ukraine=Ukraine@UA
        Western Ukraine froze. => Ukraine=Ukraine@UA
        The Kharkiv region burned. => Kharkiv=Kharkiv@UA
        Ukrainian President Olena Weld visited Poland. => Poland=Poland@PL
        Russia Today aired it. =>
        He moved to São Paulo. => São Paulo=São Paulo@BR
        He moved to Sao Paulo. => Sao Paulo=São Paulo@BR
        He moved to Krakow from Łódź. => Krakow=Kraków@PL; Łódź=Łódź@PL
        Doha’s airport closed. => Doha=Doha@QA
        The mayor of Bucharest resigned. => Bucharest=Bucharest@RO
        He spoke at the Brandenburg Gate in Berlin. => Berlin=Berlin@DE
        The Berlin Wall fell. =>
        Berlin police closed the bridge. => Berlin=Berlin@DE
        The Vienna Convention forbids it. =>
        The Paris Agreement forbids it. =>
        A Boeing landed at Houston airport. => Houston=Houston@US.TX
        Ms Weld, 41, of Tulsa, Oklahoma, sued. => Tulsa=Tulsa@US.OK; Oklahoma=Oklahoma@US
        The trial in The Hague ended. => The Hague=The Hague@NL
        The sect grew in Victoria, Australia. => Victoria=Victoria@AU; Australia=Australia@AU
        Britain left the union. => Britain=United Kingdom@GB
        Britain denied it. =>
        Sand blew over the Sinai. => Sinai=Sinai@EG
        They were held in Guantánamo Bay. => Guantánamo Bay=Guantánamo Bay@CU
        """
}
