internal import HearsayCore
internal import HearsayLedger

extension LedgerDesk {
    /// Articles, the latest published first.
    /// - Throws: ``DeskError/Code/invalid`` for an `after` that is no place.
    public func articles(limit: Int, after: String?) throws -> [ArticleSummary] {
        let place = after.flatMap(ArticlePlace.init)
        if after != nil, place == nil { throw DeskError(.invalid, "after is no place in the list of articles") }
        return try asking { try $0.articles(limit: limit, after: place).map(ArticleSummary.init) }
    }

    /// The captured bytes of a revision.
    public func capture(_ id: Int, revision: Int?) throws -> [UInt8]? {
        try asking { ledger in
            guard let key = try self.revision(id, revision, in: ledger)?.key else { return nil }
            return try ledger.capture(key)?.bytes
        }
    }

    /// How many articles are listed that took from one, and from which one took.
    private static let mostLinks = 50

    /// An article by its number, with what the trace tells of it as far as it is there.
    public func article(_ id: Int, revision: Int?) throws -> ArticleDetail? {
        let lookup = try lookup()
        return try asking { ledger in
            guard let stored = try ledger.article(id), let shown = try self.revision(id, revision, in: ledger),
                let reading = try ledger.reading(shown.key)
            else { return nil }
            let places = try lookup.places(in: shown.key)
            var claims: [String: String] = [:]
            for statement in reading.statements {
                claims[statement.id] = places?.claim(carriedBy: statement.id) { statement.content }
            }
            // A source that only earlier revisions have has no page.
            var sources = try ledger.voiceSources(shown.key)
            let listed = try ledger.shownSources(Set(sources.values))
            sources = sources.filter { listed.contains($0.value) }
            let edges = try lookup.edges(of: shown.key, limit: Self.mostLinks) ?? TracedEdges()
            let links = EdgeLinks(ledger: ledger, edges: edges, text: reading.document.text)
            var detail = ArticleDetail(
                summary: ArticleSummary(stored), revision: ArticleDetail.Revision(shown),
                revisions: try ledger.revisions(of: id).map(ArticleDetail.Revision.init), reading: reading,
                claims: claims, sources: sources, takenFrom: try links.takenFrom(),
                givenTo: try links.givenTo())
            detail.tracing = places == nil ? .absent : lookup.state
            detail.givenToMore = edges.more
            detail.outside = edges.outside.map { edge in
                let around = edge.evidence.map { Excerpt.around($0, in: reading.document) }
                return ArticleDetail.Outside(edge: edge, words: around.unique().map(reading.document.text.string))
            }
            detail.looks = PageLooks(
                try ledger.looks(at: id).map {
                    PageLooks.Look(time: $0.time, outcome: $0.outcome.rawValue, status: $0.status, reason: $0.reason)
                })
            return detail
        }
    }

    private func revision(_ article: Int, _ number: Int?, in ledger: Ledger) throws -> StoredRevision? {
        let revisions = try ledger.revisions(of: article)
        return number.map { number in revisions.first { $0.key.number == number } } ?? revisions.first
    }
}

/// The edges of one article, with the other articles and the proving words.
struct EdgeLinks {
    let ledger: Ledger
    let edges: TracedEdges
    let text: SourceText

    func takenFrom() throws -> [ArticleDetail.Link] {
        try edges.taken.compactMap { edge in
            try link(edge, other: edge.to) { evidence, other in
                (from: text.string(evidence.from), to: evidence.to.map(other.string))
            }
        }
    }

    func givenTo() throws -> [ArticleDetail.Link] {
        try edges.given.compactMap { edge in
            try link(edge, other: edge.from) { evidence, other in
                (from: other.string(evidence.from), to: evidence.to.map(text.string))
            }
        }
    }

    private func link(
        _ edge: Edge, other id: String, words: (Edge.Evidence, SourceText) -> (from: String, to: String?)
    ) throws -> ArticleDetail.Link? {
        guard let key = edges.revisions[id], let other = try ledger.article(key.article),
            let text = try ledger.reading(key)?.document.text
        else { return nil }
        return ArticleDetail.Link(
            other: ArticleSummary(other), edge: edge, words: edge.evidence.map { words($0, text) })
    }
}

extension ArticleSummary {
    init(_ stored: StoredArticle) {
        self.init(
            id: stored.id, title: stored.title, outlet: stored.outlet ?? stored.domain, url: stored.url,
            published: stored.published, added: stored.added, statements: stored.statements, unnamed: stored.unnamed,
            revisions: stored.revisions)
        place = stored.place.text
    }
}

extension ArticleDetail.Revision {
    init(_ stored: StoredRevision) {
        self.init(
            number: stored.key.number, captured: stored.captured, digest: stored.digest, entry: stored.captureEntry)
    }
}
