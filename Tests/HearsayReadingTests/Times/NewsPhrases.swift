/// What times in news mean to a reader, published on Wednesday, 17 September 2025. Written from the language alone,
/// before any rule was fitted to it; "?" is a time that the text cannot settle.
enum NewsPhrases {
    static let past = [
        "Mayor Ida Tarn said on Tuesday that the quay was safe. => Tuesday = 2025-09-16",
        "Mayor Ida Tarn said on Friday that the quay was safe. => Friday = 2025-09-12",
        "The ministry said Wednesday it had no records. => Wednesday = 2025-09-17",
        "Police arrested three men in Orlby on Sunday. => Sunday = 2025-09-14",
        "A court in Sundvik ruled on Thursday against the port. => Thursday = 2025-09-11",
        "On Monday, the union called off its strike. => Monday = 2025-09-15",
        "The council voted Monday to keep the tolls. => Monday = 2025-09-15",
        "Saturday's fire destroyed two barns. => Saturday = 2025-09-13",
        "Speaking on Saturday, Per Holm denied the report. => Saturday = 2025-09-13",
        "He told The Gull on Monday that he would resign. => Monday = 2025-09-15",
        "In a statement released on Friday, the bank apologised. => Friday = 2025-09-12",
        "The dam burst on 2 September. => 2 September = 2025-09-02",
        "The dam burst on September 2. => September 2 = 2025-09-02",
        "The dam burst on 20 December. => 20 December = 2024-12-20",
        "Prices rose in August. => August = 2025-08-01..2025-08-31",
        "Prices rose in November. => November = 2024-11-01..2024-11-30",
        "The Gull reported on August 11 that exports would stop on October 1. "
            + "=> August 11 = 2025-08-11; October 1 = 2025-10-01",
        "The Gull reported on March 11 that exports would stop on May 1. "
            + "=> March 11 = 2025-03-11; May 1 = 2025-05-01",
        "Reports in June said that the mill would shut in July. "
            + "=> June = 2025-06-01..2025-06-30; July = 2025-07-01..2025-07-31",
        "She announced on 4 August that the school would open on 25 August. "
            + "=> 4 August = 2025-08-04; 25 August = 2025-08-25",
        "The ship, which sank last Thursday, was insured. => last Thursday = 2025-09-11",
        "It comes after last month's flood. => last month = 2025-08-01..2025-08-31",
        "He was elected last November. => last November = 2024-11-01..2024-11-30",
        "She was seen yesterday near the docks. => yesterday = 2025-09-16",
        "The envoy flew home the day before yesterday. => the day before yesterday = 2025-09-15",
        "Two years ago the plant was sold. => Two years ago = 2023-09-17",
        "The plant was sold ten days ago. => ten days ago = 2025-09-07",
        "The poll, taken on 6-8 September, gave him a lead. => 6-8 September = 2025-09-06..2025-09-08",
    ]

    static let future = [
        "The council will vote on Tuesday. => Tuesday = 2025-09-23",
        "The council will vote on Friday. => Friday = 2025-09-19",
        "Ministers are to meet on Monday in Orlby. => Monday = 2025-09-22",
        "The hearing is scheduled for Thursday. => Thursday = 2025-09-18",
        "The hearing, scheduled for Monday, may be put off. => Monday = 2025-09-22",
        "A ruling is expected on Monday. => Monday = 2025-09-22",
        "Voters go to the polls on Sunday. => Sunday = 2025-09-21",
        "The ferry is due to sail again on Saturday. => Saturday = 2025-09-20",
        "Schools reopen on Monday. => Monday = 2025-09-22",
        "The bank plans to raise rates in October. => October = 2025-10-01..2025-10-31",
        "The bank plans to raise rates in March. => March = 2026-03-01..2026-03-31",
        "The bridge will open on 3 May. => 3 May = 2026-05-03",
        "The bridge will open on December 1. => December 1 = 2025-12-01",
        "The treaty takes effect on 1 January. => 1 January = 2026-01-01",
        "The next summit will be held in Sundvik in June. => June = 2026-06-01..2026-06-30",
        "He is set to retire next year. => next year = 2026-01-01..2026-12-31",
        "Tomorrow the court will hear the case. => Tomorrow = 2025-09-18",
        "The budget is due next Wednesday. => next Wednesday = 2025-09-24",
        "Officials expect the river to crest on Friday. => Friday = 2025-09-19",
        "She would appear in court on Monday, her lawyer said. => Monday = 2025-09-22",
        "Ahead of Sunday's vote, both camps claimed the lead. => Sunday = 2025-09-21",
        "In two weeks the law lapses. => two weeks = 2025-10-01",
        "The law lapses three months from now. => three months from now = 2025-12-17",
        "The fair returns this weekend. => this weekend = 2025-09-20..2025-09-21",
        "The election, to be held on 14 December, is open. => 14 December = 2025-12-14",
        "The tax will rise in two years. => two years = 2027-09-17",
        "The fleet could sail as early as Monday. => Monday = 2025-09-22.. after",
    ]

