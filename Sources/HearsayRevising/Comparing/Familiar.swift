internal import HearsayCore

/// How often each stem stands in a version, to tell what a reader knows from elsewhere in it.
struct Familiar: Sendable {
    private var counts: [String: Int] = [:]
    private var capitals: Set<String> = []

    init(_ version: Version) {
        var before: String?
        var initials = ""
        for sentence in version.body + (version.headline.map { [$0] } ?? []) {
            initials = ""
            before = nil
            for word in sentence.words where word.kind != .punctuation {
                counts[Self.key(word), default: 0] += 1
                if word.isCapitalised, let first = word.lower.unicodeScalars.first {
                    initials.unicodeScalars.append(first)
                    if before != nil { for start in Self.endings(initials) { capitals.insert(start) } }
                    before = word.lower
                } else {
                    initials = ""
                    before = nil
                }
            }
        }
    }

    private static func key(_ word: Word) -> String { "w:" + Stem.comparable(word) }

    private static func endings(_ initials: String) -> [String] {
        let letters = Array(initials.unicodeScalars.suffix(6))
        guard letters.count >= 2 else { return [] }
        return (2...letters.count).map { String(String.UnicodeScalarView(letters.suffix($0))) }
    }

    /// Whether a word stands in the version more often than in the line, or is the initials of names in it.
    func knows(_ unit: Unit, outside line: Line) -> Bool {
        if counts[unit.key, default: 0] > line.counts[unit.key, default: 0] { return true }
        return capitals.contains(String(unit.key.dropFirst(2)))
    }
}
