import HearsayCore
import Testing

@testable import HearsayReckoning

@Suite struct RecordTests {
    @Test func outcomesAreCounted() {
        let record = Record(of: [.true, .open, .false, .void, .true, .open, .open])
        #expect((record.open, record.isTrue, record.isFalse, record.void) == (3, 2, 1, 1))
        #expect(record.interval == JeffreysInterval.bounds(successes: 2, of: 3))
    }

    @Test func withoutAnythingSettledThereIsNoInterval() {
        #expect(Record(of: []).interval == nil)
        #expect(Record(of: [.open, .void]) == Record(open: 1, isTrue: 0, isFalse: 0, void: 1, interval: nil))
    }
}
