import GRDB
import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct TraceTests {
    /// A trace of three articles in which every field is filled at least once.
    static var sample: Trace {
        let members = [
            Claim.Member(
                article: "a1", statement: "s1", span: TextSpan(3, 9), voice: "Ines Okoro", relay: ["The Gull"]),
            Claim.Member(article: "a2r1", span: TextSpan(0, 4), stance: .denies, anonymous: true),
        ]
        let origin = Origin(label: "Ines Okoro", kind: .named, members: [0], least: 1, most: 2, reason: "by name")
        return Trace(
            articles: [
                .init(id: "a1", outlet: "The Gull", published: "2031-03-01"),
                .init(id: "a2r1", outlet: nil, published: nil),
                .init(id: "a2", outlet: "The Bay Courier", published: "2031-03-02T10:00:00Z", revisionOf: "a2r1"),
            ],
            edges: [
                Edge(
                    from: "a2", to: "a1", kind: .cites, credited: true, confidence: 0.75,
                    evidence: [
                        .init(from: TextSpan(1, 5), to: TextSpan(2, 8)), .init(from: TextSpan(7, 9), to: nil),
                    ])
            ],
            outside: [
                .init(from: "a1", outlet: "Norlys", confidence: 0.5, evidence: [TextSpan(3, 9), TextSpan(11, 12)]),
                .init(from: "a2", outlet: "Quay Courier", confidence: 1, evidence: []),
            ],
            claims: [
                Claim(
                    id: "c-7", text: "the quay will close", members: members,
                    origins: OriginCount(least: 1, likely: 1, most: 2), sources: [origin],
                    contradicts: [.init(claim: "c-8", clash: .negation)],
                    forecast: .init(
                        due: DayInterval(CivilDay(number: 22_361), CivilDay(number: 22_400)), certainty: .likely,
                        outcome: .true, settledBy: ["a2"])),
                Claim(
                    id: "c-8", text: "it stays open", members: [members[1]], origins: OriginCount(exactly: 0),
                    sources: [], forecast: .init(due: nil, certainty: .possible)),
                Claim(id: "c-9", text: "", members: [], origins: OriginCount(exactly: 0), sources: []),
            ])
    }

    static func ledger(_ scratch: Scratch) throws -> Ledger {
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle(url: "https://gull.example/1"))
        try ledger.add(SampleArticle(url: "https://gull.example/2"))
        try ledger.add(SampleArticle(url: "https://gull.example/2", headline: "Changed"))
        return ledger
    }

    @Test func aTraceComesBackWhole() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        #expect(try ledger.trace() == nil)
        try ledger.replaceTrace(Trace(), basis: 2)
        try ledger.replaceTrace(Self.sample, basis: try ledger.logSize())
        let stored = try #require(try ledger.trace())
        #expect(stored.trace == Self.sample && stored.standing.basis == 6 && !stored.standing.isStale)
        #expect(
            stored.revisions == [
                "a1": .init(article: 1, number: 1), "a2r1": .init(article: 2, number: 1),
                "a2": .init(article: 2, number: 2),
            ])
        #expect(try ledger.claim("c-7") == Self.sample.claims[0])
        #expect(try ledger.claim("c-1") == nil)
    }

    @Test func newArticlesMakeItStaleAndJudgementsDoNot() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        try ledger.replaceTrace(Self.sample, basis: try ledger.logSize())
        try ledger.judge(JudgementTests.sample)
        #expect(try ledger.traceStanding()?.isStale == false)
        try ledger.add(SampleArticle(url: "https://gull.example/1", headline: "Changed"))
        let stored = try #require(try ledger.trace())
        #expect(stored.standing.isStale && stored.revisions["a1"] == RevisionKey(article: 1, number: 1))
    }

    @Test func partsAreReadByThemselves() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        let (first, earlier, latest) = (
            RevisionKey(article: 1, number: 1), RevisionKey(article: 2, number: 1), RevisionKey(article: 2, number: 2)
        )
        #expect(try ledger.traceStanding() == nil && ledger.claimPlaces(in: first) == nil)
        #expect(try ledger.edges(of: first, limit: 5) == nil && ledger.sharedClaims(limit: 5).count == 0)
        try ledger.replaceTrace(Self.sample, basis: try ledger.logSize(), version: "7")
        #expect(try ledger.traceStanding()?.version == "7")
        #expect(
            try ledger.claimPlaces(in: first) == [ClaimPlace(claim: "c-7", statement: "s1", span: TextSpan(3, 9))])
        #expect(try ledger.claimPlaces(in: latest) == [])
        #expect(try ledger.claimPlaces(in: earlier)?.map(\.claim) == ["c-7", "c-8"])
        let edges = try #require(try ledger.edges(of: first, limit: 5))
        #expect(edges.taken.isEmpty && edges.given == Self.sample.edges && edges.more == 0)
        #expect(edges.revisions == ["a1": first, "a2": latest])
        #expect(try ledger.edges(of: latest, limit: 5)?.taken == Self.sample.edges)
        #expect(edges.outside == [Self.sample.outside[0]])
        #expect(try ledger.edges(of: latest, limit: 5)?.outside == [Self.sample.outside[1]])
        #expect(try ledger.trace(ofClaim: "c-7")?.trace == Self.sample)
        #expect(try ledger.edges(of: first, limit: 0)?.more == 1)
        let shared = try ledger.sharedClaims(limit: 5)
        #expect(shared.count == 1 && shared.claims.claims == [Self.sample.claims[0]])
        #expect(shared.claims.documents.keys.sorted() == ["a1", "a2r1"])
        #expect(try ledger.forecastClaims().claims.map(\.id) == ["c-7", "c-8"])
        #expect(try ledger.forecasts(of: 1).count == 1 && ledger.forecasts(of: 1).judged.claims.isEmpty)
        #expect(try ledger.forecasts(of: 9).count == 0)
        let anchors = [Judgement.Anchor(document: SampleArticle().reading.document.id, span: TextSpan(3, 9))]
        try ledger.judge(
            Judgement(outcome: .true, evidence: ["x"], time: "2031-05-01T00:00:00Z", claim: "x", anchors: anchors))
        #expect(try ledger.forecasts(of: 1).judged.claims.map(\.id) == ["c-7"])
    }

    /// A reading that came after the trace has other statements at other places.
    @Test func partsLeaveOutWhatWasReadAnewSince() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        let (first, latest) = (RevisionKey(article: 1, number: 1), RevisionKey(article: 2, number: 2))
        try ledger.replaceTrace(Self.sample, basis: try ledger.logSize())
        try ledger.renew(
            first, reading: SampleArticle(url: "https://gull.example/1", headline: "Read anew").reading,
            stages: ["tagger": "4"], at: "2031-05-01T00:00:00Z")
        #expect(try ledger.traceStanding()?.isStale == true)
        #expect(try ledger.claimPlaces(in: first) == nil && ledger.edges(of: first, limit: 5) == nil)
        #expect(try ledger.edges(of: latest, limit: 5)?.taken == [])
        #expect(try ledger.forecasts(of: 1).count == 0)
        #expect(try ledger.claimPlaces(in: latest) == [])
        #expect(try ledger.claimPlaces(in: RevisionKey(article: 9, number: 1)) == nil)
    }

    @Test(arguments: ["a9", "a1r9", "b1", "a", "a1r", "", "a99999999999999999999"])
    func unknownArticlesAreRefusedAndChangeNothing(_ id: String) throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        try ledger.replaceTrace(Self.sample, basis: 6)
        let trace = Trace(articles: [.init(id: id, outlet: nil, published: nil)])
        let affair = TracedNodes(level: 900, nodes: try ledger.traceNodes(), trace: trace)
        #expect(throws: LedgerError(.notFound, "", path: "")) { try ledger.keepTraces([affair]) }
        #expect(try ledger.trace()?.trace == Self.sample)
    }

    @Test(arguments: ["[1]", "[5,1]", "[-1,2]", "[\"a\",2]", "{}", ""])
    func outletsWithoutSoundPlacesAreDamage(_ evidence: String) throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        try ledger.replaceTrace(Self.sample, basis: 6)
        try ledger.write { try $0.execute(sql: "UPDATE outside_edge SET evidence = ?", arguments: [evidence]) }
        #expect(throws: LedgerError(.damaged, "", path: "")) { try ledger.trace() }
    }

    /// An erasure takes the trace with what it quotes, the outlets too.
    @Test func anErasureLeavesNoOutlet() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        try ledger.replaceTrace(Self.sample, basis: 6)
        _ = try ledger.erase([RevisionKey(article: 1, number: 1)], at: "2031-05-01T00:00:00Z")
        #expect(try ledger.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outside_edge") } == 0)
    }

    // MARK: Step by step

    /// A sketch that shares a term with those of the same number.
    private static func sketch(_ node: Int, _ term: UInt32) -> TraceSketch {
        TraceSketch(node: node, sketch: ArticleSketch(entries: [.init(term: term, weight: ArticleSketch.one)]))
    }

    private static func keep(_ nodes: [TraceNode], in ledger: Ledger) throws {
        let articles = nodes.map { Trace.Article(id: $0.name, outlet: nil, published: nil) }
        try ledger.keepTraces([TracedNodes(level: 900, nodes: nodes, trace: Trace(articles: articles))])
    }

    @Test func anArticleMakesWaitWhatItIsNearTo() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for number in 1...3 { try ledger.add(SampleArticle(url: "https://gull.example/\(number)")) }
        let nodes = try ledger.traceNodes()
        #expect(nodes.map(\.name) == ["a1", "a2", "a3"] && nodes.allSatisfy { $0.revisionOf == nil })
        try ledger.beginTrace(
            [Self.sketch(1, 7), Self.sketch(2, 7), Self.sketch(3, 9)], holders: [7: 2, 9: 1],
            basis: try ledger.logSize(), version: "1")
        #expect(try ledger.waitingNodes() == [1, 2, 3] && ledger.holders(of: [7, 9]) == [7: 2])
        try Self.keep(Array(nodes[..<2]), in: ledger)
        try ledger.finishTrace()
        #expect(try ledger.waitingNodes() == [3] && ledger.traceStanding()?.isStale == true)
        try Self.keep([nodes[2]], in: ledger)
        try ledger.finishTrace()
        #expect(try ledger.traceStanding()?.isStale == false)

        // A new article near to the first two, and a new version of the third.
        try ledger.add(SampleArticle(url: "https://gull.example/4"))
        try ledger.add(SampleArticle(url: "https://gull.example/3", headline: "Changed"))
        let basis = try #require(try ledger.traceStanding()).basis
        let new = try ledger.traceNodes(since: basis)
        #expect(new.map(\.name) == ["a4", "a3"] && new[1].revisionOf == "a3r1")
        try ledger.extendTrace([Self.sketch(4, 7)], least: 900, basis: try ledger.logSize())
        #expect(try ledger.waitingNodes() == [1, 2, 4])
        #expect(try ledger.neighbours(of: 4).map(\.article) == [1, 2])
        try ledger.extendTrace([Self.sketch(5, 8)], least: 900, basis: try ledger.logSize())
        #expect(try ledger.waitingNodes() == [1, 2, 3, 4, 5] && ledger.countNodes() == 5)
        #expect(try ledger.neighbours(of: 3) == [Neighbour(article: 5, nearness: Neighbour.same)])

        // Read anew, the fourth is about something else.
        try Self.keep(ledger.traceNodes([1, 2, 4]), in: ledger)
        try ledger.extendTrace([Self.sketch(4, 11)], least: 900, basis: try ledger.logSize())
        #expect(try ledger.waitingNodes() == [1, 2, 3, 4, 5] && ledger.neighbours(of: 1).isEmpty)
    }

    @Test func sketchesComeBack() throws {
        let entries = [ArticleSketch.Entry(term: .max, weight: 65_535), .init(term: 0, weight: 1)]
        let sketch = ArticleSketch(entries: entries)
        #expect(try ArticleSketch(column: sketch.column) == sketch)
        #expect(throws: (any Error).self) { try ArticleSketch(column: [1, 2, 3]) }
    }
}
