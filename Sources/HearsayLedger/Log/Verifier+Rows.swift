internal import GRDB

extension Verifier {
    /// What SQLite itself finds broken in the file.
    mutating func checkFile() throws {
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)") where line != "ok" {
            report(.fileDamaged, nil, "the file is damaged: \(line.prefix { $0 != "\n" })")
        }
    }

    /// Revisions without a reading, or out of order: in the order in which their captures were logged, with one of them
    /// the latest.
    mutating func checkRevisions() throws {
        let sql = """
            SELECT r.article, r.number FROM revision r LEFT JOIN document d ON d.revision = r.id
                JOIN capture c ON c.id = r.capture
            WHERE d.revision IS NULL AND c.entry NOT IN (SELECT entry FROM withdrawal) ORDER BY r.article, r.number
            """
        for row in try Row.fetchAll(db, sql: sql) {
            let key = try RevisionKey(row)
            report(.contentMissing, nil, "revision \(key.number) of article \(key.article) has no reading")
        }
        let order = """
            SELECT r.article FROM revision r LEFT JOIN document d ON d.revision = r.id GROUP BY r.article
            HAVING min(number) <> 1 OR max(number) <> count(*) OR sum(latest) <> (count(d.revision) > 0)
                OR sum(latest AND d.revision IS NULL) > 0
            UNION SELECT l.article FROM revision l JOIN revision r ON r.article = l.article
                JOIN document d ON d.revision = r.id
            WHERE l.latest AND (coalesce(r.seen, ''), r.number) > (coalesce(l.seen, ''), l.number)
            UNION SELECT r.article FROM revision r JOIN capture c ON c.id = r.capture
                JOIN revision n ON n.article = r.article AND n.number = r.number + 1
                JOIN capture d ON d.id = n.capture
            WHERE c.entry > d.entry
            """
        for article in try Int.fetchAll(db, sql: order) {
            report(.columnAltered, nil, "the revisions of article \(article) are not in order")
        }
    }

    /// Which sources are one follows from what people decided, and where a voice belongs from the source that it has by
    /// its name or by a split. Which source that is does not follow from anything, and is not checked.
    mutating func checkSources() throws {
        let decided = try decisions()
        let rows = try Row.fetchAll(db, sql: "SELECT id, merged FROM source WHERE merged IS NOT NULL ORDER BY id")
        let merged = Dictionary(
            try rows.map { row in (try row.value("id") as Int, try row.value("merged") as Int) }
        ) { first, _ in first }
        for source in Set(decided.keys).union(merged.keys).sorted() where decided[source] != merged[source] {
            report(.columnAltered, nil, "source \(source) is not merged as was decided")
        }
        // What was decided has no circles, since merging goes into a source that is merged into none.
        for source in decided.keys.sorted() {
            var (root, steps) = (source, 0)
            while let next = decided[root], steps <= decided.count { (root, steps) = (next, steps + 1) }
            try checkVoices("v.base = ? AND v.source IS NOT ?", [source, root])
        }
        try checkVoices(
            "v.source IS NOT v.base AND NOT EXISTS (SELECT 1 FROM source s WHERE s.id = v.base AND s.merged IS NOT NULL)",
            [])
    }

    /// Reports voices that are shown at another source than theirs.
    private mutating func checkVoices(_ condition: String, _ arguments: StatementArguments) throws {
        let sql = """
            SELECT r.article, r.number, v.voice FROM voice v JOIN revision r ON r.id = v.revision
            WHERE \(condition) ORDER BY v.id
            """
        for row in try Row.fetchAll(db, sql: sql, arguments: arguments) {
            let (key, voice): (RevisionKey, String) = (try RevisionKey(row), try row.value("voice"))
            report(
                .columnAltered, nil,
                "voice \(voice) of article \(key.article), revision \(key.number), is not with its source")
        }
    }

    /// The sources that a decision made one with another, and that one. A split of voices of several makes several.
    private static func joined(by action: Joining.Action) -> (sources: [Int], target: Int?) {
        switch action {
        case .merge(let sources, let target): (sources, target)
        case .split(let places, let target): (places.map(\.into), target)
        case .apart, .undo: ([], nil)
        }
    }

    /// Into which source each was merged, by the decisions in the order of the log.
    private mutating func decisions() throws -> [Int: Int] {
        var (merged, decisions, undone) = ([Int: Int](), [Joining.Action](), [Int: Int]())
        let rows = try Row.fetchAll(db, sql: "SELECT id, record, undone FROM joining ORDER BY entry")
        for row in rows {
            let id: Int = try row.value("id")
            guard id == decisions.count + 1, let action = Joining.Action.read(try row.bytes("record"))?.action else {
                report(.columnAltered, nil, "the decisions about sources are not in order")
                return merged
            }
            switch action {
            case .merge(let sources, let target): for source in sources { merged[source] = target }
            case .split(let places, let target):
                for place in places where place.into != target { merged[place.into] = target }
            case .undo(let earlier) where decisions.indices.contains(earlier &- 1):
                undone[earlier] = id
                let (sources, target) = Self.joined(by: decisions[earlier - 1])
                for source in sources where merged[source] == target { merged[source] = nil }
            case .apart, .undo: break
            }
            decisions.append(action)
        }
        for row in rows where try row.optional("undone") != undone[try row.value("id")] {
            report(.columnAltered, nil, "decision \(try row.value("id") as Int) is not taken back as was decided")
        }
        return merged
    }
}
