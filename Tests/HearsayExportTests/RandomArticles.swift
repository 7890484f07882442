import HearsayCore
import HearsayExport

/// Articles, claims and verdicts put together by chance, out of strings that break careless writers.
struct RandomArticles {
    var numbers: SeededNumbers

    init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

    private static let pieces = [
        "\"", "\"\"", ",", ";", "\r\n", "\n", "\r", "\t", "=", "+1", "-", "@SUM(A1)", "＝", "'", "''=", "\u{2028}",
        "\u{2029}",
        "🌊", "👩‍👩‍👧", "שלום", "\u{202E}drah\u{202C}", "e\u{301}", "\u{E9}", "\u{0}", "\u{1}", "\u{7F}", "\u{85}",
        "\u{FEFF}",
        "\\", "\\u0000", "</script>", "<b>", "&amp;", "{", "}", "[", "]", "null", "%00", "…", " … ", "the port", " ",
        "night",
        "\u{FFFF}", "\u{10FFFF}", "日本", "ａ", "x_foo", "@id", "cve", "urn:uuid:",
    ]

    private static let addresses = [
        "https://a.example/1", "http://b.example/ü?q=\"x\" y", "https://[::1]:8080/a[b]#c#d", "not an address", "",
        "javascript:alert(1)", "HTTPS://C.EXAMPLE", "https://d.example/\u{0}\n", "https://е.example/%zz%41", "https://",
    ]

    private static let times = [
        "2031-03-22", "2031-03-22T10:00:00Z", "2031-03-22T10:00:00.5-08:00", "soon", "", "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:60Z", "2031-02-30",
    ]

    mutating func text(_ longest: Int = 6) -> String {
        (0..<numbers.below(longest + 1)).map { _ in Self.pieces[numbers.below(Self.pieces.count)] }.joined()
    }

    private mutating func maybe(_ make: (inout RandomArticles) -> String) -> String? {
        numbers.chance(60) ? make(&self) : nil
    }

    private mutating func one<T>(of list: [T]) -> T { list[numbers.below(list.count)] }

    mutating func revision() -> ExportedRevision {
        var revision = ExportedRevision(
            article: numbers.below(1000), number: 1 + numbers.below(9),
            digest: numbers.chance(80) ? Sample.digest("c") : text(),
            captured: numbers.chance(80)
                ? "2031-04-0\(1 + numbers.below(9))T10:0\(numbers.below(10)):0\(numbers.below(10))Z"
                : one(of: Self.times))
        revision.url = maybe { $0.one(of: Self.addresses) }
        revision.finalURL = maybe { $0.one(of: Self.addresses) }
        revision.read = maybe { $0.one(of: Self.times) }
        revision.requested = maybe { $0.one(of: Self.times) }
        revision.entry = numbers.chance(50) ? numbers.below(10_000) : nil
        for _ in 0..<numbers.below(4) { revision.stages[text()] = text() }
        return revision
    }

    mutating func article() -> ExportedArticle {
        var document = Document(id: text(), text: SourceText(text(60)))
        document.outlet = .init(name: maybe { $0.text() }, domain: maybe { $0.text() })
        document.headline = maybe { $0.text() }
        document.authors = (0..<numbers.below(3)).map { _ in text() }
        document.published = maybe { $0.one(of: Self.times) }
        document.language = one(of: ["en", "uk", "de-AT", "zz", "", "\u{0}", "x-klingon"])
        let voices = (0..<numbers.below(6)).map { voice($0) }
        let statements = (0..<numbers.below(6)).map { statement($0, in: document.text, voices: voices.count) }
        var article = ExportedArticle(
            revision: revision(), reading: Reading(document: document, voices: voices, statements: statements))
        if numbers.chance(30) { article.previous = revision() }
        for voice in voices where numbers.chance(50) { article.sources[voice.id] = numbers.below(100) }
        return article
    }

