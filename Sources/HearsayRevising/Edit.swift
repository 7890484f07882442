public import HearsayCore

/// What changed in one sentence between two versions of an article.
public struct Edit: Hashable, Sendable {
    /// What an edit did, the most serious kind first.
    public enum Kind: String, Sendable, CaseIterable, Comparable {
        /// It is no longer the same who vouches for something.
        case attribution
        /// Something else is reported: a number, a name, a day, a place, a deed.
        case fact
        /// The same is reported with more or less certainty.
        case hedge
        /// A correction or another note about the article itself came, went or changed.
        case note
        /// The same is said in other words.
        case style

        /// The order of seriousness; ``attribution`` comes first.
        public static func < (a: Kind, b: Kind) -> Bool {
            (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
        }
    }

    /// Which part of the article an edit stands in.
    public enum Place: String, Sendable, CaseIterable { case headline, body, note }

    /// Which way the certainty went.
    public enum Certainty: String, Sendable, CaseIterable { case up, down }

    /// The sentence of one version.
    public struct Side: Hashable, Sendable {
        /// Where it stands in the document's text; nil for a headline or note that the text does not hold.
        public var span: TextSpan?
        /// Its words as they stand.
        public var text: String
        /// The words that changed, in order: spans of the document's text, or of ``text`` where ``span`` is nil. Where both
        /// sides have the sentence, each stands for the one at the same place of the other's list; one of the two is empty
        /// where words were added or left out.
        public var words: [TextSpan]
        /// The statements whose source, cue or content the changed words touch.
        public var statements: [String]

        /// One side of an edit.
        public init(span: TextSpan?, text: String, words: [TextSpan], statements: [String] = []) {
            (self.span, self.text, self.words, self.statements) = (span, text, words, statements)
        }
    }

    /// All kinds that are true, the most serious first; never empty, and ``Kind/style`` only by itself.
    public var kinds: [Kind]
    /// Where the edit stands.
    public var place: Place
    /// The sentence before; nil for one that was added.
    public var old: Side?
    /// The sentence after; nil for one that was taken away.
    public var new: Side?
    /// Which way the certainty went; nil unless ``kinds`` has ``Kind/hedge``, and where it cannot be told.
    public var certainty: Certainty?
    /// Whether the sentence stands at another place than before.
    public var isMoved: Bool
    /// One line for people: "300,000 became 200,000".
    public var reason: String

    /// An edit. `kinds` may come in any order and must not be empty.
    public init(kinds: Set<Kind>, place: Place, old: Side?, new: Side?, reason: String) {
        self.kinds = kinds.count > 1 ? kinds.subtracting([.style]).sorted() : kinds.sorted()
        (self.place, self.old, self.new, self.reason) = (place, old, new, reason)
        (certainty, isMoved) = (nil, false)
    }

    /// The most serious of ``kinds``.
    public var kind: Kind { kinds.first ?? .style }
}
