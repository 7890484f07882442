import HearsayCore
import HearsayLedger
import Testing

@Suite struct JudgementTests {
    static let sample = Judgement(
        outcome: .true, evidence: ["https://gull.example/after", "the gate was shut \u{0} at ten"], judge: "P. Lind",
        time: "2031-05-01T08:00:00Z", claim: "the quay will close",
        anchors: [
            .init(document: "sha256:aa", span: TextSpan(3, 9)), .init(document: "sha256:bb", span: TextSpan(0, 0)),
        ])

    @Test func judgementsComeBackInTheOrderOfTheLog() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var later = Self.sample
        (later.outcome, later.judge, later.evidence) = (.open, nil, [])
        #expect(try ledger.judge(Self.sample) == 0)
        try ledger.add(SampleArticle())
        #expect(try ledger.judge(later) == 3)
        #expect(try ledger.judgements() == [Self.sample, later])
        #expect(try ledger.counts().judgements == 2)
        let entry = try #require(try ledger.latestEntries(limit: 1).first)
        #expect(entry.kind == .judgement && entry.about == "the quay will close" && entry.revision == nil)
        #expect(try ledger.verify().findings.isEmpty)
    }
}
