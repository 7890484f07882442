internal import Hearsay
internal import Hummingbird

/// `/`: the ledger at a glance.
struct StartPage {
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("/") { [site] _, context in
            try await site.read { desk in
                let overview = try desk.overview()
                if context.isTwin { return .json(Twins.overview(overview)) }
                return try site.html(.start, StartView(overview, site: site))
            }
        }
    }
}
