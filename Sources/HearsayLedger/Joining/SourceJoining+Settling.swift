internal import GRDB
internal import HearsayCore
internal import HearsayNames

/// A source is called what its voices are called. These bring it in line after it lost some, by an erasure, another reading
/// or a split, or got them back.
extension SourceJoining {
    /// Leaves of sources only what the voices tell that have them as their base: names, affiliations, the keys by which
    /// they are found, and which others they may be. One without such a voice keeps its number, which decisions refer to,
    /// and nothing else.
    func settle(_ sources: Set<Int>) throws {
        for source in sources.sorted() { try rename(source, by: forms(of: source)) }
        // Only when all have their names are they compared, so that nothing of an old name is noted.
        for source in sources.sorted() {
            for form in try forms(of: source) {
                guard let name = form.name else { continue }
                let found = try compare(NameForm(name, kind: kind(form)), of: form.affiliation)
                try note(found.possible, of: source)
            }
        }
    }

    /// Brings the sources of a reading that took the place of another in line: what they had from the one before alone
    /// goes. A source that has no voice left keeps its name, since the next reading may give it one again.
    /// - Parameter before: the voices of the reading before.
    func settle(renewed revision: Int, before: [(row: VoiceRow, base: Int)]) throws {
        let now = Set(try voices(ofRevision: revision).map { Form($0.row, of: $0.base) })
        let isKept = """
            SELECT 1 FROM voice WHERE base = ? AND name IS ? AND role IS ? AND affiliation IS ? AND anonymous = ? LIMIT 1
            """
        var changed: Set<Int> = []
        for form in Set(before.map { Form($0.row, of: $0.base) }).subtracting(now) where !changed.contains(form.base) {
            let arguments: StatementArguments = [form.base, form.name, form.role, form.affiliation, form.anonymous]
            if try Int.fetchOne(db.cachedStatement(sql: isKept), arguments: arguments) != nil { continue }
            let hasVoice = try db.cachedStatement(sql: "SELECT 1 FROM voice WHERE base = ? LIMIT 1")
            if try Int.fetchOne(hasVoice, arguments: [form.base]) != nil { changed.insert(form.base) }
        }
        try settle(changed)
    }

    // MARK: Parts

    /// What a voice makes known of its source.
    private struct Form: Hashable {
        let base: Int
        let name: String?
        let role: String?
        let affiliation: String?
        let anonymous: Bool

        init(_ row: VoiceRow, of base: Int) {
            self.base = base
            (name, role, affiliation, anonymous) = (row.name, row.role, row.affiliation, row.anonymous)
        }
    }

    /// The different things that the voices of a source are called, the earliest first.
    private func forms(of source: Int) throws -> [VoiceRow] {
        let sql = """
            SELECT voice, kind, anonymous, name, role, affiliation, reason, min(id) AS id FROM voice WHERE base = ?
            GROUP BY name, role, affiliation, anonymous ORDER BY id
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [source]).map(VoiceRow.init)
    }

    private func kind(_ form: VoiceRow) -> Voice.Kind { Voice.Kind(rawValue: form.kind) ?? .unspecified }

    private func rename(_ source: Int, by forms: [VoiceRow]) throws {
        let (first, name) = (forms.first, forms.first?.name)
        var affiliations: [String] = []
        for case let affiliation? in forms.map(\.affiliation) where name != nil && !affiliations.contains(affiliation) {
            if affiliations.count < Self.mostAffiliations { affiliations.append(affiliation) }
        }
        try db.execute(
            sql: """
                UPDATE source SET label = ?, anonymous = coalesce(?, anonymous), folded = ?, affiliations = ?
                    WHERE id = ?
                """,
            arguments: [
                first?.label ?? "", first?.anonymous, try name.map(names.fold),
                affiliations.joined(separator: "\n"), source,
            ])
        try db.execute(sql: "DELETE FROM source_key WHERE source = ?", arguments: [source])
        try db.execute(
            sql: "DELETE FROM source_possible WHERE (first = ?1 OR second = ?1) AND NOT apart", arguments: [source])
        // That two are kept apart stays known, but not of what names.
        try db.execute(
            sql: "UPDATE source_possible SET score = 0, reason = '' WHERE first = ?1 OR second = ?1",
            arguments: [source])
        if let first, let name { try insertKeys(NameForm(name, kind: kind(first)), source) }
    }
}
