/// How many distinct ultimate voices stand behind a claim, as far as the articles let one tell.
///
/// Independence can be refuted by the articles, never proved: the bounds say what is possible, not what is so.
public struct OriginCount: Hashable, Sendable {
    /// No fewer than this.
    public var least: Int
    /// The best estimate.
    public var likely: Int
    /// No more than this.
    public var most: Int

    /// A count; `least <= likely <= most`.
    public init(least: Int, likely: Int, most: Int) {
        precondition(0 <= least && least <= likely && likely <= most, "the bounds of a count must be in order")
        (self.least, self.likely, self.most) = (least, likely, most)
    }

    /// A count without doubt.
    public init(exactly count: Int) { self.init(least: count, likely: count, most: count) }
}

/// One ultimate voice behind a claim, with the members that go back to it.
public struct Origin: Hashable, Sendable {
    /// What kind of voice.
    public enum Kind: String, Sendable, CaseIterable {
        /// A person, organisation or government by name.
        case named
        /// People whom the articles do not name.
        case unnamed
        /// A document.
        case document
        /// Nobody is given: an outlet says it on its own account, or retells what no voice is given for.
        case unattributed
    }

    /// The name, or the shortest description.
    public var label: String
    /// What kind of voice.
    public var kind: Kind
    /// The members of the claim that go back to it, by their place in ``Claim/members``.
    public var members: [Int]
    /// What it adds to the count: 0 where it may be one of the others.
    public var least: Int
    /// What it adds at most.
    public var most: Int
    /// Why it counts so, in a short sentence for the reader.
    public var reason: String

    /// An origin.
    public init(label: String, kind: Kind, members: [Int], least: Int, most: Int, reason: String) {
        (self.label, self.kind, self.members) = (label, kind, members)
        (self.least, self.most, self.reason) = (least, most, reason)
    }
}
