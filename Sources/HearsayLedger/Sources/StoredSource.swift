public import HearsayCore

/// A voice across articles: a named one that several may quote, or an unnamed one of a single article.
public struct StoredSource: Hashable, Sendable {
    /// The source's number.
    public var id: Int
    /// The name, else the description.
    public var label: String
    /// What it is.
    public var kind: Voice.Kind
    /// Whether it is a source without a name.
    public var anonymous: Bool
    /// Statements of which it is the origin, in latest revisions.
    public var statements: Int
    /// Articles in whose latest revision it has a voice.
    public var articles: Int
}

/// One voice of one reading.
public struct StoredVoice: Hashable, Sendable {
    /// The reading.
    public var revision: RevisionKey
    /// Its id within the reading ("v1").
    public var id: String
    /// The number of its source; nil when nobody is given.
    public var source: Int?
    /// The name.
    public var name: String?
    /// The description.
    public var role: String?
    /// What it belongs to or speaks for.
    public var affiliation: String?
    /// The article's reason for withholding its name.
    public var reason: String?
}

/// One statement as the list of a source shows it.
public struct StoredStatement: Hashable, Sendable {
    /// Where it stands.
    public var revision: RevisionKey
    /// Its id within the reading ("s1").
    public var id: String
    /// Its words, on one line.
    public var words: String
    /// The id of its voice within the reading ("v1").
    public var voice: String
    /// The number of the voice's source; nil when nobody is given.
    public var source: Int?
    /// What the voice does with the words.
    public var stance: Statement.Stance
    /// What it says about the future.
    public var forecast: Forecast?
    /// Whether it came through somebody else.
    public var isRelayed: Bool
}

/// A source with its voices and statements in latest revisions.
public struct SourceRows: Hashable, Sendable {
    /// The source.
    public var source: StoredSource
    /// Its voices, those of the latest published articles first.
    public var voices: [StoredVoice]
    /// Its statements, those of the latest published articles first.
    public var statements: [StoredStatement]
}
