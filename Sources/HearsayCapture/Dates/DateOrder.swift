/// Which comes first in a date of digits alone ("02/10/2020"): that depends on where a page is from.
enum DateOrder {
    case monthFirst, dayFirst
    /// Nothing tells; a date that could be read both ways is then none.
    case unknown

    /// Endings of hosts that say nothing of a country although they have two letters.
    private static let worldwide: Set<Substring> = ["io", "co", "me", "tv", "ai", "ly", "fm", "cc", "to", "gg", "eu"]

    /// The order by a page's language tag ("en-GB"), else by the country in its host's name.
    ///
    /// Of the places where news is written in English, only the United States and the Philippines put the month first.
    init(language: String?, host: String?) {
        let region = language?.split(whereSeparator: { $0 == "-" || $0 == "_" }).dropFirst().last { $0.utf8.count == 2 }
        let country = host?.split(separator: ".").last.flatMap { $0.utf8.count == 2 ? $0 : nil }
        if let region {
            self = ["us", "ph"].contains(region.lowercased()) ? .monthFirst : .dayFirst
        } else if let country, !Self.worldwide.contains(country) {
            self = ["us", "ph"].contains(country) ? .monthFirst : .dayFirst
        } else {
            self = .unknown
        }
    }
}
