internal import HearsayCore

/// Makes claims of groups: members, origins, contradictions, forecasts.
struct ClaimBuilder {
    let corpus: Corpus
    let similarity: Similarity
    let tellings: [Telling]
    let groups: [ClaimGroup]
    let edges: [Edge]
    let finder: EdgeFinder

    /// The claims, those told by several articles first, then in the order of time.
    func claims() -> [Claim] {
        let contradictions = ContradictionFinder(corpus: corpus, similarity: similarity, groups: groups)
            .contradictions()
        let forecasts = ForecastFinder(corpus: corpus, similarity: similarity, tellings: tellings)
        let origins = OriginFinder(roots: rootFinder()) { similarity($0, $1) }
        let ranked = groups.indices.sorted { (-articles(groups[$0]), $0) < (-articles(groups[$1]), $1) }
        var ids = [String](repeating: "", count: groups.count)
        for (rank, group) in ranked.enumerated() { ids[group] = "c\(rank + 1)" }
        return ranked.map { number in
            let group = groups[number]
            let clashes = contradictions[number].sorted { $0.group < $1.group }
            let garbled = isGarbled(group, clashes.filter { $0.clash == .number }.map { groups[$0.group] })
            let (count, sources) = origins.origins(of: group, isGarbled: garbled)
            return Claim(
                id: ids[number], text: corpus.units[group.best].text, members: members(of: group), origins: count,
                sources: sources,
                contradicts: clashes.map { Claim.Contradiction(claim: ids[$0.group], clash: $0.clash) },
                forecast: forecasts.prediction(of: group))
        }
    }

    private func articles(_ group: ClaimGroup) -> Int { Set(group.units.map { corpus.units[$0].article }).count }

    private func members(of group: ClaimGroup) -> [Claim.Member] {
        zip(group.units, group.stances).map { number, stance in
            let (unit, telling) = (corpus.units[number], tellings[number])
            return Claim.Member(
                article: corpus.articles[unit.article].id, statement: corpus.statement(number)?.id, span: unit.span,
                stance: stance, voice: telling.label, anonymous: telling.kind == .unnamed, relay: telling.relay)
        }
    }

    private func rootFinder() -> RootFinder {
        let places = Dictionary(corpus.articles.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var (parents, copied) = ([[Int]](repeating: [], count: corpus.articles.count), [Int: Int]())
        for edge in edges {
            guard let from = places[edge.from], let to = places[edge.to] else { continue }
            parents[from].append(to)
            if edge.kind != .cites { copied[from] = to }
        }
        var issuers: [Int: String] = [:]
        for number in corpus.articles.indices { issuers[number] = finder.issuers.issuer(of: number) }
        return RootFinder(
            corpus: corpus, tellings: tellings, outlets: finder.names.outlets, parents: parents, copied: copied,
            issuers: issuers)
    }

    /// Whether the first member of a group was taken from an article that gives another figure, while nobody is said to
    /// have given this one.
    private func isGarbled(_ group: ClaimGroup, _ others: [ClaimGroup]) -> Bool {
        let asserting = group.asserting
        let isFirstHand = asserting.contains { unit in
            tellings[unit].outlets.isEmpty && [.named, .described, .document].contains(tellings[unit].kind)
        }
        guard let first = asserting.first, !isFirstHand else { return false }
        let article = corpus.articles[corpus.units[first].article].id
        let parents = Set(edges.lazy.filter { $0.from == article }.map(\.to))
        return others.contains { other in
            other.asserting.contains { parents.contains(corpus.articles[corpus.units[$0].article].id) }
        }
    }
}

extension SetArticle {
    /// What the trace tells of the article.
    var summary: Trace.Article {
        Trace.Article(id: id, outlet: outlet, published: reading.document.published, revisionOf: revisionName)
    }
}
