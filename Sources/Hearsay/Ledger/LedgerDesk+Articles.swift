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

    /// An article by its number.
    public func article(_ id: Int, revision: Int?) throws -> ArticleDetail? {
        let snapshot = try snapshot()
        return try asking { ledger in
            guard let stored = try ledger.article(id), let shown = try self.revision(id, revision, in: ledger),
                let reading = try ledger.reading(shown.key)
            else { return nil }
            let name = Ledger.traceID(shown.key, isLatest: shown.isLatest)
            var claims: [String: ClaimSummary] = [:]
            for statement in reading.statements {
                claims[statement.id] = snapshot.claim(carriedBy: statement, of: name).map(ClaimSummary.init)
            }
            let links = EdgeLinks(ledger: ledger, snapshot: snapshot, article: name, text: reading.document.text)
            var detail = ArticleDetail(
                summary: ArticleSummary(stored), revision: ArticleDetail.Revision(shown),
                revisions: try ledger.revisions(of: id).map(ArticleDetail.Revision.init), reading: reading,
                claims: claims, sources: try ledger.voiceSources(shown.key), takenFrom: try links.takenFrom(),
                givenTo: try links.givenTo())
            detail.looks = PageLooks(
                try ledger.looks(at: id).map {
                    PageLooks.Look(time: $0.time, outcome: $0.outcome.rawValue, status: $0.status, reason: $0.reason)
                })
            return detail
        }
    }

    /// What changed between two captured versions of an article: the last two, or those that are named.
    /// - Throws: ``DeskError/Code/notFound`` when one of them is not there.
    public func comparison(_ article: Int, from old: Int? = nil, to new: Int? = nil) throws -> RevisionComparison {
        try asking { ledger in
            let numbers = try ledger.revisions(of: article).map(\.key.number)
            guard let last = numbers.first else { throw DeskError(.notFound, "there is no article \(article)") }
            let new = new ?? last
            // In the order in which they were seen, which is not always that of their numbers.
            guard let old = old ?? numbers.drop(while: { $0 != new }).dropFirst().first else {
                throw DeskError(.notFound, "article \(article) has no captured version before \(new)")
            }
            func reading(_ number: Int) throws -> Reading {
                guard let reading = try ledger.reading(RevisionKey(article: article, number: number)) else {
                    throw DeskError(.notFound, "there is no revision \(number) of article \(article)")
                }
                return reading
            }
            return RevisionComparison(old: try reading(old), new: try reading(new))
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
    let snapshot: TraceSnapshot
    let article: String
    let text: SourceText

    func takenFrom() throws -> [ArticleDetail.Link] {
        try snapshot.trace.edges.filter { $0.from == article }.compactMap { edge in
            try link(edge, other: edge.to) { evidence, other in
                (from: text.string(evidence.from), to: evidence.to.map(other.string))
            }
        }
    }

    func givenTo() throws -> [ArticleDetail.Link] {
        try snapshot.trace.edges.filter { $0.to == article }.compactMap { edge in
            try link(edge, other: edge.from) { evidence, other in
                (from: other.string(evidence.from), to: evidence.to.map(text.string))
            }
        }
    }

    private func link(
        _ edge: Edge, other id: String, words: (Edge.Evidence, SourceText) -> (from: String, to: String?)
    ) throws -> ArticleDetail.Link? {
        guard let key = snapshot.revisions[id], let other = try ledger.article(key.article),
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
