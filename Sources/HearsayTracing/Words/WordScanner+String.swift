internal import HearsayCore

extension WordScanner {
    /// The words of a name or a description, without its marks.
    static func words(of string: String) -> [Word] {
        let text = SourceText(string)
        return words(in: text, span: text.span).filter { $0.kind != .punctuation }
    }
}
