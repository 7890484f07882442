import Foundation
import GRDB
import HearsayCore
import HearsayLedger
import Testing

@Suite struct OpeningTests {
    private func code(_ path: String, _ mode: Ledger.Mode) -> LedgerError.Code? {
        do {
            _ = try Ledger(path: path, mode: mode, patience: 0.1).counts()
            return nil
        } catch {
            #expect(!error.reason.isEmpty && !error.description.contains("\n"))
            return error.code
        }
    }

    /// A ledger file with one article, closed.
    private func closedLedger(_ scratch: Scratch) throws {
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        try ledger.close()
    }

    @Test func anAbsentLedgerIsMadeOnlyWhenAsked() throws {
        let scratch = try Scratch()
        #expect(code(scratch.path, .write) == .noLedger && code(scratch.path, .read) == .noLedger)
        #expect(code(scratch.folder + "/no/folder.db", .create) == .noLedger)
        #expect(code(scratch.path, .create) == nil)
        #expect(code(scratch.path, .write) == nil && code(scratch.path, .read) == nil)
        let id = try Ledger(path: scratch.path, mode: .read).id
        #expect(try Ledger(path: scratch.path, mode: .create).id == id)
    }

    @Test func anEmptyFileBecomesALedgerOnlyWhenAsked() throws {
        let scratch = try Scratch()
        try scratch.write([])
        #expect(code(scratch.path, .write) == .noLedger && code(scratch.path, .read) == .noLedger)
        #expect(code(scratch.path, .create) == nil)
    }

