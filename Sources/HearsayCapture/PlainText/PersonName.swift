import HearsayCore

/// Whether words look like the name of one person, as bylines give it.
enum PersonName {
    private static let particles: Set<String> = [
        "de", "del", "della", "der", "den", "van", "von", "da", "di", "la", "le", "bin", "ibn", "al", "el", "dos", "do",
        "du",
        "ter", "ten", "zu", "y", "st",
    ]
    private static let others: Set<String> = [
        "the", "staff", "news", "press", "times", "post", "associated", "reporter", "writer", "editor", "correspondent",
        "agency", "agencies", "reuters", "bureau", "desk", "team", "editorial", "board", "service", "services", "media",
        "newsroom", "contributor", "contributors", "author", "admin", "daily", "journal", "tribune", "herald",
        "published", "updated", "special",
    ]
    /// Words that are no name by themselves and a part of some: April Roe, Jane Guest.
    private static let doubtful: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
        "april", "june", "july", "august", "september", "october", "november", "december", "guest",
    ]

    /// Two to five words, each with a capital letter except for particles, and no word of a newsroom among them; not all
    /// of them months or days.
    static func matches(_ bytes: ByteSlice) -> Bool {
        let words = bytes.trimmed.words
        guard (2...5).contains(words.count), bytes.count <= 60 else { return false }
        var (capitals, isCertain) = (0, false)
        for (i, word) in words.enumerated() {
            let lower = String(decoding: word.asciiLowercased, as: UTF8.self)
            if others.contains(lower) { return false }
            if particles.contains(lower) { continue }
            guard isCapitalised(word, last: i == words.count - 1) else { return false }
            capitals += 1
            isCertain = isCertain || !doubtful.contains(lower)
        }
        guard isCertain else { return false }
        return capitals >= 2 || (capitals == 1 && words.count >= 2 && particles.contains(words[0].string))
    }

    /// Whether a word starts with a capital and is made of letters, hyphens, apostrophes and at most one point at its end.
    private static func isCapitalised(_ word: ByteSlice, last: Bool) -> Bool {
        guard let first = word.first else { return false }
        guard first.isASCIIUpper || first >= 0xC3 && first != 0xE2 else { return false }
        var body = word
        if body.last == 0x2E { body = body.dropLast() }
        let plain = body.allSatisfy { $0.isASCIILetter || $0 == 0x2D || $0 == 0x27 || $0 == 0x2E || $0 >= 0x80 }
        return plain && !body.isEmpty && !(last && word.last == 0x2E && word.count > 4)
    }
}
