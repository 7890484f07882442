internal import GRDB

/// What a decision about sources does to the tables, and what taking it back undoes.
///
/// A voice has two sources: `base`, which it got by its name or by a split, and `source`, into which that was merged.
/// Taking a merge back is then a matter of following `merged` again, also for voices that came after it.
struct JoiningEffect {
    let db: Database

    func apply(_ action: Joining.Action, decision: Int) throws {
        switch action {
        case .merge(let sources, let target):
            for source in sources {
                try db.execute(sql: "UPDATE source SET merged = ? WHERE id = ?", arguments: [target, source])
            }
            try follow(sources)
        case .split(let places, let target): for place in places { try move(place, to: target) }
        case .apart(let first, let second):
            try db.execute(
                sql: """
                    INSERT INTO source_possible (first, second, score, reason, apart) VALUES (?, ?, 0, '', 1)
                        ON CONFLICT (first, second) DO UPDATE SET apart = 1
                    """, arguments: [first, second])
        case .undo(let earlier):
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM joining WHERE id = ?", arguments: [earlier]) else {
                throw DamagedRow(column: "joining")
            }
            try takeBack(Joining(row).action)
            try db.execute(sql: "UPDATE joining SET undone = ? WHERE id = ?", arguments: [decision, earlier])
        }
    }

    private func takeBack(_ action: Joining.Action) throws {
        switch action {
        case .merge(let sources, let target):
            for source in sources {
                try db.execute(
                    sql: "UPDATE source SET merged = NULL WHERE id = ? AND merged = ?", arguments: [source, target])
            }
            try follow(sources)
        case .split(let places, let target):
            for place in places { try move(place, to: place.base, from: target) }
            // Nobody joins it any more.
            try db.execute(sql: "DELETE FROM source_key WHERE source = ?", arguments: [target])
        case .apart(let first, let second):
            try db.execute(
                sql: "UPDATE source_possible SET apart = 0 WHERE first = ? AND second = ?", arguments: [first, second])
            try db.execute(
                sql: "DELETE FROM source_possible WHERE first = ? AND second = ? AND score = 0",
                arguments: [first, second])
        case .undo: break
        }
    }

    /// Gives the voices of sources, and of those merged into them, the source into which theirs is merged now.
    private func follow(_ sources: [Int]) throws {
        let merged = """
            WITH RECURSIVE part (id) AS (
                SELECT ? UNION SELECT s.id FROM source s JOIN part ON s.merged = part.id
            ) SELECT id FROM part
            """
        for source in sources {
            let root = try db.root(ofSource: source)
            for part in try Int.fetchAll(db, sql: merged, arguments: [source]) {
                try db.execute(sql: "UPDATE voice SET source = ? WHERE base = ?", arguments: [root, part])
            }
        }
    }

    /// Gives one voice another base; a voice that has one other than `from` by now is left as it is.
    private func move(_ place: Joining.Place, to target: Int, from: Int? = nil) throws {
        guard let revision = try db.revision(place.revision) else { return }
        let isThere = try Int.fetchOne(db, sql: "SELECT 1 FROM source WHERE id = ?", arguments: [target]) != nil
        guard isThere else { return }
        let arguments: StatementArguments = [target, try db.root(ofSource: target), revision, place.voice, from]
        try db.execute(
            sql:
                "UPDATE voice SET base = ?1, source = ?2 WHERE revision = ?3 AND voice = ?4 AND (?5 IS NULL OR base = ?5)",
            arguments: arguments)
    }
}

extension Database {
    /// The source into which a source was merged, over all steps; itself when it was not.
    func root(ofSource source: Int) throws -> Int {
        let statement = try cachedStatement(sql: "SELECT merged FROM source WHERE id = ?")
        var root = source
        // Merging only ever goes into a root, so there are no circles; a broken file may have one.
        for _ in 0..<10_000 {
            guard let next = try Int.fetchOne(statement, arguments: [root]) else { return root }
            root = next
        }
        throw DamagedRow(column: "merged")
    }
}
