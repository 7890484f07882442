import HearsayCore
import HearsayLedger
import Testing

@Suite struct SourceTests {
    /// The source numbers of voices that come one article each.
    private func sources(_ said: [SampleArticle.Said]) throws -> [Int?] {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        return try said.enumerated().map { number, said in
            let article = SampleArticle(url: "https://gull.example/\(number)", said: [said])
            return try ledger.voiceSources(ledger.add(article).revision)["v1"]
        }
    }

    @Test func namesJoinWhateverTheirSpelling() throws {
        #expect(
            try sources([
                .init(name: "Inés Okoro", content: "a"), .init(name: "INES  OKORO", content: "b"),
                .init(name: "Ines Okoro-Lind", content: "c"),
            ]) == [1, 1, 2])
        #expect(
            try sources([
                .init(name: "The Gull", kind: .outlet, content: "a"), .init(name: "Gull", kind: .outlet, content: "b"),
                .init(name: "Gull", kind: .organisation, content: "c"), .init(name: "The", kind: .outlet, content: "d"),
                .init(name: "…", kind: .outlet, content: "e"),
            ]) == [1, 1, 2, 3, 4])
    }

    @Test func affiliationsThatShareNothingKeepNamesakesApart() throws {
        #expect(
            try sources([
                .init(name: "Ines Okoro", content: "a"),
                .init(name: "Ines Okoro", affiliation: "Ministry of Harbours", content: "b"),
                .init(name: "Ines Okoro", affiliation: "the Harbours Office", content: "c"),
                .init(name: "Ines Okoro", affiliation: "University of the Bay", content: "d"),
                .init(name: "Ines Okoro", affiliation: "Bay University", content: "e"),
            ]) == [1, 1, 1, 2, 2])
    }

    @Test func unnamedVoicesAreNeverJoined() throws {
        #expect(
            try sources([
                .init(role: "an official", content: "a"), .init(role: "an official", content: "a"),
                .init(kind: .unspecified, content: "b"),
            ]) == [1, 2, nil])
    }

    @Test func aSourceHasItsVoicesAndStatements() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(
            SampleArticle(
                url: "https://gull.example/1", published: "2031-03-01",
                said: [
                    .init(name: "Ines Okoro", role: "mayor", content: "first"),
                    .init(role: "an official", content: "second"),
                ]))
        try ledger.add(
            SampleArticle(
                url: "https://gull.example/2", published: "2031-03-02",
                said: [.init(name: "Ines Okoro", content: "third", certainty: .likely)]))
        let sources = try ledger.sources(limit: 9)
        #expect(sources.map(\.label) == ["Ines Okoro", "an official"])
        #expect(sources.map(\.statements) == [2, 1] && sources.map(\.articles) == [2, 1])
        #expect(sources.map(\.anonymous) == [false, true])
        let mayor = try #require(try ledger.source(sources[0].id))
        #expect(mayor.source == sources[0])
        #expect(mayor.statements.map(\.words) == ["third", "first"])
        #expect(mayor.statements.map(\.revision.article) == [2, 1] && mayor.statements.map(\.id) == ["s1", "s1"])
        #expect(mayor.voices.compactMap(\.role) == ["mayor"])
        #expect(try ledger.source(99) == nil && ledger.source(sources[0].id, limit: -1)?.statements.isEmpty == true)
        let counts = try ledger.counts()
        #expect(counts.articles == 2 && counts.outlets == 1 && counts.statements == 3)
        #expect(counts.unnamed == 1 && counts.forecasts == 1 && counts.entries == 4)
    }

    @Test func onlyLatestRevisionsCount() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        try ledger.add(SampleArticle(said: [.init(name: "Petra Lind", content: "the quay stays open")]))
        #expect(try ledger.sources(limit: 9).map(\.label) == ["Petra Lind"])
        #expect(try ledger.source(1) == nil)
        #expect(try ledger.voiceSources(RevisionKey(article: 1, number: 1)) == ["v1": 1])
    }
}
