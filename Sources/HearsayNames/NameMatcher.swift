public import HearsayCore

/// Decides whether two names stand for one source.
///
///     let a = NameForm("Vyorstka", kind: .outlet)
///     let b = NameForm("Вёрстка", kind: .outlet)
///     NameMatcher.compare(a, b).verdict  // .same
///
/// The order of the two does not matter. Names alone are compared: two people may bear one name, which their
/// affiliations tell (``AffiliationMatch``).
public enum NameMatcher {
    /// The version of rules and tables; keys and verdicts that were stored under another are to be made anew.
    public static let version = 1

    /// The score from which names count as alike: worth a look, not worth a merge.
    public static let threshold = 0.5

    /// Compares two forms; a few microseconds for most names.
    public static func compare(_ a: NameForm, _ b: NameForm) -> NameMatch {
        b.precedes(a) ? Judgement.match(b, a) : Judgement.match(a, b)
    }

    /// Compares two names of a kind.
    public static func compare(_ a: String, _ b: String, kind: Voice.Kind) -> NameMatch {
        compare(NameForm(a, kind: kind), NameForm(b, kind: kind))
    }
}
