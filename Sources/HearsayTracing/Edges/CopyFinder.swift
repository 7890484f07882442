internal import HearsayCore

/// Finds articles that hold much of an earlier one's text.
///
/// Runs of four words are counted that both have, outside quotation marks: several outlets may well quote the same words
/// of one press conference, but nobody writes the same sentences around them by chance. What counts is containment, the
/// share of the later article's runs, since a copy is often shortened or put before other matter.
struct CopyFinder {
    private static let run = 4
    private let corpus: Corpus
    /// The runs of every article with the places where they begin.
    private let runs: [[(run: UInt32, word: Int)]]
    /// For each article how many different runs it shares with each other one.
    private let shared: [[Int: Int]]
    /// How many different runs each article has.
    private let counts: [Int]

    /// Indexes the runs of every article. Cost is linear in their words.
    init(_ corpus: Corpus) {
        self.corpus = corpus
        var interner = Interner()
        let runs = corpus.articles.map { Self.runs(of: $0, units: corpus.units[$0.units], &interner) }
        var (index, counts) = ([RunIndex.Run](), [Int]())
        for (number, own) in runs.enumerated() {
            index += own.map { RunIndex.Run(hash: $0.run, text: UInt32(truncatingIfNeeded: number)) }
            counts.append(Set(own.map(\.run)).count)
        }
        var shared = [[Int: Int]](repeating: [:], count: runs.count)
        RunIndex(index, texts: runs.count, linked: runs.count).eachPair { first, second, count in
            (shared[first][second], shared[second][first]) = (count, count)
        }
        (self.runs, self.shared, self.counts) = (runs, shared, counts)
    }

    private static func runs(
        of article: SetArticle, units: ArraySlice<SetUnit>, _ interner: inout Interner
    ) -> [(run: UInt32, word: Int)] {
        var runs: [(run: UInt32, word: Int)] = []
        for unit in units {
            let places = unit.words.filter { article.words[$0].kind != .punctuation }
            let numbers = places.map { UInt64(interner.number(article.words[$0].lower)) }
            guard places.count >= run else { continue }
            for i in 0...(places.count - run) where !(i..<i + run).contains(where: { article.quoted[places[$0]] }) {
                // FNV-1a over the words' numbers.
                let hash = numbers[i..<i + run].reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x100_0000_01B3 }
                runs.append((UInt32(truncatingIfNeeded: hash ^ hash >> 32), places[i]))
            }
        }
        return runs
    }

    /// The articles that have any of an article's runs, each with how many.
    func sharing(with article: Int) -> [Int: Int] { shared[article] }

    /// The share of an article's runs that another one has, 0 to 1.
    func containment(of article: Int, in other: Int) -> Double {
        Double(shared[article][other] ?? 0) / Double(max(1, counts[article]))
    }

    /// The longest stretch of words that both articles have, as spans of the later and the earlier one.
    func evidence(from article: Int, to other: Int) -> Edge.Evidence? {
        var places: [UInt32: Int] = [:]
        for (run, word) in runs[other] where places[run] == nil { places[run] = word }
        var best: (length: Int, start: Int, place: Int) = (0, 0, 0)
        var (length, start, place) = (0, 0, 0)
        for (i, (run, word)) in runs[article].enumerated() {
            guard let at = places[run] else {
                length = 0
                continue
            }
            let goesOn =
                length > 0 && runs[article][i - 1].word < word
                && places[runs[article][i - 1].run].map { $0 < at } ?? false
            if !goesOn { (length, start, place) = (0, word, at) }
            length += 1
            if length > best.length { best = (length, start, place) }
        }
        guard best.length > 0 else { return nil }
        return Edge.Evidence(
            from: span(article, best.start, best.length), to: span(other, best.place, best.length))
    }

    private func span(_ article: Int, _ start: Int, _ length: Int) -> TextSpan {
        let words = corpus.articles[article].words
        let last = min(words.count - 1, start + length + Self.run - 2)
        return TextSpan(words[start].span.start, max(words[start].span.end, words[last].span.end))
    }
}
