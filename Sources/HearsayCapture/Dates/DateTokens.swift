import HearsayCore

/// A piece of a short line that may tell a date.
enum DateToken: Hashable {
    case word(String)
    case number(value: Int, digits: Int)
    case mark(UInt8)

    /// The pieces of a line, in small letters; other bytes beyond ASCII than letters of Europe are marks.
    ///
    /// The signs of Chinese and Japanese dates are read as hyphens.
    static func tokens(of line: ByteSlice) -> [DateToken] {
        var (out, rest) = ([DateToken](), line)
        while let first = rest.first {
            if first.isASCIIDigit {
                let digits = rest.prefix { $0.isASCIIDigit }
                let value = digits.prefix(12).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
                out.append(.number(value: value, digits: digits.count))
                rest = rest[digits.endIndex...]
            } else if isLetter(rest) {
                var letters: [UInt8] = []
                while isLetter(rest), let first = rest.first {
                    let length = first < 0x80 ? 1 : 2
                    letters += rest.prefix(length).asciiLowercased
                    // Capital letters of Latin-1 lie 32 below the small ones.
                    if first == 0xC3, let last = letters.last, last < 0x9F { letters[letters.count - 1] = last + 0x20 }
                    rest = rest.dropFirst(length)
                }
                out.append(.word(String(decoding: letters, as: UTF8.self)))
            } else if let sign = dateSigns.first(where: { rest.starts(with: $0) }) {
                if sign != dateSigns.last { out.append(.mark(0x2D)) }
                rest = rest.dropFirst(sign.count)
            } else {
                if !first.isASCIISpace { out.append(.mark(first)) }
                rest = rest.dropFirst()
            }
        }
        return out
    }

    /// Year, month and day.
    private static let dateSigns = ["\u{5E74}", "\u{6708}", "\u{65E5}"].map { Array($0.utf8) }

    /// Whether a letter of ASCII, Latin-1 or Latin Extended-A stands at the start.
    private static func isLetter(_ rest: ByteSlice) -> Bool {
        guard let first = rest.first else { return false }
        if first.isASCIILetter { return true }
        guard (0xC3...0xC5).contains(first), let second = rest.dropFirst().first else { return false }
        return second >= 0x80 && !(first == 0xC3 && (second == 0x97 || second == 0xB7))
    }
}
