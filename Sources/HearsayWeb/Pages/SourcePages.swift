internal import Hearsay
internal import Hummingbird

/// `/sources` and `/sources/ID`: who said what, and how their forecasts ended.
struct SourcePages {
    private static let (listLength, pageLength) = (200, 50)
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("sources") { [site] request, context in
            let offset = try request.number("offset") ?? 0
            return try await site.read { desk in
                let found = try desk.sources(limit: Self.listLength + 1, offset: offset)
                let shown = Array(found.prefix(Self.listLength))
                let pager = Pager(
                    "/sources", offset: offset, length: Self.listLength, hasMore: found.count > shown.count)
                if context.isTwin { return .json(Twins.sources(shown, next: pager.nextTwin)) }
                return try site.html(.sources, SourcesView(shown, pager: pager, site: site))
            }
        }
        router.get("sources/:id") { [site] request, context in
            let id = try context.number("id")
            let (offset, done) = (try request.number("offset") ?? 0, try request.number("done"))
            return try await site.read { desk in
                guard let source = try desk.source(id, limit: Self.pageLength, offset: offset) else {
                    throw DeskError(.notFound, "There is no source \(id).")
                }
                // It was merged into this one.
                if source.summary.id != id {
                    return .redirect(to: Address.source(source.summary.id) + (context.isTwin ? ".json" : ""))
                }
                let pager = Pager(
                    Address.source(id), offset: offset, length: Self.pageLength,
                    hasMore: source.summary.statements > offset + source.utterances.count && !source.utterances.isEmpty)
                if context.isTwin { return .json(Twins.source(source, next: pager.nextTwin)) }
                let decision = try done.flatMap { try desk.sourceDecision($0) }
                return try site.html(.source, SourceView(source, pager: pager, done: decision, site: site))
            }
        }
    }
}
