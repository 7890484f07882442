internal import Hearsay
internal import Hummingbird

/// `/articles/ID/changes`: what changed between two captured versions of an article, and of what kind it is.
struct ChangesPage {
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("articles/:id/changes") { [site] request, context in
            let id = try context.number("id")
            let (from, to) = (try request.number("from"), try request.number("to"))
            return try await site.read { desk in
                let changes = try desk.changes(id, from: from, to: to)
                if context.isTwin { return .json(Twins.changes(changes)) }
                return try site.html(.changes, ChangesView(changes, site: site))
            }
        }
    }
}
