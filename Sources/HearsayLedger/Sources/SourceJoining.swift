internal import GRDB
internal import HearsayCore

/// Finds the source that a voice belongs to, or makes one.
///
/// Voices join by name and kind. A wrong join makes two people one and cannot be seen afterwards, a missing one shows;
/// so voices whose affiliations share no word stay apart, and unnamed voices are never joined.
struct SourceJoining {
    /// Words that any two affiliations may share.
    private static let smallWords: Set = ["the", "of", "for", "and", "in", "at", "on", "s"]

    private let db: Database
    private let names: SourceName

    init(_ db: Database) throws {
        self.db = db
        names = try SourceName(db)
    }

    /// The number of the voice's source; nil when nobody is given.
    func source(of voice: VoiceRow) throws -> Int? {
        guard let name = voice.name else {
            return voice.kind == Voice.Kind.unspecified.rawValue ? nil : try insert(voice, folded: nil, [])
        }
        let folded = try names.fold(name)
        let affiliation = Set(try names.words(voice.affiliation ?? "")).subtracting(Self.smallWords)
        let sql = "SELECT id, affiliations FROM source WHERE folded = ? AND kind = ? ORDER BY id"
        let candidates = try Row.fetchAll(db, sql: sql, arguments: [folded, voice.kind])
        for candidate in candidates {
            let known = Set(try (candidate.value("affiliations") as String).split(separator: " ").map(String.init))
            guard known.isEmpty || affiliation.isEmpty || !known.isDisjoint(with: affiliation) else { continue }
            let id: Int = try candidate.value("id")
            if !affiliation.isSubset(of: known) { try update(id, affiliations: known.union(affiliation)) }
            return id
        }
        return try insert(voice, folded: folded, affiliation)
    }

    private func insert(_ voice: VoiceRow, folded: String?, _ affiliations: Set<String>) throws -> Int {
        let sql = "INSERT INTO source (kind, label, anonymous, folded, affiliations) VALUES (?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: sql).execute(arguments: [
            voice.kind, voice.label, voice.anonymous, folded, affiliations.sorted().joined(separator: " "),
        ])
        return Int(db.lastInsertedRowID)
    }

    private func update(_ id: Int, affiliations: Set<String>) throws {
        try db.execute(
            sql: "UPDATE source SET affiliations = ? WHERE id = ?",
            arguments: [affiliations.sorted().joined(separator: " "), id])
    }
}
