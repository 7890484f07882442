internal import HearsayCore

/// Whether two affiliations let one name be one source.
public enum AffiliationMatch: String, Sendable, CaseIterable {
    /// They name one body or state, or share a telling word.
    case agrees
    /// Both are known and have nothing in common: two sources of one name.
    case clashes
    /// One of them is not known.
    case unknown

    /// Compares two affiliations as articles give them ("Ukraine's Defense Ministry").
    ///
    /// It is lenient, since articles name bodies, their parts and their states by turns; words that many bodies share
    /// ("ministry", "university") agree on nothing.
    public static func compare(_ a: String?, _ b: String?) -> AffiliationMatch {
        guard let a, let b else { return .unknown }
        return compare(NameForm(a, kind: .organisation), NameForm(b, kind: .organisation))
    }

    /// Compares two affiliations made ready; those of a kind other than a person's.
    public static func compare(_ a: NameForm, _ b: NameForm) -> AffiliationMatch {
        if a.words.isEmpty || b.words.isEmpty { return .unknown }
        let verdict = NameMatcher.compare(a, b).verdict
        if verdict == .same || verdict == .possible && (a.isAbbreviation || b.isAbbreviation) { return .agrees }
        var comparison = WordComparison()
        for word in a.words where word.role == .name || word.role == .place {
            for other in b.words where other.role == word.role && comparison.match(word, other).alike > 0.8 {
                return .agrees
            }
        }
        return .clashes
    }
}
