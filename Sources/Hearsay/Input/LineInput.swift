internal import HearsayCore

/// The articles of a file of JSON Lines, one a line.
struct LineInput: InputSource {
    private let name: String
    private let facts: ArticleFacts
    private let textField: String
    private var lines: LineReader?

    /// The lines of a file; `facts` fill in what they leave out.
    init(_ lines: LineReader, name: String, facts: ArticleFacts, textField: String) {
        (self.lines, self.name, self.facts, self.textField) = (lines, name, facts, textField)
    }

    mutating func next() -> Result<InputItem, InputProblem>? {
        do throws(FileProblem) {
            while let line = try lines?.next() {
                if line.bytes.allSatisfy(\.isASCIISpace) { continue }
                return Result { () throws(InputProblem) in
                    try ArticleJSON.item(
                        line.bytes, origin: "\(name):\(line.number)", defaults: facts, textField: textField)
                }
            }
            return nil
        } catch {
            // After an error of the system there is nothing more to read.
            if error.number != 0 { lines = nil }
            return .failure(InputProblem(origin: name, reason: error.reason))
        }
    }
}
