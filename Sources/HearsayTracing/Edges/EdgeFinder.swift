internal import HearsayCore

/// Finds who took from whom: copies, citations, and what is re-told without a word about it.
struct EdgeFinder {
    /// The share of an article's text that makes it a copy.
    private static let copied = 0.3
    /// The least number of shared runs; one sentence that is quoted in full is no copy.
    private static let leastRuns = 12

    let corpus: Corpus
    let names: OutletNames
    let citations: CitationFinder
    let issuers: IssuerFinder
    private let copies: CopyFinder
    private let links: LinkFinder

    init(_ corpus: Corpus, similarity: Similarity) {
        self.corpus = corpus
        names = OutletNames(corpus.articles)
        copies = CopyFinder(corpus)
        links = LinkFinder(corpus, names: names)
        citations = CitationFinder(corpus: corpus, similarity: similarity, names: names)
        issuers = IssuerFinder(corpus, similarity: similarity, names: names)
    }

    /// All edges, by the article that took and the one that gave.
    func edges() -> [Edge] { corpus.articles.indices.flatMap { edges(of: $0) } }

    private func edges(of number: Int) -> [Edge] {
        var edges: [Int: Edge] = [:]
        let parent = corpus.articles[number].revisionOf ?? copiedArticle(of: number)
        if let parent { edges[parent] = copy(number, of: parent) }
        for citation in cited(by: number) where edges[citation.article] == nil {
            // What the copied article cites was cited by that one, not by this.
            if let parent, isMostly(number, parent), isCopied(citation.unit, from: parent) { continue }
            edges[citation.article] = edge(number, citation)
        }
        if edges.isEmpty, let source = creditedArticle(of: number) { edges[source] = rewrite(number, of: source) }
        return edges.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Citations of other articles: those of releases by what they say, all others by name or by a link.
    private func cited(by number: Int) -> [CitationFinder.Citation] {
        let named = citations.citations(of: number).filter { !issuers.isRelease($0.article) }
        // "We reported on Tuesday, citing the Courier": the Courier was cited on Tuesday, by an article that names it.
        let own = named.filter { names.outlets[$0.article] == names.outlets[number] }
        let direct = named.filter { citation in
            !own.contains {
                $0.unit == citation.unit && $0.article != citation.article && isNamed(citation.article, in: $0.article)
            }
        }
        return direct + issuers.citations(of: number) + links.citations(of: number)
    }

    /// Whether an article names the outlet of another.
    private func isNamed(_ other: Int, in article: Int) -> Bool {
        names.mentions(in: corpus.articles[article]).contains { $0.outlet == names.outlets[other] }
    }

    // MARK: Copies

    /// The article of another outlet that most of this one is copied from; of equals the earliest.
    private func copiedArticle(of number: Int) -> Int? {
        let copied = copies.sharing(with: number).filter { other, runs in
            runs >= Self.leastRuns && copies.containment(of: number, in: other) >= Self.copied
                && names.outlets[other] != names.outlets[number] && corpus.mayHaveTaken(number, from: other)
        }
        guard let most = copied.values.max() else { return nil }
        return copied.filter { Double($0.value) >= 0.95 * Double(most) }.keys.min()
    }

    private func copy(_ number: Int, of parent: Int) -> Edge {
        let overlap = copies.containment(of: number, in: parent)
        let isRevision = corpus.articles[number].revisionOf == parent
        return Edge(
            from: corpus.articles[number].id, to: corpus.articles[parent].id, kind: .copies,
            credited: isRevision || credits(number, parent),
            confidence: isRevision ? 1 : min(0.99, 0.7 + 0.4 * overlap),
            evidence: copies.evidence(from: number, to: parent).map { [$0] } ?? [])
    }

    /// Whether the byline or the text names the other article's outlet.
    private func credits(_ number: Int, _ other: Int) -> Bool {
        guard let outlet = names.outlets[other] else { return false }
        let byline = corpus.articles[number].reading.document.authors.map { OutletNames.words(of: $0) }
        return byline.contains { names.isNamed(outlet, in: $0) }
            || names.mentions(in: corpus.articles[number]).contains { $0.outlet == outlet }
    }

    /// Whether a sentence stands in the other article too, nearly word by word.
    private func isCopied(_ unit: Int, from other: Int) -> Bool {
        corpus.articles[other].units.contains { corpus.cosine(unit, $0) > 0.9 }
    }

    /// Whether one article is hardly more than the other one's text.
    private func isMostly(_ number: Int, _ other: Int) -> Bool {
        names.outlets[number] != names.outlets[other] || copies.containment(of: number, in: other) >= 0.6
    }

    // MARK: Re-told articles

    /// The article that the byline credits: of an outlet named there, the one that is nearest in what it says.
    private func creditedArticle(of number: Int) -> Int? {
        let byline = corpus.articles[number].reading.document.authors.map { OutletNames.words(of: $0) }
        let candidates = corpus.articles.indices.filter { other in
            guard let outlet = names.outlets[other], outlet != names.outlets[number] else { return false }
            return corpus.mayHaveTaken(number, from: other) && byline.contains { names.isNamed(outlet, in: $0) }
        }
        return candidates.map { ($0, likeness(number, $0)) }.max { $0.1 < $1.1 }?.0
    }

    /// How well an article's sentences are matched in another, on average.
    private func likeness(_ number: Int, _ other: Int) -> Float {
        let best = corpus.articles[number].units.map { unit in
            corpus.articles[other].units.map { corpus.cosine(unit, $0) }.max() ?? 0
        }
        return best.reduce(0, +) / Float(max(1, best.count))
    }

    private func rewrite(_ number: Int, of source: Int) -> Edge {
        Edge(
            from: corpus.articles[number].id, to: corpus.articles[source].id, kind: .rewrites, credited: true,
            confidence: 0.8, evidence: [])
    }

    // MARK: Citations

    private func edge(_ number: Int, _ citation: CitationFinder.Citation) -> Edge {
        Edge(
            from: corpus.articles[number].id, to: corpus.articles[citation.article].id, kind: .cites, credited: true,
            confidence: citation.confidence,
            evidence: [Edge.Evidence(from: citation.span, to: citation.source.map { corpus.units[$0].span })])
    }
}
