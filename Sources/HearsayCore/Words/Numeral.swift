/// A number written in digits, and the letters stuck to its end ("22nd", "1990s", "40m", "8am").
package struct Numeral: Hashable, Sendable {
    /// The number.
    package var value: Double
    /// Digits before the decimal stop.
    package var digits: Int
    /// Whether it has a decimal part.
    package var hasFraction: Bool
    /// Whether commas part the thousands.
    package var hasGroups: Bool
    /// The letters stuck to its end, in lower case.
    package var suffix: String

    /// The whole number, when it is one without commas and not absurdly long.
    package var integer: Int? {
        !hasFraction && !hasGroups && digits <= 9 ? Int(value) : nil
    }

    /// Reads a word that starts with a digit; nil when it has two stops ("3.14.2016") or more than 15 digits.
    package init?(_ word: String) {
        var (value, scale, digits) = (0.0, 0.0, 0)
        var (groups, suffix) = (false, [UInt8]())
        var all = 0
        for byte in word.utf8 {
            if !suffix.isEmpty {
                suffix.append(byte)
            } else if byte.isASCIIDigit {
                all += 1
                let digit = Double(byte - 0x30)
                if scale > 0 {
                    (value, scale) = (value * 10 + digit, scale * 10)
                } else {
                    (value, digits) = (value * 10 + digit, digits + 1)
                }
            } else if byte == UInt8(ascii: ",") {
                groups = true
            } else if byte == UInt8(ascii: "."), scale == 0 {
                scale = 1
            } else if byte == UInt8(ascii: ".") {
                return nil
            } else {
                suffix.append(byte)
            }
        }
        guard digits > 0, all <= 15 else { return nil }
        self.value = scale > 1 ? value / scale : value
        self.digits = digits
        hasFraction = scale > 1
        hasGroups = groups
        self.suffix = String(decoding: suffix, as: UTF8.self)
    }
}
