internal import Hearsay
internal import Hummingbird

/// `/sources` and `/sources/ID`: who said what, and how their forecasts ended.
struct SourcePages {
    private static let listLength = 200
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("sources") { [site] _, context in
            try await site.read { desk in
                let sources = try desk.sources(limit: Self.listLength)
                if context.isTwin { return .json(Twins.sources(sources)) }
                return try site.html(.sources, SourcesView(sources, limit: Self.listLength, site: site))
            }
        }
        router.get("sources/:id") { [site] _, context in
            let id = try context.number("id")
            return try await site.read { desk in
                guard let source = try desk.source(id) else { throw DeskError(.notFound, "There is no source \(id).") }
                if context.isTwin { return .json(Twins.source(source)) }
                return try site.html(.source, SourceView(source, site: site))
            }
        }
    }
}
