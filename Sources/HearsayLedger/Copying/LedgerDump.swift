internal import Foundation
internal import GRDB
internal import HearsayCore

extension Ledger {
    /// The version of the lines that ``dump(_:)`` writes. ``restore(to:lines:)`` reads the one before too, which has vectors
    /// in eight bits.
    public static let dumpVersion = 2

    /// Hands over everything in the ledger as lines of JSON, without line ends, on one state of it: the log's entries in
    /// their order, each with what it covers, then what no entry covers. What can be made anew from those (columns,
    /// search indexes, the trace) is left out. docs/format/ledger.md describes the lines.
    public func dump(_ line: @escaping ([UInt8]) throws -> Void) throws(LedgerError) {
        let id = id
        try read { db in
            var dump = LedgerDump(db: db, line: line)
            try dump.head(id)
            try dump.entries()
            for table in LedgerDump.Table.all { try dump.rows(of: table) }
            try dump.end()
        }
    }
}

/// One pass over a ledger that writes its lines.
struct LedgerDump {
    /// A table of which no entry covers the rows, written as it is.
    struct Table {
        let type: String
        let sql: String
        /// Columns that hold bytes, written in base 64.
        var blobs: Set<String> = []

        /// In an order in which each row comes after those that it refers to, but for merged sources.
        static let all = [
            Table(type: "article", sql: "SELECT id, key, added FROM article ORDER BY id"),
            Table(
                type: "source",
                sql: "SELECT id, kind, label, anonymous, folded, affiliations, merged FROM source ORDER BY id"),
            Table(
                type: "voice",
                sql: """
                    SELECT r.article, r.number AS revision, v.voice, v.base, v.source FROM voice v
                        JOIN revision r ON r.id = v.revision WHERE v.base IS NOT NULL ORDER BY v.id
                    """),
            Table(
                type: "possible",
                sql: "SELECT first, second, score, reason, apart FROM source_possible ORDER BY first, second"),
            Table(
                type: "units",
                sql: """
                    SELECT r.article, r.number AS revision, u.version, u.width, u.places, u.vectors
                    FROM units u JOIN revision r ON r.id = u.revision ORDER BY u.revision
                    """, blobs: ["places", "vectors"]),
            Table(type: "feed", sql: "SELECT * FROM feed ORDER BY id"),
            Table(type: "sighting", sql: "SELECT * FROM sighting ORDER BY id"),
            Table(type: "page", sql: "SELECT * FROM page ORDER BY article"),
            Table(
                type: "look",
                sql: "SELECT id, article, time, outcome, record FROM look WHERE entry IS NULL ORDER BY id",
                blobs: ["record"]),
        ]
    }

    let db: Database
    let line: ([UInt8]) throws -> Void
    private var count = 0

    init(db: Database, line: @escaping ([UInt8]) throws -> Void) { (self.db, self.line) = (db, line) }

    private mutating func write(_ type: String, _ body: (inout JSONWriter) throws -> Void) throws {
        var writer = JSONWriter()
        var failure: (any Error)?
        writer.object { writer in
            writer.field("type", type)
            do { try body(&writer) } catch { failure = error }
        }
        if let failure { throw failure }
        count += 1
        try line(writer.bytes)
    }

    mutating func head(_ id: [UInt8]) throws {
        try write("ledger") { writer in
            writer.field("version", Ledger.dumpVersion)
            writer.field("id", Digest.hex(id))
        }
    }

    mutating func end() throws { try write("end") { [count] in $0.field("lines", count) } }

    mutating func rows(of table: Table) throws {
        let rows = try Row.fetchCursor(db, sql: table.sql)
        while let row = try rows.next() {
            try write(table.type) { writer in
                for (name, value) in row {
                    switch value.storage {
                    case .null: writer.field(name, nil as Int?)
                    case .int64(let number): writer.field(name, Int(number))
                    case .double(let number): writer.field(name, number)
                    case .string(let text): writer.field(name, text)
                    case .blob(let bytes): writer.field(name, Base64Text.encode(Array(bytes)))
                    }
                }
            }
        }
    }

    // MARK: Entries

    mutating func entries() throws {
        let sql = "SELECT e.*, w.by FROM entry e LEFT JOIN withdrawal w ON w.entry = e.number ORDER BY e.number"
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() {
            let (number, kind): (Int, LogEntry.Kind) = (try row.value("number"), try row.word("kind"))
            let by: Int? = try row.optional("by")
            let place = try place(of: number, kind)
            let look = kind == .look ? try look(of: number) : nil
            let leaf = Leaf(bytes: try row.bytes("leaf"))
            let content = by == nil ? try LoggedContent(kind, number, leaf: leaf, db)?.parts ?? [:] : [:]
            try write(kind.rawValue) { writer in
                writer.field("entry", number)
                writer.field("time", try row.value("time") as String)
                writer.field("salt", Digest.hex(try row.bytes("salt")))
                writer.field("leaf", String(decoding: try row.bytes("leaf"), as: UTF8.self))
                writer.field("withdrawn", by)
                if let look { writer.field("id", look) }
                if let place {
                    writer.field("article", place.article)
                    writer.field("revision", place.number)
                }
                for (name, bytes) in content.sorted(by: { $0.key < $1.key }) {
                    // Records are JSON on one line and go in as they are, but for a line end of their own.
                    switch name {
                    case "bytes": writer.field(name, Base64Text.encode(bytes))
                    case "key": writer.field(name, String(decoding: bytes, as: UTF8.self))
                    default: writer.field(name) { $0.raw(bytes.last == 0x0A ? bytes.dropLast() : bytes) }
                    }
                }
            }
        }
    }

    /// The number of a look, which tells its place among those without an entry.
    private func look(of entry: Int) throws -> Int? {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT id FROM look WHERE entry = ?"), arguments: [entry])
    }

    /// The article that an entry is about, and its revision where it is about one.
    private func place(of entry: Int, _ kind: LogEntry.Kind) throws -> (article: Int, number: Int?)? {
        let sql: String
        switch kind {
        case .capture:
            sql = "SELECT r.article, r.number FROM capture c JOIN revision r ON r.capture = c.id WHERE c.entry = ?"
        case .reading:
            sql = "SELECT r.article, r.number FROM document d JOIN revision r ON r.id = d.revision WHERE d.entry = ?"
        case .look: sql = "SELECT article, NULL AS number FROM look WHERE entry = ?"
        case .judgement, .erasure, .joining: return nil
        }
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [entry]).map { row in
            (try row.value("article"), try row.optional("number"))
        }
    }
}

/// Base 64 (RFC 4648, section 4) as exports write bytes.
enum Base64Text {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    static func decode(_ text: String) -> [UInt8]? { Data(base64Encoded: text).map(Array.init) }
}
