/// One distinct source within a document, after pronouns, short names and descriptions are resolved.
public struct Voice: Hashable, Sendable {
    /// What a voice is.
    public enum Kind: String, Sendable, CaseIterable {
        /// One human being.
        case person
        /// Several, unnamed or collective.
        case people
        /// A company, party, campaign, court, university, pollster, team.
        case organisation
        /// A state, ministry, parliament, or a place name standing for one.
        case government
        /// A news publisher, wire service or programme.
        case outlet
        /// A poll, report, lawsuit, letter or statement as a text.
        case document
        /// Nobody is given ("was said to have").
        case unspecified
    }

    /// How many people stand behind a human voice.
    public struct People: Hashable, Sendable {
        /// At least so many.
        public var least: Int
        /// At most so many; nil when the article sets no bound.
        public var most: Int?

        /// From `least` to `most` people.
        public init(least: Int, most: Int?) {
            self.least = least
            self.most = most
        }
    }

    /// "v1", "v2", … within the reading.
    public var id: String
    /// The fullest proper name that the article gives; nil when it names nobody.
    public var name: String?
    /// What the voice is.
    public var kind: Kind
    /// A human voice without a name that speaks as a source.
    public var anonymous: Bool
    /// The organisation or state it belongs to or speaks for.
    public var affiliation: String?
    /// The description by which the article introduces it.
    public var role: String?
    /// The article's stated reason for withholding the name, verbatim.
    public var reason: String?
    /// How many people; nil for voices that are not human.
    public var people: People?
    /// Where the article mentions it.
    public var mentions: [TextSpan]

    /// A voice of which only the kind is known.
    public init(id: String, kind: Kind) {
        self.id = id
        self.kind = kind
        anonymous = false
        mentions = []
    }
}
