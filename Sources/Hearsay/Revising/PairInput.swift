internal import HearsayCore

/// Two versions of an article as they come in.
public struct PairItem: Equatable, Sendable {
    /// Where they come from, for messages: "pairs.jsonl:17".
    public let origin: String
    /// The caller's own id.
    public let id: String?
    /// The earlier version.
    public let old: InputItem
    /// The later version.
    public let new: InputItem
}

/// Pairs of versions from JSON Lines: `{"id", "old", "new"}`, each version a text, an article as in `hearsay read`'s input,
/// or a reading that was made before.
public struct PairInput: Sequence, IteratorProtocol {
    private let name: String
    private var lines: LineReader?
    private var problem: InputProblem?

    /// The pairs of a file, or of standard input for "-"; nothing is read before the first is asked for.
    public init(path: String, limits: InputLimits = InputLimits()) {
        name = path == "-" ? "standard input" : path
        do {
            lines = LineReader(source: try ByteSource(path: path), limit: 2 * limits.lineBytes)
        } catch {
            problem = InputProblem(origin: name, reason: error.reason)
        }
    }

    /// The next pair or problem; nil at the end.
    public mutating func next() -> Result<PairItem, InputProblem>? {
        if let problem {
            self.problem = nil
            return .failure(problem)
        }
        do throws(FileProblem) {
            while let line = try lines?.next() {
                if line.bytes.allSatisfy(\.isASCIISpace) { continue }
                let origin = "\(name):\(line.number)"
                return Result { () throws(InputProblem) in try Self.pair(line.bytes, origin: origin) }
            }
            return nil
        } catch {
            if error.number != 0 { lines = nil }
            return .failure(InputProblem(origin: name, reason: error.reason))
        }
    }

    /// The pair of one line.
    static func pair(_ bytes: [UInt8], origin: String) throws(InputProblem) -> PairItem {
        let value: JSONValue
        do { value = try JSONReader.value(of: bytes) } catch {
            throw InputProblem(origin: origin, reason: error.description)
        }
        guard case .object(let fields) = value else {
            throw InputProblem(
                origin: origin, reason: "an object with \"old\" and \"new\" is expected, not \(value.kind)")
        }
        return PairItem(
            origin: origin, id: try ArticleJSON.id(of: fields, origin),
            old: try version("old", of: fields, origin), new: try version("new", of: fields, origin))
    }

    private static func version(
        _ name: String, of fields: [String: JSONValue], _ origin: String
    ) throws(InputProblem) -> InputItem {
        let place = "\(origin): \"\(name)\""
        switch fields[name] {
        case .string(let text)?: return InputItem(origin: place, content: .text(text))
        case .object(let article)? where article["document"] != nil && article["text"] == nil:
            do {
                return InputItem(origin: place, content: .reading(try ReadingJSON.reading(from: .object(article))))
            } catch {
                throw InputProblem(origin: place, reason: "not a reading: \(error)")
            }
        case let article?: return try ArticleJSON.item(article, origin: place, defaults: ArticleFacts())
        case nil: throw InputProblem(origin: origin, reason: "the field \"\(name)\" is missing")
        }
    }
}
