import Testing

@testable import Hearsay

@Suite struct PageLooksTests {
    private func looks(_ outcomes: String...) -> PageLooks {
        let all = outcomes.enumerated().map { index, outcome in
            PageLooks.Look(
                time: "2031-03-2\(index)T00:00:00Z", outcome: outcome, status: outcome == "gone" ? 410 : nil,
                reason: outcome == "failed" ? "nobody answers there" : nil)
        }
        return PageLooks(all.reversed())
    }

    @Test func nothingIsSaidOfWhatWasNeverLookedAt() { #expect(PageLooks().sentence == nil) }

    @Test func goneSaysSinceWhenTheServerSaysSo() {
        let gone = looks("unchanged", "failed", "gone", "failed", "gone")
        #expect(gone.isGone)
        #expect(
            gone.sentence == "The page is gone: so the server said (410), first 2031-03-22T00:00:00Z; "
                + "last seen there 2031-03-20T00:00:00Z.")
    }

    @Test func aFailedLookChangesNothingThatIsKnown() {
        #expect(looks("gone", "failed").isGone && !looks("unchanged", "failed").isGone)
        #expect(
            looks("unchanged", "failed").sentence == "Last seen at its address 2031-03-20T00:00:00Z, unchanged. "
                + "The last look, 2031-03-21T00:00:00Z, failed: nobody answers there.")
        #expect(looks("failed").sentence?.hasPrefix("The page could not be fetched again.") == true)
    }

    @Test func aPageThatCameBackIsThere() {
        #expect(looks("gone", "unchanged").sentence == "Last seen at its address 2031-03-21T00:00:00Z, unchanged.")
    }
}