    static let narrative = [
        "The dam broke on 3 May 2023. The next day the mayor resigned. "
            + "=> 3 May 2023 = 2023-05-03; The next day = 2023-05-04",
        "The dam broke on 3 May 2023. The following day the mayor resigned. "
            + "=> 3 May 2023 = 2023-05-03; The following day = 2023-05-04",
        "The dam broke on 3 May 2023. The day before, engineers had warned of cracks. "
            + "=> 3 May 2023 = 2023-05-03; The day before = 2023-05-02",
        "The dam broke on 3 May 2023. Engineers had warned of cracks the previous day. "
            + "=> 3 May 2023 = 2023-05-03; the previous day = 2023-05-02",
        "The dam broke on 3 May 2023. A month later the mayor resigned. "
            + "=> 3 May 2023 = 2023-05-03; A month later = 2023-06-03",
        "The dam broke on 3 May 2023. Two weeks earlier engineers had warned of cracks. "
            + "=> 3 May 2023 = 2023-05-03; Two weeks earlier = 2023-04-19",
        "The dam broke on 3 May 2023. Two weeks before, engineers had warned of cracks. "
            + "=> 3 May 2023 = 2023-05-03; Two weeks before = 2023-04-19",
        "The dam broke on 3 May 2023. Ten days later, the army came. "
            + "=> 3 May 2023 = 2023-05-03; Ten days later = 2023-05-13",
        "The dam broke on 3 May 2023. The following week the army came. "
            + "=> 3 May 2023 = 2023-05-03; The following week = 2023-05-08..2023-05-14",
        "The dam broke on 3 May 2023. The following month the army left. "
            + "=> 3 May 2023 = 2023-05-03; The following month = 2023-06-01..2023-06-30",
        "The dam broke on 3 May 2023. The following year it was rebuilt. "
            + "=> 3 May 2023 = 2023-05-03; The following year = 2024-01-01..2024-12-31",
        "The dam broke on 3 May 2023. That day the mayor was abroad. "
            + "=> 3 May 2023 = 2023-05-03; That day = 2023-05-03",
        "The dam broke on 3 May 2023. The same day the mayor flew home. "
            + "=> 3 May 2023 = 2023-05-03; The same day = 2023-05-03",
        "The dam broke on 3 May 2023. Later that month the mayor resigned. "
            + "=> 3 May 2023 = 2023-05-03; Later that month = 2023-05-16..2023-05-31",
        "The dam broke on 3 May 2023. Later that year the mayor resigned. "
            + "=> 3 May 2023 = 2023-05-03; Later that year = 2023-07-01..2023-12-31",
        "The dam broke in May 2023. Two months later the mayor resigned. "
            + "=> May 2023 = 2023-05-01..2023-05-31; Two months later = 2023-07-01..2023-07-31",
        "The dam broke in 2019. Two years later it was rebuilt. "
            + "=> 2019 = 2019-01-01..2019-12-31; Two years later = 2021-01-01..2021-12-31",
        "The dam broke in 2019. A year earlier, cracks had been found. "
            + "=> 2019 = 2019-01-01..2019-12-31; A year earlier = 2018-01-01..2018-12-31",
        "He was arrested on 3 June 2022 and released the next day. "
            + "=> 3 June 2022 = 2022-06-03; the next day = 2022-06-04",
        "He was arrested on 3 June 2022 and charged two days later. "
            + "=> 3 June 2022 = 2022-06-03; two days later = 2022-06-05",
        "The bill passed on Monday and was signed a day later. => Monday = 2025-09-15; a day later = 2025-09-16",
        "He died three days after Easter 2023. => three days after Easter 2023 = 2023-04-12",
        "She left a week before Christmas 2022. => a week before Christmas 2022 = 2022-12-18",
        "The war began in 2014. By the following year the town was empty. "
            + "=> 2014 = 2014-01-01..2014-12-31; the following year = ..2015-12-31 deadline",
        "The dam broke on 3 May 2023. The mayor resigned the same week. "
            + "=> 3 May 2023 = 2023-05-03; the same week = 2023-05-01..2023-05-07",
        "The next day, he fled. => The next day = ?",
        "A month later, he fled. => A month later = ?",
        "Two weeks earlier he had denied it. => Two weeks earlier = ?",
        "The following year the mine closed. => The following year = ?",
        "The strike began on 1 July. Within a week, the port was empty. => 1 July = 2025-07-01; "
            + "a week = 2025-07-01..2025-07-08 deadline",
    ]

