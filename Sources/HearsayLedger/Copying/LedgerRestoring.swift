internal import Foundation
internal import GRDB
internal import HearsayCore
internal import TransparencyLog

extension Ledger {
    /// Makes a ledger from the lines of ``dump(_:)``: the same articles, readings, judgements and log, so that what was
    /// signed of the one holds for the other.
    ///
    /// The ledger appears at `path` when it is whole; after an error there is none. Every leaf is checked against its
    /// content on the way.
    /// - Parameter next: the lines, without line ends; nil at the end.
    /// - Throws: ``LedgerError/Code/damaged`` with the number of the line that cannot be taken.
    public static func restore(to path: String, _ next: () throws -> [UInt8]?) throws(LedgerError) -> Ledger {
        let companions = ["", "-wal", "-shm", "-journal"]
        let unfinished = "\(path).\(getpid()).tmp"
        do {
            // A journal that was left of another ledger would be read into this one.
            if let there = companions.first(where: { access(path + $0, F_OK) == 0 }) {
                throw LedgerError(.failed, "there is something already at \(path + there)", path: path)
            }
            for suffix in companions { unlink(unfinished + suffix) }
            try { () throws(LedgerError) in
                let ledger = try Ledger(path: unfinished, mode: .create)
                try ledger.take(next, for: path)
                try ledger.close()
            }()
            // Unlike a renaming, a link replaces nothing that came there meanwhile.
            guard link(unfinished, path) == 0 else {
                throw LedgerError(.failed, String(cString: strerror(errno)), path: path)
            }
            unlink(unfinished)
            syncFolder(of: path)
        } catch {
            for suffix in companions { unlink(unfinished + suffix) }
            guard let error = error as? LedgerError else { throw LedgerError(.failed, "\(error)", path: path) }
            throw LedgerError(error.code, error.reason, path: path)
        }
        return try Ledger(path: path, mode: .write)
    }

    /// Puts on the disk that the file is in its folder; where that cannot be done, the file is there all the same.
    private static func syncFolder(of path: String) {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let descriptor = Foundation.open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Foundation.close(descriptor)
    }

    private func take(_ next: () throws -> [UInt8]?, for path: String) throws(LedgerError) {
        let problem = try write { db -> LedgerError? in
            var (number, isWhole) = (0, false)
            do {
                var restoring = LedgerRestoring(db: db)
                while let line = try next() {
                    number += 1
                    if isWhole { throw LineProblem("something follows the last line") }
                    isWhole = try restoring.take(line)
                }
                number += 1
                guard isWhole else { throw LineProblem("it ends too early") }
                try restoring.finish()
                return nil
            } catch let problem as LineProblem {
                return LedgerError(.damaged, "line \(number): \(problem.reason)", path: path)
            } catch let error as JSONError {
                return LedgerError(.damaged, "line \(number): \(error)", path: path)
            } catch let error as ContractError {
                return LedgerError(.damaged, "line \(number): \(error)", path: path)
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                return LedgerError(
                    .damaged, "line \(number): \(error.message ?? "it does not fit the others")", path: path)
            }
        }
        if let problem { throw problem }
        let findings = try verify().findings
        if let finding = findings.first { throw LedgerError(.damaged, finding.text, path: path) }
    }
}

/// Takes the lines of an export into an empty ledger, within one transaction.
struct LedgerRestoring {
    let db: Database
    private var count = 0
    private var articles: Set<Int> = []
    private var revisions: [RevisionKey: Int] = [:]

    init(db: Database) { self.db = db }

    /// - Returns: whether this was the last line.
    mutating func take(_ bytes: [UInt8]) throws -> Bool {
        let line = try DumpLine(bytes)
        let type = try line.text("type")
        guard (type == "ledger") == (count == 0) else {
            throw LineProblem("an export begins with the line of its ledger")
        }
        if type == "end" {
            guard try line.number("lines") == count else { throw LineProblem("lines are missing before it") }
            return true
        }
        count += 1
        if type == "ledger" {
            try takeHead(line)
        } else if let kind = LogEntry.Kind(rawValue: type), line.raw("entry") != nil {
            try takeEntry(line, kind)
        } else {
            try takeRow(line, type)
        }
        return false
    }

