import HearsayCore
import HearsayNames
import Testing

@Suite struct NameMatcherTests {
    @Test(arguments: [
        ("Vyorstka", "Вёрстка", Voice.Kind.outlet), ("Zelensky", "Зеленський", .person),
        ("Zelensky", "Zelenskyy", .person),
        ("Dmitry Peskov", "Dmitri Peskov", .person), ("Andriy Yermak", "Andrii Ermak", .person),
        ("Joe Biden", "Joseph R. Biden", .person), ("Sir Keir Starmer", "Keir Starmer", .person),
        ("François Hollande", "FRANCOIS HOLLANDE", .person), ("Kyriakos Mitsotakis", "Κυριάκος Μητσοτάκης", .person),
        ("Kyiv", "Киев", .government),
        ("Kharkiv Regional Administration", "Kharkov Regional Administration", .government),
        ("Ukraine's Ministry of Defence", "Ukrainian Defense Ministry", .government),
        ("NYT", "nytimes.com", .outlet), ("Siemens AG", "Siemens Aktiengesellschaft", .organisation),
        ("3rd Assault Brigade", "Third Assault Brigade", .organisation), ("Coca-Cola", "Coca Cola", .organisation),
        ("JPMorgan Chase & Co.", "JP Morgan Chase and Company", .organisation),
    ])
    func oneSource(_ a: String, _ b: String, _ kind: Voice.Kind) {
        let match = NameMatcher.compare(a, b, kind: kind)
        #expect(match.verdict == .same && match.score >= 0.9, "\(a), \(b): \(match)")
    }

    @Test(arguments: [
        ("Umerov", "Umarov", Voice.Kind.person), ("Kyrylo Budanov", "Kyrylo Bogdanov", .person),
        ("Умєров", "Умаров", .person), ("Angela", "Angelo", .person), ("Angela Merkel", "Angelo Merkel", .person),
        ("A. Merkel", "Angela Merkel", .person), ("A. Merkel", "B. Merkel", .person), ("Han", "Khan", .person),
        ("John Smith", "Jon Smyth", .person), ("James Martin", "Martin James", .person), ("Ivanov", "Ivanova", .person),
        ("George W. Bush", "George H. W. Bush", .person), ("John Kennedy", "John Kennedy Jr.", .person),
        ("محمد بن سلمان", "Mohammed bin Salman al-Saud", .person), ("Zelensky", "Volodymyr Zelensky", .person),
        ("3rd Brigade", "5th Brigade", .organisation), ("Gazprom", "Gazprombank", .organisation),
        ("Deutsche Bank AG", "Deutsche Bank GmbH", .organisation), ("Interfax", "Interfax-Ukraine", .outlet),
        ("GUR", "GRU", .government), ("The Times", "The New York Times", .outlet), ("Kyiv", "Kyiv Oblast", .government),
    ])
    func neverMergedByThemselves(_ a: String, _ b: String, _ kind: Voice.Kind) {
        let match = NameMatcher.compare(a, b, kind: kind)
        #expect(match.verdict != .same, "\(a), \(b): \(match)")
    }

    @Test(arguments: [
        (
            "Umerov", "Umarov", Voice.Kind.person, NameMatch.Verdict.possible,
            "the name differs by one vowel: Umarov, Umerov"
        ),
        ("Rustem Umerov", "Rustem Umarov", .person, .possible, "the surname differs by one vowel: Umarov, Umerov"),
        ("Tom Cook", "Tim Cook", .person, .possible, "the first name differs by one vowel: Tim, Tom"),
        ("A. Merkel", "B. Merkel", .person, .different, "different initials: A. Merkel, B. Merkel"),
        ("A. Merkel", "Angela Merkel", .person, .possible, "an initial may stand for the name: A, Angela"),
        ("3rd Brigade", "5th Brigade", .organisation, .different, "different numbers: 3rd, 5th"),
        ("Bank of China", "Bank of Chile", .organisation, .different, "different places: Chile, China"),
        ("Deutsche Bank AG", "Deutsche Bank GmbH", .organisation, .possible, "different legal forms"),
        ("Kharkiv", "Харьков", .government, .same, "names of one place: Kharkiv, Харьков"),
        ("Verstka", "Вёрстка", .outlet, .same, "both are names of Verstka"),
        ("Dr. Fauci", "Fauci", .person, .same, "the same but for a title"),
        ("Gazprom Neft JSC", "Gazprom Neft", .organisation, .same, "the same but for the legal form"),
        ("TASS", "BelTA", .outlet, .different, "two sources: BelTA, TASS"),
        (
            "WXYZ", "Westland Xylophone Youth Zone", .organisation, .possible,
            "WXYZ may be short for Westland Xylophone Youth Zone"
        ),
        ("Mira Kolen", "Tomas Brandt", .person, .different, "no word in common"),
    ])
    func theReasonIsTold(
        _ a: String, _ b: String, _ kind: Voice.Kind, _ verdict: NameMatch.Verdict, _ reason: String
    ) {
        let match = NameMatcher.compare(a, b, kind: kind)
        #expect(match.verdict == verdict && match.reason == reason, "\(match)")
    }

    @Test func kindsAreKeptApart() {
        let (person, body) = (NameForm("Levada", kind: .person), NameForm("Levada", kind: .organisation))
        #expect(NameMatcher.compare(person, body).verdict == .possible)
        let outlet = NameForm("Levada", kind: .outlet)
        #expect(NameMatcher.compare(body, outlet).verdict == .same)
    }

    @Test(arguments: [
        ("Ukraine's Defense Ministry", "Ukrainian army", AffiliationMatch.agrees), ("Gazprom", "OAO Gazprom", .agrees),
        ("University of Kansas", "Kansas state senate", .agrees), ("Gazprom", "Naftogaz", .clashes),
        ("Ministry of Health", "Ministry of Energy", .clashes), ("Russia", "Ukraine", .clashes),
        ("", "Gazprom", .unknown),
    ])
    func affiliations(_ a: String, _ b: String, _ expected: AffiliationMatch) {
        #expect(AffiliationMatch.compare(a, b) == expected)
        #expect(AffiliationMatch.compare(b, a) == expected)
        #expect(AffiliationMatch.compare(a, nil) == .unknown)
    }
}
