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

    /// Nouns that anybody may be called.
    private static let vague = Terms.words(
        "source sources person people official officials insider insiders individual individuals somebody someone man woman one two three several others employee staff close"
    )

    /// Whether both are certainly one voice.
    func isSame(as other: Root) -> Bool {
        switch (kind, other.kind) {
        case (.named(let a), .named(let b)):
            a.agrees(with: b) || affiliation.map { $0.agrees(with: b) } ?? false
                || other.affiliation.map { $0.agrees(with: a) } ?? false
        case (.unnamed(let a, let x, _), .unnamed(let b, let y, _)):
            a != nil && a == b && (x.isSubset(of: y) || y.isSubset(of: x) || !x.isDisjoint(with: y))
        case (.described(let a), .described(let b)), (.document(let a), .document(let b)): !a.isDisjoint(with: b)
        case (.unattributed(let a), .unattributed(let b)): a == b
        default: false
        }
    }

    /// Whether both, unnamed, may be one person: unless both are called something that the other is not.
    func mayBe(_ other: Root) -> Bool {
        guard case .unnamed(_, let a, _) = kind, case .unnamed(_, let b, _) = other.kind else { return false }
        let (x, y) = (a.subtracting(Self.vague), b.subtracting(Self.vague))
        return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
    }
}
