import Testing

@testable import Hearsay

@Suite struct WatchScheduleTests {
    private let schedule = WatchSchedule()

    @Test func looksGetSeldomer() {
        let changed = UTCTime(seconds: 1_000_000)
        var looked = changed
        var waits: [Int] = []
        for _ in 0..<40 {
            let next = schedule.look(changed: changed, looked: looked, failures: 0)
            waits.append(next.seconds - looked.seconds)
            looked = next
        }
        #expect(waits.prefix(5) == [3600, 3600, 3600, 5400, 8100])
        #expect(zip(waits, waits.dropFirst()).allSatisfy { $0 <= $1 } && waits.last == 30 * 86_400)
    }

    @Test func failuresWaitLongerEachTime() {
        let at = UTCTime(seconds: 0)
        let waits = (1...30).map { schedule.look(changed: at, looked: at, failures: $0).seconds }
        #expect(waits.prefix(6) == [3600, 7200, 14_400, 28_800, 57_600, 86_400] && waits.last == 86_400)
        #expect(schedule.poll(polled: at, failures: 0).seconds == 1800)
        #expect(schedule.poll(polled: at, failures: 2).seconds == 7200)
        #expect(schedule.poll(polled: at, failures: 1, isGone: true).seconds == 86_400)
        #expect(schedule.retry(tried: at, failures: 1).seconds == 3600)
    }

    @Test func aClockThatWentBackIsNoTrap() {
        let next = schedule.look(changed: UTCTime(seconds: 500), looked: UTCTime(seconds: 0), failures: 0)
        #expect(next.seconds == 3600)
    }
}

@Suite struct UTCTimeTests {
    @Test(arguments: ["1970-01-01T00:00:00Z", "2026-03-01T08:15:30Z", "1969-12-31T23:59:59Z", "2400-02-29T12:00:00Z"])
    func timesComeBack(_ text: String) throws {
        #expect(try #require(UTCTime(text)).description == text)
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-03-01T08:15:30", "2026-03-01T08:15:30+01:00", "2026-13-01T08:15:30Z",
        "2026-03-01T24:15:30Z", "2026-03-01Tab:15:30Z",
    ])
    func anythingElseIsNone(_ text: String) { #expect(UTCTime(text) == nil) }

    @Test func fractionsAreLeftOut() { #expect(UTCTime("1970-01-01T00:01:00.25Z")?.seconds == 60) }
}