    static let yearOfTheText = [
        "He won the 2018 election in May. => 2018 = 2018-01-01..2018-12-31; May = 2018-05-01..2018-05-31",
        "In 2021 the firm was sold in March and closed in June. => 2021 = 2021-01-01..2021-12-31; "
            + "March = 2021-03-01..2021-03-31; June = 2021-06-01..2021-06-30",
        "In 2021 the firm was sold. It closed in June. => 2021 = 2021-01-01..2021-12-31; "
            + "June = 2021-06-01..2021-06-30",
        "The war broke out in April 2016. In June the town fell. => April 2016 = 2016-04-01..2016-04-30; "
            + "June = 2016-06-01..2016-06-30",
        "The dam broke on 3 May 2023. In August the mayor resigned. => 3 May 2023 = 2023-05-03; "
            + "August = 2023-08-01..2023-08-31",
        "The dam broke on 3 May 2023. On 7 May the mayor resigned. => 3 May 2023 = 2023-05-03; 7 May = 2023-05-07",
        "The fraud ran through 2017. It was found out that December. => 2017 = 2017-01-01..2017-12-31; "
            + "that December = 2017-12-01..2017-12-31",
        "She took office in January 2020. By March the port was shut. => January 2020 = 2020-01-01..2020-01-31; "
            + "March = ..2020-03-31 deadline",
        "In the summer of 2019 the lake dried up. In September rain came. => summer of 2019 = 2019-06-01..2019-08-31; "
            + "September = 2019-09-01..2019-09-30",
        "He was born in 1961 and died on 4 March 1999. => 1961 = 1961-01-01..1961-12-31; 4 March 1999 = 1999-03-04",
        "The 2012 treaty was signed in Orlby in October. => 2012 = 2012-01-01..2012-12-31; "
            + "October = 2012-10-01..2012-10-31",
        "The treaty of 1998 lapsed. The town will vote in October. => 1998 = 1998-01-01..1998-12-31; "
            + "October = 2025-10-01..2025-10-31",
        "It was founded in 1887. In May it moved to Sundvik, the firm said this week. "
            + "=> 1887 = 1887-01-01..1887-12-31; May = 2025-05-01..2025-05-31; this week = 2025-09-15..2025-09-21",
        "From May to July 2022 no rain fell. => From May to July 2022 = 2022-05-01..2022-07-31",
        "In November 2023 and again in February 2024 the pumps failed. => November 2023 = 2023-11-01..2023-11-30; "
            + "February 2024 = 2024-02-01..2024-02-29",
    ]

