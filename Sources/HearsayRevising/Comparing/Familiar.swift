internal import HearsayCore

/// How often each stem stands in a version, to tell what a reader knows from elsewhere in it.
struct Familiar: Sendable {
    private var counts: [String: Int] = [:]
    private var capitals: Set<String> = []

    init(_ version: Version, _ glossary: [Glossary.Entry]) {
        var times = [Int](repeating: 0, count: glossary.count)
        for sentence in version.body + (version.headline.map { [$0] } ?? []) {
            var initials: [Unicode.Scalar] = []
            for (word, mention) in zip(sentence.words, sentence.mentions) where word.kind != .punctuation {
                times[mention.number] += 1
                if word.isCapitalised, let first = word.lower.unicodeScalars.first {
                    initials.append(first)
                    if initials.count > 1 { capitals.formUnion(Self.endings(initials)) }
                } else {
                    initials.removeAll(keepingCapacity: true)
                }
            }
        }
        for (number, count) in times.enumerated() where count > 0 {
            counts[glossary[number].key, default: 0] += count
        }
    }

    /// The last two to six of two letters or more.
    private static func endings(_ initials: [Unicode.Scalar]) -> [String] {
        (2...min(6, initials.count)).map { String(String.UnicodeScalarView(initials.suffix($0))) }
    }

    /// Whether a word stands in the version more often than in the line, or is the initials of names in it.
    func knows(_ unit: Unit, outside line: Line) -> Bool {
        if counts[unit.key, default: 0] > line.counts[unit.key, default: 0] { return true }
        return capitals.contains(String(unit.key.dropFirst(2)))
    }
}
