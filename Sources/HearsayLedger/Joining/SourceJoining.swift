internal import GRDB
internal import HearsayCore
internal import HearsayNames

/// Finds the source that a voice belongs to, or makes one.
///
/// Voices join when they are of one kind, their names are two spellings or forms of one name, and their affiliations do not
/// clash. A wrong join makes two people one and cannot be seen afterwards, a missing one shows; so what may be one stays
/// apart and is noted for a person to decide, and unnamed voices are never joined.
struct SourceJoining {
    /// Candidates that one voice is compared with, those that share most keys with it; one key that many more sources
    /// share, such as a common first name, tells little.
    private static let mostCandidates = 32
    /// Affiliations that a source is known by.
    static let mostAffiliations = 12

    let db: Database
    let names: SourceName
    private let forms: NameForms

    /// - Parameter forms: forms that were made before.
    init(_ db: Database, forms: NameForms = NameForms()) throws {
        (self.db, self.forms) = (db, forms)
        names = try SourceName(db)
    }

    /// The number of the voice's source before any merging; nil when nobody is given.
    func source(of voice: VoiceRow) throws -> Int? {
        guard let name = voice.name else {
            return voice.kind == Voice.Kind.unspecified.rawValue ? nil : try insert(voice)
        }
        if let known = try known(name, voice) { return known }
        let form = NameForm(name, kind: Voice.Kind(rawValue: voice.kind) ?? .unspecified)
        let found = try compare(form, of: voice.affiliation)
        let source = try found.best ?? insert(voice, form)
        if found.best != nil { try learn(voice, of: source) }
        try note(found.possible, of: source)
        return source
    }

    /// The first source that has this very name and no clashing affiliation. Most names that come have come before, so this
    /// spares nearly all comparing. What else the name may be was noted when the source was made.
    private func known(_ name: String, _ voice: VoiceRow) throws -> Int? {
        let sql = """
            SELECT id, label, affiliations FROM source WHERE folded = ? AND kind = ? AND label = ?
                AND EXISTS (SELECT 1 FROM source_key k WHERE k.source = source.id) ORDER BY id
            """
        let arguments: StatementArguments = [try names.fold(name), voice.kind, name]
        let known = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(Candidate.init)
        guard let match = known.first(where: { !$0.clashes(with: voice.affiliation) }) else { return nil }
        try learn(voice, of: match.id)
        return match.id
    }

    /// The sources that the voices of a revision have before any merging, by what the voices are called; voices that are
    /// called alike are left out, since nobody can tell which is which in another reading.
    func sources(ofRevision revision: Int) throws -> [VoiceIdentity: Int] {
        let pairs = try voices(ofRevision: revision).map { (VoiceIdentity($0.row), $0.base) }
        return Dictionary(grouping: pairs, by: \.0).compactMapValues { $0.count == 1 ? $0[0].1 : nil }
    }

    /// The voices of a revision that have a source.
    func voices(ofRevision revision: Int) throws -> [(row: VoiceRow, base: Int)] {
        let sql = "SELECT * FROM voice WHERE revision = ? AND base IS NOT NULL ORDER BY id"
        return try Row.fetchAll(db, sql: sql, arguments: [revision]).map { row in
            (try VoiceRow(row), try row.value("base"))
        }
    }

    /// Adds the affiliation of a voice that a named source got to those that it is known by.
    func learn(_ voice: VoiceRow, of source: Int) throws {
        guard voice.name != nil, let affiliation = voice.affiliation else { return }
        let statement = try db.cachedStatement(sql: "SELECT affiliations FROM source WHERE id = ?")
        guard let text = try String.fetchOne(statement, arguments: [source]) else { return }
        let known = Self.list(text)
        guard known.count < Self.mostAffiliations, !known.contains(affiliation) else { return }
        try db.cachedStatement(sql: "UPDATE source SET affiliations = ? WHERE id = ?")
            .execute(arguments: [(known + [affiliation]).joined(separator: "\n"), source])
    }

    /// Whether the stored keys are of this version of the names' rules.
    static func isCurrent(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT names FROM ledger") == NameMatcher.version
    }

