internal import HearsayCore

/// Finds odd values that two articles share while the others of the affair agree on another one.
///
/// What is true is reported by many, each on its own; a wrong figure or an odd spelling that just two outlets have was
/// hardly made twice. So a shared mistake tells more of copying than any number of shared facts.
/// Dong, Berti-Equille and Srivastava, "Integrating Conflicting Data: The Role of Source Dependence" (VLDB 2009).
struct SharedMistakes {
    /// A value that two outlets share.
    struct Mistake {
        /// The figure or the spelling, to count it once however often it is repeated.
        var value: String
        /// Bits by which it speaks for copying.
        var bits: Int
        /// Where the later and the earlier article have it.
        var evidence: Edge.Evidence
    }

    /// What a wrong figure tells, and an odd spelling, which may be a habit that two outlets share.
    private static let (figureBits, spellingBits) = (4, 2)
    /// Outlets that must agree on another value: more than the two that share the mistake.
    private static let others = 3
    /// How near sentences must be whose figures are compared.
    private static let near: Float = 0.3

    private struct Pair: Hashable { var later, earlier: Int }
    private var mistakes: [Pair: [Mistake]] = [:]

    /// Looks through all articles of an affair that have an outlet; reprints are given none, since they add no witness. Cost
    /// goes with the pairs of sentences that count one thing.
    init(corpus: Corpus, similarity: Similarity, tellings: [Telling], outlets: [Int?]) {
        addFigures(corpus, similarity, tellings, outlets)
        addSpellings(corpus, outlets)
    }

    /// What the later article shares with the earlier one.
    func shared(by later: Int, with earlier: Int) -> [Mistake] {
        mistakes[Pair(later: later, earlier: earlier)] ?? []
    }

    // MARK: Figures

    /// A sentence that gives one number of a thing, not as a rough one.
    private struct Count {
        var unit: Int
        var figure: Figure
        var article: Int
        var outlet: Int
    }

    private mutating func addFigures(
        _ corpus: Corpus, _ similarity: Similarity, _ tellings: [Telling], _ outlets: [Int?]
    ) {
        var counts: [String: [Count]] = [:]
        for (number, unit) in corpus.units.enumerated() {
            guard let outlet = outlets[unit.article] else { continue }
            for (thing, figures) in Dictionary(grouping: unit.figures, by: \.unit) {
                guard let thing, figures.count == 1, !figures[0].isRough else { continue }
                counts[thing, default: []].append(
                    Count(unit: number, figure: figures[0], article: unit.article, outlet: outlet))
            }
        }
        // Of voices that are known, two outlets may well have heard the same slip.
        func isOwn(_ count: Count) -> Bool { [.none, .unnamed].contains(tellings[count.unit].kind) }
        for thing in counts.keys.sorted() {
            let all = counts[thing] ?? []
            for count in all where isOwn(count) {
                let same = all.filter {
                    $0.outlet != count.outlet && $0.figure.value == count.figure.value && isOwn($0)
                        && similarity.topic(count.unit, $0.unit) >= Self.near
                }
                guard Set(same.map(\.outlet)).count == 1 else { continue }
                addFigure(of: count, with: same, among: all, corpus, similarity)
            }
        }
    }

    private mutating func addFigure(
        of count: Count, with same: [Count], among all: [Count], _ corpus: Corpus, _ similarity: Similarity
    ) {
        let others = all.filter { other in
            other.outlet != count.outlet && other.outlet != same[0].outlet && !other.figure.agrees(with: count.figure)
                && !corpus.units[other.unit].figures.contains { $0.value == count.figure.value }
                && !corpus.units[count.unit].figures.contains { $0.value == other.figure.value }
                && similarity.topic(count.unit, other.unit) >= Self.near
        }
        let agreed = Dictionary(grouping: others, by: \.figure.value).values
            .filter { Set($0.map(\.outlet)).count >= Self.others }.joined()
        for source in same where corpus.mayHaveTaken(count.article, from: source.article) {
            // What is only newer, as a count of victims grows, is no mistake: one of the others must have told otherwise since.
            guard let told = corpus.articles[source.article].time,
                agreed.contains(where: { corpus.articles[$0.article].time?.isAfter(told) ?? false })
            else { continue }
            let evidence = Edge.Evidence(from: corpus.units[count.unit].span, to: corpus.units[source.unit].span)
            let value = "\(count.figure.value) \(count.figure.unit ?? "")"
            add(Mistake(value: value, bits: Self.figureBits, evidence: evidence), count.article, source.article)
        }
    }

