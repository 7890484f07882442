internal import Hummingbird

/// Answers only requests that were meant for this machine by name, so that a foreign site whose name is made to point
/// here (DNS rebinding) reads nothing.
struct HostGuard: RouterMiddleware {
    typealias Context = PageContext
    let site: Site

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let hosts = [request.head.authority ?? ""] + request.headers.all("Host")
        guard hosts.allSatisfy(Self.names(port: site.port).contains) else { throw PageProblem.foreignHost }
        return try await next(request, context)
    }

    /// The names by which this machine may be called. The usual port of the web need not be named.
    static func names(port: Int) -> Set<String> {
        let names = ["127.0.0.1", "localhost", "[::1]"]
        return Set(names.map { "\($0):\(port)" } + (port == 80 ? names : []))
    }
}
