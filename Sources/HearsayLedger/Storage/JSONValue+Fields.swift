internal import HearsayCore

extension JSONValue {
    /// The text; nil for any other value.
    var words: String? { if case .string(let text) = self { text } else { nil } }

    /// The whole number; nil for any other value.
    var whole: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
}
