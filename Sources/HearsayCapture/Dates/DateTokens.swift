import HearsayCore

/// A piece of a short line that may tell a date.
enum DateToken: Hashable {
    case word(String)
    case number(value: Int, digits: Int)
    case mark(UInt8)

    /// The pieces of a line; bytes beyond ASCII are marks.
    static func tokens(of line: ByteSlice) -> [DateToken] {
        var (out, rest) = ([DateToken](), line)
        while let first = rest.first {
            if first.isASCIIDigit {
                let digits = rest.prefix { $0.isASCIIDigit }
                let value = digits.prefix(12).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
                out.append(.number(value: value, digits: digits.count))
                rest = rest[digits.endIndex...]
            } else if first.isASCIILetter {
                let letters = rest.prefix { $0.isASCIILetter }
                out.append(.word(String(decoding: letters.asciiLowercased, as: UTF8.self)))
                rest = rest[letters.endIndex...]
            } else {
                if !first.isASCIISpace { out.append(.mark(first)) }
                rest = rest.dropFirst()
            }
        }
        return out
    }
}