    private mutating func takeHead(_ line: DumpLine) throws {
        version = try line.number("version")
        guard (1...Ledger.dumpVersion).contains(version) else { throw LineProblem("it is of another version") }
        guard let id = Digest.bytes(hex: try line.text("id")), id.count == 16 else { throw LineProblem("not an id") }
        try db.execute(sql: "UPDATE ledger SET id = ?", arguments: [id.blob])
    }

    // MARK: Entries

    private mutating func takeEntry(_ line: DumpLine, _ kind: LogEntry.Kind) throws {
        let number = try line.number("entry")
        guard number == (try db.logSize()) else { throw LineProblem("entry \(number) is out of order") }
        guard let salt = Digest.bytes(hex: try line.text("salt")), salt.count == 32 else {
            throw LineProblem("not a salt")
        }
        let leaf = Array(try line.text("leaf").utf8)
        try db.execute(
            sql: "INSERT INTO entry (number, kind, time, salt, leaf, hash) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                number, kind.rawValue, try line.text("time"), salt.blob, leaf.blob, LogHash.leaf(leaf).bytes.blob,
            ])
        let withdrawn = try line.optionalNumber("withdrawn")
        if let withdrawn { pending.append((number, withdrawn)) }
        switch kind {
        case .capture: try takeCapture(line, number, isGone: withdrawn != nil)
        case .reading where withdrawn == nil: try takeReading(line, number)
        case .judgement where withdrawn == nil: try takeJudgement(line, number)
        case .look where withdrawn == nil: try takeLook(line, number)
        case .erasure: try takeErasure(line, number)
        case .joining: try takeJoining(line, number)
        case .reading, .judgement, .look: break
        }
    }

    /// Withdrawals refer to later entries, so they go in at the end.
    private var pending: [(entry: Int, by: Int)] = []

    /// The JSON of a field as it was logged, which the digest in the line's leaf tells: with a line end or without.
    private func json(_ line: DumpLine, _ name: String) throws -> [UInt8] {
        guard let bytes = line.raw(name) else { throw LineProblem("there is no \(name)") }
        guard let leaf = Leaf(bytes: Array(try line.text("leaf").utf8)),
            let salt = Digest.bytes(hex: try line.text("salt"))
        else { throw LineProblem("not a leaf") }
        for candidate in [bytes, bytes + [0x0A]] where leaf.digests[name] == Digest.salted(candidate, salt) {
            return candidate
        }
        throw LineProblem("the \(name) is not what was logged")
    }

    private mutating func takeCapture(_ line: DumpLine, _ entry: Int, isGone: Bool) throws {
        let key = RevisionKey(article: try line.number("article"), number: try line.number("revision"))
        if articles.insert(key.article).inserted {
            // Its key comes with the article's own line.
            try db.execute(
                sql: "INSERT INTO article (id, key, added) VALUES (?, ?, '')",
                arguments: [key.article, "…\(key.article)"])
        }
        let bytes = isGone ? [] : try line.blob("bytes")
        let record = isGone ? [] : try json(line, "record")
        let capture = isGone ? nil : CaptureRecord(record: record, bytes: bytes)
        if !isGone, capture == nil { throw LineProblem("the record is no record of a capture") }
        try db.execute(
            sql: "INSERT INTO capture (digest, url, facts, record, bytes, entry) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
                isGone ? "" : Digest.name(of: bytes), capture?.url?.column,
                capture.map { CaptureRecord.column($0.facts) } ?? "", record.blob, bytes.blob, entry,
            ])
        try db.execute(
            sql: "INSERT INTO revision (article, number, latest, ordering, seen, capture) VALUES (?, ?, 0, ?, ?, ?)",
            arguments: [
                key.article, key.number, capture?.seen.column ?? "", capture?.seen.column, db.lastInsertedRowID,
            ])
        revisions[key] = Int(db.lastInsertedRowID)
    }

    private func takeReading(_ line: DumpLine, _ entry: Int) throws {
        let revision = try revision(line)
        let rows = try ReadingRows(stored: try json(line, "reading"), stages: try json(line, "stages"))
        if let published = rows.reading.document.published {
            try db.execute(
                sql: "UPDATE revision SET ordering = ? WHERE id = ?", arguments: [published.column, revision])
        }
        try rows.insert(for: revision, entry: entry, in: db)
    }

    private func takeJudgement(_ line: DumpLine, _ entry: Int) throws {
        guard let judgement = Judgement(record: try json(line, "judgement")) else { throw LineProblem("no judgement") }
        try db.insert(judgement, record: try json(line, "judgement"), entry: entry)
    }

    private func takeLook(_ line: DumpLine, _ entry: Int) throws {
        let (article, record) = (try line.number("article"), try json(line, "look"))
        guard let look = Look(record: record, article: article, entry: entry) else { throw LineProblem("no look") }
        try db.execute(
            sql: "INSERT INTO look (id, article, time, outcome, record, entry) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [try line.number("id"), article, look.time.column, look.outcome.rawValue, record.blob, entry])
    }

    private func takeErasure(_ line: DumpLine, _ entry: Int) throws {
        let record = try json(line, "erasure")
        guard let erasure = Erasure(record: record, entry: entry) else { throw LineProblem("no erasure") }
        try db.execute(
            sql: "INSERT INTO erasure (time, record, entry) VALUES (?, ?, ?)",
            arguments: [erasure.time.column, record.blob, entry])
    }

    /// What it did to the sources comes with their own lines.
    private func takeJoining(_ line: DumpLine, _ entry: Int) throws {
        let record = try json(line, "joining")
        guard let (action, _, time) = Joining.Action.read(record) else {
            throw LineProblem("no decision about sources")
        }
        try db.execute(
            sql: "INSERT INTO joining (action, record, time, entry) VALUES (?, ?, ?, ?)",
            arguments: [action.word, record.blob, time.column, entry])
        if case .undo(let earlier) = action {
            try db.execute(
                sql: "UPDATE joining SET undone = ? WHERE id = ?", arguments: [db.lastInsertedRowID, earlier])
        }
    }

    private func revision(_ line: DumpLine) throws -> Int {
        let key = RevisionKey(article: try line.number("article"), number: try line.number("revision"))
        guard let revision = revisions[key] else {
            throw LineProblem("there is no revision \(key.number) of article \(key.article) before it")
        }
        return revision
    }

    // MARK: Rows

    private mutating func takeRow(_ line: DumpLine, _ type: String) throws {
        switch type {
        case "article":
            let (id, key, added) = (try line.number("id"), try line.text("key"), try line.text("added"))
            if articles.insert(id).inserted {
                try db.execute(
                    sql: "INSERT INTO article (id, key, added) VALUES (?, ?, ?)",
                    arguments: [id, key.column, added.column])
            } else {
                try db.execute(
                    sql: "UPDATE article SET key = ?, added = ? WHERE id = ?",
                    arguments: [key.column, added.column, id])
            }
        case "voice":
            try db.execute(
                sql: "UPDATE voice SET base = ?, source = ? WHERE revision = ? AND voice = ?",
                arguments: [
                    try line.optionalNumber("base"), try line.optionalNumber("source"), try revision(line),
                    try line.text("voice"),
                ])
        case "units":
            try checkUnits(line)
            try insert(
                line, into: "units", ["version", "width"], blobs: ["places", "vectors"],
                ["revision": try revision(line)])
        case "source":
            guard Voice.Kind(rawValue: try line.text("kind")) != nil else { throw LineProblem("not a kind of source") }
            try insert(line, into: "source", ["id", "kind", "label", "anonymous", "folded", "affiliations"])
            if let target = try line.optionalNumber("merged") { merged.append((try line.number("id"), target)) }
        case "possible": try insert(line, into: "source_possible", ["first", "second", "score", "reason", "apart"])
        case "feed":
            let outcome = try line.optionalText("outcome")
            guard outcome == nil || StoredFeed.Outcome(rawValue: outcome ?? "") != nil else {
                throw LineProblem("not an outcome of a poll")
            }
            try insert(
                line, into: "feed",
                [
                    "id", "url", "title", "added", "etag", "last_modified", "polled", "outcome", "reason", "failures",
                    "validated",
                ])
        case "sighting":
            try insert(
                line, into: "sighting",
                ["id", "feed", "url", "title", "published", "seen", "article", "tried", "failures", "reason"])
        case "page":
            try insert(
                line, into: "page",
                [
                    "article", "url", "etag", "last_modified", "changed", "looked", "gone", "failures", "seen",
                    "shown", "validated",
                ])
        case "look":
            let look = Look(record: try line.blob("record"), article: try line.number("article"), entry: nil)
            guard let look, look.outcome.rawValue == (try line.text("outcome")) else { throw LineProblem("no look") }
            try insert(line, into: "look", ["id", "article", "time", "outcome"], blobs: ["record"])
        default: throw LineProblem("a line of the kind '\(type)' is not known")
        }
    }

    private func checkUnits(_ line: DumpLine) throws {
        let (count, width) = (try line.blob("places").count / StoredUnits.placeSize, try line.number("width"))
        guard (0...1 << 16).contains(width), try line.blob("places").count == count * StoredUnits.placeSize,
            try line.blob("vectors").count == count * (version == 1 ? 4 + width : SmallVector.size(width))
        else { throw LineProblem("the vectors do not fit their places") }
    }

    private var merged: [(source: Int, into: Int)] = []
    /// Of the lines.
    private var version = Ledger.dumpVersion

    private func insert(
        _ line: DumpLine, into table: String, _ columns: [String], blobs: [String] = [], _ others: [String: Int] = [:]
    ) throws {
        var values: [(any DatabaseValueConvertible)?] = []
        for column in columns {
            switch line.raw(column) == nil ? .null : try line.value(column) {
            case .null: values.append(nil)
            case .string(let text): values.append(text.column)
            case .number(let number): values.append(Int(exactly: number) ?? number)
            case .bool, .array, .object: throw LineProblem("\(column) is no plain value")
            }
        }
        values += try blobs.map { try line.blob($0).blob }
        values += others.sorted { $0.key < $1.key }.map(\.value)
        let names = columns + blobs + others.keys.sorted()
        let marks = repeatElement("?", count: names.count).joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))")
            .execute(arguments: StatementArguments(values))
    }

    // MARK: The end

    mutating func finish() throws {
        for (entry, by) in pending {
            try db.execute(sql: "INSERT INTO withdrawal (entry, by) VALUES (?, ?)", arguments: [entry, by])
        }
        for (source, target) in merged {
            try db.execute(sql: "UPDATE source SET merged = ? WHERE id = ?", arguments: [target, source])
        }
        try checkSources()
        if version == 1 { try StoredUnits.shrink(db) }
        for article in articles { try db.chooseLatest(of: article) }
        for revision in try Int.fetchAll(db, sql: "SELECT id FROM revision WHERE latest ORDER BY id") {
            if let indexed = try IndexedRevision(revision: revision, db) { try SearchIndex(db).insert([indexed]) }
        }
        try SourceJoining(db).renewKeys(always: true)
        let broken = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check")
        if broken != nil { throw LineProblem("rows refer to others that are not there") }
    }

    /// Whether every voice has the source into which its own is merged, so that decisions can be taken back.
    private func checkSources() throws {
        let rows = try Row.fetchAll(db, sql: "SELECT DISTINCT base, source FROM voice WHERE base IS NOT NULL")
        for row in rows {
            guard try db.root(ofSource: try row.value("base")) == (try row.optional("source")) else {
                throw LineProblem("a voice has a source that is not its own, nor merged with it")
            }
        }
    }
}
