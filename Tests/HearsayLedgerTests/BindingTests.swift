import GRDB
import HearsayCore
import Testing
import TransparencyLog

@testable import HearsayLedger

/// Rows that were exchanged for others of the same ledger: each by itself is what was logged, but not where it stands.
@Suite struct BindingTests {
    private static let time = "2031-05-01T00:00:00Z"

    /// An article whose document has the id that the reader gives: the digest of the captured bytes.
    private static func article(_ url: String, _ content: String) -> (capture: CaptureRecord, reading: Reading) {
        var article = SampleArticle(url: url, said: [.init(name: "Ines Okoro", content: content)])
        article.exchange = .init(status: 200)
        var reading = article.reading
        reading.document.id = Digest.name(of: article.bytes)
        return (article.capture, reading)
    }

    /// Two articles, the first with two revisions and a renewed reading, the pages of both gone, two sources merged.
    private static func fill(_ scratch: Scratch) throws {
        let ledger = try scratch.ledger()
        for (url, content) in [("1", "the quay will close"), ("1", "the gate will close"), ("2", "the tide is high")] {
            let (capture, reading) = article("https://gull.example/\(url)", content)
            _ = try ledger.add(capture, reading: reading, stages: ["tagger": "3"], at: time)
        }
        for name in ["Petra Lind", "Noor Abara"] {
            let other = SampleArticle(
                url: "https://gull.example/\(name.count)", said: [.init(name: name, content: "x")])
            try ledger.add(other)
        }
        try ledger.renew(
            .init(article: 1, number: 1), reading: article("https://gull.example/1", "the quay will close").reading,
            stages: ["tagger": "4"], at: time)
        for number in [1, 2] { try ledger.note(Look(article: number, time: time, outcome: .gone, status: 410)) }
        let merge = try ledger.merge([2], into: 1, at: time)
        _ = try ledger.undo(merge, at: time)
        _ = try ledger.merge([3], into: 1, at: time)
        #expect(try ledger.verify().findings == [])
        try ledger.close()
    }

    /// Statements that exchange the values of a column between two rows.
    private static func exchange(_ table: String, _ column: String, _ first: Int, _ second: Int) -> String {
        """
        CREATE TEMP TABLE x AS SELECT id, \(column) AS value FROM \(table) WHERE id IN (\(first), \(second));
        UPDATE \(table) SET \(column) = -1 WHERE id = \(first);
        UPDATE \(table) SET \(column) = (SELECT value FROM x WHERE id = \(first)) WHERE id = \(second);
        UPDATE \(table) SET \(column) = (SELECT value FROM x WHERE id = \(second)) WHERE id = \(first);
        DROP TABLE x;
        """
    }

    private static func exchangeRevisions(of table: String) -> String {
        """
        UPDATE \(table) SET revision = -1 WHERE revision = 1; UPDATE \(table) SET revision = 1 WHERE revision = 3;
        UPDATE \(table) SET revision = 3 WHERE revision = -1;
        """
    }

    /// What exchanges whole readings: the rows that hang on them go along.
    private static let readings =
        ["document", "voice", "statement"].map(exchangeRevisions).joined()

    static let forgeries: [String] = [
        exchange("revision", "capture", 1, 2),
        exchange("revision", "capture", 1, 3),
        readings,
        exchange("revision", "article", 1, 3),
        exchange("article", "key", 1, 2),
        exchange("revision", "number", 1, 2) + "UPDATE revision SET latest = 1 - latest WHERE id IN (1, 2);",
        exchange("look", "article", 1, 2),
        "UPDATE article SET key = 'https://other.example/' WHERE id = 1",
        "UPDATE voice SET source = 2 WHERE revision = 3",
        "UPDATE voice SET source = NULL WHERE revision = 3",
        "UPDATE voice SET source = base WHERE base = 3",
        "UPDATE source SET merged = NULL; UPDATE voice SET source = base",
        "UPDATE source SET merged = 1 WHERE id = 2; UPDATE voice SET source = 1 WHERE base = 2",
        "UPDATE source SET merged = 3 WHERE id = 1",
        "UPDATE joining SET undone = NULL",
        "UPDATE joining SET undone = 3 WHERE id = 1",
        exchange("joining", "id", 1, 3),
    ]

