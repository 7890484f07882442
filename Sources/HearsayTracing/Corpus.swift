internal import HearsayCore

/// One article of the set with what all parts of the tracing need of it.
struct SetArticle {
    let id: String
    let reading: Reading
    /// When it was published; nil when that is not known.
    let time: PublicationTime?
    /// The article of which it is a later version.
    let revisionOf: Int?
    /// That article's id.
    let revisionName: String?
    /// The words of its paragraphs.
    let words: [Word]
    /// For each word whether it stands inside quotation marks.
    let quoted: [Bool]
    /// Its units among those of the set.
    let units: Range<Int>

    var text: SourceText { reading.document.text }
    var outlet: String? { reading.document.outlet.name ?? reading.document.outlet.domain }
}

/// A unit of the set with what all parts of the tracing need of it.
struct SetUnit {
    /// The article, by its place in the set.
    let article: Int
    let span: TextSpan
    let text: String
    /// Its words among those of the article.
    let words: Range<Int>
    /// The statement that it gives, by its place in the reading.
    let statement: Int?
    let figures: [Figure]
    let days: [DayMention]
    /// Who does it, or what causes it, where the sentence says so plainly.
    let agent: Agent?
}

/// The articles of an affair in the order of time, and their units.
struct Corpus {
    private(set) var articles: [SetArticle] = []
    private(set) var units: [SetUnit] = []
    /// The units' vectors, one after another.
    private(set) var vectors: [Float] = []
    /// Numbers in each vector.
    let width: Int
    /// Which articles may take from each other and tell the same.
    let related: Relatedness

    /// Sorts the articles by time, then by id, so that nothing depends on the order in which they were given.
    init(_ affair: TracedAffair) {
        let timed = affair.articles.enumerated().map { place, article in
            (place: place, article: article, time: PublicationTime(article.reading.document.published))
        }
        let ordered = timed.sorted { a, b in
            (a.time?.earliest ?? .max, a.article.id) < (b.time?.earliest ?? .max, b.article.id)
        }
        let places = Dictionary(ordered.enumerated().map { ($1.article.id, $0) }) { first, _ in first }
        width = affair.articles.lazy.compactMap(\.vectors.first?.count).first ?? 0
        var moved = [Int](repeating: 0, count: ordered.count)
        for (new, entry) in ordered.enumerated() { moved[entry.place] = new }
        related = Relatedness(ordered.map { affair.neighbours[$0.place].map { moved[$0] } })
        for (_, article, time) in ordered {
            let before = article.revisionOf.flatMap { places[$0] }.flatMap { place -> Int? in
                // What was certainly published later is no earlier version, whatever the caller says.
                if let time, let other = ordered[place].time, other.isAfter(time) { return nil }
                return ordered[place].article.id == article.id ? nil : place
            }
            append(article, time: time, revisionOf: before)
        }
    }

    private mutating func append(_ article: TracedArticle, time: PublicationTime?, revisionOf: Int?) {
        let text = article.reading.document.text
        let number = articles.count
        let first = units.count
        var (words, sentences) = ([Word](), [Range<Int>]())
        for unit in article.units {
            let begin = words.count
            words += WordScanner.words(in: text, span: unit.span)
            sentences.append(begin..<words.count)
        }
        let agents = AgentReader(words, sentences: sentences)
        for (place, (unit, vector)) in zip(article.units, article.vectors).enumerated() {
            let range = sentences[place]
            units.append(
                SetUnit(
                    article: number, span: unit.span, text: unit.text, words: range, statement: unit.statement,
                    figures: FigureReader.figures(in: words, range), days: DayReader.days(in: words, range),
                    agent: agents.agent(in: Self.told(unit, of: article.reading, words, range))))
            precondition(vector.count == width, "vectors must be of one length")
            vectors += vector
        }
        articles.append(
            SetArticle(
                id: article.id, reading: article.reading, time: time, revisionOf: revisionOf,
                revisionName: revisionOf == nil ? nil : article.revisionOf, words: words,
                quoted: Quoting.flags(words, sentences: sentences), units: first..<units.count))
    }

    /// The words of a unit from where its statement's content begins; who says it stands before that.
    private static func told(
        _ unit: ClaimUnit, of reading: Reading, _ words: [Word], _ range: Range<Int>
    ) -> Range<Int> {
        guard let statement = unit.statement,
            let content = reading.statements[statement].content.first(where: { $0.overlaps(unit.span) })
        else { return range }
        let isTold = { (i: Int) in words[i].kind != .punctuation && words[i].span.start >= content.start }
        return (range.first(where: isTold) ?? range.upperBound)..<range.upperBound
    }

    /// The cosine of two units' vectors.
    func cosine(_ a: Int, _ b: Int) -> Float {
        vectors.withUnsafeBufferPointer { vectors in
            var sum = SIMD8<Float>()
            let (x, y) = (a * width, b * width)
            var i = 0
            while i + 8 <= width {
                var (left, right) = (SIMD8<Float>(), SIMD8<Float>())
                for k in 0..<8 { (left[k], right[k]) = (vectors[x + i + k], vectors[y + i + k]) }
                sum += left * right
                i += 8
            }
            var total = sum.sum()
            while i < width {
                total += vectors[x + i] * vectors[y + i]
                i += 1
            }
            return total
        }
    }

    /// Whether an article may have taken from another one: not when that is about another affair, certainly later, or
    /// of the very same minute.
    /// Of two articles whose order is unknown either may have taken from the other.
    func mayHaveTaken(_ article: Int, from other: Int) -> Bool {
        guard article != other, related(article, other), let time = articles[article].time,
            let before = articles[other].time
        else {
            return false
        }
        return time.isAfter(before) || !before.isAfter(time) && time.latest != time.earliest
    }

    /// The statement of a unit; nil when the article says it on its own account.
    func statement(_ unit: Int) -> Statement? {
        let unit = units[unit]
        return unit.statement.map { articles[unit.article].reading.statements[$0] }
    }
}
