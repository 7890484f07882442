import Testing

@testable import HearsayTracing

@Suite struct PeopleBoundsTests {
    private func bounds(_ mentions: [(Int, Int)], distinct: [(Int, Int)] = []) -> PeopleBounds {
        PeopleBounds(mentions.map { PeopleBounds.Mention(least: $0.0, most: $0.1) }) { a, b in
            distinct.contains { $0 == (a, b) || $0 == (b, a) }
        }
    }

    @Test func nobodyIsNobody() {
        #expect(bounds([]).least == 0 && bounds([]).most == 0)
    }

    @Test func mentionsThatMayBeOneAreOneToAsManyAsThereAre() {
        let found = bounds([(1, 1), (1, 2), (1, 1)])
        #expect(found.least == 1 && found.most == 4 && found.isExact)
    }

    @Test func twoOfOneMentionAreNeverOne() { #expect(bounds([(2, 2), (1, 1)]).least == 2) }

    /// The odd ring of five needs three people, though no three of its mentions are all distinct.
    @Test func aRingOfFiveNeedsThree() {
        let ring = (0..<5).map { ($0, ($0 + 1) % 5) }
        #expect(bounds([(Int, Int)](repeating: (1, 1), count: 5), distinct: ring).least == 3)
    }

    /// With more people than are computed exactly the least is a bound, and says so.
    @Test func manyPeopleHaveASafeBound() {
        let count = PeopleBounds.exactUpTo + 8
        let all = (0..<count).flatMap { a in (0..<a).map { (a, $0) } }
        let found = bounds([(Int, Int)](repeating: (1, 1), count: count), distinct: all)
        #expect(found.least == count && !found.isExact)
    }

    @Test func agreesWithTryingEverything() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededGenerator(state: seed)
        for round in 0..<200 {
            let mentions = (0..<Int.random(in: 1...5, using: &random)).map { _ -> PeopleBounds.Mention in
                let least = Int.random(in: 0...2, using: &random)
                return PeopleBounds.Mention(least: least, most: least + Int.random(in: 0...2, using: &random))
            }
            let clash = mentions.map { _ in mentions.map { _ in Int.random(in: 0...2, using: &random) == 0 } }
            let areDistinct = { (a: Int, b: Int) in clash[min(a, b)][max(a, b)] }
            let found = PeopleBounds(mentions, areDistinct: areDistinct)
            #expect(found.isExact && found.least <= found.most, "seed \(seed), round \(round)")
            #expect(found.least == Self.fewest(mentions, areDistinct), "seed \(seed), round \(round)")
        }
    }

    /// A bound above the exact size is never higher than the smallest number, which here is known by how it was made.
    @Test func theBoundIsNeverTooHigh() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededGenerator(state: seed)
        for _ in 0..<50 {
            let people = Int.random(in: 1...6, using: &random)
            let mentions = (0..<30).map { _ in Int.random(in: 0..<people, using: &random) }
            let open = mentions.map { _ in mentions.map { _ in Bool.random(using: &random) } }
            let found = PeopleBounds(mentions.map { _ in PeopleBounds.Mention(least: 1, most: 1) }) {
                mentions[$0] != mentions[$1] && open[$0][$1]
            }
            #expect(!found.isExact && found.least <= people && found.least >= 1, "seed \(seed)")
        }
    }

    /// The fewest people, by giving every mention every set of them.
    private static func fewest(_ mentions: [PeopleBounds.Mention], _ areDistinct: (Int, Int) -> Bool) -> Int {
        let total = mentions.reduce(0) { $0 + $1.least }
        return (0...total).first { people in fits(people, mentions, areDistinct, []) } ?? total
    }

    private static func fits(
        _ people: Int, _ mentions: [PeopleBounds.Mention], _ areDistinct: (Int, Int) -> Bool, _ given: [Int]
    ) -> Bool {
        guard given.count < mentions.count else { return true }
        return (0..<(1 << people)).contains { set in
            set.nonzeroBitCount == mentions[given.count].least
                && given.indices.allSatisfy { !areDistinct($0, given.count) || given[$0] & set == 0 }
                && fits(people, mentions, areDistinct, given + [set])
        }
    }
}
