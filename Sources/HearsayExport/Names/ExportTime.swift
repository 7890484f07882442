internal import HearsayCore

/// A time of an article or a capture, in the one form that the exported formats share: UTC, with milliseconds.
struct ExportTime: Hashable, Comparable, CustomStringConvertible {
    /// What stands for the time of things that no capture made: the outlets, the vocabulary, this program.
    static let timeless = "2026-01-01T00:00:00.000Z"

    private let milliseconds: Int

    /// The time of "YYYY-MM-DD", which begins at midnight, or of an RFC 3339 time; nil for anything else and outside
    /// of the years 1 to 9999.
    init?(_ text: String?) {
        guard let text, let day = CivilDay(iso: text) else { return nil }
        var rest = Array(text.utf8.dropFirst(10))[...]
        var milliseconds = day.number * 86_400_000
        if !rest.isEmpty {
            guard let separator = rest.popFirst(), [0x54, 0x74, 0x20].contains(separator),
                let clock = Self.clock(&rest), let offset = Self.offset(rest)
            else { return nil }
            milliseconds += clock - offset
        }
        guard (Self.first...Self.last).contains(milliseconds) else { return nil }
        self.milliseconds = milliseconds
    }

    private static let first = -62_135_596_800_000
    private static let last = 253_402_300_799_999

    /// Whether a text tells a day only.
    static func isDay(_ text: String) -> Bool { text.utf8.count == 10 }

    /// Milliseconds after midnight of "hh:mm", "hh:mm:ss" or "hh:mm:ss.fff".
    private static func clock(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let hour = two(&rest), hour < 24, rest.popFirst() == 0x3A, let minute = two(&rest), minute < 60 else {
            return nil
        }
        var clock = (hour * 60 + minute) * 60_000
        guard rest.first == 0x3A else { return clock }
        rest.removeFirst()
        guard let second = two(&rest), second <= 60 else { return nil }
        clock += second * 1000
        guard rest.first == 0x2E else { return clock }
        rest.removeFirst()
        let digits = rest.prefix { $0.isASCIIDigit }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let three = (Array(digits.prefix(3)) + [0x30, 0x30]).prefix(3)
        return clock + three.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// Milliseconds by which a zone, "Z" or "+hh:mm", is before UTC.
    private static func offset(_ zone: ArraySlice<UInt8>) -> Int? {
        var rest = zone
        guard let sign = rest.popFirst() else { return nil }
        if sign | 0x20 == 0x7A { return rest.isEmpty ? 0 : nil }
        guard sign == 0x2B || sign == 0x2D, let hour = two(&rest), hour < 24, rest.popFirst() == 0x3A,
            let minute = two(&rest), minute < 60, rest.isEmpty
        else { return nil }
        return (hour * 60 + minute) * (sign == 0x2B ? 60_000 : -60_000)
    }

    private static func two(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard rest.count >= 2, let a = rest.popFirst(), let b = rest.popFirst(), a.isASCIIDigit, b.isASCIIDigit else {
            return nil
        }
        return Int(a - 0x30) * 10 + Int(b - 0x30)
    }

    /// "2026-03-01T08:15:30.000Z".
    var description: String {
        let day = milliseconds >= 0 ? milliseconds / 86_400_000 : (milliseconds - 86_399_999) / 86_400_000
        let rest = milliseconds - day * 86_400_000
        let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        let fraction = String(1000 + rest % 1000).dropFirst()
        return "\(CivilDay(number: day))T\(clock.joined(separator: ":")).\(fraction)Z"
    }

    static func < (a: ExportTime, b: ExportTime) -> Bool { a.milliseconds < b.milliseconds }
}
