internal import Hearsay
internal import Hummingbird

/// `/search?q=`: full text over statements and articles.
struct SearchPage {
    private static let most = 100
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("search") { [site] request, context in
            let query = PlainText.singleLine(request.word("q") ?? "")
            return try await site.read { desk in
                let hits = query.isEmpty ? [] : try desk.search(query, limit: Self.most)
                if context.isTwin { return .json(Twins.search(query, hits)) }
                return try site.html(.search, SearchView(query, hits, site: site))
            }
        }
    }
}