    static let deadlines = [
        "The wall will be finished by the end of the year. => the end of the year = ..2025-12-31 deadline",
        "The wall will be finished by year-end. => year-end = ..2025-12-31 deadline",
        "The wall will be finished by the end of next year. => the end of next year = ..2026-12-31 deadline",
        "The wall will be finished by the end of the month. => the end of the month = ..2025-09-30 deadline",
        "The wall will be finished by the end of this month. => the end of this month = ..2025-09-30 deadline",
        "The wall will be finished by the end of the week. => the end of the week = ..2025-09-21 deadline",
        "The wall will be finished by the end of November. => the end of November = ..2025-11-30 deadline",
        "The wall will be finished by the end of 2027. => the end of 2027 = ..2027-12-31 deadline",
        "The wall will be finished by the end of the decade. => the end of the decade = ..2029-12-31 deadline",
        "The wall will be finished by mid-2026. => mid-2026 = ..2026-08-31 deadline",
        "The wall will be finished by June. => June = ..2026-06-30 deadline",
        "The wall will be finished by 2030. => 2030 = ..2030-12-31 deadline",
        "The wall will be finished by 3 October. => 3 October = ..2025-10-03 deadline",
        "The wall will be finished by Friday. => Friday = ..2025-09-19 deadline",
        "The wall will be finished by Christmas. => Christmas = ..2025-12-25 deadline",
        "The wall must be finished no later than 30 June 2026. => 30 June 2026 = ..2026-06-30 deadline",
        "Bids must be in before 1 October. => 1 October = ..2025-09-30 before",
        "He must answer within 30 days. => 30 days = 2025-09-17..2025-10-17 deadline",
        "He must answer within two weeks. => two weeks = 2025-09-17..2025-10-01 deadline",
        "He gave them until Friday to answer. => Friday = ..2025-09-19 deadline",
        "They have until 5 October to answer. => 5 October = ..2025-10-05 deadline",
        "The deadline is midnight on Sunday. => midnight on Sunday = 2025-09-21T00:00",
        "The ceasefire will last until at least Monday. => Monday = ..2025-09-22 deadline",
        "It will cut emissions by half by 2040. => 2040 = ..2040-12-31 deadline",
        "It expects to break even by the third quarter of 2026. => the third quarter of 2026 = ..2026-09-30 deadline",
        "No talks will be held before the end of October. => the end of October = ..2025-10-31 deadline",
        "No talks are planned before December. => December = ..2025-11-30 before",
    ]

    static let openWindows = [
        "The border has been shut since Monday. => Monday = 2025-09-15.. after",
        "The border has been shut since 4 August. => 4 August = 2025-08-04.. after",
        "The border has been shut since August. => August = 2025-08-01.. after",
        "The border has been shut since November. => November = 2024-11-01.. after",
        "The border has been shut since 2019. => 2019 = 2019-01-01.. after",
        "The border has been shut since last year. => last year = 2024-01-01.. after",
        "The border has been shut since February 2022. => February 2022 = 2022-02-01.. after",
        "The border has been shut since early 2021. => early 2021 = 2021-01-01.. after",
        "The border has been shut since the 1990s. => 1990s = 1990-01-01.. after",
        "The border has been shut since yesterday. => yesterday = 2025-09-16.. after",
        "The rule applies from 1 January 2026 onwards. => 1 January 2026 = 2026-01-01.. after",
        "The rule applies to homes built after 2005. => 2005 = 2006-01-01.. after",
        "The rule applies to homes built before 1950. => 1950 = ..1949-12-31 before",
        "Fares will rise starting in January. => January = 2026-01-01.. after",
        "Fares will rise starting Monday. => Monday = 2025-09-22.. after",
        "Nothing has changed since Easter. => Easter = 2025-04-20.. after",
        "Talks will resume after Christmas. => Christmas = 2025-12-26.. after",
        "He led the party until 2016. => 2016 = ..2016-12-31 deadline",
        "He led the party until last March. => last March = ..2025-03-31 deadline",
        "Trade has doubled since the summer. => the summer = 2025-06-01.. after",
    ]

