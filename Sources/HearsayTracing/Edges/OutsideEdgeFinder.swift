internal import HearsayCore

/// Finds where articles took from outlets of which the affair has no article.
///
/// A name alone is no sign, since nothing at hand can be compared: there must be a statement that came through the outlet.
struct OutsideEdgeFinder {
    let corpus: Corpus
    let tellings: [Telling]
    let outside: OutsideOutlets

    /// The edges in the order of articles, then of outlets' names.
    /// - Parameter edges: those between articles. A reprint has the citation from the article that it copies, which took it
    ///   from the outlet; it is not told again.
    func edges(beside edges: [Edge]) -> [OutsideEdge] {
        let copied = Dictionary(grouping: edges.filter { $0.kind == .copies }, by: \.from)
            .mapValues { Set($0.map(\.to)) }
        let places = Dictionary(corpus.articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        let all = corpus.articles.indices.flatMap(self.edges)
        let told = Set(all.map { [$0.from, $0.outlet] })
        return all.filter { edge in
            !(copied[edge.from] ?? []).contains { parent in
                // Of two that are each other's copies, as far as the times tell, the first keeps it.
                let isFirst =
                    copied[parent]?.contains(edge.from) ?? false && places[edge.from] ?? 0 < places[parent] ?? 0
                return told.contains([parent, edge.outlet]) && !isFirst
            }
        }
    }

    private func edges(of number: Int) -> [OutsideEdge] {
        let article = corpus.articles[number]
        var found: [String: OutsideEdge] = [:]
        for unit in article.units {
            guard let outlet = tellings[unit].outlets.first, let name = outside.name(of: outlet),
                let statement = corpus.statement(unit), let voice = voice(of: outlet, statement, in: article.reading)
            else { continue }
            var edge = found[name] ?? OutsideEdge(from: article.id, outlet: name, confidence: 0, evidence: [])
            edge.confidence = max(edge.confidence, statement.confidence)
            let span = naming(voice, for: statement, in: corpus.units[unit].span, of: article)
            if !edge.evidence.contains(span) { edge.evidence.append(span) }
            found[name] = edge
        }
        return found.values.sorted { $0.outlet < $1.outlet }.map { edge in
            var edge = edge
            edge.evidence.sort()
            return edge
        }
    }

    /// The outlet as a voice by which the statement came; nil where the sentence only goes on about it.
    private func voice(of outlet: Int, _ statement: Statement, in reading: Reading) -> Voice? {
        // What an outlet plans or wants is about itself.
        let speaking = statement.isTold ? [statement.voice] : []
        return (statement.relay + speaking).lazy.compactMap { reading.voice($0) }
            .first { $0.name.flatMap(outside.number) == outlet }
    }

    /// Where the article names the outlet for a statement: in its sentence if it does so there, nearest to who is said to have
    /// said it; the sentence, where the reading tells of no place.
    private func naming(
        _ voice: Voice, for statement: Statement, in sentence: TextSpan, of article: SetArticle
    ) -> TextSpan {
        let name = OutletNames.words(of: voice.name ?? "")
        // Not "it" or "the paper".
        let named = voice.mentions.filter { mention in
            OutletNames.words(of: article.text.string(mention)).contains { word in name.contains(where: word.hasPrefix)
            }
        }
        let here = named.filter { $0.overlaps(sentence) }
        let attribution = statement.source + statement.cue
        func distance(_ span: TextSpan) -> Int {
            attribution.map { max(0, $0.start - span.end, span.start - $0.end) }.min() ?? 0
        }
        return (here.isEmpty ? named : here).min { (distance($0), $0) < (distance($1), $1) } ?? sentence
    }
}