    private mutating func voice(_ number: Int) -> Voice {
        var voice = Voice(id: "v\(number)", kind: one(of: Voice.Kind.allCases))
        voice.name = maybe { $0.text() }
        voice.role = maybe { $0.text() }
        voice.affiliation = maybe { $0.text() }
        voice.reason = maybe { $0.text() }
        voice.anonymous = numbers.chance(40)
        if numbers.chance(40) { voice.people = .init(least: 1, most: numbers.chance(50) ? 3 : nil) }
        return voice
    }

    /// A statement of whole code points and of spans that fall between the bytes of one, or outside of the text.
    private mutating func statement(_ number: Int, in text: SourceText, voices: Int) -> Statement {
        let spans = (0..<numbers.below(4)).map { _ in
            let start = numbers.below(text.count + 3)
            return TextSpan(start, start + numbers.below(12))
        }
        var statement = Statement(
            id: "s\(number)", source: [], cue: [], content: spans, voice: "v\(numbers.below(voices + 1))")
        statement.relay = (0..<numbers.below(3)).map { _ in "v\(numbers.below(voices + 1))" }
        statement.quotation = one(of: Statement.Quotation.allCases)
        statement.stance = one(of: Statement.Stance.allCases)
        statement.confidence = one(of: [0, 1, 0.5, 0.123456, .nan, -1, 7, .infinity])
        let day = CivilDay(number: 22_000 + numbers.below(400))
        if numbers.chance(30) { statement.said = DayInterval(day, day) }
        if numbers.chance(30) {
            let due = numbers.chance(50) ? DayInterval(day, day.adding(days: 9)) : nil
            statement.forecast = Forecast(due: due, certainty: one(of: Forecast.Certainty.allCases))
        }
        return statement
    }

    /// A claim carried by some of the articles' statements.
    mutating func claim(on articles: [ExportedArticle]) -> ExportedClaim {
        var members: [Claim.Member] = []
        var revisions: [String: ExportedRevision] = [:]
        for (number, article) in articles.enumerated() where numbers.chance(60) {
            let id = "a\(number)"
            if numbers.chance(90) { revisions[id] = article.revision }
            let statement = numbers.chance(80) ? article.reading.statements.first?.id : nil
            members.append(
                Claim.Member(
                    article: id, statement: statement, span: TextSpan(0, 0), stance: one(of: Claim.Stance.allCases),
                    voice: maybe { $0.text() }, anonymous: numbers.chance(30)))
        }
        var claim = Claim(
            id: "c" + text(), text: text(), members: members, origins: .init(least: 0, likely: 1, most: 2),
            sources: [.init(label: text(), kind: .named, members: [0, 1, 99], least: 0, most: 1, reason: text())])
        claim.contradicts = (0..<numbers.below(3)).map { .init(claim: "c\($0)", clash: one(of: Claim.Clash.allCases)) }
        let opponent = Claim(id: "c0", text: text(), members: members, origins: .init(exactly: 1), sources: [])
        let edges = [
            Edge(
                from: "a0", to: "a1", kind: one(of: Edge.Kind.allCases), credited: true, confidence: .nan, evidence: [])
        ]
        return ExportedClaim(claim: claim, revisions: revisions, opponents: ["c0": opponent], edges: edges)
    }

    mutating func review(of claim: ExportedClaim) -> ExportedReview {
        let judgement = Judgement(
            outcome: one(of: Claim.Outcome.allCases), evidence: (0..<numbers.below(3)).map { _ in text() },
            time: one(of: Self.times), claim: text(), anchors: [])
        return ExportedReview(
            judgement: judgement, page: maybe { $0.one(of: Self.addresses) },
            author: numbers.chance(80) ? .init(name: text(), url: maybe { $0.one(of: Self.addresses) }) : nil,
            claimant: numbers.chance(50) ? .init(name: text(), isOrganisation: true) : nil, claim: claim)
    }
}
