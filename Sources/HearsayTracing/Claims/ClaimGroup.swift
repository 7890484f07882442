internal import HearsayCore

/// The units of one claim, and what each does with it.
struct ClaimGroup {
    /// Units in the order of time and text.
    var units: [Int]
    /// What each unit does with the claim.
    var stances: [Claim.Stance]
    /// Whether the claim itself says that something is not so.
    var isNegated: Bool
    /// The unit that says it best.
    var best: Int

    /// The group of some units.
    init(_ units: [Int], tellings: [Telling], similarity: Similarity) {
        self.units = units
        // A denial is told in the words of its opposite: what most say, or who said it first, is the claim.
        let plain = units.filter { tellings[$0].stance != .denies }
        let negated = plain.count { tellings[$0].isNegated }
        let first = plain.first.map { tellings[$0].isNegated } ?? false
        let isNegated = negated * 2 == plain.count ? first : negated * 2 > plain.count
        self.isNegated = isNegated
        stances = units.map { unit in
            let telling = tellings[unit]
            if telling.stance == .denies { return .denies }
            return telling.isNegated == isNegated || units.count == 1 ? telling.stance : .denies
        }
        let means = units.map { unit in units.reduce(Float(0)) { $0 + ($1 == unit ? 0 : similarity(unit, $1)) } }
        best = zip(units, means).max { $0.1 < $1.1 }?.0 ?? units[0]
    }

    /// The units that assert or confirm the claim.
    var asserting: [Int] { zip(units, stances).filter { $0.1 != .denies }.map(\.0) }
}
