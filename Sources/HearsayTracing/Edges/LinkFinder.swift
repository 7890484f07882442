internal import HearsayCore

/// Finds links in the text of an article that lead to another one of the affair, by another outlet.
///
/// A link says where something was read even where no name is given ("it was reported last night"). It is a citation when the
/// sentence that carries it, or the one after, says what the linked article says; many links only lead to more of the same.
struct LinkFinder {
    /// How near a sentence of the linked article must be.
    private static let alike: Float = 0.3

    private let corpus: Corpus
    private let names: OutletNames
    private let articles: [String: Int]

    init(_ corpus: Corpus, names: OutletNames) {
        (self.corpus, self.names) = (corpus, names)
        var articles: [String: Int] = [:]
        for (number, article) in corpus.articles.enumerated() {
            for address in [article.reading.document.url, article.reading.document.canonicalURL] {
                // Of versions at one address the first is what can have been read before the others.
                if let key = address.map(Self.key), articles[key] == nil { articles[key] = number }
            }
        }
        self.articles = articles
    }

    /// The citations that an article makes by links, at most one for each linked article.
    func citations(of number: Int) -> [CitationFinder.Citation] {
        var best: [Int: CitationFinder.Citation] = [:]
        for link in corpus.articles[number].reading.document.links {
            guard let span = link.span, let other = articles[Self.key(link.url)],
                names.outlets[other] != names.outlets[number] || names.outlets[other] == nil,
                corpus.mayHaveTaken(number, from: other), let citation = citation(span, from: number, of: other),
                citation.likeness > best[other]?.likeness ?? 0
            else { continue }
            best[other] = citation
        }
        return best.values.sorted { $0.article < $1.article }
    }

    private func citation(_ span: TextSpan, from number: Int, of other: Int) -> CitationFinder.Citation? {
        let units = corpus.articles[number].units
        guard let unit = units.first(where: { corpus.units[$0].span.overlaps(span) }) else { return nil }
        let near = corpus.articles[other].units.map { source -> (source: Int, near: Float) in
            let own = corpus.cosine(unit, source)
            return (source, units.contains(unit + 1) ? max(own, corpus.cosine(unit + 1, source) - 0.1) : own)
        }.max { $0.near < $1.near }
        guard let near, near.near >= Self.alike else { return nil }
        return CitationFinder.Citation(
            article: other, unit: unit, span: span, source: near.source, likeness: near.near,
            confidence: Double(min(0.95, 0.7 + near.near * 0.3)))
    }

    /// An address without what leads to the same page: scheme, "www.", what comes after "#", a slash at the end.
    private static func key(_ address: String) -> String {
        var key = address.prefix { $0 != "#" }
        if let scheme = key.firstRange(of: "://") { key = key[scheme.upperBound...] }
        if key.hasPrefix("www.") { key = key.dropFirst(4) }
        while key.last == "/" { key = key.dropLast() }
        guard let path = key.firstIndex(of: "/") else { return key.lowercased() }
        return key[..<path].lowercased() + key[path...]
    }
}
