import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct MigrationTests {
    @Test func everyMigrationAppliesToAnEmptyFile() throws {
        let scratch = try Scratch()
        let file = try DatabaseQueue(path: scratch.path)
        for name in Schema.migrator.migrations {
            try Schema.migrator.migrate(file, upTo: name)
            #expect(try file.read { db in try Schema.migrator.appliedMigrations(db).last } == name)
        }
        let isSound = try file.read { db in try String.fetchOne(db, sql: "PRAGMA integrity_check") }
        #expect(isSound == "ok")
    }

    @Test func anOlderLedgerIsBroughtUpToDateByAWriter() throws {
        let scratch = try Scratch()
        let file = try DatabaseQueue(path: scratch.path)
        try Schema.migrator.migrate(file, upTo: Schema.migrator.migrations[0])
        try file.close()
        #expect(throws: LedgerError(.readOnly, "", path: "")) { try Ledger(path: scratch.path, mode: .read) }
        try Ledger(path: scratch.path, mode: .write).add(SampleArticle())
        #expect(try Ledger(path: scratch.path, mode: .read).counts().articles == 1)
    }

    /// Revisions of an older ledger, of which the last one to come in was the latest.
    @Test func anOlderLedgerIsPutInTheOrderOfSeeing() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var article = SampleArticle()
        for (number, date) in ["2031-01-01T00:00:00Z", "2032-01-01T00:00:00Z", "2029-01-01T00:00:00Z"].enumerated() {
            article.said[0].content = "the quay closed \(number)"
            article.archive = .init(file: "a.warc", offset: 0, date: date)
            try ledger.add(article)
        }
        try ledger.add(SampleArticle(url: "https://gull.example/fish"))
        try ledger.write { db in
            try db.execute(
                sql: """
                    UPDATE revision SET latest = 0; UPDATE revision SET latest = 1 WHERE number = 3 OR article = 2;
                    ALTER TABLE page DROP COLUMN seen; ALTER TABLE page DROP COLUMN shown;
                    ALTER TABLE page DROP COLUMN validated; ALTER TABLE feed DROP COLUMN validated;
                    ALTER TABLE revision DROP COLUMN seen;
                    DELETE FROM grdb_migrations WHERE identifier = '12 looking';
                    """)
        }
        try ledger.close()
        let mended = try Ledger(path: scratch.path, mode: .write)
        #expect(try mended.latestRevisions() == [.init(article: 1, number: 2), .init(article: 2, number: 1)])
        #expect(try mended.verify().findings.isEmpty)
    }

    @Test func aLedgerIsOursAndDurable() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let settings = try ledger.write { db in
            try ["application_id", "journal_mode", "synchronous", "foreign_keys"].map { name in
                try String.fetchOne(db, sql: "PRAGMA \(name)")
            }
        }
        #expect(settings == [String(Schema.applicationID), "wal", "2", "1"])
        let loose = try ledger.read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict
                        AND name NOT LIKE 'sqlite_%' AND name <> 'grdb_migrations'
                    """)
        }
        #expect(loose.isEmpty)
    }

    @Test func aFullDiskStoresNothing() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        let before = try ledger.counts()
        try ledger.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
        }
        let large = SampleArticle(
            url: "https://gull.example/large",
            said: [.init(name: "X", content: String(repeating: "water ", count: 20_000))])
        #expect(throws: LedgerError(.full, "", path: "")) { try ledger.add(large) }
        #expect(try ledger.counts() == before)
        #expect(try ledger.verify().findings.isEmpty)
    }

    /// The tables that docs/format/ledger.md describes are those of the file.
    @Test func everyTableIsDescribed() throws {
        let scratch = try Scratch()
        let tables = try scratch.ledger().read { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')")
        }
        let format = try Documents.text("docs/format/ledger.md")
        for table in tables where !table.hasPrefix("sqlite_") {
            #expect(format.contains("`\(table)`"), "docs/format/ledger.md does not describe \(table)")
        }
    }
}
