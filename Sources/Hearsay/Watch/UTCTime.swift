internal import HearsayCore

/// A moment in whole seconds since 1970, and back to RFC 3339 in UTC ("2026-03-01T08:15:30Z").
public struct UTCTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds left out.
    public let seconds: Int

    /// A moment.
    public init(seconds: Int) { self.seconds = seconds }

    /// The moment of an RFC 3339 time in UTC; nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes.last == 0x5A,
            let day = CivilDay(iso: text), let hour = Self.two(bytes, 11), let minute = Self.two(bytes, 14),
            let second = Self.two(bytes, 17), hour < 24, minute < 60, second <= 60
        else { return nil }
        seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
    }

    private static func two(_ bytes: [UInt8], _ at: Int) -> Int? {
        guard bytes[at].isASCIIDigit, bytes[at + 1].isASCIIDigit else { return nil }
        return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
    }

    /// A moment some seconds later.
    public func adding(_ more: Int) -> UTCTime { UTCTime(seconds: seconds + more) }

    /// The earlier moment first.
    public static func < (a: UTCTime, b: UTCTime) -> Bool { a.seconds < b.seconds }

    /// RFC 3339 in UTC.
    public var description: String {
        let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let rest = seconds - day * 86_400
        let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(CivilDay(number: day))T\(clock.joined(separator: ":"))Z"
    }
}
