internal import HearsayCore

/// How much two units say the same: sentence vectors, rare words in common, and figures.
///
/// Vectors alone put a claim and its contradiction together, because both are about the same thing; a figure that
/// clashes keeps them apart, and a figure that agrees brings re-told sentences together.
struct Similarity {
    /// What each sign weighs.
    struct Weights: Sendable {
        var words: Float = 0.35
        var agreeingFigures: Float = 0.2
        var clashingFigures: Float = 0.8
        var agreeingDays: Float = 0.3
        var clashingDays: Float = 0.1
        var clashingAgents: Float = 0.1
        /// The most that agreeing figures and days weigh together.
        var agreeing: Float = 0.3
        var sameArticle: Float = 0.1
        /// How near two units must be in their words for agreeing figures and days to count in full.
        var related: Float = 0.12
        /// What it takes off that one says it under a condition and the other does not.
        var condition: Float = 0
        /// What it takes off that one names a year gone by and the other does not name it.
        var pastYear: Float = 0

        /// For grouping: the words of a sentence tell claims of one affair apart better than what it is about.
        static let claims = Weights(
            words: 0.5, agreeingFigures: 0.3, clashingAgents: 0.8, condition: 0.3, pastYear: 0.3)
    }

    /// Units of an ordinary affair. Rarity is measured against it, so that a word weighs the same in a set of one affair
    /// and in a ledger of a thousand.
    private static let affair: Float = 200
    private static let leastRarity: Float = 0.1

    private let corpus: Corpus
    private var weights = Weights()
    private let terms: [[Int32]]
    private let rarity: [Float]
    private let lengths: [Float]
    /// For each unit the first one of a related article that has the very same words, often itself. A sentence that is printed
    /// again says nothing more, so it counts once wherever sentences are counted.
    let firstPrint: [Int]
    private let isConditional: [Bool]
    private let pastYears: [Set<Int>]

    init(_ corpus: Corpus) {
        self.corpus = corpus
        var interner = Interner()
        terms = corpus.units.map { unit in
            let words = corpus.articles[unit.article].words[unit.words]
            let stems = words.lazy.filter { $0.kind != .punctuation && !Terms.idle.contains($0.lower) }
            return Set(stems.map { interner.number(Terms.stem($0.lower)) }).sorted()
        }
        firstPrint = Self.firstPrints(corpus)
        var units = [Float](repeating: 0, count: interner.count)
        for (unit, terms) in terms.enumerated() where firstPrint[unit] == unit {
            for term in terms { units[Int(term)] += 1 }
        }
        rarity = units.map { max(Self.leastRarity, naturalLogarithm(Self.affair / $0)) }
        let rarity = rarity
        lengths = terms.map { $0.reduce(0) { $0 + rarity[Int($1)] * rarity[Int($1)] }.squareRoot() }
        isConditional = corpus.units.map { unit in
            corpus.articles[unit.article].words[unit.words].contains { Terms.conditions.contains($0.lower) }
        }
        pastYears = corpus.units.map { Self.pastYears($0, in: corpus.articles[$0.article]) }
    }

    private static func firstPrints(_ corpus: Corpus) -> [Int] {
        var printed: [[String]: [Int]] = [:]
        return corpus.units.indices.map { number in
            let unit = corpus.units[number]
            let words = corpus.articles[unit.article].words[unit.words].filter { $0.kind != .punctuation }.map(\.lower)
            let before = printed[words] ?? []
            if let first = before.first(where: { corpus.related(corpus.units[$0].article, unit.article) }) {
                return first
            }
            printed[words] = before + [number]
            return number
        }
    }

    /// The years before that of publication in which a unit says something was: "in September 2022", "since 2019".
    private static func pastYears(_ unit: SetUnit, in article: SetArticle) -> Set<Int> {
        guard let published = article.time?.day.year else { return [] }
        var years = Set<Int>()
        for i in unit.words.dropFirst() where article.words[i].kind == .number && article.words[i].lower.utf8.count == 4
        {
            let before = article.words[i - 1].lower
            guard let year = Int(article.words[i].lower), 1900 <= year, year < published,
                Terms.calendar.contains(before) || ["in", "of", "since", "during"].contains(before)
            else { continue }
            years.insert(year)
        }
        return years
    }

    /// The same with other weights; nothing is computed anew.
    func weighing(_ weights: Weights) -> Similarity {
        var copy = self
        copy.weights = weights
        return copy
    }

