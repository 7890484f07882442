internal import Hummingbird

/// Lets only this site's own pages change anything: a request that is no GET or HEAD must come from the origin that it
/// goes to.
struct OriginGuard: RouterMiddleware {
    typealias Context = PageContext

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        if request.method != .get, request.method != .head, !Self.isOwn(request) { throw PageProblem.foreignOrigin }
        return try await next(request, context)
    }

    /// Browsers name the origin. Where they do not, the kind of the request or the page before must speak for it.
    private static func isOwn(_ request: Request) -> Bool {
        let headers = request.headers
        let own = "http://" + (request.head.authority ?? "")
        let site = headers.all("Sec-Fetch-Site")
        guard site.allSatisfy({ $0 == "same-origin" }) else { return false }
        if !headers.all("Origin").isEmpty { return headers.single("Origin") == own }
        if let referer = headers.single("Referer") { return referer.hasPrefix(own + "/") }
        return site.count == 1
    }
}
