import HearsayCore

/// Dates of feeds: RFC 822 with its two-digit years, RFC 3339, W3C-DTF, and what is written instead.
enum FeedDate {
    /// "YYYY-MM-DD", or RFC 3339 where time and zone are given; nil for what is no day, and for the start of Unix time,
    /// which programs write when they know none.
    static func parse(_ value: String) -> String? {
        guard value.utf8.count <= 200 else { return nil }
        let date = Timestamp.first(in: Array(value.utf8)[...], order: .unknown, shortYears: true)
        return date.flatMap { $0.hasPrefix("1970-01-01") ? nil : $0 }
    }
}
