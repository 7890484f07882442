import Foundation
import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct ErasingTests {
    private static let secret = "the pelican manifest was burnt"

    private static let article = SampleArticle(
        url: "https://gull.example/secret", outlet: "The Plover", headline: "Kestrel papers vanish",
        said: [.init(name: "Quirina Zander", affiliation: "Osprey Board", content: secret)])

    private func units() -> StoredUnits {
        StoredUnits(
            version: "1",
            units: [.init(span: TextSpan(0, 4), statement: 0, vector: (0..<64).map { Float($0 % 7) - 3 })])
    }

    /// What an erased article must leave nothing of.
    private static let words = ["pelican", "Kestrel", "Quirina", "Zander", "Osprey", "gull.example/secret", "Plover"]

    private func places(of word: String, in scratch: Scratch) throws -> [String] {
        let folder = URL(filePath: scratch.folder)
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil).filter { file in
            let bytes = try Data(contentsOf: file)
            return [word, word.lowercased()].contains { bytes.range(of: Data($0.utf8)) != nil }
        }.map(\.lastPathComponent)
    }

    @Test func nothingIsLeftOfTheWords() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        let added = try ledger.add(Self.article, units: units())
        var judgement = JudgementTests.sample
        judgement.claim = Self.secret
        judgement.anchors = [.init(document: Self.article.reading.document.id, span: TextSpan(0, 4))]
        try ledger.judge(judgement)
        try ledger.close()
        for word in Self.words { #expect(try !places(of: word, in: scratch).isEmpty, "\(word) was there") }

        let again = try Ledger(path: scratch.path, mode: .write)
        let erasure = try again.erase([added.revision], reason: "asked to", at: "2031-04-01T00:00:00Z")
        #expect(erasure.entries == [2, 3, 4] && erasure.entry == 5 && erasure.revisions == [added.revision])
        try again.close()
        for word in Self.words {
            let places = try places(of: word, in: scratch)
            #expect(places.isEmpty, "\(word) is left in \(places)")
        }
    }

    /// Names that only an earlier reading of the erased words gave, and those in the reasons for which two may be one.
    @Test func nothingIsLeftOfWhatEarlierReadingsMade() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle(said: [.init(name: "Quirina Zender", affiliation: "Gannet Board", content: "a")]))
        let key = try ledger.add(Self.article).revision
        #expect(try ledger.possibleSources(limit: 9).count == 1)
        _ = try ledger.keepApart(1, 2, at: "2031-04-01T00:00:00Z")
        var other = Self.article
        other.said = [.init(role: "an aide", content: Self.secret)]
        try ledger.renew(key, reading: other.reading, stages: [:], at: "2031-04-01T00:00:00Z")
        _ = try ledger.erase([key], at: "2031-04-01T00:00:00Z")
        try ledger.close()
        for word in ["pelican", "Zander", "Osprey"] {
            let places = try places(of: word, in: scratch)
            #expect(places.isEmpty, "\(word) is left in \(places)")
        }
        #expect(try places(of: "Zender", in: scratch) == ["ledger.db"])
    }

    @Test func whatIsNamedTwiceIsErasedOnceAndNothingIsNoErasure() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let key = try ledger.add(SampleArticle()).revision
        #expect(throws: LedgerError(.notFound, "", path: "")) { try ledger.erase([], at: "2031-04-01T00:00:00Z") }
        #expect(try ledger.erase([key, key], at: "2031-04-01T00:00:00Z").revisions == [key])
        #expect(try ledger.logSize() == 3 && ledger.verify().findings == [])
    }

    @Test func theListGoesOnWhereAnErasedArticleStood() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for day in 1...4 {
            try ledger.add(SampleArticle(url: "https://gull.example/\(day)", published: "2031-03-0\(day)"))
        }
        let page = try ledger.articles(limit: 2)
        #expect(page.map(\.id) == [4, 3])
        _ = try ledger.erase([.init(article: 3, number: 1)], at: "2031-04-01T00:00:00Z")
        let place = try #require(ArticlePlace(page[1].place.text))
        #expect(place == page[1].place)
        #expect(try ledger.articles(limit: 2, after: place).map(\.id) == [2, 1])
        for text in ["", "3", "zz-3", "3-", "32-3-4", "32-a"] { #expect(ArticlePlace(text) == nil) }
    }

    @Test func theLogHoldsAndProvesWhatItDidBefore() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let added = try ledger.add(Self.article)
        try ledger.add(SampleArticle())
        let before = try ledger.leafHashes()
        _ = try ledger.erase([added.revision], at: "2031-04-01T00:00:00Z")
        #expect(try ledger.leafHashes().starts(with: before))
        #expect(try ledger.verify().findings == [])
        let entries = try ledger.entries(from: 0, limit: 9)
        #expect(entries[0].salt == [UInt8](repeating: 0, count: 32) && entries[2].salt != entries[0].salt)
        #expect(try ledger.content(ofEntry: 0) == nil && ledger.content(ofEntry: 2) != nil)
        #expect(try ledger.erasures().map(\.entry) == [4])
    }

    @Test func theArticleIsGoneAndMayComeAgain() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let added = try ledger.add(Self.article)
        _ = try ledger.erase([added.revision], at: "2031-04-01T00:00:00Z")
        #expect(try ledger.article(1) == nil && ledger.articles(limit: 9).isEmpty && ledger.revisions(of: 1).isEmpty)
        #expect(try ledger.reading(added.revision) == nil && ledger.sources(limit: 9).isEmpty)
        let counts = try ledger.counts()
        #expect(counts.articles == 0 && counts.revisions == 0 && counts.statements == 0)
        #expect(throws: LedgerError(.notFound, "", path: "")) {
            try ledger.erase([added.revision], at: "2031-04-01T00:00:00Z")
        }
        #expect(
            try ledger.add(Self.article) == Added(change: .added, revision: .init(article: 2, number: 1), statements: 1)
        )
        #expect(try ledger.verify().findings == [])
    }

    @Test func oneRevisionOfSeveralGoes() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        let second = try ledger.add(SampleArticle(said: [.init(name: "Petra Lind", content: "pelican")]))
        _ = try ledger.erase([second.revision], at: "2031-04-01T00:00:00Z")
        #expect(try ledger.revisions(of: 1).map(\.key.number) == [1])
        #expect(try ledger.article(1)?.revisions == 1 && ledger.search("pelican", limit: 9).isEmpty)
        #expect(try ledger.search("quay", limit: 9).count == 2)
        let third = try ledger.add(SampleArticle(said: [.init(name: "Petra Lind", content: "heron")]))
        #expect(third.revision.number == 3)
        #expect(try ledger.verify().findings == [])
    }

    /// What a forger may do to hide that something was taken away, and must not get through.
    static let forgeries: [(sql: String, code: LedgerCheck.Finding.Code)] = [
        ("DELETE FROM withdrawal WHERE entry = 0", .contentAltered),
        ("DELETE FROM withdrawal", .contentAltered),
        ("UPDATE erasure SET record = CAST(replace(record, '[0,1]', '[0]') AS BLOB)", .contentAltered),
        ("UPDATE withdrawal SET by = 3 WHERE entry = 0", .contentMissing),
        (
            "INSERT INTO withdrawal (entry, by) VALUES (2, 4); DELETE FROM statement WHERE revision = 2; DELETE FROM voice WHERE revision = 2; DELETE FROM document WHERE revision = 2",
            .contentMissing
        ),
        ("UPDATE capture SET bytes = x'61' WHERE entry = 0", .contentAltered),
        ("DELETE FROM erasure", .contentMissing),
    ]

    @Test(arguments: forgeries.indices) func forgedErasuresAreFound(_ number: Int) throws {
        let forgery = Self.forgeries[number]
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let added = try ledger.add(Self.article)
        try ledger.add(SampleArticle())
        _ = try ledger.erase([added.revision], at: "2031-04-01T00:00:00Z")
        try ledger.close()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let file = try DatabaseQueue(path: scratch.path, configuration: configuration)
        try file.writeWithoutTransaction { try $0.execute(sql: forgery.sql) }
        try file.close()
        let findings = try Ledger(path: scratch.path, mode: .read).verify().findings
        #expect(findings.contains { $0.code == forgery.code }, "\(forgery.sql): \(findings)")
    }
}
