/// English words in and around dates.
enum DateWords {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let fullMonths = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed",
        "thu",
        "thur", "thurs", "fri", "sat", "sun",
    ]
    private static let fillers: Set<String> = [
        "published", "posted", "updated", "modified", "last", "first", "on", "at", "date", "the", "of", "created",
        "issued",
        "released", "edited", "revised", "time", "local", "publication", "st", "nd", "rd", "th",
    ]
    private static let zones = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
        "msk": 180,
        "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
        "jst": 540,
    ]

    /// 1 to 12 for the name of a month, full or short.
    static func month(_ word: String) -> Int? {
        if let full = fullMonths.firstIndex(of: word) { return full + 1 }
        if word == "sept" { return 9 }
        return months.firstIndex(of: word).map { $0 + 1 }
    }

    /// Whether the word names a day of the week.
    static func isWeekday(_ word: String) -> Bool { weekdays.contains(word) }
    /// Whether the word may stand beside a date without telling anything else.
    static func isFiller(_ word: String) -> Bool { fillers.contains(word) || ["et", "ct", "pt", "ist"].contains(word) }
    /// Whether the word says that the date is one of a change.
    static func isChange(_ word: String) -> Bool { ["updated", "modified", "edited", "revised"].contains(word) }
    /// Whether the word says that the date is the one of publication.
    static func isPublication(_ word: String) -> Bool {
        ["published", "posted", "issued", "released", "created", "publication"].contains(word)
    }
    /// Minutes east of Greenwich for the name of a time zone.
    static func zone(_ word: String) -> Int? { zones[word] }
}
