import Crypto
import Foundation
import GRDB
import HearsayCore
import Testing
import TransparencyLog

@testable import HearsayLedger

@Suite struct LogTests {
    private func ledger(_ scratch: Scratch) throws -> Ledger {
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        try ledger.judge(JudgementTests.sample)
        return ledger
    }

    @Test func leavesHoldNothingButSaltedDigests() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        let entries = try ledger.entries(from: 0, limit: 9)
        #expect(entries.map(\.kind) == [.capture, .reading, .judgement] && entries.map(\.index) == [0, 1, 2])
        #expect(Set(entries.map(\.salt)).count == 3)
        for entry in entries {
            #expect(entry.hash == LogHash.leaf(entry.leaf))
            let leaf = String(decoding: entry.leaf, as: UTF8.self)
            #expect(
                leaf.wholeMatch(
                    of: /\{"digests":\{("[a-z]+":"[0-9a-f]{64}",?)+\},"kind":"[a-z]+","time":"[0-9TZ:-]+"\}/) != nil)
        }
        #expect(try ledger.leafHashes() == entries.map(\.hash))
        #expect(entries[0].about == "Quay closes at night" && entries[1].revision == .init(article: 1, number: 1))
        #expect(try ledger.latestEntries(limit: 2).map(\.index) == [2, 1])
        #expect(try ledger.entries(from: 1, limit: 1).map(\.index) == [1])
    }

    @Test func oneEntryCanBeShownToOthers() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        let entry = try #require(try ledger.entries(from: 0, limit: 1).first)
        let content = try #require(try ledger.content(ofEntry: 0))
        #expect(content["bytes"] == SampleArticle().bytes && content.count == 2)
        let leaf = String(decoding: entry.leaf, as: UTF8.self)
        for part in content.values {
            let digest = SHA256.hash(data: entry.salt + part).map { String(format: "%02x", $0) }.joined()
            #expect(leaf.contains(digest))
        }
        #expect(try ledger.content(ofEntry: 1)?.keys.sorted() == ["capture", "key", "reading", "stages"])
        #expect(try ledger.content(ofEntry: 2)?.keys.sorted() == ["judgement"])
        #expect(try ledger.content(ofEntry: 3) == nil)
    }

    @Test func equalContentHasOtherLeaves() throws {
        let (one, two) = (try Scratch(), try Scratch())
        let (a, b) = (try ledger(one), try ledger(two))
        #expect(a.id.count == 16 && a.id != b.id)
        #expect(Set(try a.leafHashes()).isDisjoint(with: try b.leafHashes()))
    }

    @Test func anUntouchedLedgerAgreesWithItself() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        let check = try ledger.verify()
        #expect(check.findings.isEmpty)
        #expect(try check.leafHashes == ledger.leafHashes())
    }

    /// What a forger may do to the file, and what must be found.
    static let forgeries: [(sql: String, code: LedgerCheck.Finding.Code, index: Int?)] = [
        ("UPDATE capture SET bytes = x'00'", .contentAltered, 0),
        ("UPDATE capture SET record = CAST(replace(record, 'quay', 'port') AS BLOB)", .contentAltered, 0),
        ("UPDATE capture SET url = 'https://other.example/'", .columnAltered, 0),
        ("UPDATE capture SET digest = 'sha256:00'", .columnAltered, 0),
        ("UPDATE document SET reading = x'00'", .columnAltered, 1),
        ("UPDATE document SET stages = '{}'", .contentAltered, 1),
        ("UPDATE document SET headline = 'Quay opens'", .columnAltered, 1),
        ("UPDATE document SET title = ''", .columnAltered, 1),
        ("UPDATE revision SET ordering = '2032'", .columnAltered, 1),
        ("UPDATE revision SET seen = '2032'", .columnAltered, 1),
        ("UPDATE revision SET latest = 0", .columnAltered, nil),
        ("UPDATE revision SET number = 2", .columnAltered, nil),
        ("UPDATE statement SET words = 'the quay will open'", .columnAltered, 1),
        ("UPDATE statement SET stance = 'denies'", .columnAltered, 1),
        ("UPDATE voice SET name = 'Petra Lind'", .columnAltered, 1),
        ("DELETE FROM statement", .columnAltered, 1),
        ("UPDATE judgement SET record = CAST(replace(record, 'true', 'void') AS BLOB)", .contentAltered, 2),
        ("UPDATE judgement SET outcome = 'false'", .columnAltered, 2),
        ("DELETE FROM judgement_anchor WHERE ordinal = 1", .columnAltered, 2),
        ("DELETE FROM judgement_anchor; DELETE FROM judgement", .contentMissing, 2),
        ("DELETE FROM entry WHERE number = 1", .indexGap, 1),
        ("DELETE FROM entry WHERE number = 2", .contentWithoutEntry, nil),
        ("UPDATE entry SET leaf = CAST(replace(leaf, '2031', '2030') AS BLOB) WHERE number = 0", .leafAltered, 0),
        ("UPDATE entry SET time = '2030' WHERE number = 0", .leafAltered, 0),
        ("UPDATE entry SET kind = 'judgement' WHERE number = 0", .leafAltered, 0),
        ("UPDATE entry SET hash = zeroblob(32) WHERE number = 0", .leafAltered, 0),
        ("UPDATE entry SET salt = zeroblob(32) WHERE number = 0", .contentAltered, 0),
        ("UPDATE entry SET number = 7 WHERE number = 2", .indexGap, 2),
        ("DELETE FROM document", .contentMissing, 1),
    ]

    @Test func anotherReadingIsFound() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        try ledger.write { db in
            let row = try #require(try Row.fetchOne(db, sql: "SELECT reading FROM document"))
            let json = String(decoding: try row.deflated("reading"), as: UTF8.self)
            let forged = Deflated.bytes(of: Array(json.replacing("said", with: "lied").utf8))
            try db.execute(sql: "UPDATE document SET reading = ?", arguments: [forged.blob])
        }
        #expect(try ledger.verify().findings.contains { $0.code == .contentAltered && $0.index == 1 })
    }

    @Test(arguments: forgeries.indices) func forgeriesAreFound(_ number: Int) throws {
        let forgery = Self.forgeries[number]
        let scratch = try Scratch()
        try ledger(scratch).close()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let file = try DatabaseQueue(path: scratch.path, configuration: configuration)
        try file.writeWithoutTransaction { try $0.execute(sql: forgery.sql) }
        try file.close()
        let findings = try Ledger(path: scratch.path, mode: .read).verify().findings
        #expect(
            findings.contains { $0.code == forgery.code && $0.index == forgery.index },
            "\(forgery.sql): \(findings)")
    }
}
