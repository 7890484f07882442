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
        case .split(let places, let target): try split(places, into: target)
        case .apart(let first, let second): try keepApart(first, second)
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
            for source in sources { try part(source, from: target) }
            try follow(sources)
        case .split(let places, let target): try unite(places, of: target)
        case .apart(let first, let second): try bringTogether(first, second)
        case .undo: break
        }
    }

    // MARK: Merging

    /// Takes a source out of the one into which it was merged.
    private func part(_ source: Int, from target: Int) throws {
        try db.execute(
            sql: "UPDATE source SET merged = NULL WHERE id = ? AND merged = ?", arguments: [source, target])
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

    // MARK: Splitting

    private func split(_ places: [Joining.Place], into target: Int) throws {
        let others = Set(places.map(\.into)).subtracting([target])
        for other in others {
            try db.execute(sql: "UPDATE source SET merged = ? WHERE id = ?", arguments: [target, other])
        }
        for place in places {
            guard let revision = try db.revision(place.revision) else { throw DamagedRow(column: "revision") }
            try db.execute(
                sql: "UPDATE voice SET base = ?, source = ? WHERE revision = ? AND voice = ?",
                arguments: [place.into, target, revision, place.voice])
        }
        for (base, into) in Self.pairs(of: places) { try keepApart(base, into) }
        try SourceJoining(db).settle(Set(places.flatMap { [$0.base, $0.into] }))
    }

    /// Gives all voices of the sources that a split made, also those that joined them since, back to where they are from.
    private func unite(_ places: [Joining.Place], of target: Int) throws {
        let origins = try origins()
        var settled: Set<Int> = []
        for place in places where settled.insert(place.into).inserted {
            var home = place.base
            // Where that was the work of a split that was taken back, its voices went on.
            while let origin = origins[home] { home = origin }
            try db.execute(
                sql: "UPDATE voice SET base = ?, source = ? WHERE base = ?",
                arguments: [home, try db.root(ofSource: home), place.into])
            try part(place.into, from: target)
            settled.insert(home)
        }
        for (base, into) in Self.pairs(of: places) { try bringTogether(base, into) }
        try SourceJoining(db).settle(settled)
    }

    /// The sources that a split made, each with each that its voices had before: they are not one.
    private static func pairs(of places: [Joining.Place]) -> [(base: Int, into: Int)] {
        let made = Set(places.map(\.into))
        return Set(places.map(\.base)).flatMap { base in made.map { (base, $0) } }
    }

    /// From which sources those were split off of which the split was taken back.
    private func origins() throws -> [Int: Int] {
        let sql = "SELECT * FROM joining WHERE action = 'split' AND undone IS NOT NULL ORDER BY id"
        var origins: [Int: Int] = [:]
        for row in try Row.fetchAll(db, sql: sql) {
            guard case .split(let places, _) = try Joining(row).action else { throw DamagedRow(column: "record") }
            // A source is made after the one that it is split off from, so there are no circles but in a broken file.
            for place in places where place.into > place.base { origins[place.into] = place.base }
        }
        return origins
    }

    // MARK: Keeping apart

    private func keepApart(_ first: Int, _ second: Int) throws {
        try db.execute(
            sql: """
                INSERT INTO source_possible (first, second, score, reason, apart) VALUES (?, ?, 0, '', 1)
                    ON CONFLICT (first, second) DO UPDATE SET apart = 1
                """, arguments: [min(first, second), max(first, second)])
    }

    private func bringTogether(_ first: Int, _ second: Int) throws {
        let pair: StatementArguments = [min(first, second), max(first, second)]
        try db.execute(sql: "UPDATE source_possible SET apart = 0 WHERE first = ? AND second = ?", arguments: pair)
        // A pair without a score stood there for the decision alone.
        try db.execute(
            sql: "DELETE FROM source_possible WHERE first = ? AND second = ? AND score = 0", arguments: pair)
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
