internal import HearsayCore

/// When an article was published, as finely as its date tells, in minutes since 1970 (UTC).
struct PublicationTime: Hashable {
    var earliest: Int
    var latest: Int
    var day: CivilDay

    /// A time from "YYYY-MM-DD", which may be any minute of that day, or from RFC 3339; nil for anything else.
    init?(_ text: String?) {
        guard let text, let day = CivilDay(iso: text) else { return nil }
        self.day = day
        let bytes = Array(text.utf8)
        func two(_ at: Int) -> Int? {
            guard at + 1 < bytes.count, bytes[at].isASCIIDigit, bytes[at + 1].isASCIIDigit else { return nil }
            return Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30)
        }
        let midnight = day.number * 1440
        guard bytes.count >= 16, bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == 0x20, let hour = two(11),
            bytes[13] == UInt8(ascii: ":"), let minute = two(14)
        else {
            (earliest, latest) = (midnight, midnight + 1439)
            return
        }
        var offset = 0
        if let sign = bytes[16...].lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
            let hours = two(sign + 1)
        {
            offset = (hours * 60 + (two(sign + 4) ?? 0)) * (bytes[sign] == UInt8(ascii: "+") ? 1 : -1)
        }
        earliest = midnight + hour * 60 + minute - offset
        latest = earliest
    }

    /// Whether this is certainly later than another time.
    func isAfter(_ other: PublicationTime) -> Bool { earliest > other.latest }
}
