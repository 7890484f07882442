internal import Hearsay
internal import Hummingbird

/// `/log`: the transparency log, and the buttons to sign it and to check it.
struct LogPage {
    private static let listLength = 50
    let site: Site

    func add(to router: Router<PageContext>) {
        router.get("log") { [site] _, context in
            try await site.read { desk in
                let log = try desk.log(limit: Self.listLength)
                if context.isTwin { return .json(Twins.log(log)) }
                return try site.html(.log, LogView(log, site: site))
            }
        }
        router.post("log/sign") { [site] request, context in
            _ = try await SentForm(request, token: site.token)
            _ = try await site.change { try $0.checkpoint() }
            return try await site.read { desk in
                try site.html(.log, LogView(try desk.log(limit: Self.listLength), signed: true, site: site))
            }
        }
        router.post("log/verify") { [site] request, context in
            _ = try await SentForm(request, token: site.token)
            return try await site.read { desk in
                let verification = try desk.verify()
                let log = try desk.log(limit: Self.listLength)
                if context.isTwin { return .json(Twins.verification(verification)) }
                return try site.html(.log, LogView(log, verification: verification, site: site))
            }
        }
    }
}
