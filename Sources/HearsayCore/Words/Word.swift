/// A word, a number or one punctuation mark of a text.
public struct Word: Hashable, Sendable {
    /// What a word is.
    public enum Kind: Sendable {
        /// Starts with a letter.
        case word
        /// Starts with a digit ("300,000", "22nd", "8am").
        case number
        /// One mark that is neither letter nor digit nor space.
        case punctuation
    }

    /// Where it stands.
    public var span: TextSpan
    /// The word in lower case, with straight apostrophes.
    public var lower: String
    /// What it is.
    public var kind: Kind
    /// Whether it starts with an upper-case letter.
    public var isCapitalised: Bool
    /// Whether nothing stands between it and the word before.
    public var isGlued: Bool

    /// A word.
    public init(span: TextSpan, lower: String, kind: Kind, isCapitalised: Bool, isGlued: Bool) {
        (self.span, self.lower, self.kind) = (span, lower, kind)
        (self.isCapitalised, self.isGlued) = (isCapitalised, isGlued)
    }
}
