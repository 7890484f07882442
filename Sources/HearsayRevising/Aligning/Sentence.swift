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
        terms = words.compactMap { interner.term($0) }.sorted { $0.stem < $1.stem }
        weight = terms.reduce(0) { $0 + $1.weight }
    }

    /// The weight of the terms that both have.
    func shared(with other: Sentence) -> Double {
        var (i, j, sum) = (0, 0, 0.0)
        while i < terms.count, j < other.terms.count {
            let (a, b) = (terms[i], other.terms[j])
            if a.stem == b.stem {
                sum += a.weight
                (i, j) = (i + 1, j + 1)
            } else if a.stem < b.stem {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
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

    private var sentences: [[UInt8]: Int] = [:]
    private var terms: [String: Sentence.Term] = [:]
    private var stems: [String: Int] = [:]

    /// The number of a sentence's words as they stand, whatever white space is between them.
    mutating func sentence(_ words: [Word], in text: SourceText) -> Int {
        var bytes: [UInt8] = []
        for word in words {
            if !word.isGlued { bytes.append(0x20) }
            bytes.append(contentsOf: text.utf8[word.span.range])
        }
        if let number = sentences[bytes] { return number }
        let number = sentences.count
        sentences[bytes] = number
        return number
    }

    /// The term of a word; nil for a punctuation mark.
    mutating func term(_ word: Word) -> Sentence.Term? {
        guard word.kind != .punctuation else { return nil }
        if let term = terms[word.lower] { return term }
        let key = Stem.comparable(word)
        let number = stems[key] ?? stems.count
        stems[key] = number
        let isFunction = WordLists.function.contains(word.lower) || WordLists.filler.contains(word.lower)
        let term = Sentence.Term(stem: number, weight: isFunction ? Self.functionWeight : 1)
        terms[word.lower] = term
        return term
    }
}
