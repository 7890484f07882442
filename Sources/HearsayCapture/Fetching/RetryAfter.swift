import HearsayCore

/// The header by which a server says when it wants to be asked again (RFC 9110, 10.2.3).
enum RetryAfter {
    /// Nobody is waited for longer than a day.
    static let longest = 86_400

    /// The seconds to wait: as they are given, or until the given date, counted from the server's own. Nil for anything else.
    static func seconds(_ value: String, now: String?) -> Int? {
        let bytes = Array(value.utf8).slice.trimmed
        if !bytes.isEmpty, bytes.count <= 9, bytes.allSatisfy(\.isASCIIDigit) {
            return min(Int(bytes.string) ?? longest, longest)
        }
        guard let then = moment(value), let now = now.flatMap(moment) else { return nil }
        return min(max(0, then - now), longest)
    }

    /// Seconds since 1970 of an HTTP date.
    private static func moment(_ text: String) -> Int? {
        guard let stamp = Timestamp.first(in: Array(text.utf8).slice), stamp.utf8.count >= 20,
            let day = CivilDay(iso: stamp)
        else { return nil }
        let clock = stamp.utf8.dropFirst(11).prefix(8).split(separator: 0x3A).compactMap {
            Int(String(decoding: $0, as: UTF8.self))
        }
        guard clock.count == 3 else { return nil }
        return day.number * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }
}
