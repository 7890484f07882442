internal import HearsayCore

/// How alike two names are, as one number.
///
/// The weights were fitted as a logistic regression on public name pairs, rounded, and set by hand where the pairs have
/// too few cases to tell (docs/decisions/0011-names.md).
struct Likeness {
    private static let start = 3.3
    /// A changed letter; more than six make no difference.
    private static let change = -1.6
    /// A word's weight left over on both sides; more than two make no difference.
    private static let leftInBoth = -3.0
    /// A letter left over on both sides; more than eight make no difference.
    private static let letterInBoth = -0.65
    /// A word's weight that only one has; a middle name of a person says little.
    private static let leftInOnePerson = -0.1
    private static let leftInOneBody = -1.15
    /// The unlikeness of all letters run together.
    private static let whole = -2.0
    private static let form = -2.3
    private static let number = -0.5
    private static let place = -3.0
    /// A country that only one company or outlet has in its name: a subsidiary. States and ministries leave theirs out.
    private static let lonePlace = -2.0
    private static let initial = -2.0
    private static let reversed = -4.0
    private static let firstNameOnly = -2.0

    /// The likeness of two forms, from 0 to 1.
    static func score(_ evidence: Evidence, _ a: NameForm, _ b: NameForm) -> Double {
        if evidence.shared == 0 { return 0 }
        var sum = start + change * min(evidence.changes, 6) + leftInBoth * min(evidence.leftInBoth, 2)
        sum += letterInBoth * min(evidence.lettersInBoth, 8) + whole * (1 - evidence.whole)
        sum += (a.isPerson ? leftInOnePerson : leftInOneBody) * evidence.leftInOne
        if evidence.hasOtherForm { sum += form }
        sum += number * Double(evidence.numberClashes) + place * Double(evidence.placeClashes)
        if a.kind != .government, b.kind != .government { sum += lonePlace * Double(evidence.lonePlaces) }
        sum += initial * Double(evidence.initialClashes)
        if evidence.isReversed { sum += reversed }
        if evidence.isFirstNameOnly { sum += firstNameOnly }
        return logistic(sum)
    }

    /// The logistic function, by its series: 1 / (1 + e^-x).
    static func logistic(_ x: Double) -> Double {
        let y = max(-30, min(30, -x)) / 1024
        var power = 1 + y + y * y / 2 + y * y * y / 6
        for _ in 0..<10 { power *= power }
        return 1 / (1 + power)
    }
}
