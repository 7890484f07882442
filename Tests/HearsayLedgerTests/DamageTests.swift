import GRDB
import HearsayCore
import HearsayLedger
import Testing

/// Whatever a file holds, asking it gives an answer or an error, and never ends the program.
@Suite struct DamageTests {
    /// A closed ledger in which no table is empty.
    private func fill(_ scratch: Scratch) throws {
        let ledger = try TraceTests.ledger(scratch)
        let units = StoredUnits(version: "1", units: [.init(span: TextSpan(0, 3), statement: 0, vector: [1, 2])])
        try ledger.add(SampleArticle(url: "https://gull.example/3"), units: units)
        try ledger.judge(JudgementTests.sample)
        try ledger.replaceTrace(TraceTests.sample, basis: try ledger.logSize())
        try ledger.close()
    }

    private func askEverything(_ path: String) {
        guard let ledger = try? Ledger(path: path, mode: .read, patience: 0.1) else { return }
        _ = try? ledger.verify()
        _ = try? ledger.search("quay", limit: 5)
        _ = try? ledger.counts()
        _ = try? ledger.articles(limit: 5, after: ArticlePlace("32303331-1"))
        _ = try? ledger.articles(limit: 5)
        _ = try? ledger.sources(limit: 5)
        _ = try? ledger.source(1)
        _ = try? ledger.trace()
        _ = try? ledger.traceStanding()
        _ = try? ledger.sharedClaims(limit: 5)
        _ = try? ledger.forecastClaims()
        _ = try? ledger.forecasts(of: 1)
        _ = try? ledger.possibleSources(limit: 5)
        _ = try? ledger.possibleSources(with: 1, limit: 5)
        _ = try? ledger.latestJoinings(limit: 5)
        _ = try? ledger.voices(of: 1, named: "Ines Okoro")
        _ = try? ledger.judgements()
        _ = try? ledger.leafHashes()
        _ = try? ledger.entries(from: 0, limit: 50)
        for key in (try? ledger.allRevisions()) ?? [] {
            _ = try? ledger.revisions(of: key.article)
            _ = try? ledger.reading(key)
            _ = try? ledger.capture(key)
            _ = try? ledger.units(key)
            _ = try? ledger.voiceSources(key)
            _ = try? ledger.claimPlaces(in: key)
            _ = try? ledger.edges(of: key, limit: 5)
        }
        try? ledger.close()
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func brokenFilesNeverTrap(_ seed: UInt64) throws {
        let scratch = try Scratch()
        try fill(scratch)
        let content = try scratch.bytes()
        var dice = Dice(state: seed)
        for _ in 0..<25 {
            var broken = content
            for _ in 0...dice.next(60) { broken[dice.next(broken.count)] = UInt8(dice.next(256)) }
            let file = try Scratch()
            try file.write(broken)
            askEverything(file.path)
        }
    }

    /// What the log promises to keep: captures, readings, judgements and decisions, and what lists show of them.
    private func promised(_ path: String) throws -> [String] {
        let ledger = try Ledger(path: path, mode: .read, patience: 0.1)
        defer { try? ledger.close() }
        guard try ledger.verify().findings.isEmpty else { return [] }
        var state = try ["\(ledger.judgements())", "\(ledger.joinings())", "\(ledger.leafHashes())"]
        for key in try ledger.allRevisions().sorted() {
            state.append(try "\(key) \(String(describing: ledger.reading(key))) \(ledger.revisions(of: key.article))")
            state.append(try "\(String(describing: ledger.capture(key)))")
        }
        state.append(try "\(ledger.articles(limit: 99).map { [$0.title, $0.url, $0.published, "\($0.statements)"] })")
        return state
    }

    /// One bit that is flipped: an error, a finding, or everything that is promised is as it was.
    @Test(arguments: 1...8 as ClosedRange<UInt64>) func flippedBitsAreFoundOrHarmless(_ seed: UInt64) throws {
        let scratch = try Scratch()
        try fill(scratch)
        let (content, promised) = (try scratch.bytes(), try promised(scratch.path))
        #expect(!promised.isEmpty)
        var dice = Dice(state: seed)
        for _ in 0..<40 {
            var broken = content
            let (place, bit) = (dice.next(broken.count), UInt8(dice.next(8)))
            broken[place] ^= 1 << bit
            let file = try Scratch()
            try file.write(broken)
            guard let found = try? self.promised(file.path), !found.isEmpty else { continue }
            #expect(found == promised, "seed \(seed): bit \(bit) of byte \(place) was not noticed")
        }
    }

    @Test func oddValuesNeverTrap() throws {
        let scratch = try Scratch()
        try fill(scratch)
        let content = try scratch.bytes()
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        let columns = try DatabaseQueue(path: scratch.path).read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT t.name AS t, c.name AS c, c.type FROM pragma_table_list t, pragma_table_info(t.name) c
                    WHERE t.schema = 'main' AND t.strict
                    """
            ).map { row in (table: row["t"] as String, column: row["c"] as String, type: row["type"] as String) }
        }
        #expect(columns.count > 90)
        let odd = [
            "TEXT": ["''", "'x'"], "INTEGER": ["-1", "9223372036854775807", "-9223372036854775808"],
            "BLOB": ["x''", "x'00'"], "REAL": ["-1e300"],
        ]
        for (table, column, type) in columns {
            for value in odd[type] ?? [] {
                let other = try Scratch()
                try other.write(content)
                let file = try DatabaseQueue(path: other.path, configuration: configuration)
                try file.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
                    // Of several rows only one may have the value where it must be unique.
                    try db.execute(sql: "UPDATE OR IGNORE \(table) SET \"\(column)\" = \(value)")
                }
                try file.close()
                askEverything(other.path)
            }
        }
    }
}
