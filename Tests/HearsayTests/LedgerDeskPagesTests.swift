import Foundation
import HearsayCore
import HearsayLedger
import Synchronization
import Testing

@testable import Hearsay

/// What a desk gives to pages: parts, however large the ledger is.
@Suite struct LedgerDeskPagesTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-desk-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func desk(mode: LedgerDesk.Mode = .create) throws -> LedgerDesk {
        try LedgerDesk(
            path: folder.appending(path: "news.db").path, mode: mode,
            keys: KeyFolder(path: folder.appending(path: "keys").path),
            clock: LedgerDesk.Clock(now: { "2026-03-10T12:00:00Z" }, today: { CivilDay(2026, 6, 1) }),
            fetcher: WebInput(version: "test")
        ) { ToyReader.engine }
    }

    private static let quay =
        "The quay\n\nInes Okoro: the north quay will close for good by 2026-05-01\n\nTomas Verrin: three hundred berths are lost at the north quay\n"

    private static func add(_ text: String, _ number: Int, to desk: LedgerDesk) throws {
        _ = try desk.add(
            ToyReader.item(
                text, url: "https://gull.example/\(number)", outlet: "Outlet \(number % 7)",
                published: "2026-02-\(10 + number % 9)"))
    }

    /// A ledger with more captured versions than are traced at once: two articles that tell one claim, and many others.
    private func large() throws -> LedgerDesk {
        let desk = try desk()
        try Self.add(Self.quay, 1, to: desk)
        try Self.add("Quay again\n\nInes Okoro: the north quay will close for good by 2026-05-01\n", 2, to: desk)
        for number in 3...LedgerDesk.tracedAtOnce + 1 {
            try Self.add("N\(number)\n\nOda Lind: night \(number) was long\n", number, to: desk)
        }
        return desk
    }

    @Test func aLargeLedgerIsNotTracedByAPage() throws {
        let desk = try large()
        let article = try #require(try desk.article(1, revision: nil))
        #expect(article.tracing == .absent && article.claims.isEmpty && article.takenFrom.isEmpty)
        let source = try #require(try desk.source(try desk.sourceNumber(named: "Ines Okoro")))
        #expect(source.tracing == .absent && source.record == nil)
        #expect(source.utterances.map(\.words).count == 2 && source.utterances.allSatisfy { $0.claim == nil })
        let overview = try desk.overview()
        #expect(overview.tracing == .absent && overview.sharedClaims == nil && overview.open == nil)
        #expect(overview.articles == LedgerDesk.tracedAtOnce + 1 && overview.recent.count == 8)
        #expect(try desk.cached.withLock { $0 == nil } && desk.asking { try $0.traceStanding() } == nil)
    }

    @Test func whatIsTracedIsShownAndOutlivesNewArticles() throws {
        let desk = try large()
        let trace = try desk.trace()
        // Another desk has no trace in memory, only the stored one.
        let other = try self.desk(mode: .write)
        let article = try #require(try other.article(2, revision: nil))
        let claim = try #require(article.claims["s1"])
        #expect(article.tracing == .current && trace.claims.contains { $0.id == claim })
        let overview = try other.overview()
        #expect(overview.tracing == .current && overview.sharedClaims == trace.claims.count { $0.members.count > 1 })
        #expect(overview.claims.first?.id == claim && overview.overdue == 1)
        #expect(overview.due.first?.voice == "Ines Okoro")
        try Self.add("New\n\nInes Okoro: nothing else is known\n", 999, to: other)
        // A few new articles are taken into the trace at once, many are not.
        #expect(try other.article(LedgerDesk.tracedAtOnce + 2, revision: nil)?.claims.count == 1)
        for number in 0...LedgerDesk.addedAtOnce {
            try Self.add("More\n\nOda Lind: nothing else is known of \(number)\n", 1000 + number, to: other)
        }
        let later = try #require(try other.article(2, revision: nil))
        #expect(later.tracing == .outdated && later.claims == article.claims)
        let new = try #require(try other.article(LedgerDesk.tracedAtOnce + 3, revision: nil))
        #expect(new.tracing == .absent && new.claims.isEmpty)
        let source = try #require(try other.source(other.sourceNumber(named: "Ines Okoro")))
        #expect(source.tracing == .outdated && source.record?.open == 1 && source.utterances.count == 3)
        #expect(try other.overview().tracing == .outdated)
        #expect(other.cached.withLock { $0 == nil })
    }

    /// The parts that are read from the tables are those of the whole trace in memory.
    @Test func theStoredPartsAreThoseInMemory() throws {
        let desk = try large()
        let claim = try #require(try desk.due().first?.claim.id)
        try desk.settle(claim, outcome: .false, evidence: ["https://gull.example/9"], judge: nil)
        let snapshot = SnapshotLookup(ledger: desk.ledger, snapshot: try desk.snapshot())
        let stored = StoredLookup(ledger: desk.ledger, state: .current)
        for key in try desk.asking({ try $0.allRevisions() }) {
            #expect(try stored.places(in: key) == snapshot.places(in: key))
            let (a, b) = (try stored.edges(of: key, limit: 9), snapshot.edges(of: key, limit: 9))
            #expect(a?.taken == b?.taken && a?.given == b?.given && a?.more == b?.more)
            #expect(a?.outside == b?.outside)
        }
        for source in try desk.sources(limit: 99) {
            let (a, b) = (try stored.outcomes(of: source.id), try snapshot.outcomes(of: source.id))
            #expect(a.map(\.rawValue).sorted() == b.map(\.rawValue).sorted())
        }
        #expect(try stored.shared(limit: 5).claims == snapshot.shared(limit: 5).claims)
        #expect(try stored.shared(limit: 5).count == snapshot.shared(limit: 5).count)
        #expect(try stored.forecasts().claims == snapshot.forecasts().claims)
        #expect(try desk.source(named: "Ines Okoro").record?.isFalse == 1)
    }

    @Test func aSmallLedgerIsTracedAtOnce() throws {
        let desk = try desk()
        try Self.add(Self.quay, 1, to: desk)
        try Self.add(Self.quay + "\nA note.\n", 2, to: desk)
        let article = try #require(try desk.article(1, revision: nil))
        #expect(article.tracing == .current && article.claims.count == 2)
        #expect(try desk.overview().open == 1)
    }

    @Test func aSourceComesInPages() throws {
        let desk = try desk()
        for number in 1...5 { try Self.add("N\(number)\n\nOda Lind: night \(number) was long\n", number, to: desk) }
        let first = try #require(try desk.source(1, limit: 2, offset: 0))
        let last = try #require(try desk.source(1, limit: 2, offset: 4))
        #expect(first.utterances.map(\.words) == ["night 5 was long", "night 4 was long"] && first.offset == 0)
        #expect(last.utterances.map(\.words) == ["night 1 was long"] && last.offset == 4)
        #expect(last.summary.statements == 5 && last.voices.count == 5)
        #expect(try desk.sources(limit: 1, offset: 1).isEmpty)
    }

    // MARK: Decisions about sources

    @Test func sourcesAreMergedSplitAndUndone() throws {
        let desk = try desk()
        try Self.add("A\n\nAda Brook: the tide was high\n", 1, to: desk)
        try Self.add("B\n\nBela Croft: the tide was low\n", 2, to: desk)
        let merge = try desk.mergeSources([1, desk.sourceNumber(named: "bela croft")], judge: "Oda")
        let merged = try #require(try desk.source(2))
        #expect(merged.summary.id == 1 && Set(merged.names) == ["Ada Brook", "Bela Croft"])
        #expect(throws: DeskError.self) { try desk.splitSource(1, named: "Cyra Dale") }
        let split = try desk.splitSource(1, named: "Bela Croft", judge: nil)
        #expect(try desk.source(split.source)?.names == ["Bela Croft"])
        let decisions = try desk.sourceDecisions(limit: 9, offset: 0)
        #expect(decisions.map(\.action) == ["split", "merge"] && decisions[1].judge == "Oda")
        #expect(decisions[1].labels[1] == "Ada Brook" && decisions[1].labels[2] == nil)
        #expect(try desk.undoSourceDecision(split.decision) == 3)
        _ = try desk.undoSourceDecision(merge)
        #expect(try desk.sourceDecision(merge)?.undone == 4 && desk.sourceDecision(9) == nil)
        #expect(try desk.source(2)?.summary.label == "Bela Croft")
    }

    @Test func aSourceWithOneNameIsNotSplitByIt() throws {
        let desk = try desk()
        try Self.add("A\n\nAda Brook: the tide was high\n", 1, to: desk)
        #expect { try desk.splitSource(1, named: "Ada Brook") } throws: { ($0 as? DeskError)?.code == .invalid }
        #expect { try desk.mergeSources([1, 1]) } throws: { ($0 as? DeskError)?.code == .invalid }
        #expect(throws: DeskError.self) { try desk.sourceNumber(named: "99") }
    }

    /// What only earlier revisions have leads to no page that is not there.
    @Test func sourcesOfEarlierRevisionsAreNotLinked() throws {
        let desk = try desk()
        try Self.add("A\n\n[an official]: the tide was high\n\nAda Brook: so it was\n", 1, to: desk)
        try Self.add("A\n\nAda Brook: so it was, and more\n", 1, to: desk)
        let earlier = try #require(try desk.article(1, revision: 1))
        #expect(earlier.sources == ["v2": 2])
        let claims = try desk.claims(limit: 9, shared: false).compactMap { try desk.claim($0.id) }
        let gone = claims.flatMap(\.places).filter { $0.words.contains("the tide was high") }
        #expect(!gone.isEmpty && gone.allSatisfy { $0.source == nil })
        #expect(try desk.source(1) == nil && desk.source(2)?.summary.label == "Ada Brook")
    }

    @Test func decisionsLeadOnlyToSourcesThatAreThere() throws {
        let desk = try desk()
        try Self.add("A\n\nAda Brook: the tide was high\n", 1, to: desk)
        try Self.add("B\n\nAda Brook: the tide was low\n", 2, to: desk)
        let split = try desk.splitSource([(article: 2, voice: "v1")])
        #expect(try desk.sourceDecision(split.decision)?.shown == [1, split.source])
        _ = try desk.undoSourceDecision(split.decision)
        #expect(try desk.sourceDecision(split.decision)?.shown == [1])
    }

    // MARK: Revisions

    @Test func whatChangedIsMarked() throws {
        let desk = try desk()
        try Self.add("The quay\n\nInes Okoro: about 300 berths are lost.\n\nNothing else is known.", 1, to: desk)
        try Self.add("The quay\n\nInes Okoro: about 400 berths are lost.", 1, to: desk)
        let changes = try desk.changes(1, from: nil, to: nil)
        #expect(changes.from == 1 && changes.to == 2 && changes.revisions.map(\.number) == [2, 1])
        let edits = changes.comparison.marked
        let first = try #require(edits.first)
        #expect(first.kinds == [.fact] && first.isMoreCertain == nil)
        #expect(first.old?.filter(\.isChanged).map(\.words) == ["300"])
        #expect(first.new?.filter(\.isChanged).map(\.words) == ["400"])
        #expect(edits.contains { $0.new == nil && $0.old?.map(\.words).joined() == "Nothing else is known." })
        #expect { try desk.changes(1, from: nil, to: 1) } throws: { ($0 as? DeskError)?.code == .notFound }
        #expect { try desk.changes(7, from: nil, to: nil) } throws: { ($0 as? DeskError)?.code == .notFound }
    }
}
