/// All of one document's statements and voices.
public struct Reading: Hashable, Sendable {
    /// The document that was read.
    public var document: Document
    /// The voices, in order of their first mention.
    public var voices: [Voice]
    /// The statements, in order of their content.
    public var statements: [Statement]

    /// A reading.
    public init(document: Document, voices: [Voice], statements: [Statement]) {
        self.document = document
        self.voices = voices
        self.statements = statements
    }

    /// The voice with an id; nil when there is none.
    public func voice(_ id: String) -> Voice? { voices.first { $0.id == id } }
}
