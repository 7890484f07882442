public import HearsayCore

/// A place of an article that can carry a claim: one sentence, with the statement that it gives, if any.
public struct ClaimUnit: Hashable, Sendable {
    /// Where the sentence stands in the document's text.
    public var span: TextSpan
    /// The statement whose content the sentence gives, by its place in ``HearsayCore/Reading/statements``; nil when the
    /// article says it on its own account.
    public var statement: Int?
    /// The words to be compared, in one line.
    public var text: String

    /// A unit.
    public init(span: TextSpan, statement: Int?, text: String) {
        (self.span, self.statement, self.text) = (span, statement, text)
    }
}
