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
        #expect(stored.trace == Self.sample && stored.basis == 6 && !stored.isStale)
        #expect(
            stored.revisions == [
                "a1": .init(article: 1, number: 1), "a2r1": .init(article: 2, number: 1),
                "a2": .init(article: 2, number: 2),
            ])
        #expect(try ledger.claim("c-7") == Self.sample.claims[0])
        #expect(try ledger.claim("c-1") == nil)
        #expect(try ledger.edges(of: 1) == Self.sample.edges && ledger.edges(of: 2) == Self.sample.edges)
        #expect(try ledger.edges(of: 3).isEmpty)
        #expect(try ledger.claims(of: 1) == ["s1": ["c-7"]])
        #expect(try ledger.claims(of: 2).isEmpty)
    }

    @Test func newArticlesMakeItStaleAndJudgementsDoNot() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        try ledger.replaceTrace(Self.sample, basis: try ledger.logSize())
        try ledger.judge(JudgementTests.sample)
        #expect(try ledger.trace()?.isStale == false)
        try ledger.add(SampleArticle(url: "https://gull.example/1", headline: "Changed"))
        let stored = try #require(try ledger.trace())
        #expect(stored.isStale && stored.revisions["a1"] == RevisionKey(article: 1, number: 1))
    }

    @Test func idsMeanTheRevisionsOfTheirTime() throws {
        let scratch = try Scratch()
        let ledger = try Self.ledger(scratch)
        let basis = try ledger.logSize()
        try ledger.add(SampleArticle(url: "https://gull.example/1", headline: "Changed meanwhile"))
        try ledger.replaceTrace(Self.sample, basis: basis)
        #expect(try ledger.trace()?.revisions["a1"] == RevisionKey(article: 1, number: 1))
        #expect(try ledger.trace()?.isStale == true)
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
