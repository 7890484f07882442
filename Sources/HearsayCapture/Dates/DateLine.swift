import HearsayCore

/// A line that tells when an article was published or changed and nothing else.
struct DateLine: Hashable {
    /// "YYYY-MM-DD" or, where the zone is known too, RFC 3339.
    private(set) var published: String?
    /// Likewise, of the last change.
    private(set) var modified: String?
    /// Whether the line says what its date is ("Published: …").
    private(set) var isLabelled = false

    /// The dates of a line; nil when it holds anything else.
    init?(_ line: ByteSlice) {
        guard line.count >= 8, line.count <= 160 else { return nil }
        var scanner = DateScanner(line)
        guard scanner.tokens.count <= 60, read(&scanner) else { return nil }
    }

    private mutating func read(_ scanner: inout DateScanner) -> Bool {
        var (changed, clock) = (false, DateScanner.Clock?.none)
        var day: (value: CivilDay, changed: Bool)?
        while !scanner.isAtEnd {
            if let next = scanner.date() {
                if let day { store(day.value, clock, changed: day.changed) }
                if day != nil { clock = nil }
                day = (next, changed)
            } else if let time = scanner.clock() {
                clock = time
            } else if let word = scanner.word() {
                guard DateWords.isFiller(word) || DateWords.isWeekday(word) || DateWords.zone(word) != nil else {
                    return false
                }
                if DateWords.isChange(word) { (changed, isLabelled) = (true, true) }
                if DateWords.isPublication(word) { (changed, isLabelled) = (false, true) }
                scanner.at += 1
            } else if case .mark = scanner.tokens[scanner.at] {
                scanner.at += 1
            } else {
                return false
            }
        }
        guard let day else { return false }
        store(day.value, clock, changed: day.changed)
        return true
    }

    private mutating func store(_ day: CivilDay, _ clock: DateScanner.Clock?, changed: Bool) {
        let value = Timestamp.format(day, clock)
        if changed { modified = modified ?? value } else { published = published ?? value }
    }
}
