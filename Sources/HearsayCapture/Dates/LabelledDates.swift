import HearsayCore

/// The dates of lines whose words say what they are: "Published March 3, 2024 | Last updated: 5 March 2024".
struct LabelledDates {
    /// The first that is called one of publication.
    private(set) var published: String?
    /// The first that is called one of a change.
    private(set) var modified: String?
    private let order: DateOrder

    /// Words between a label and its date: a name, a day of the week.
    private static let mostBetween = 6
    private static let openings = ["published", "first published", "date published", "publication date"]

    /// No dates yet; `order` is how the page writes digits.
    init(order: DateOrder) { self.order = order }

    /// Whether a line begins by saying that an article was published.
    static func begins(_ line: ByteSlice) -> Bool { openings.contains { line.startsIgnoringCase($0) } }

    /// Whether a line has such a word at all.
    static func hasLabel(_ line: ByteSlice) -> Bool {
        ["publi", "post", "updat", "modif", "edited", "revised", "issued"].contains {
            line.firstIgnoringCase($0) != nil
        }
    }

    /// Reads a line; says whether a date behind a label stood in it. `allowingPosts`: articles are posted, too; where
    /// readers may write, comments are.
    mutating func read(_ line: ByteSlice, allowingPosts: Bool) -> Bool {
        var scanner = DateScanner(line.prefix(400), order: order)
        var (isChange, between, found) = (Bool?.none, 0, false)
        var day: (value: CivilDay, isChange: Bool)?
        while !scanner.isAtEnd {
            if let next = scanner.date() {
                if let day { store(day.value, nil, day.isChange) }
                day = isChange.map { (next, $0) }
                found = found || day != nil
            } else if let clock = scanner.clock() {
                if let last = day { store(last.value, clock, last.isChange) }
                day = nil
            } else if let word = scanner.word() {
                let isLabel = DateWords.isChange(word) || DateWords.isPublication(word)
                if isLabel, allowingPosts || word != "posted" {
                    if let last = day { store(last.value, nil, last.isChange) }
                    (day, isChange, between) = (nil, DateWords.isChange(word), 0)
                } else {
                    between += 1
                    if between > Self.mostBetween { isChange = nil }
                }
                scanner.at += 1
            } else {
                scanner.skipNumbers()
            }
        }
        if let day { store(day.value, nil, day.isChange) }
        return found
    }

    private mutating func store(_ day: CivilDay, _ clock: DateScanner.Clock?, _ isChange: Bool) {
        let value = Timestamp.format(day, clock)
        if isChange { modified = modified ?? value } else { published = published ?? value }
    }
}
