import Glibc
import HearsayCore

/// The time of day; the library never looks at it.
enum SystemClock {
    /// Now, as RFC 3339 in UTC ("2026-03-01T08:15:30Z").
    static func now() -> String {
        var seconds = time(nil)
        var fields = tm()
        gmtime_r(&seconds, &fields)
        let date = CivilDay(Int(fields.tm_year) + 1900, Int(fields.tm_mon) + 1, Int(fields.tm_mday))
        let clock = [fields.tm_hour, fields.tm_min, fields.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date?.description ?? "1970-01-01")T\(clock.joined(separator: ":"))Z"
    }

    /// Today, where the user is.
    static func today() -> CivilDay? {
        var seconds = time(nil)
        var fields = tm()
        localtime_r(&seconds, &fields)
        return CivilDay(Int(fields.tm_year) + 1900, Int(fields.tm_mon) + 1, Int(fields.tm_mday))
    }
}
