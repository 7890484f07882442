internal import HearsayCore
internal import HearsayReading

/// The words of one side of an edit: a sentence, or the several that it became.
struct Line: Sendable {
    let sentences: [Sentence]
    let words: [Word]
    /// Where each sentence but the first begins.
    let starts: Set<Int>
    let text: SourceText
    private(set) var units: [Unit] = []
    /// How many units there are of each key.
    private(set) var counts: [String: Int] = [:]

    /// A line of one text; `statements` lend what the reader found of attributions. Times are read where there is another
    /// side to compare them with.
    init(
        _ sentences: ArraySlice<Sentence>, published: CivilDay?, statements: [Statement] = [], readsTimes: Bool = true
    ) {
        self.sentences = Array(sentences)
        text = sentences.first?.text ?? SourceText("")
        words = sentences.flatMap(\.words)
        var (starts, count) = (Set<Int>(), 0)
        for sentence in sentences.dropLast() {
            count += sentence.words.count
            starts.insert(count)
        }
        self.starts = starts
        let times = readsTimes ? Self.times(in: sentences, published: published) : []
        let capitals = words.indices.filter { i in
            words[i].span.count > 1 && text.utf8[words[i].span.range].allSatisfy { $0 &- 0x41 < 26 }
        }
        units = UnitReader(words: words, starts: starts, times: times, capitals: Set(capitals)).units()
        SourceZones(words: words, starts: starts, statements: statements).mark(&units)
        for unit in units { counts[unit.key, default: 0] += 1 }
    }

    /// The first unit that does not end before a word.
    func firstUnit(from word: Int) -> Int {
        var (low, high) = (0, units.count)
        while low < high {
            let middle = (low + high) / 2
            if units[middle].words.lowerBound >= word { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// A range of words made as wide as the units that it touches.
    func whole(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return range }
        let first = max(0, firstUnit(from: range.lowerBound + 1) - 1)
        let last = max(0, firstUnit(from: range.upperBound) - 1)
        guard first < units.count, last < units.count else { return range }
        return min(
            range.lowerBound, units[first].words.lowerBound)..<max(range.upperBound, units[last].words.upperBound)
    }

    /// The words of the source that touches a range, without the verb; nil where none does.
    func source(around range: Range<Int>) -> Range<Int>? {
        func isSource(_ unit: Unit) -> Bool {
            if case .cue = unit.kind { return false }
            return unit.zone == .source || unit.zone == .relay
        }
        var (first, end) = (firstUnit(from: range.lowerBound), firstUnit(from: range.upperBound))
        guard first < end, units[first..<end].contains(where: isSource) else { return nil }
        while first > 0, isSource(units[first - 1]) { first -= 1 }
        while end < units.count, isSource(units[end]) { end += 1 }
        return units[first].words.lowerBound..<max(units[first].words.upperBound, units[end - 1].words.upperBound)
    }

    /// The span of a range of words; empty at the end of the words before it where it holds none.
    func span(_ range: Range<Int>) -> TextSpan {
        if range.isEmpty {
            let at = range.lowerBound > 0 ? words[range.lowerBound - 1].span.end : words.first?.span.start ?? 0
            return TextSpan(at, at)
        }
        return words[range.lowerBound].span.union(words[range.upperBound - 1].span)
    }

    /// The words of a range as they stand, white space folded.
    func string(_ range: Range<Int>) -> String {
        var string = ""
        for i in range {
            if i > range.lowerBound, !words[i].isGlued { string += " " }
            string += text.string(words[i].span)
        }
        return string
    }

    /// The times of sentences, where there are words that may tell one.
    private static func times(in sentences: ArraySlice<Sentence>, published: CivilDay?) -> [TimeExpression] {
        var context = TimeContext()
        return sentences.flatMap { sentence -> [TimeExpression] in
            let mayTell = sentence.words.contains {
                WordLists.times.contains(Stem.plain($0.lower)) || $0.kind == .number
            }
            guard mayTell else { return [] }
            return TimeReader().times(
                in: sentence.text, paragraph: sentence.span, published: published, context: &context)
        }
    }
}
