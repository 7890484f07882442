import HearsayCore
import HearsayLedger
import Testing

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

    @Test func idsMeanTheRevisionsOfTheirTime() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        let basis = try ledger.logSize()
        try ledger.add(SampleArticle(url: "https://gull.example/1", headline: "Changed meanwhile"))
        try ledger.replaceTrace(Self.sample, basis: basis)
        #expect(try ledger.trace()?.revisions["a1"] == RevisionKey(article: 1, number: 1))
        #expect(try ledger.traceStanding()?.isStale == true)
    }

    @Test(arguments: ["a9", "a1r9", "b1", "a", "a1r", "", "a99999999999999999999"])
    func unknownArticlesAreRefusedAndChangeNothing(_ id: String) throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        try ledger.replaceTrace(Self.sample, basis: 6)
        let trace = Trace(articles: [.init(id: id, outlet: nil, published: nil)])
        #expect(throws: LedgerError(.notFound, "", path: "")) { try ledger.replaceTrace(trace, basis: 6) }
        #expect(try ledger.trace()?.trace == Self.sample)
    }
}
