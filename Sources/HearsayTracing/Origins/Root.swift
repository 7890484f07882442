internal import HearsayCore

/// The ultimate voice behind one member of a claim.
struct Root {
    /// What is known of it.
    enum Kind {
        case named(NameKey)
        /// A voice that has a name which the article does not give: "the company", "the chief executive".
        case described(Set<String>)
        /// The outlet that spoke with it, what the articles tell of it, if anything, and how many people it may be.
        case unnamed(outlet: Int?, PersonDescription?, most: Int)
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

    /// Whether both are certainly one voice.
    func isSame(as other: Root) -> Bool {
        switch (kind, other.kind) {
        case (.named(let a), .named(let b)):
            a.agrees(with: b) || affiliation.map { $0.agrees(with: b) } ?? false
                || other.affiliation.map { $0.agrees(with: a) } ?? false
        case (.unnamed(let a, let x, let most), .unnamed(let b, let y, let otherMost)):
            a != nil && a == b && Self.areAlike(x, y, isOneOfMany: (most > 1) != (otherMost > 1))
        case (.described(let a), .described(let b)), (.document(let a), .document(let b)): !a.isDisjoint(with: b)
        case (.unattributed(let a), .unattributed(let b)): a == b
        default: false
        }
    }

    /// Whether one outlet means the same by two descriptions. One of many is not the many.
    private static func areAlike(_ a: PersonDescription?, _ b: PersonDescription?, isOneOfMany: Bool) -> Bool {
        if isOneOfMany { return a?.words == b?.words }
        guard let a, let b else { return true }
        return a.isOther == b.isOther && a.isLike(b)
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
            guard let a, let b else { return false }
            // "Another official" is not the one that this outlet spoke of before.
            return outlet != nil && outlet == otherOutlet && a.isOther != b.isOther || a.clashes(with: b)
        case (.unnamed(_, let description, _), .named), (.named, .unnamed(_, let description, _)):
            // Who is named in an article is not left without a name in it; elsewhere only a bare "source" may be anybody.
            return description.map { isTogether || !$0.isBare } ?? false
        default: return true
        }
    }
}