    static let vague = [
        "A ruling will come in the coming weeks. => the coming weeks = 2025-09-17.. vague",
        "A ruling will come in the coming days. => the coming days = 2025-09-17.. vague",
        "A ruling will come over the coming months. => the coming months = 2025-09-17.. vague",
        "A ruling will come in the next few weeks. => the next few weeks = 2025-09-17.. vague",
        "A ruling will come in the next few days. => the next few days = 2025-09-17.. vague",
        "Attacks have grown in recent weeks. => recent weeks = ..2025-09-17 vague",
        "Attacks have grown in recent years. => recent years = ..2025-09-17 vague",
        "Attacks have grown over the past few months. => the past few months = ..2025-09-17 vague",
        "Attacks have grown in the last few days. => the last few days = ..2025-09-17 vague",
        "Attacks have grown in the past year. => the past year = 2024-09-17..2025-09-16",
        "Attacks have grown over the past two years. => the past two years = 2023-09-17..2025-09-16",
        "Attacks have grown over the last six months. => the last six months = 2025-03-17..2025-09-16",
        "The plant will close over the next three years. => the next three years = 2025-09-18..2028-09-17",
        "The plant will close within the next year. => the next year = 2025-09-18..2026-09-17",
        "Soldiers came within hours. The mayor fled soon afterwards.",
        "The plant may close one day. He hoped for better times.",
    ]

    static let calendar = [
        "The drought of 2014-16 ruined farmers. => 2014-16 = 2014-01-01..2016-12-31",
        "The drought of 2014-2016 ruined farmers. => 2014-2016 = 2014-01-01..2016-12-31",
        "The 2024-25 season was short. => 2024-25 = 2024-01-01..2025-12-31",
        "He ruled from 1999 to 2008. => from 1999 to 2008 = 1999-01-01..2008-12-31",
        "He ruled between 1999 and 2008. => between 1999 and 2008 = 1999-01-01..2008-12-31",
        "The talks of 3-5 June failed. => 3-5 June = 2025-06-03..2025-06-05",
        "The talks of June 3-5 failed. => June 3-5 = 2025-06-03..2025-06-05",
        "The talks ran from 30 June to 4 July. => from 30 June to 4 July = 2025-06-30..2025-07-04",
        "The talks ran from Monday to Wednesday. => from Monday to Wednesday = 2025-09-15..2025-09-17",
        "The fair, on 20 and 21 September, is free. => 20 and 21 September = 2025-09-20..2025-09-21",
        "Trams came in the 1920s. => 1920s = 1920-01-01..1929-12-31",
        "Trams came in the early 1920s. => early 1920s = 1920-01-01..1923-12-31",
        "Trams went in the late 1950s. => late 1950s = 1957-01-01..1959-12-31",
        "Trams came in the 19th century. => 19th century = 1800-01-01..1899-12-31",
        "Trams came back in mid-2019. => mid-2019 = 2019-05-01..2019-08-31",
        "Trams came back in early March. => early March = 2025-03-01..2025-03-10",
        "Trams came back in late August. => late August = 2025-08-21..2025-08-31",
        "The post-2015 rules are strict. => 2015 = 2015-01-01..2015-12-31",
        "The May 3 attack killed nine. => May 3 = 2025-05-03",
        "The 3 May attack killed nine. => 3 May = 2025-05-03",
        "The attack of 3 May 2019 killed nine. => 3 May 2019 = 2019-05-03",
        "The attack of May 3, 2019, killed nine. => May 3, 2019 = 2019-05-03",
        "The Sept. 11, 2001, attacks changed that. => Sept. 11, 2001 = 2001-09-11",
        "A two-week truce was agreed. => two-week = 336h",
        "A 10-day truce was agreed. => 10-day = 240h",
        "The truce held for three months. => three months = 2160h",
        "The truce held for 36 hours. => 36 hours = 36h",
        "The paper appears weekly. => weekly = set",
        "The council meets every Tuesday. => every Tuesday = set",
        "The lake froze in the winter of 2010. => winter of 2010 = 2010-12-01..2011-02-28",
        "They met on the first Monday of May 2024. => the first Monday of May 2024 = 2024-05-06",
        "They met in the last week of June 2024. => the last week of June 2024 = 2024-06-24..2024-06-30",
    ]

