internal import HearsayCore

/// Finds articles that hold much of an earlier one's text.
///
/// Runs of four words are counted that both have, outside quotation marks: several outlets may well quote the same words
/// of one press conference, but nobody writes the same sentences around them by chance. What counts is containment, the
/// share of the later article's runs, since a copy is often shortened or put before other matter.
struct CopyFinder {
    /// What two articles share.
    struct Overlap {
        /// The share of the later article's runs that the earlier one has.
        var containment: Double
        /// Words of the later article that stand in shared runs.
        var words: [Int]
    }

    private static let run = 4
    private let corpus: Corpus
    /// The runs of every article as sorted pairs of run and place.
    private let runs: [[(run: UInt64, word: Int)]]
    private let holders: [UInt64: [Int]]

    /// Indexes the runs of every article. Cost is linear in their words.
    init(_ corpus: Corpus) {
        self.corpus = corpus
        var interner = Interner()
        var (runs, holders) = ([[(run: UInt64, word: Int)]](), [UInt64: [Int]]())
        for (number, article) in corpus.articles.enumerated() {
            let own = Self.runs(of: article, units: corpus.units[article.units], &interner)
            for run in Set(own.map(\.run)) { holders[run, default: []].append(number) }
            runs.append(own)
        }
        (self.runs, self.holders) = (runs, holders)
    }

    private static func runs(
        of article: SetArticle, units: ArraySlice<SetUnit>, _ interner: inout Interner
    ) -> [(run: UInt64, word: Int)] {
        var runs: [(run: UInt64, word: Int)] = []
        for unit in units {
            let places = unit.words.filter { article.words[$0].kind != .punctuation }
            let numbers = places.map { UInt64(interner.number(article.words[$0].lower)) }
            guard places.count >= run else { continue }
            for i in 0...(places.count - run) where !(i..<i + run).contains(where: { article.quoted[places[$0]] }) {
                // FNV-1a over the words' numbers.
                let hash = numbers[i..<i + run].reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ $1) &* 0x100_0000_01B3 }
                runs.append((hash, places[i]))
            }
        }
        return runs
    }

    /// What an article shares with every other that has any of its runs.
    func overlaps(of article: Int) -> [Int: Overlap] {
        var shared: [Int: Overlap] = [:]
        let own = runs[article]
        for (run, word) in own {
            for other in holders[run] ?? [] where other != article {
                shared[other, default: Overlap(containment: 0, words: [])].words.append(word)
            }
        }
        return shared.mapValues {
            Overlap(containment: Double($0.words.count) / Double(max(1, own.count)), words: $0.words)
        }
    }

    /// The longest stretch of words that both articles have, as spans of the later and the earlier one.
    func evidence(from article: Int, to other: Int) -> Edge.Evidence? {
        var places: [UInt64: Int] = [:]
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
