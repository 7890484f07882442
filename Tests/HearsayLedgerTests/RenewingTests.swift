import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct RenewingTests {
    private static let time = "2031-05-01T00:00:00Z"
    private static let better = SampleArticle(
        said: [
            .init(
                name: "Ines Okoro", affiliation: "Harbour Ministry", content: "the quay will close", certainty: .likely)
        ])

    @Test func aNewReadingTakesThePlaceOfTheOld() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let key = try ledger.add(SampleArticle()).revision
        let source = try ledger.voiceSources(key)
        #expect(try ledger.revisions(notReadBy: ["tagger": "4"]) == [key])
        #expect(try ledger.renew(key, reading: Self.better.reading, stages: ["tagger": "4"], at: Self.time))
        #expect(try ledger.reading(key) == Self.better.reading && ledger.voiceSources(key) == source)
        #expect(try ledger.revisions(of: 1).map(\.stages) == [["tagger": "4"]])
        #expect(try ledger.revisions(notReadBy: ["tagger": "4"]).isEmpty)
        #expect(try ledger.counts().forecasts == 1 && ledger.search("quay", limit: 9).count == 2)
        #expect(try ledger.capture(key)?.bytes == SampleArticle().bytes)
        #expect(try ledger.entries(from: 0, limit: 9).map(\.kind) == [.capture, .reading, .reading])
        #expect(
            try ledger.content(ofEntry: 1) == nil
                && ledger.content(ofEntry: 2)?.keys.sorted() == ["capture", "key", "reading", "renews", "stages"])
        #expect(try ledger.verify().findings == [])
    }

    @Test func theSameReadingChangesNothing() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let key = try ledger.add(SampleArticle()).revision
        #expect(try !ledger.renew(key, reading: SampleArticle().reading, stages: ["tagger": "3"], at: Self.time))
        #expect(try ledger.logSize() == 2)
        #expect(throws: LedgerError(.notFound, "", path: "")) {
            try ledger.renew(.init(article: 9, number: 1), reading: Self.better.reading, stages: [:], at: Self.time)
        }
    }

    @Test func readingsCanBeRenewedAgainAndErased() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let key = try ledger.add(SampleArticle()).revision
        for stage in 4..<7 {
            try ledger.renew(key, reading: Self.better.reading, stages: ["tagger": "\(stage)"], at: Self.time)
        }
        #expect(try ledger.verify().findings == [])
        let erasure = try ledger.erase([key], at: Self.time)
        #expect(erasure.entries == [0, 1, 2, 3, 4])
        #expect(try ledger.verify().findings == [])
    }

    @Test(arguments: ["DELETE FROM withdrawal", "UPDATE withdrawal SET by = 3", "UPDATE withdrawal SET entry = 0"])
    func forgedRenewalsAreFound(_ sql: String) throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let key = try ledger.add(SampleArticle()).revision
        try ledger.renew(key, reading: Self.better.reading, stages: ["tagger": "4"], at: Self.time)
        try ledger.add(SampleArticle(url: "https://gull.example/other"))
        try ledger.close()
        let file = try DatabaseQueue(path: scratch.path)
        try file.writeWithoutTransaction { try $0.execute(sql: sql) }
        try file.close()
        #expect(try !Ledger(path: scratch.path, mode: .read).verify().findings.isEmpty)
    }

    @Test func aSourceKnowsWhatTheNewReadingSaysOfIt() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        func article(_ number: Int, _ affiliation: String) -> SampleArticle {
            SampleArticle(
                url: "https://gull.example/\(number)",
                said: [.init(name: "Ada Brook", affiliation: affiliation, content: "a")])
        }
        let key = try ledger.add(article(1, "Ministry of Harbours")).revision
        let new = article(1, "Bay University").reading
        try ledger.renew(key, reading: new, stages: ["tagger": "4"], at: Self.time)
        let more = try ["Ministry of Harbours", "University of the Bay"].enumerated().map { number, affiliation in
            try ledger.voiceSources(ledger.add(article(2 + number, affiliation)).revision)["v1"]
        }
        #expect(more == [2, 1])
    }

    /// Two unnamed voices of one description stay two, whatever the new reading calls them.
    @Test func unnamedVoicesAreNotConfused() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let two = SampleArticle(said: [
            .init(role: "an official", content: "a"), .init(role: "an official", content: "b"),
        ])
        let key = try ledger.add(two).revision
        try ledger.renew(key, reading: two.reading, stages: ["tagger": "4"], at: Self.time)
        let sources = try ledger.voiceSources(key)
        #expect(sources["v1"] != nil && sources["v1"] != sources["v2"])
    }
}
