/// A random word that every form of this process carries, and that no other site can know.
struct FormToken: Sendable {
    /// The name of the hidden field.
    static let field = "token"
    /// 64 hexadecimal digits.
    let value: String

    init() {
        var random = SystemRandomNumberGenerator()
        let digits = Array("0123456789abcdef".utf8)
        value = String(decoding: (0..<64).map { _ in digits[Int(random.next(upperBound: UInt(16)))] }, as: UTF8.self)
    }

    /// Whether a form carries this token. Takes equally long wherever the two differ.
    func matches(_ candidate: String?) -> Bool {
        guard let candidate, candidate.utf8.count == value.utf8.count else { return false }
        return zip(candidate.utf8, value.utf8).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
