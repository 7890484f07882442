internal import Hearsay
internal import Hummingbird

/// `/due`: the forecasts in the order in which they fall due.
struct DuePage {
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("due") { [site] _, context in
            try await site.readTraced { desk in
                let due = try desk.due()
                if context.isTwin { return .json(Twins.due(due)) }
                return try site.html(.due, DueView(due, site: site))
            }
        }
    }
}