    // MARK: Spellings

    private mutating func addSpellings(_ corpus: Corpus, _ outlets: [Int?]) {
        let times = corpus.articles.map(\.time)
        for (odd, others) in SpellingTable(corpus, outlets).variants where odd.outlets.count == 2 {
            let isOutvoted = others.contains { other in
                // Of two against two the spelling that came first is the right one, more likely than not.
                let enough = isLater(odd, than: other, times) ? 2 : Self.others
                return other.outlets.subtracting(odd.outlets).count >= enough
            }
            guard isOutvoted else { continue }
            for (later, span) in odd.places {
                for (earlier, source) in odd.places
                where outlets[later] != outlets[earlier] && corpus.mayHaveTaken(later, from: earlier) {
                    let evidence = Edge.Evidence(from: span, to: source)
                    add(Mistake(value: odd.name, bits: Self.spellingBits, evidence: evidence), later, earlier)
                }
            }
        }
    }

    private func isLater(
        _ odd: SpellingTable.Spelling, than other: SpellingTable.Spelling, _ times: [PublicationTime?]
    ) -> Bool {
        guard let first = odd.places.first.flatMap({ times[$0.article] }),
            let right = other.places.first.flatMap({ times[$0.article] })
        else { return false }
        return first.isAfter(right)
    }

    private mutating func add(_ mistake: Mistake, _ later: Int, _ earlier: Int) {
        let pair = Pair(later: later, earlier: earlier)
        if mistakes[pair]?.contains(where: { $0.value == mistake.value }) ?? false { return }
        mistakes[pair, default: []].append(mistake)
    }
}

/// How the names of an affair are spelt, and by whom.
private struct SpellingTable {
    struct Spelling {
        var name: String
        var outlets: Set<Int> = []
        /// The articles that have it, with the first place in each.
        var places: [(article: Int, span: TextSpan)] = []
    }

    /// Letters that a name must have to be compared.
    private static let letters = 5

    /// Each spelling of a name that has several, with the others.
    private(set) var variants: [(Spelling, others: [Spelling])] = []

    init(_ corpus: Corpus, _ outlets: [Int?]) {
        var names: [String: [String: Spelling]] = [:]
        for (number, article) in corpus.articles.enumerated() {
            guard let outlet = outlets[number] else { continue }
            var seen = Set<String>()
            for unit in article.units {
                for i in corpus.units[unit].words.dropFirst() {
                    let word = article.words[i]
                    guard word.isCapitalised, word.kind == .word, word.lower.utf8.count >= Self.letters,
                        !word.lower.hasSuffix("s"), seen.insert(word.lower).inserted
                    else { continue }
                    let key = NameKey.skeleton(word.lower)
                    guard key.utf8.count > 2 else { continue }
                    names[key, default: [:]][word.lower, default: Spelling(name: word.lower)].outlets.insert(outlet)
                    names[key]?[word.lower]?.places.append((number, word.span))
                }
            }
        }
        for key in names.keys.sorted() {
            let spellings = (names[key] ?? [:]).sorted { $0.key < $1.key }
            guard spellings.count > 1 else { continue }
            for (name, spelling) in spellings {
                let near = spellings.filter { $0.key != name && Self.isNear($0.key, name) }.map(\.value)
                if !near.isEmpty { variants.append((spelling, near)) }
            }
        }
    }

    /// Whether few changes of letters for their length lead from one spelling to the other.
    private static func isNear(_ a: String, _ b: String) -> Bool {
        let (x, y) = (Array(a.utf8), Array(b.utf8))
        var row = Array(0...y.count)
        for i in x.indices {
            var (corner, left) = (row[0], i + 1)
            row[0] = left
            for j in y.indices {
                left = min(left + 1, row[j + 1] + 1, corner + (x[i] == y[j] ? 0 : 1))
                (corner, row[j + 1]) = (row[j + 1], left)
            }
        }
        return row[y.count] <= max(2, max(x.count, y.count) / 3)
    }
}