    /// Programs that start together on a folder without a ledger: one makes each table, and all of them go on.
    @Test func manyThatMakeItAtOnceMakeOne() async throws {
        for _ in 0..<10 {
            let scratch = try Scratch()
            let path = scratch.path
            let ids = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<4 { group.addTask { try Ledger(path: path, mode: .create).id } }
                return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            }
            #expect(ids.count == 1)
            #expect(try Ledger(path: path, mode: .read).verify().findings.isEmpty)
        }
    }

    /// What is left of a program that was killed while it made a ledger: the next one finds none, and makes it.
    @Test func aLedgerThatWasNotMadeYetIsMade() throws {
        let scratch = try Scratch()
        let file = try DatabaseQueue(path: scratch.path)
        try file.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE t (x); DROP TABLE t") }
        try file.close()
        #expect(try !scratch.bytes().isEmpty)
        #expect(code(scratch.path, .write) == .noLedger && code(scratch.path, .read) == .noLedger)
        #expect(code(scratch.path, .create) == nil && code(scratch.path, .read) == nil)
    }

    @Test(arguments: Ledger.Mode.allCases) func otherFilesAreRefusedAndKept(_ mode: Ledger.Mode) throws {
        for content in [Array("Dear diary,\n".utf8), [UInt8](repeating: 7, count: 5000), [0]] {
            let scratch = try Scratch()
            try scratch.write(content)
            #expect(code(scratch.path, mode) == .notALedger)
            #expect(try scratch.bytes() == content)
        }
        let scratch = try Scratch()
        #expect(code(scratch.folder, mode) == .notALedger)
        #expect(code("/dev/null", mode) == .notALedger)
    }

    @Test(arguments: Ledger.Mode.allCases) func anotherProgramsDatabaseIsRefusedAndKept(_ mode: Ledger.Mode) throws {
        let scratch = try Scratch()
        let other = try DatabaseQueue(path: scratch.path)
        try other.write { try $0.execute(sql: "CREATE TABLE ledger (only INTEGER, id BLOB); PRAGMA user_version = 3") }
        try other.close()
        let content = try scratch.bytes()
        #expect(code(scratch.path, mode) == .notALedger)
        #expect(try scratch.bytes() == content)
    }

    @Test(arguments: Ledger.Mode.allCases) func aLaterVersionsLedgerIsRefused(_ mode: Ledger.Mode) throws {
        let scratch = try Scratch()
        try closedLedger(scratch)
        let file = try DatabaseQueue(path: scratch.path)
        try file.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 colours')") }
        try file.close()
        #expect(code(scratch.path, mode) == .newer)
    }

    @Test func aFileThatWasCutShortIsNeverALedger() throws {
        let scratch = try Scratch()
        try closedLedger(scratch)
        let content = try scratch.bytes()
        var dice = Dice(state: 7)
        let lengths = [1, 15, 16, 60, 90, 100, 511, 512, 4095, 4096, 4097, 8192, 20_000, content.count - 1]
        for length in lengths + (0..<200).map({ _ in 1 + dice.next(content.count - 1) }) {
            for mode in [Ledger.Mode.read, .write] {
                let cut = try Scratch()
                try cut.write(Array(content.prefix(length)))
                var found = code(cut.path, mode)
                if found == nil {
                    // What is missing may lie behind what opening looks at.
                    found =
                        #expect(throws: LedgerError.self) {
                            let ledger = try Ledger(path: cut.path, mode: mode)
                            _ = try ledger.verify()
                            _ = try ledger.search("quay", limit: 5)
                        }?.code
                }
                #expect(found == .damaged || found == .notALedger, "\(length) bytes: \(String(describing: found))")
            }
        }
    }

    @Test func aHeldLedgerCanBeReadAndNotWritten() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        let other = try DatabaseQueue(path: scratch.path)
        try other.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN EXCLUSIVE")
            let reader = try Ledger(path: scratch.path, mode: .read, patience: 0.1)
            #expect(try reader.counts().articles == 1)
            let writer = try Ledger(path: scratch.path, mode: .write, patience: 0.1)
            #expect(throws: LedgerError(.locked, "", path: "")) { try writer.judge(JudgementTests.sample) }
            try db.execute(sql: "ROLLBACK")
            try writer.judge(JudgementTests.sample)
        }
        #expect(try ledger.judgements().count == 1)
    }

    @Test func aReaderSeesWhatAWriterStores() throws {
        let scratch = try Scratch()
        let writer = try scratch.ledger()
        let reader = try Ledger(path: scratch.path, mode: .read)
        for number in 1...5 {
            try writer.add(SampleArticle(url: "https://gull.example/\(number)"))
            #expect(try reader.counts().articles == number)
        }
        #expect(throws: LedgerError(.readOnly, "", path: "")) { try reader.add(SampleArticle()) }
        #expect(throws: LedgerError(.readOnly, "", path: "")) { try reader.judge(JudgementTests.sample) }
    }

    @Test func manyThreadsWriteAndRead() async throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let other = try Ledger(path: scratch.path, mode: .write)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<24 {
                group.addTask {
                    let article = SampleArticle(url: "https://gull.example/\(number % 8)", headline: "\(number / 8)")
                    try (number % 2 == 0 ? ledger : other).add(article)
                    _ = try ledger.search("quay", limit: 3)
                }
            }
            try await group.waitForAll()
        }
        let counts = try ledger.counts()
        #expect(counts.articles == 8 && counts.revisions == 24 && counts.entries == 48)
        #expect(try ledger.verify().findings.isEmpty)
    }

    @Test func aClosedLedgerAnswersWithAnError() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.close()
        #expect(throws: LedgerError(.failed, "", path: "")) { try ledger.counts() }
    }

    @Test func aLedgerThatManyMakeAtOnceIsMadeOnce() async throws {
        let scratch = try Scratch()
        let path = scratch.path
        let ids = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try Ledger(path: path, mode: .create).id } }
            return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
    }

    @Test(arguments: [false, true]) func aClosedLedgerIsOneFile(_ explicitly: Bool) throws {
        let scratch = try Scratch()
        var ledger: Ledger? = try scratch.ledger()
        try ledger?.add(SampleArticle())
        _ = try ledger?.search("quay", limit: 3)
        if explicitly { try ledger?.close() }
        ledger = nil
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder) == ["ledger.db"])
    }

    @Test func pathsAreNeverAddresses() throws {
        let scratch = try Scratch()
        let path = scratch.folder + "/a b?mode=memory%20#1.db"
        try Ledger(path: path, mode: .create).add(SampleArticle())
        #expect(FileManager.default.fileExists(atPath: path))
        #expect(try Ledger(path: path, mode: .read).counts().articles == 1)
    }

    // Root may write everywhere, so these two need another user.

    @Test(.enabled(if: geteuid() != 0, "root can write everywhere")) func aReadOnlyFileCanBeRead() throws {
        let scratch = try Scratch()
        try closedLedger(scratch)
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: scratch.path)
        #expect(code(scratch.path, .read) == nil)
        #expect(code(scratch.path, .write) == .readOnly && code(scratch.path, .create) == .readOnly)
        try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: scratch.path)
        #expect(code(scratch.path, .read) == .readOnly)
    }

    @Test(.enabled(if: geteuid() != 0, "root can write everywhere")) func aReadOnlyFolderCanBeRead() throws {
        let scratch = try Scratch()
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: scratch.folder)
        #expect(code(scratch.path, .create) == .readOnly)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: scratch.folder)
        try closedLedger(scratch)
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: scratch.folder)
        let ledger = try Ledger(path: scratch.path, mode: .read)
        #expect(try ledger.search("quay", limit: 5).count == 2)
        #expect(try ledger.verify().findings.isEmpty)
        #expect(code(scratch.path, .write) == .readOnly)
    }

    @Test(.enabled(if: geteuid() != 0, "root can write everywhere")) func pendingChangesAreNotOverlooked() throws {
        let (live, copy) = (try Scratch(), try Scratch())
        let ledger = try live.ledger()
        try ledger.add(SampleArticle())
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: live.path + suffix, toPath: copy.path + suffix)
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: copy.folder)
        #expect(code(copy.path, .read) == .readOnly)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: copy.folder)
        #expect(try Ledger(path: copy.path, mode: .read).counts().articles == 1)
        withExtendedLifetime(ledger) {}
    }
}
