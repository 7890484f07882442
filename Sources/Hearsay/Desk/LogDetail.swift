/// The transparency log as a page shows it.
public struct LogDetail: Equatable, Sendable {
    /// One entry.
    public struct Entry: Equatable, Sendable {
        /// Its number, from 0.
        public var index: Int
        /// "capture", "reading" or "judgement".
        public var kind: String
        /// RFC 3339.
        public var time: String
        /// The leaf's hash in hexadecimal.
        public var hash: String
        /// What it is about, for people ("The Gull: Fish vanish").
        public var about: String
        /// The article, for captures and readings.
        public var article: Int?

        /// An entry.
        public init(index: Int, kind: String, time: String, hash: String, about: String, article: Int?) {
            (self.index, self.kind, self.time) = (index, kind, time)
            (self.hash, self.about, self.article) = (hash, about, article)
        }
    }

    /// The name under which the log signs.
    public var origin: String
    /// How many entries there are.
    public var size: Int
    /// The root hash in hexadecimal.
    public var root: String
    /// The last signed checkpoint, whole; nil when none was signed.
    public var checkpoint: String?
    /// The size at that checkpoint.
    public var signedSize: Int?
    /// The key by which others check the signature; nil before the first one.
    public var verifierKey: String?
    /// The latest entries, newest first.
    public var entries: [Entry]

    /// A log.
    public init(
        origin: String, size: Int, root: String, checkpoint: String?, signedSize: Int?, verifierKey: String?,
        entries: [Entry]
    ) {
        (self.origin, self.size, self.root, self.checkpoint) = (origin, size, root, checkpoint)
        (self.signedSize, self.verifierKey, self.entries) = (signedSize, verifierKey, entries)
    }
}

/// What checking the log against the stored captures, readings and judgements gave.
public struct LogVerification: Equatable, Sendable {
    /// One thing that does not agree.
    public struct Finding: Equatable, Sendable {
        /// The entry, where there is one.
        public var index: Int?
        /// What does not agree, in a sentence.
        public var text: String

        /// A finding.
        public init(index: Int?, text: String) { (self.index, self.text) = (index, text) }
    }

    /// What the log was held against.
    public enum Anchor: Equatable, Sendable {
        /// A checkpoint remembered outside the ledger, of this size.
        case checkpoint(size: Int)
        /// Nothing; it is consistent with itself only.
        case itself
    }

    /// Entries that were recomputed.
    public var entries: Int
    /// The root hash in hexadecimal.
    public var root: String
    /// What the log was held against.
    public var anchor: Anchor
    /// What does not agree; empty when all does.
    public var findings: [Finding]

    /// A result.
    public init(entries: Int, root: String, anchor: Anchor, findings: [Finding]) {
        (self.entries, self.root, self.anchor, self.findings) = (entries, root, anchor, findings)
    }

    /// Whether everything agrees.
    public var holds: Bool { findings.isEmpty }
}
