internal import HearsayCore

/// Makes claims of groups: members, origins, contradictions, forecasts.
struct ClaimBuilder {
    let corpus: Corpus
    let similarity: Similarity
    let tellings: [Telling]
    let groups: [ClaimGroup]
    let edges: [Edge]
    let finder: EdgeFinder
    let outside: OutsideOutlets

    /// The claims, those told by several articles first, then in the order of time.
    func claims() -> [Claim] {
        let forecasts = ForecastFinder(corpus: corpus, similarity: similarity, tellings: tellings)
        let contradictions = ContradictionFinder(
            corpus: corpus, similarity: similarity, groups: groups, outlooks: forecasts.outlooks
        ).contradictions()
        let origins = OriginFinder(roots: rootFinder(), outlooks: forecasts.outlooks, similarity: similarity)
        let ranked = groups.indices.sorted { (-articles(groups[$0]), $0) < (-articles(groups[$1]), $1) }
        var ids = [String](repeating: "", count: groups.count)
        for (rank, group) in ranked.enumerated() { ids[group] = "c\(rank + 1)" }
        return ranked.map { number in
            let group = groups[number]
            let clashes = contradictions[number].sorted { $0.group < $1.group }
            let garbled = isGarbled(group, clashes.filter { $0.clash == .number }.map { groups[$0.group] })
            let forecast = forecasts.prediction(of: group)
            let (count, sources) = origins.origins(of: group, isGarbled: garbled, due: forecast?.due)
            return Claim(
                id: ids[number], text: corpus.units[group.best].text, members: members(of: group), origins: count,
                sources: sources,
                contradicts: clashes.map { Claim.Contradiction(claim: ids[$0.group], clash: $0.clash) },
                forecast: forecast)
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
            issuers: issuers, outside: outside)
    }

    /// Whether the first member of a group was taken from an article that gives another figure, while nobody is said to
    /// have given this one.
    private func isGarbled(_ group: ClaimGroup, _ others: [ClaimGroup]) -> Bool {
        let asserting = group.asserting
        let retold = Set(edges.lazy.filter { $0.kind == .rewrites && !$0.credited }.map(\.from))
        let isFirstHand = asserting.contains { unit in
            guard tellings[unit].outlets.isEmpty else { return false }
            switch tellings[unit].kind {
            case .named, .described, .document: return true
            // Whoever rewrites another article in silence gives its sources out as his own.
            case .unnamed: return !retold.contains(corpus.articles[corpus.units[unit].article].id)
            case .none: return false
            }
        }
        let clashing = asserting.first { unit in
            others.contains { $0.asserting.contains { similarity.figures($0, unit) == .clash } }
        }
        guard let first = clashing ?? asserting.first, !isFirstHand else { return false }
        // Nobody at all is given, and an earlier article had a figure of which this one may well be a slip.
        let isNobody = asserting.allSatisfy { tellings[$0].kind == .none }
        if isNobody, others.contains(where: { isEarlier($0, than: first) && isSlip(first, of: $0) }) { return true }
        let article = corpus.articles[corpus.units[first].article].id
        let parents = Set(edges.lazy.filter { $0.from == article }.map(\.to))
        return others.contains { other in
            other.asserting.contains { parents.contains(corpus.articles[corpus.units[$0].article].id) }
        }
    }

    private func isSlip(_ unit: Int, of group: ClaimGroup) -> Bool {
        group.asserting.contains { other in
            corpus.units[unit].figures.contains { figure in
                corpus.units[other].figures.contains { figure.isSlip(of: $0) }
            }
        }
    }

    /// Whether a group was told before a unit, certainly.
    private func isEarlier(_ group: ClaimGroup, than unit: Int) -> Bool {
        guard let time = corpus.articles[corpus.units[unit].article].time else { return false }
        return group.asserting.contains { other in
            corpus.articles[corpus.units[other].article].time.map(time.isAfter) ?? false
        }
    }
}

extension SetArticle {
    /// What the trace tells of the article.
    var summary: Trace.Article {
        Trace.Article(id: id, outlet: outlet, published: reading.document.published, revisionOf: revisionName)
    }
}
