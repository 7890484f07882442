public import HearsayCore

/// The steps from an input to a reading, and to sentence vectors, as values, so that commands and tests depend on nothing behind them.
public struct ReadingEngine: Sendable {
    /// Turns an input into a document.
    public let capture: @Sendable (InputItem) throws -> Document
    /// Reads a document.
    public let read: @Sendable (Document) throws -> Reading
    /// Explains the statement with an id in a document's reading; nil where there is none, or nobody can explain.
    public let explain: @Sendable (Document, String) throws -> Explanation?
    /// One sentence vector for each text; empty where no encoder is at hand.
    public let vectors: @Sendable ([String]) -> [[Float]]
    /// Tokens that the encoder has taken in so far; nil when nobody counts.
    public let tokens: @Sendable () -> Int?

    private let limits: InputLimits

    /// An engine of these steps, which may be called from many threads at once.
    public init(
        limits: InputLimits = InputLimits(), capture: @escaping @Sendable (InputItem) throws -> Document,
        read: @escaping @Sendable (Document) throws -> Reading,
        explain: @escaping @Sendable (Document, String) throws -> Explanation? = { _, _ in nil },
        vectors: @escaping @Sendable ([String]) -> [[Float]] = { $0.map { _ in [] } },
        tokens: @escaping @Sendable () -> Int? = { nil }
    ) {
        self.limits = limits
        self.capture = capture
        self.read = read
        self.explain = explain
        self.vectors = vectors
        self.tokens = tokens
    }

    /// The document of an input; an input without text, or with too much of it, is a problem.
    public func document(_ item: InputItem) throws -> Document {
        if case .text(let text) = item.content, text.utf8.count > limits.textBytes {
            throw tooLong(item, text.utf8.count)
        }
        let document = try capture(item)
        guard document.text.utf8.contains(where: { !$0.isASCIISpace }) else {
            throw InputProblem(origin: item.origin, reason: "there is no text in it")
        }
        if document.text.count > limits.textBytes { throw tooLong(item, document.text.count) }
        return document
    }

    /// The reading of an input; one that came as a reading stays what it is.
    public func reading(_ item: InputItem) throws -> Reading {
        if case .reading(let reading) = item.content { return reading }
        return try read(document(item))
    }

    /// Why the statement with an id ("s7") in the reading of an input is what it is; an id that the reading has not, and
    /// an input that came as a reading, are problems.
    public func explanation(of id: String, in item: InputItem) throws -> (document: Document, Explanation) {
        if case .reading = item.content {
            throw InputProblem(origin: item.origin, reason: "it is a reading already; --explain needs the article")
        }
        let document = try document(item)
        guard let found = try explain(document, id) else {
            throw InputProblem(origin: item.origin, reason: "its reading has no statement \(id)")
        }
        return (document, found)
    }

    private func tooLong(_ item: InputItem, _ bytes: Int) -> InputProblem {
        InputProblem(
            origin: item.origin,
            reason: "its text has \(bytes) bytes; at most \(limits.textBytes) are read as one article")
    }
}
