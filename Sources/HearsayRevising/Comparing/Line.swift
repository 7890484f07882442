internal import HearsayCore
internal import HearsayReading

/// The words of one side of an edit: a sentence, or the several that it became.
struct Line: Sendable {
    let sentences: ArraySlice<Sentence>
    private let line: LineWords
    /// The traits of all words.
    let traits: WordTraits
    let text: SourceText
    private(set) var units: [Unit] = []
    /// How many units there are of each key, where there is another side that differs.
    private(set) var counts: [String: Int] = [:]

    /// The words of all sentences.
    var words: [Word] { line.words }
    /// Where each sentence but the first begins.
    var starts: Set<Int> { line.starts }

    /// A line of one text; `statements` lend what the reader found of attributions. Times are read, and units counted, where
    /// there is another side that differs.
    init(
        _ sentences: ArraySlice<Sentence>, _ entries: [Glossary.Entry], published: CivilDay?,
        statements: [Statement] = [],
        isCompared: Bool = true
    ) {
        self.sentences = sentences
        text = sentences.first?.text ?? SourceText("")
        var (starts, count) = (Set<Int>(), 0)
        for sentence in sentences.dropLast() {
            count += sentence.words.count
            starts.insert(count)
        }
        let isOne = sentences.count == 1
        line = LineWords(
            words: isOne ? sentences[sentences.startIndex].words : sentences.flatMap(\.words),
            mentions: isOne ? sentences[sentences.startIndex].mentions : sentences.flatMap(\.mentions), starts: starts,
            entries: entries)
        traits = line.mentions.reduce(into: WordTraits()) { $0.formUnion($1.traits) }
        let times = isCompared ? Self.times(in: sentences, published: published) : []
        units = UnitReader(line: line, times: times, capitals: capitals()).units()
        SourceZones(line, traits: traits, statements: statements).mark(&units)
        if isCompared { for unit in units { counts[unit.key, default: 0] += 1 } }
    }

    /// The traits of a word.
    func traits(_ i: Int) -> WordTraits { line.traits(i) }

    /// Words of capital letters alone.
    private func capitals() -> Set<Int> {
        var capitals: Set<Int> = []
        for (i, word) in words.enumerated() where word.isCapitalised && word.span.count > 1 {
            if text.utf8[word.span.range].allSatisfy({ $0 &- 0x41 < 26 }) { capitals.insert(i) }
        }
        return capitals
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
            !unit.isCue && (unit.zone == .source || unit.zone == .relay)
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
        var bytes: [UInt8] = []
        for i in range {
            if i > range.lowerBound, !words[i].isGlued { bytes.append(0x20) }
            bytes += text.utf8[words[i].span.range]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The times of sentences, where there are words that may tell one.
    private static func times(in sentences: ArraySlice<Sentence>, published: CivilDay?) -> [TimeExpression] {
        var context = TimeContext()
        return sentences.flatMap { sentence -> [TimeExpression] in
            let mayTell = sentence.mentions.contains { $0.traits.contains(.time) }
            guard mayTell else { return [] }
            return TimeReader().times(
                in: sentence.text, paragraph: sentence.span, published: published, context: &context)
        }
    }
}
