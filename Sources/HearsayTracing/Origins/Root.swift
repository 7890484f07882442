internal import HearsayCore

/// The ultimate voice behind one member of a claim.
struct Root {
    /// What is known of it.
    enum Kind {
        case named(NameKey)
        /// A voice that has a name which the article does not give: "the company", "the chief executive".
        case described(Set<String>)
        /// The outlet that spoke with it, what the articles call it, and how many people it may be.
        case unnamed(outlet: Int?, role: Set<String>, most: Int)
        case document(Set<String>)
        /// Nobody is given; the number is that of the outlet that first says it.
        case unattributed(outlet: Int?)
    }

    var kind: Kind
    var label: String
    /// For whom it speaks.
    var affiliation: NameKey?
    /// Whether it is one human being with a name.
    var isPerson = false

    /// Nouns that anybody may be called.
    private static let vague = Terms.stems(
        """
        source sources person people official officials insider insiders individual individuals somebody someone man woman \
        one two three several others employee staff close anonymous unnamed
        """)
    private static let others = Terms.stems("another second third other different separate further")

    /// Whether both are certainly one voice.
    func isSame(as other: Root) -> Bool {
        switch (kind, other.kind) {
        case (.named(let a), .named(let b)):
            a.agrees(with: b) || affiliation.map { $0.agrees(with: b) } ?? false
                || other.affiliation.map { $0.agrees(with: a) } ?? false
        case (.unnamed(let a, let x, let most), .unnamed(let b, let y, let otherMost)):
            a != nil && a == b && x.isDisjoint(with: Self.others) == y.isDisjoint(with: Self.others)
                && Self.areAlike(x, y, isOneOfMany: (most > 1) != (otherMost > 1))
        case (.described(let a), .described(let b)), (.document(let a), .document(let b)): !a.isDisjoint(with: b)
        case (.unattributed(let a), .unattributed(let b)): a == b
        default: false
        }
    }

    /// Whether one outlet means the same by two descriptions: one says no more than the other, or both call them alike.
    /// One of many is not the many.
    private static func areAlike(_ a: Set<String>, _ b: Set<String>, isOneOfMany: Bool) -> Bool {
        let (x, y) = (a.subtracting(vague), b.subtracting(vague))
        if isOneOfMany { return a == b }
        return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
    }

    /// Whether it is a mention of people, of whom several may be one and the same.
    var isHuman: Bool {
        if case .unnamed = kind { return true }
        return isPerson
    }

    var isDocument: Bool {
        if case .document = kind { return true }
        return false
    }

    /// Whether both, people, are certainly not one and the same. `isTogether` says that one article speaks of both.
    func isDistinct(from other: Root, isTogether: Bool) -> Bool {
        switch (kind, other.kind) {
        case (.unnamed(let outlet, let a, _), .unnamed(let otherOutlet, let b, _)):
            let (x, y) = (a.subtracting(Self.vague), b.subtracting(Self.vague))
            // "Another official" is not the one that this outlet spoke of before.
            if outlet == otherOutlet, a.isDisjoint(with: Self.others) != b.isDisjoint(with: Self.others) { return true }
            // People of whom each is called something that the other is not, as far as the articles tell.
            return !x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)
        case (.unnamed(_, let role, _), .named), (.named, .unnamed(_, let role, _)):
            // Who is named in an article is not left without a name in it; elsewhere only a bare "source" may be anybody.
            return !role.isEmpty && (isTogether || !role.isSubset(of: Self.vague))
        default: return true
        }
    }
}