    /// From about -0.5 to 1.2; 1 for the same words.
    func callAsFunction(_ a: Int, _ b: Int) -> Float {
        let topic = topic(a, b)
        var value = topic
        if corpus.units[a].article == corpus.units[b].article { value -= weights.sameArticle }
        let (figures, days) = (figures(a, b), days(a, b))
        var bonus: Float = 0
        if figures == .agree { bonus += weights.agreeingFigures }
        if days == .agree { bonus += weights.agreeingDays }
        // Sentences about quite different things may well name the same day.
        value += min(bonus, weights.agreeing) * max(0, min(1, topic / weights.related))
        if figures == .clash { value -= weights.clashingFigures }
        if days == .clash, figures != .agree { value -= weights.clashingDays }
        if agents(a, b) == .clash { value -= weights.clashingAgents }
        if isConditional[a] != isConditional[b] { value -= weights.condition }
        if pastYears[a] != pastYears[b], pastYears[a].isDisjoint(with: pastYears[b]) { value -= weights.pastYear }
        return value
    }

    /// How much two units are about the same, whatever figures and days they give.
    func topic(_ a: Int, _ b: Int) -> Float {
        (1 - weights.words) * corpus.cosine(a, b) + weights.words * wordOverlap(a, b)
    }

    /// The share of rare words in common, 0 to 1.
    func wordOverlap(_ a: Int, _ b: Int) -> Float {
        let (x, y) = (terms[a], terms[b])
        var (i, j, sum) = (0, 0, Float(0))
        while i < x.count, j < y.count {
            if x[i] == y[j] {
                sum += rarity[Int(x[i])] * rarity[Int(x[i])]
                (i, j) = (i + 1, j + 1)
            } else if x[i] < y[j] {
                i += 1
            } else {
                j += 1
            }
        }
        let length = lengths[a] * lengths[b]
        return length > 0 ? sum / length : 0
    }

    /// What the figures or days of two units do.
    enum Agreement { case none, agree, clash }

    /// Whether two units give the same number of the same thing, or different ones.
    func figures(_ a: Int, _ b: Int) -> Agreement {
        var isClash = false
        for x in corpus.units[a].figures {
            for y in corpus.units[b].figures {
                switch Self.compare(x, y) {
                case .agree: return .agree
                case .clash: isClash = true
                case .none: break
                }
            }
        }
        return isClash ? .clash : .none
    }

    private static func compare(_ x: Figure, _ y: Figure) -> Agreement {
        guard let unit = x.unit, let other = y.unit, unit == other else {
            guard x.value == y.value, x.value > 20 else { return .none }
            // The same sum in another currency is another sum.
            let isMoney = x.unit.map(FigureReader.isMoney) ?? false && y.unit.map(FigureReader.isMoney) ?? false
            // 41 percent of a thesis are not 41 pages of it.
            let isShare = (x.unit == "%") != (y.unit == "%") && x.unit != nil && y.unit != nil
            return isMoney || isShare ? .clash : .agree
        }
        if x.agrees(with: y) { return .agree }
        // "38 crowns a tonne" and "2,100 crowns an hour" are not about the same.
        return (x.rate == nil) == (y.rate == nil) ? .clash : .none
    }

    /// Whether two units name different agents, of whom neither has a part in what the other one tells.
    func agents(_ a: Int, _ b: Int) -> Agreement {
        guard let x = corpus.units[a].agent, let y = corpus.units[b].agent, let differs = x.differs(from: y) else {
            return .none
        }
        if !differs { return .agree }
        return isNamed(x, in: b) || isNamed(y, in: a) ? .none : .clash
    }

    private func isNamed(_ agent: Agent, in unit: Int) -> Bool {
        let words = corpus.articles[corpus.units[unit].article].words[corpus.units[unit].words]
        switch agent {
        case .doer(let name):
            let skeletons = Set(name.map(NameKey.skeleton))
            return words.contains { $0.isCapitalised && skeletons.contains(NameKey.skeleton($0.lower)) }
        case .cause(let stems): return words.contains { stems.contains(Terms.stem($0.lower)) }
        }
    }

    /// Whether two units name the same day or month, or different ones.
    func days(_ a: Int, _ b: Int) -> Agreement {
        let (x, y) = (
            corpus.units[a].days.filter { $0.weekday == nil }, corpus.units[b].days.filter { $0.weekday == nil }
        )
        if x.isEmpty || y.isEmpty { return .none }
        return x.contains { day in y.contains { day.agrees(with: $0) } } ? .agree : .clash
    }
}
