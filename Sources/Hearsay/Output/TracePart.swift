package import HearsayCore

/// Parts of a trace: what is about one claim, or about one article.
extension Trace {
    /// What is about one claim: the claim, those that contradict it, its articles and those through which it came, the
    /// edges between them, the outlets not at hand by which it came, and what went round or was withdrawn of it. Nil when there is no such claim.
    /// - Parameter id: the claim's id; four characters or more of its beginning will do where they fit one claim only.
    package func part(aboutClaim id: String) -> Trace? {
        guard let claim = claim(named: id) else { return nil }
        let (reached, edges) = upstream(of: Set(claim.members.map(\.article)))
        let others = Set(claim.contradicts.map(\.claim))
        return part(
            articles: reached, edges: edges, outside: outside(of: claim),
            claims: [claim] + claims.filter { others.contains($0.id) },
            circles: circles.filter { $0.claims.contains(claim.id) },
            withdrawn: withdrawn.filter { $0.claim == claim.id })
    }

    /// What is about one article: what it took from, and what took from it, through others too; the claims that it tells,
    /// with the articles that tell them; the circles that it is in, and what of it, or under it, was withdrawn. Nil when
    /// there is no such article.
    package func part(aboutArticle id: String) -> Trace? {
        guard articles.contains(where: { $0.id == id }) else { return nil }
        let told = claims.filter { $0.members.contains { $0.article == id } }
        let around = upstream(of: [id]).articles.union(downstream(of: [id]))
        let reached = around.union(told.flatMap(\.members).map(\.article))
        return part(
            articles: reached, edges: edges.filter { reached.contains($0.from) && reached.contains($0.to) },
            outside: outside.filter { reached.contains($0.from) },
            claims: told, circles: circles.filter { $0.articles.contains(id) },
            withdrawn: withdrawn.filter { withdrawal in
                [withdrawal.article, withdrawal.revision].contains(id)
                    || withdrawal.dependents.contains { $0.path.first == id }
            })
    }

    private func claim(named id: String) -> Claim? {
        if let claim = claims.first(where: { $0.id == id }) { return claim }
        guard id.utf8.count >= 4 else { return nil }
        let fitting = claims.filter { $0.id.hasPrefix(id) }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private func part(
        articles ids: Set<String>, edges: [Edge], outside: [OutsideEdge], claims: [Claim], circles: [Circle],
        withdrawn: [Withdrawal]
    ) -> Trace {
        let ids = ids.union(withdrawn.flatMap { [$0.article, $0.revision] + $0.dependents.flatMap(\.path) })
        return Trace(
            articles: articles.filter { ids.contains($0.id) }, edges: edges, outside: outside, claims: claims,
            circles: circles, withdrawn: withdrawn)
    }

    /// Articles with all that they took from, through others too, and the edges by which they did.
    private func upstream(of articles: Set<String>) -> (articles: Set<String>, edges: [Edge]) {
        let taken = Dictionary(grouping: edges, by: \.from)
        let reached = Self.reached(from: articles) { (taken[$0] ?? []).map(\.to) }
        return (reached, edges.filter { reached.contains($0.from) })
    }

    /// What took from articles, through others too.
    private func downstream(of articles: Set<String>) -> Set<String> {
        let given = Dictionary(grouping: edges, by: \.to)
        return Self.reached(from: articles) { (given[$0] ?? []).map(\.from) }
    }

    private static func reached(from start: Set<String>, by next: (String) -> [String]) -> Set<String> {
        var (reached, frontier) = (start, start)
        while !frontier.isEmpty {
            frontier = Set(frontier.flatMap(next)).subtracting(reached)
            reached.formUnion(frontier)
        }
        return reached
    }
}
