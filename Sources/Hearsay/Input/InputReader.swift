/// The articles behind a list of files, one after the other; nothing is opened before its turn.
///
/// JSON Lines and archives are streamed. What cannot be read is a problem in its place, and the rest goes on.
public struct InputReader: Sequence, IteratorProtocol {
    private var paths: ArraySlice<Result<String, InputProblem>>
    private let opening: InputOpening
    private var current: (any InputSource)?

    /// The articles of `paths`, of which `facts` are known; `textField` is the field of JSON inputs that holds the text.
    public init(
        paths: [Result<String, InputProblem>], facts: ArticleFacts = ArticleFacts(),
        limits: InputLimits = InputLimits(),
        textField: String = "text"
    ) {
        self.paths = paths[...]
        opening = InputOpening(facts: facts, limits: limits, textField: textField)
    }

    /// How many articles there are behind `paths`; nil when that cannot be told without using up an input, or at no less
    /// cost than reading it.
    ///
    /// Files of JSON are read through for it, others count as one each. What is no file, such as a pipe, is not opened.
    public static func count(of paths: [Result<String, InputProblem>]) -> Int? {
        var total = 0
        for case .success(let path) in paths {
            switch FileKind(name: path, head: []) {
            case _ where path == "-" || (try? FileState(of: path))?.isRegular == false: return nil
            case .json, .lines: total += InputReader(paths: [.success(path)]).reduce(0) { sum, _ in sum + 1 }
            case .warc, .wacz, .feed: return nil
            case .article: total += 1
            }
        }
        return total
    }

    /// The next article or problem; nil at the end.
    public mutating func next() -> Result<InputItem, InputProblem>? {
        while true {
            if let item = current?.next() { return item }
            current = nil
            switch paths.popFirst() {
            case nil: return nil
            case .failure(let problem)?: return .failure(problem)
            case .success(let path)?:
                let name = path == "-" ? "standard input" : path
                do { current = try opening.source(path: path, name: name) } catch {
                    return .failure(InputProblem(origin: name, reason: error.reason))
                }
            }
        }
    }
}
