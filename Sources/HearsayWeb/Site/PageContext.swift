internal import Hummingbird

/// What is known of a request beside its head and body.
struct PageContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Whether the page's JSON twin is asked for.
    var isTwin = false

    init(source: Source) { coreContext = .init(source: source) }
}

/// Every page has a twin in JSON at the same path with ".json" at its end.
struct TwinResponder: HTTPResponder {
    private static let ending = ".json"
    let router: RouterResponder<PageContext>

    func respond(to request: Request, context: PageContext) async throws -> Response {
        guard request.uri.path.hasSuffix(Self.ending) else {
            return try await router.respond(to: request, context: context)
        }
        var (head, context) = (request.head, context)
        let path = request.uri.path.dropLast(Self.ending.count)
        head.path = (path.isEmpty ? "/" : path) + (request.uri.query.map { "?" + $0 } ?? "")
        context.isTwin = true
        return try await router.respond(to: Request(head: head, body: request.body), context: context)
    }
}
