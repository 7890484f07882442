/// Words in and around dates: English ones, and the months of some other languages.
enum DateWords {
    private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    private static let fullMonths = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    /// The months as French, German, Spanish, Italian, Portuguese, Dutch and the Nordic languages write them out; a day and
    /// a year beside them leave no doubt.
    private static let foreignMonths: [String: Int] = {
        let months = [
            "janvier januar enero gennaio janeiro januari j\u{E4}nner",
            "f\u{E9}vrier fevrier februar febrero febbraio fevereiro februari",
            "mars m\u{E4}rz maerz marzo mar\u{E7}o maart marts", "avril abril aprile", "mai mayo maggio maio mei maj",
            "juin juni junio giugno junho", "juillet juli julio luglio julho",
            "ao\u{FB}t aout agosto augustus augusti", "septembre septiembre setiembre settembre setembro",
            "octobre oktober octubre ottobre outubro", "novembre noviembre novembro",
            "d\u{E9}cembre decembre dezember diciembre dicembre dezembro desember",
        ]
        var found: [String: Int] = [:]
        for (i, names) in months.enumerated() {
            for name in names.split(separator: " ") { found[String(name)] = i + 1 }
        }
        return found
    }()
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
        return months.firstIndex(of: word).map { $0 + 1 } ?? foreignMonths[word]
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