    private static func forge(_ scratch: Scratch, _ sql: String) throws -> [LedgerCheck.Finding] {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let file = try DatabaseQueue(path: scratch.path, configuration: configuration)
        try file.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA ignore_check_constraints = ON; DROP INDEX IF EXISTS revision_latest")
            try db.execute(sql: sql)
        }
        try file.close()
        return try Ledger(path: scratch.path, mode: .read).verify().findings
    }

    @Test(arguments: forgeries.indices) func exchangedRowsAreFound(_ number: Int) throws {
        let scratch = try Scratch()
        try Self.fill(scratch)
        let findings = try Self.forge(scratch, Self.forgeries[number])
        #expect(!findings.isEmpty, "\(Self.forgeries[number])")
        #expect(findings.allSatisfy { [.contentAltered, .columnAltered].contains($0.code) }, "\(findings)")
    }

    @Test func theLeafSaysWhereAReadingBelongs() throws {
        let scratch = try Scratch()
        try Self.fill(scratch)
        let ledger = try Ledger(path: scratch.path, mode: .read)
        let content = try #require(try ledger.content(ofEntry: 3))
        #expect(content.keys.sorted() == ["capture", "key", "reading", "stages"])
        #expect(content["capture"] == Array("2".utf8) && content["key"] == Array("https://gull.example/1".utf8))
        let renewed = try #require(try ledger.content(ofEntry: 10))
        #expect(renewed["capture"] == Array("0".utf8) && renewed["renews"] == Array("1".utf8))
        #expect(try ledger.content(ofEntry: 11)?.keys.sorted() == ["key", "look"])
    }

    /// What a reading that was renewed was of, its own leaf still tells.
    @Test func aRenewedReadingIsOfTheSameCapture() throws {
        let scratch = try Scratch()
        try Self.fill(scratch)
        let findings = try Self.forge(scratch, Self.exchange("revision", "capture", 1, 3))
        #expect(findings.contains { $0.code == .contentAltered && $0.index == 1 }, "\(findings)")
    }

    // MARK: Ledgers from before leaves told that

    /// Makes the leaves what they were before they covered where content belongs.
    private static func makeOld(_ scratch: Scratch) throws {
        let ledger = try Ledger(path: scratch.path, mode: .write)
        try ledger.write { db in
            for row in try Row.fetchAll(db, sql: "SELECT * FROM entry WHERE kind IN ('reading', 'look')") {
                var leaf = try #require(Leaf(bytes: row.bytes("leaf")))
                for place in ["capture", "key"] { leaf.digests[place] = nil }
                try db.execute(
                    sql: "UPDATE entry SET leaf = ?, hash = ? WHERE number = ?",
                    arguments: [leaf.bytes.blob, LogHash.leaf(leaf.bytes).bytes.blob, row.value("number") as Int])
            }
        }
        try ledger.close()
    }

    @Test func anOlderLedgerHoldsAndIsCopiedByteForByte() throws {
        let scratch = try Scratch()
        try Self.fill(scratch)
        try Self.makeOld(scratch)
        let ledger = try Ledger(path: scratch.path, mode: .write)
        #expect(try ledger.verify().findings == [])
        #expect(try ledger.content(ofEntry: 3)?.keys.sorted() == ["reading", "stages"])
        let (capture, reading) = Self.article("https://gull.example/1", "the night is long")
        _ = try ledger.add(capture, reading: reading, at: Self.time)
        var lines: [[UInt8]] = []
        try ledger.dump { lines.append($0) }
        var rest = lines[...]
        let copy = try Ledger.restore(to: scratch.folder + "/copy.db") { rest.popFirst() }
        var again: [[UInt8]] = []
        try copy.dump { again.append($0) }
        #expect(again == lines)
    }

    /// What an older leaf does not tell can be seen from addresses and digests.
    @Test(arguments: [
        exchange("revision", "capture", 1, 2), exchange("revision", "capture", 1, 3), readings,
        exchange("revision", "article", 1, 3), exchange("article", "key", 1, 2),
    ]) func exchangedRowsOfAnOlderLedgerAreFound(_ sql: String) throws {
        let scratch = try Scratch()
        try Self.fill(scratch)
        try Self.makeOld(scratch)
        #expect(try !Self.forge(scratch, sql).isEmpty, "\(sql)")
    }

    /// The address by which an article is known was chosen by other rules once, and a later reading may tell another.
    @Test func keysOfOtherRulesAreNoForgeries() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var (capture, reading) = Self.article("https://gull.example/1#top", "the quay will close")
        capture.finalURL = "https://www.gull.example/1"
        let key = try ledger.add(capture, reading: reading, at: Self.time).revision
        try ledger.close()
        try Self.makeOld(scratch)
        #expect(try Self.forge(scratch, "UPDATE article SET key = 'https://www.gull.example/1'") == [])
        let again = try Ledger(path: scratch.path, mode: .write)
        (reading.document.canonicalURL, reading.document.url) = ("https://gull.example/one", nil)
        try again.renew(key, reading: reading, stages: ["tagger": "4"], at: Self.time)
        #expect(try again.verify().findings == [])
    }
}
