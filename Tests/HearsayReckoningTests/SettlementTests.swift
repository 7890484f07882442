import HearsayCore
import Testing

@testable import HearsayReckoning

@Suite struct SettlementTests {
    private func judgement(_ outcome: Claim.Outcome, _ document: String, _ start: Int, _ end: Int) -> Judgement {
        Judgement(
            outcome: outcome, evidence: ["https://example.org/\(outcome)"], time: "2031-05-06T07:08:09Z", claim: "it",
            anchors: [.init(document: document, span: TextSpan(start, end))])
    }

    private func outcomes(_ judgements: [Judgement], _ claims: [Claim]) -> [Claim.Outcome?] {
        let documents = ["a1": "sha256:01", "a2": "sha256:02"]
        return Settlement(judgements: judgements).settled(claims) { documents[$0] }.map(\.forecast?.outcome)
    }

    @Test func overlappingPlacesInTheSameDocumentDecide() {
        let claims = [
            SampleClaims.forecast("a", at: [("a1", TextSpan(10, 20))]),
            SampleClaims.forecast("b", at: [("a2", TextSpan(10, 20))]),
            SampleClaims.forecast("c", at: [("a1", TextSpan(20, 30)), ("a2", TextSpan(0, 5))]),
            SampleClaims.forecast("unknown article", at: [("a3", TextSpan(10, 20))]),
            SampleClaims.claim("no forecast", at: [("a1", TextSpan(10, 20))]),
        ]
        #expect(outcomes([judgement(.true, "sha256:01", 19, 20)], claims) == [.true, .open, .open, .open, nil])
        #expect(outcomes([judgement(.false, "sha256:02", 4, 11)], claims) == [.open, .false, .false, .open, nil])
        #expect(outcomes([judgement(.void, "sha256:03", 10, 20)], claims) == [.open, .open, .open, .open, nil])
        #expect(outcomes([], claims) == [.open, .open, .open, .open, nil])
    }

    @Test func theLatestCountsWhateverItsPlace() {
        let claim = SampleClaims.forecast("a", at: [("a1", TextSpan(10, 20)), ("a2", TextSpan(0, 9))])
        let (yes, no) = (judgement(.true, "sha256:02", 0, 9), judgement(.false, "sha256:01", 10, 20))
        #expect(outcomes([yes, no], [claim]) == [.false])
        #expect(outcomes([no, yes], [claim]) == [.true])
        let settlement = Settlement(judgements: [no, yes])
        #expect(settlement.judgement(at: yes.anchors + no.anchors) == yes)
        #expect(settlement.judgement(at: no.anchors) == no)
        #expect(settlement.judgement(at: []) == nil)
    }

    @Test func openTakesBack() {
        let claim = SampleClaims.forecast("a", at: [("a1", TextSpan(10, 20))])
        let (yes, back) = (judgement(.true, "sha256:01", 10, 20), judgement(.open, "sha256:01", 15, 16))
        #expect(outcomes([yes, back], [claim]) == [.open])
        #expect(outcomes([yes, back, yes], [claim]) == [.true])
        #expect(Settlement(judgements: [yes, back]).judgement(at: yes.anchors) == nil)
    }

    @Test func whatArticlesTellGivesWay() {
        let told = SampleClaims.forecast("a", outcome: .true, settledBy: ["a9"], at: [("a1", TextSpan(10, 20))])
        func settled(_ judgements: [Judgement]) -> Claim.Prediction? {
            Settlement(judgements: judgements).settled([told]) { _ in "sha256:01" }[0].forecast
        }
        let back = judgement(.open, "sha256:01", 10, 20)
        #expect(settled([]) == told.forecast)
        #expect(settled([back]) == told.forecast)
        #expect(settled([judgement(.true, "sha256:01", 10, 20)]) == told.forecast)
        #expect(settled([judgement(.false, "sha256:01", 10, 20)])?.outcome == .false)
        #expect(settled([judgement(.false, "sha256:01", 10, 20)])?.settledBy == [])
    }

    @Test func aNewJudgementFindsItsClaimAgain() {
        let claim = SampleClaims.forecast("a", at: [("a1", TextSpan(10, 20)), ("a3", TextSpan(1, 2))])
        let anchors = Settlement.anchors(of: claim) { $0 == "a1" ? "sha256:01" : nil }
        #expect(anchors == [.init(document: "sha256:01", span: TextSpan(10, 20))])
    }
}
