/// A time as certificates and time-stamps write it: `20261130104305.5Z` (RFC 3161, section 2.4.2).
struct GeneralizedTime {
    /// RFC 3339, with the fraction as it was.
    let text: String
    /// Whole seconds since 1970.
    let seconds: Int

    /// Reads a time in UTC to the second or better; nil for anything else.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 15, bytes.count <= 40, bytes.last == 0x5A else { return nil }
        let (digits, rest) = (bytes[..<14], bytes[14..<bytes.count - 1])
        guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        guard rest.isEmpty || rest.count > 1 && rest.first == 0x2E && rest.dropFirst().allSatisfy({ 0x30...0x39 ~= $0 })
        else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }
        let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
        let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
        let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard 1...12 ~= month, 1...lengths[month - 1] ~= day, hour < 24, minute < 60, second < 60 else { return nil }
        // Days before the year, counted from the year 0 of the Gregorian calendar.
        let before = year - 1
        let days = 365 * year + (year == 0 ? 0 : before / 4 - before / 100 + before / 400 + 1)
        let day1970 = 719_528
        let date = days + lengths[..<(month - 1)].reduce(0, +) + day - 1 - day1970
        seconds = ((date * 24 + hour) * 60 + minute) * 60 + second
        func part(_ range: Range<Int>) -> String { String(decoding: digits[range], as: UTF8.self) }
        let fraction = String(decoding: rest, as: UTF8.self)
        text =
            "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))\(fraction)Z"
    }
}