    /// Makes the keys of all sources anew, where those stored are of another version of the names' rules.
    func renewKeys(always: Bool = false) throws {
        if try !always && Self.isCurrent(db) { return }
        try db.execute(sql: "DELETE FROM source_key")
        let rows = try Row.fetchAll(db, sql: "SELECT id, kind, label FROM source WHERE folded IS NOT NULL ORDER BY id")
        for row in rows {
            let form = NameForm(try row.value("label"), kind: try row.word("kind"))
            try insertKeys(form, try row.value("id"))
        }
        try db.execute(sql: "UPDATE ledger SET names = ?", arguments: [NameMatcher.version])
    }

    // MARK: Comparing

    /// A source that a voice may belong to.
    private struct Candidate {
        let id: Int
        let label: String
        let affiliations: [String]

        init(_ row: Row) throws {
            (id, label) = (try row.value("id"), try row.value("label"))
            affiliations = SourceJoining.list(try row.value("affiliations"))
        }

        func clashes(with affiliation: String?) -> Bool {
            guard let affiliation, !affiliations.isEmpty else { return false }
            return affiliations.allSatisfy { AffiliationMatch.compare($0, affiliation) == .clashes }
        }
    }

    /// A source that may be the one that is looked for.
    struct Likeness {
        var source: Int
        var score: Double
        var reason: String
    }

    /// The source that a name of an affiliation belongs to, and those that it may belong to.
    func compare(_ form: NameForm, of affiliation: String?) throws -> (best: Int?, possible: [Likeness]) {
        var best: Likeness?
        var possible: [Likeness] = []
        for candidate in try candidates(form) {
            let match = NameMatcher.compare(form, forms.form(of: candidate.label, form.kind))
            var likeness = Likeness(source: candidate.id, score: match.score, reason: match.reason)
            switch match.verdict {
            case .different: continue
            case .possible: possible.append(likeness)
            case .same:
                if candidate.clashes(with: affiliation) {
                    likeness.reason =
                        "one name, but of \(candidate.affiliations[0]) there and of \(affiliation ?? "") here"
                    possible.append(likeness)
                } else if best.map({ match.score > $0.score }) ?? true {
                    best = likeness
                }
            }
        }
        return (best?.source, possible)
    }

    /// Notes which others a source may be; what is known of a pair stays.
    func note(_ possible: [Likeness], of source: Int) throws {
        let sql = """
            INSERT INTO source_possible (first, second, score, reason) VALUES (?, ?, ?, ?)
                ON CONFLICT (first, second) DO UPDATE SET score = excluded.score, reason = excluded.reason
                    WHERE score = 0
            """
        for other in possible where other.source != source {
            try db.cachedStatement(sql: sql).execute(arguments: [
                min(source, other.source), max(source, other.source), other.score, other.reason.column,
            ])
        }
    }

    private func candidates(_ form: NameForm) throws -> [Candidate] {
        let marks = repeatElement("?", count: form.keys.count).joined(separator: ", ")
        let sql = """
            SELECT * FROM (
                SELECT o.id, o.label, o.affiliations FROM (
                    SELECT source, count(*) AS shared FROM source_key WHERE key IN (\(marks)) GROUP BY source) k
                    JOIN source o ON o.id = k.source AND o.kind = ?
                ORDER BY k.shared DESC, o.id LIMIT \(Self.mostCandidates)) ORDER BY id
            """
        let arguments = StatementArguments(form.keys.map(\.column) + [form.kind.rawValue])
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map(Candidate.init)
    }

    private static func list(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    // MARK: Storing

    private func insert(_ voice: VoiceRow, _ form: NameForm? = nil) throws -> Int {
        let sql = "INSERT INTO source (kind, label, anonymous, folded, affiliations) VALUES (?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: sql).execute(arguments: [
            voice.kind, voice.label, voice.anonymous, try voice.name.map(names.fold),
            form == nil ? "" : voice.affiliation ?? "",
        ])
        let id = Int(db.lastInsertedRowID)
        if let form { try insertKeys(form, id) }
        return id
    }

    func insertKeys(_ form: NameForm, _ source: Int) throws {
        let insert = try db.cachedStatement(sql: "INSERT OR IGNORE INTO source_key (key, source) VALUES (?, ?)")
        for key in form.keys { try insert.execute(arguments: [key.column, source]) }
    }
}
