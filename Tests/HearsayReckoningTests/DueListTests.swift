import HearsayCore
import Testing

@testable import HearsayReckoning

@Suite struct DueListTests {
    private let today = CivilDay(number: 100)

    @Test(arguments: [
        (98, 99, DueList.State.overdue), (99, 100, .running), (100, 100, .running), (100, 101, .running),
        (101, 101, .ahead),
    ])
    func theDaysDecide(start: Int, end: Int, state: DueList.State) {
        let list = DueList(claims: [SampleClaims.forecast("a", due: (start, end))], on: today)
        #expect(list.items.map(\.state) == [state])
    }

    @Test func theListIsInOrder() {
        let claims = [
            SampleClaims.forecast("settled", due: (1, 2), outcome: .void), SampleClaims.forecast("undated 1"),
            SampleClaims.forecast("ahead, late", due: (300, 400)), SampleClaims.forecast("running", due: (50, 150)),
            SampleClaims.claim("no forecast"), SampleClaims.forecast("overdue, later", due: (1, 99)),
            SampleClaims.forecast("ahead, soon", due: (101, 102)), SampleClaims.forecast("undated 2"),
            SampleClaims.forecast("settled, undated", outcome: .true),
            SampleClaims.forecast("overdue, later, begun later", due: (2, 99)),
            SampleClaims.forecast("overdue, long", due: (1, 50)),
        ]
        let list = DueList(claims: claims, on: today)
        #expect(
            list.items.map(\.claim.id) == [
                "overdue, long", "overdue, later", "overdue, later, begun later", "running", "ahead, soon",
                "ahead, late", "undated 1", "undated 2", "settled", "settled, undated",
            ])
        #expect(list.items.map(\.forecast) == list.items.compactMap(\.claim.forecast))
        #expect(list.day == today)
    }
}
