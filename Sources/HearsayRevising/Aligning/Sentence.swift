internal import HearsayCore

/// One sentence of a version, ready to be compared.
struct Sentence: Sendable {
    /// What it has in common with others is counted in these: the number of a stem, and how much it says.
    struct Term: Hashable, Sendable {
        var stem: Int
        var weight: Double
    }

    /// The text that ``span`` refers to: the document's, or the headline's or note's own.
    let text: SourceText
    /// Where it stands.
    let span: TextSpan
    /// Whether ``text`` is the document's.
    let isInText: Bool
    /// The number of the stretch of text that it stands in; between two that follow one another is nothing else.
    var stretch = 0
    /// Its words, leftover tags left out.
    let words: [Word]
    /// The words in the glossary.
    let mentions: [Glossary.Mention]
    /// Two sentences have the same number when they are the same but for white space.
    let identity: Int
    /// Its stems, sorted; function words weigh little, marks nothing.
    let terms: [Term]
    /// The sum of the terms' weights.
    let weight: Double

    /// The same sentence without those of its words that stand in leftover tags.
    init(_ text: SourceText, _ span: TextSpan, isInText: Bool, words: [Word], interner: inout Interner) {
        (self.text, self.span, self.isInText, self.words) = (text, span, isInText, words)
        identity = interner.sentence(words, in: text)
        mentions = words.map { interner.mention(of: $0) }
        terms = zip(words, mentions).compactMap { interner.term($0, $1.number) }.sorted { $0.stem < $1.stem }
        weight = terms.reduce(0) { $0 + $1.weight }
    }

    /// The weight of the terms that both have.
    func shared(with other: Sentence) -> Double { Self.shared(terms, other.terms) }

    /// The weight of the terms that two sentences have in common.
    static func shared(_ terms: [Term], _ others: [Term]) -> Double {
        terms.withUnsafeBufferPointer { terms in
            others.withUnsafeBufferPointer { others in
                var (i, j, sum) = (0, 0, 0.0)
                while i < terms.count, j < others.count {
                    let (a, b) = (terms[i].stem, others[j].stem)
                    if a == b { sum += terms[i].weight }
                    i += a <= b ? 1 : 0
                    j += b <= a ? 1 : 0
                }
                return sum
            }
        }
    }

    /// How alike two sentences are, from 0 to 1.
    func likeness(to other: Sentence) -> Double {
        if identity == other.identity { return 1 }
        let total = weight + other.weight
        return total > 0 ? 2 * shared(with: other) / total : 0
    }
}

/// Gives numbers to sentences and stems, the same in both versions.
struct Interner: Sendable {
    private static let functionWeight = 0.15

    /// The words.
    private(set) var glossary = Glossary()
    private var sentences: [[UInt8]: Int] = [:]
    /// The term of each word that has one, by its number.
    private var terms: [Sentence.Term?] = []
    private var stems: [String: Int] = [:]

    /// Makes room for about so many more sentences.
    mutating func expect(sentences count: Int) { sentences.reserveCapacity(sentences.count + count) }

    /// The entry of a word.
    mutating func mention(of word: Word) -> Glossary.Mention { glossary.mention(of: word) }

    /// The number of a sentence's words as they stand, whatever white space is between them.
    mutating func sentence(_ words: [Word], in text: SourceText) -> Int {
        var bytes: [UInt8] = []
        if let first = words.first, let last = words.last {
            bytes.reserveCapacity(last.span.end - first.span.start + 1)
        }
        var i = 0
        while i < words.count {
            // Words between which nothing or one space stands are taken as they stand.
            let start = words[i].span.start
            var end = words[i].span.end
            if !words[i].isGlued { bytes.append(0x20) }
            i += 1
            while i < words.count {
                let next = words[i].span
                let isNext = words[i].isGlued ? next.start == end : next.start == end + 1 && text.utf8[end] == 0x20
                guard isNext else { break }
                end = next.end
                i += 1
            }
            bytes.append(contentsOf: text.utf8[start..<end])
        }
        if let number = sentences[bytes] { return number }
        let number = sentences.count
        sentences[bytes] = number
        return number
    }

    /// The term of a word with its number; nil for a punctuation mark.
    mutating func term(_ word: Word, _ number: Int) -> Sentence.Term? {
        guard word.kind != .punctuation else { return nil }
        if number >= terms.count {
            terms += Array(repeating: nil, count: glossary.entries.count - terms.count)
        }
        if let term = terms[number] { return term }
        let entry = glossary.entries[number]
        let stem = stems[entry.key] ?? stems.count
        stems[entry.key] = stem
        let isFunction = !entry.traits.isDisjoint(with: [.function, .filler])
        let term = Sentence.Term(stem: stem, weight: isFunction ? Self.functionWeight : 1)
        terms[number] = term
        return term
    }
}
