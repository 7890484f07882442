import HearsayCore

/// What the class, id and test id of an element suggest. They are evidence, not verdicts: the caller weighs them.
struct NameMarks: OptionSet, Hashable, Sendable {
    let rawValue: UInt32

    /// Something around an article: sharing, teasers, comments, captions, notes of the site.
    static let around = NameMarks(rawValue: 1 << 0)
    /// The element that holds an article's body.
    static let body = NameMarks(rawValue: 1 << 1)
    /// A post of a social network.
    static let embed = NameMarks(rawValue: 1 << 2)
    /// A caption.
    static let caption = NameMarks(rawValue: 1 << 3)
    /// A credit.
    static let credit = NameMarks(rawValue: 1 << 4)
    /// A credit, inside a figure alone.
    static let creditInFigure = NameMarks(rawValue: 1 << 5)
    /// A byline.
    static let byline = NameMarks(rawValue: 1 << 6)
    /// Words of any kind.
    static let text = NameMarks(rawValue: 1 << 7)
    /// A picture.
    static let picture = NameMarks(rawValue: 1 << 8)
    /// A picture or a film.
    static let media = NameMarks(rawValue: 1 << 9)
    /// What belongs to a caption and is none.
    static let aroundCaption = NameMarks(rawValue: 1 << 10)
    /// Pointers to other articles, advertisements, and what else has pictures that are not the article's.
    static let teaser = NameMarks(rawValue: 1 << 11)
    /// Words that are read aloud and not shown.
    static let unseen = NameMarks(rawValue: 1 << 12)
    /// The sign of a camera.
    static let camera = NameMarks(rawValue: 1 << 13)
    /// A box of further reading.
    static let related = NameMarks(rawValue: 1 << 14)
    /// A list that any page shows, advertising, the site's own places.
    static let elsewhere = NameMarks(rawValue: 1 << 15)
    /// A name that has "related" in it and means something else; no verdict of its own.
    static let apart = NameMarks(rawValue: 1 << 16)

    /// A word that alone stands for something around an article, as a piece of a longer name.
    static let loose = NameMarks(rawValue: 1 << 17)
    /// A box that is never an article's: a request for consent, a sign-up form, comments.
    static let box = NameMarks(rawValue: 1 << 18)

    /// All that the lists know. A name is marked by whole words or by parts of it.
    private static let finder = NameFinder(ClassWords.patterns + PictureClasses.patterns + RelatedNames.patterns)

    /// The marks of names with white space between.
    init(names: ByteSlice) { self = Self.finder.marks(in: names) }

    init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A part of a name that gives it a mark.
struct NamePattern {
    /// What must stand at its ends.
    enum Edges {
        /// Anything.
        case none
        /// No letter or digit before it.
        case start
        /// No letter or digit on either side.
        case word
        /// A space or the end on either side.
        case name
    }

    let part: String
    let mark: NameMarks
    let edges: Edges

    /// Patterns of one mark.
    static func all(_ parts: some Sequence<String>, _ mark: NameMarks, _ edges: Edges = .none) -> [NamePattern] {
        parts.map { NamePattern(part: $0, mark: mark, edges: edges) }
    }
}