    static let quarters = [
        "Profit fell in the second quarter. => the second quarter = 2025-04-01..2025-06-30",
        "Profit fell in the fourth quarter. => the fourth quarter = 2024-10-01..2024-12-31",
        "Profit will fall in the fourth quarter. => the fourth quarter = 2025-10-01..2025-12-31",
        "Profit fell in the first quarter of 2024. => the first quarter of 2024 = 2024-01-01..2024-03-31",
        "Profit fell in Q1 2024. => Q1 2024 = 2024-01-01..2024-03-31",
        "Profit fell in the first half of 2024. => the first half of 2024 = 2024-01-01..2024-06-30",
        "Profit fell in the first half of the year. => the first half of the year = 2025-01-01..2025-06-30",
        "Profit fell last quarter. => last quarter = 2025-04-01..2025-06-30",
        "Profit will fall next quarter. => next quarter = 2025-10-01..2025-12-31",
        "Profit fell in fiscal 2024. => fiscal 2024 = ?",
        "Profit fell in the fiscal year 2024. => fiscal year 2024 = ?",
        "Profit will fall in the second half of 2026. => the second half of 2026 = 2026-07-01..2026-12-31",
        "Profit will fall for the rest of the year. => the rest of the year = 2025-09-17..2025-12-31",
        "Profit fell in the three months to June. => three months = 2160h; June = 2025-06-01..2025-06-30",
    ]

    static let clocks = [
        "The blast came at 4 a.m. on Monday. => 4 a.m. on Monday = 2025-09-15T04:00",
        "The blast came at 04:20 on Monday. => 04:20 on Monday = 2025-09-15T04:20",
        "The blast came at around 4.30am on Monday. => 4.30am on Monday = 2025-09-15T04:30",
        "The blast came on Monday at 9:15 p.m. => Monday at 9:15 p.m. = 2025-09-15T21:15",
        "The blast came on Monday morning. => Monday morning = 2025-09-15T08:00..2025-09-15T12:00",
        "The blast came late on Monday. => late on Monday = 2025-09-15",
        "The blast came early on Monday. => early on Monday = 2025-09-15",
        "The blast came on Sunday night. => Sunday night = 2025-09-14T20:00..2025-09-15T00:00",
        "The blast came at noon on 3 June. => noon on 3 June = 2025-06-03T12:00",
        "The blast came shortly after midnight. => midnight = 00:00 after",
        "Polls will close at 8 p.m. on Sunday. => 8 p.m. on Sunday = 2025-09-21T20:00",
        "Polls will open on Sunday at 07:00. => Sunday at 07:00 = 2025-09-21T07:00",
        "The shop opens at 9 a.m. => 9 a.m. = 09:00",
        "The road is shut from 9 p.m. to 5 a.m. => 9 p.m. to 5 a.m. = 21:00-05:00",
        "The vote began this morning. => this morning = 2025-09-17T08:00..2025-09-17T12:00",
        "She was found on Tuesday evening. => Tuesday evening = 2025-09-16T16:00..2025-09-16T20:00",
    ]

    static let nothing = [
        "The second man was 48 years old.", "He won 2019 votes in March Street.", "It may rain, Theresa May said.",
        "The 2,500 seats were taken.", "He read the Sunday Courier.", "The minister marched on.",
        "A 30-year-old man was hurt.", "They ran 10 km and won 3-1.", "The third of the four pumps failed.",
        "It may not be quoted.", "The spring was poisoned.", "He fell in the fall.",
    ]

    static let groups: [(name: String, lines: [String])] = [
        ("past", past), ("future", future), ("narrative", narrative), ("year of the text", yearOfTheText),
        ("deadlines", deadlines), ("open windows", openWindows), ("vague", vague), ("calendar", calendar),
        ("quarters", quarters), ("clocks", clocks), ("nothing", nothing),
    ]
}
