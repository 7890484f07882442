import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

/// What lists are read from follows from the rows, whatever was done to them.
@Suite struct ListingTests {
    private static let time = "2031-05-01T00:00:00Z"
    private static let names = ["Ada Brook", "Bela Croft", "Cyra Dale", "Dorn Eames"]

    private static func article(_ dice: inout Dice, url: Int) -> SampleArticle {
        let said = (0...dice.next(3)).map { number in
            dice.next(5) == 0
                ? SampleArticle.Said(role: "an official", content: "word \(number)")
                : SampleArticle.Said(
                    name: names[dice.next(names.count)], content: "word \(number) \(dice.next(1000))",
                    certainty: dice.next(2) == 0 ? .likely : nil)
        }
        return SampleArticle(
            url: "https://gull.example/\(url)", outlet: "Outlet \(dice.next(3))",
            published: "2031-03-\(10 + dice.next(9))", headline: "Headline \(dice.next(1000))", said: said)
    }

    /// One thing that is done to a ledger; what it refuses changes nothing.
    private static func step(_ ledger: Ledger, _ dice: inout Dice, _ decisions: inout [Int]) throws {
        let (a, b) = (1 + dice.next(8), 1 + dice.next(8))
        let key = RevisionKey(article: 1 + dice.next(4), number: 1 + dice.next(2))
        switch dice.next(9) {
        case 0: decisions += [try? ledger.merge([a], into: b, at: time)].compactMap(\.self)
        case 1: decisions += [try? ledger.split([(revision: key, voice: "v1")], at: time).decision].compactMap(\.self)
        case 2 where !decisions.isEmpty: _ = try? ledger.undo(decisions[dice.next(decisions.count)], at: time)
        case 3:
            _ = try? ledger.renew(
                key, reading: article(&dice, url: key.article).reading, stages: ["tagger": "4"], at: time)
        case 4 where dice.next(3) == 0: _ = try? ledger.erase([key], at: time)
        default: try ledger.add(article(&dice, url: 1 + dice.next(4)))
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>) func listsFollowTheRows(_ seed: UInt64) throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var (dice, decisions) = (Dice(state: seed), [Int]())
        for step in 0..<40 {
            try Self.step(ledger, &dice, &decisions)
            let (kept, counted) = try ledger.read { db in
                (
                    try Row.fetchAll(
                        db, sql: "SELECT source, statements, articles FROM source_count WHERE articles > 0 ORDER BY 1"),
                    try Row.fetchAll(
                        db,
                        sql: """
                            SELECT v.source, count(s.id) AS statements, count(DISTINCT r.article) AS articles
                            FROM voice v JOIN revision r ON r.id = v.revision AND r.latest
                                LEFT JOIN statement s ON s.voice = v.id
                            WHERE v.source IS NOT NULL GROUP BY v.source ORDER BY 1
                            """)
                )
            }
            #expect(kept == counted, "seed \(seed), step \(step)")
            let loose = try ledger.read { db in
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM voice v JOIN revision r ON r.id = v.revision
                        WHERE v.ordering IS NOT CASE WHEN r.latest THEN r.ordering END
                        """)
            }
            #expect(loose == 0, "seed \(seed), step \(step)")
            let empty = try ledger.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM source_count WHERE articles <= 0 AND statements <> 0")
            }
            #expect(empty == 0, "seed \(seed), step \(step)")
            try Self.compareCounts(ledger, "seed \(seed), step \(step)")
        }
    }

    private static func compareCounts(_ ledger: Ledger, _ place: Testing.Comment) throws {
        let counts = try ledger.counts()
        let plain = try ledger.read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT (SELECT count(DISTINCT coalesce(d.outlet, d.domain))
                            FROM revision r JOIN document d ON d.revision = r.id WHERE r.latest) AS outlets,
                        (SELECT count(*) FROM revision r JOIN statement s ON s.revision = r.id WHERE r.latest) AS said,
                        (SELECT count(*) FROM revision r JOIN voice v ON v.revision = r.id
                            WHERE r.latest AND v.anonymous) AS unnamed,
                        (SELECT count(*) FROM revision r JOIN statement s ON s.revision = r.id
                            WHERE r.latest AND s.certainty IS NOT NULL) AS forecasts
                    """)
        }
        #expect(
            plain == [
                "outlets": counts.outlets, "said": counts.statements, "unnamed": counts.unnamed,
                "forecasts": counts.forecasts,
            ],
            place)
    }

    @Test func aSourceIsReadPageByPage() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for day in 1...5 {
            let said = (1...2).map { SampleArticle.Said(name: "Ines Okoro", content: "day \(day) word \($0)") }
            // The last that comes in is the first that was published.
            try ledger.add(
                SampleArticle(url: "https://gull.example/\(day)", published: "2031-03-\(20 - day)", said: said))
        }
        let whole = try #require(try ledger.source(1))
        #expect(whole.statements.map(\.words).first == "day 1 word 1" && whole.statements.count == 10)
        #expect(whole.source.statements == 10 && whole.source.articles == 5 && whole.voices.count == 10)
        var paged: [StoredStatement] = []
        for offset in stride(from: 0, to: 12, by: 3) {
            let page = try #require(try ledger.source(1, voices: 2, limit: 3, offset: offset))
            #expect(page.voices.map(\.revision.article) == [1, 1])
            paged += page.statements
        }
        #expect(paged == whole.statements)
    }

    @Test func aStatementOfAListTellsWhatItIs() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(
            SampleArticle(said: [
                .init(name: "Ines Okoro", content: "a", certainty: .likely), .init(name: "Ines Okoro", content: "b"),
            ]))
        let statements = try #require(try ledger.source(1)).statements
        #expect(statements.map(\.stance) == [.asserts, .asserts] && statements.map(\.isRelayed) == [false, false])
        let due = DayInterval(CivilDay(number: 22_361), CivilDay(number: 22_400))
        #expect(statements.map(\.forecast) == [Forecast(due: due, certainty: .likely), nil])
        let key = RevisionKey(article: 1, number: 1)
        #expect(try ledger.source(of: "s2", in: key) == 1 && ledger.source(of: "s9", in: key) == nil)
    }

    @Test func mergedSourcesLeadToTheOneTheyWereMergedInto() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for (number, name) in Self.names.prefix(3).enumerated() {
            try ledger.add(
                SampleArticle(url: "https://gull.example/\(number)", said: [.init(name: name, content: "a")]))
        }
        let first = try ledger.merge([1], into: 2, at: Self.time)
        let second = try ledger.merge([2], into: 3, at: Self.time)
        #expect(try ledger.root(ofSource: 1) == 3 && ledger.root(ofSource: 9) == nil)
        #expect(try ledger.shownSources([1, 3, 9]) == [1, 3])
        #expect(try ledger.source(3)?.source.articles == 3 && ledger.source(1) == nil)
        #expect(try ledger.labels(ofSources: [1, 3, 9]) == [1: "Ada Brook", 3: "Cyra Dale"])
        #expect(try ledger.voices(of: 3, named: "Bela Croft").map(\.revision.article) == [2])
        #expect(try ledger.latestJoinings(limit: 1).map(\.id) == [second])
        #expect(try ledger.latestJoinings(limit: 9, offset: 1).map(\.id) == [first])
        #expect(try ledger.joining(first)?.action == .merge(sources: [1], into: 2) && ledger.joining(9) == nil)
    }

    @Test func aSourceThatLostItsVoicesHasNoName() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle(said: [.init(name: "Ada Brook", content: "a")]))
        let split = try ledger.split([(revision: .init(article: 1, number: 1), voice: "v1")], at: Self.time)
        #expect(try ledger.labels(ofSources: [1, split.source]) == [split.source: "Ada Brook"])
    }

    @Test func pairsOfOneSourceAreListed() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for (number, name) in ["Rustem Umerov", "Rustem Umarov", "Rustem Umirov"].enumerated() {
            try ledger.add(
                SampleArticle(url: "https://gull.example/\(number)", said: [.init(name: name, content: "a")]))
        }
        let all = try ledger.possibleSources(limit: 9)
        #expect(all.count == 3)
        #expect(try (0..<3).flatMap { try ledger.possibleSources(limit: 1, offset: $0) } == all)
        let own = try ledger.possibleSources(with: 2, limit: 9)
        #expect(own.count == 2 && own.allSatisfy { $0.first.id == 2 || $0.second.id == 2 })
        _ = try ledger.keepApart(1, 2, at: Self.time)
        #expect(try ledger.possibleSources(with: 2, limit: 9).map { [$0.first.id, $0.second.id] } == [[2, 3]])
    }

    /// A ledger of an earlier version has its lists filled when it is opened.
    @Test func anOlderLedgerIsBroughtUpToDate() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var (dice, decisions) = (Dice(state: 3), [Int]())
        for _ in 0..<30 { try Self.step(ledger, &dice, &decisions) }
        let sources = try ledger.sources(limit: 99)
        try ledger.write { db in
            let triggers = [
                "voice_listed", "revision_listed", "voice_counted", "voice_uncounted", "statement_counted",
                "statement_uncounted",
            ]
            for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
            for index in [
                "voice_source", "voice_unnamed", "statement_forecast", "document_outlet", "source_possible_score",
            ] { try db.execute(sql: "DROP INDEX \(index)") }
            try db.execute(
                sql: """
                    DROP TABLE source_count; ALTER TABLE voice DROP COLUMN ordering; DROP INDEX claim_member_forecast;
                    ALTER TABLE claim_member DROP COLUMN forecast
                    """)
            try db.execute(sql: "CREATE INDEX voice_source ON voice (source) WHERE source IS NOT NULL")
            try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '14 listing'")
        }
        try ledger.close()
        #expect(try Ledger(path: scratch.path, mode: .write).sources(limit: 99) == sources)
    }
}
