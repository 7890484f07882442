internal import HearsayCore

/// The articles behind a list of files, one after the other; nothing is opened before its turn.
///
/// JSON Lines are streamed. A bad file or line is a problem in its place, and the rest goes on.
public struct InputReader: Sequence, IteratorProtocol {
    private var paths: ArraySlice<Result<String, InputProblem>>
    private let facts: ArticleFacts
    private let limits: InputLimits
    private let textField: String
    private var lines: (reader: LineReader, name: String)?
    private var ready: ArraySlice<Result<InputItem, InputProblem>> = []

    /// The articles of `paths`, of which `facts` are known; `textField` is the field of JSON inputs that holds the text.
    public init(
        paths: [Result<String, InputProblem>], facts: ArticleFacts = ArticleFacts(),
        limits: InputLimits = InputLimits(),
        textField: String = "text"
    ) {
        self.paths = paths[...]
        self.facts = facts
        self.limits = limits
        self.textField = textField
    }

    /// How many articles there are behind `paths`; nil when that cannot be told without using up an input.
    ///
    /// Files of JSON are read through for it, others count as one each.
    public static func count(of paths: [Result<String, InputProblem>]) -> Int? {
        var total = 0
        for case .success(let path) in paths {
            switch InputPaths.fileExtension(of: path) {
            case "json", "jsonl": total += InputReader(paths: [.success(path)]).reduce(0) { sum, _ in sum + 1 }
            case _ where path == "-": return nil
            default: total += 1
            }
        }
        return total
    }

    /// The next article or problem; nil at the end.
    public mutating func next() -> Result<InputItem, InputProblem>? {
        while true {
            if let item = ready.popFirst() { return item }
            if lines != nil {
                if let item = nextLine() { return item }
                lines = nil
                continue
            }
            switch paths.popFirst() {
            case nil: return nil
            case .failure(let problem)?: return .failure(problem)
            case .success(let path)?:
                let name = path == "-" ? "standard input" : path
                do { try open(path, name: name) } catch {
                    return .failure(InputProblem(origin: name, reason: error.reason))
                }
            }
        }
    }

    // MARK: Files

    private mutating func open(_ path: String, name: String) throws(FileProblem) {
        if path != "-", try FileState(of: path).isFolder { throw FileProblem("it is a folder") }
        let source = try ByteSource(path: path)
        var head = try source.next()
        let ending = path == "-" ? "" : InputPaths.fileExtension(of: path)
        if ending == "jsonl" || (ending == "json" || ending == "") && Self.holdsLines(head) {
            lines = (LineReader(source: source, buffer: head, limit: limits.lineBytes), name)
            return
        }
        while true {
            let chunk = try source.next()
            if chunk.isEmpty { break }
            head.append(contentsOf: chunk)
            guard head.count <= limits.fileBytes else {
                throw FileProblem("longer than \(limits.fileBytes >> 20) MiB, the most that is read as one article")
            }
        }
        if head.isEmpty { throw FileProblem("the file is empty") }
        if ending == "json" || ending == "" && Self.startsAnObject(head) {
            ready = articles(in: head, name: name)[...]
        } else {
            let format: InputItem.Format =
                ["html", "htm"].contains(ending) ? .html : ["txt", "md"].contains(ending) ? .text : .unknown
            ready = [.success(InputItem(origin: name, content: .bytes(head, format), facts: facts))]
        }
    }

    /// Whether the first line is a whole JSON object: then each line is one article.
    private static func holdsLines(_ head: [UInt8]) -> Bool {
        guard startsAnObject(head), let end = head.firstIndex(of: 0x0A) else { return false }
        return head[..<end].last { !$0.isASCIISpace } == 0x7D
    }

    /// Whether bytes begin as `{ "`, which no article does.
    private static func startsAnObject(_ bytes: [UInt8]) -> Bool {
        let start = bytes.lazy.filter { !$0.isASCIISpace }.prefix(2)
        return start.elementsEqual([0x7B, 0x22])
    }

    // MARK: JSON

    private func articles(in bytes: [UInt8], name: String) -> [Result<InputItem, InputProblem>] {
        do throws(JSONError) {
            guard case .array(let values) = try JSONReader.value(of: bytes) else {
                return [
                    Result { () throws(InputProblem) in
                        try ArticleJSON.item(bytes, origin: name, defaults: facts, textField: textField)
                    }
                ]
            }
            if values.isEmpty { return [.failure(InputProblem(origin: name, reason: "the list holds no article"))] }
            return values.enumerated().map { index, value in
                Result { () throws(InputProblem) in
                    try ArticleJSON.item(
                        value, origin: "\(name), article \(index + 1)", defaults: facts, textField: textField)
                }
            }
        } catch {
            return [.failure(InputProblem(origin: name, reason: error.description))]
        }
    }

    private mutating func nextLine() -> Result<InputItem, InputProblem>? {
        guard let name = lines?.name else { return nil }
        do throws(FileProblem) {
            while let line = try lines?.reader.next() {
                if line.bytes.allSatisfy(\.isASCIISpace) { continue }
                let (facts, textField) = (facts, textField)
                return Result { () throws(InputProblem) in
                    try ArticleJSON.item(
                        line.bytes, origin: "\(name):\(line.number)", defaults: facts, textField: textField)
                }
            }
            return nil
        } catch {
            if error.number != 0 { lines = nil }
            return .failure(InputProblem(origin: name, reason: error.reason))
        }
    }
}
