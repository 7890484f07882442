internal import Hummingbird

/// Tells the browser to load nothing from elsewhere, to run nothing that comes from articles, and to keep no copy.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = PageContext

    private static let fields = [
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'",
        "X-Content-Type-Options": "nosniff",
        // "no-referrer" would make browsers send "Origin: null" with our own forms.
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Cache-Control": "no-store",
    ]

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        for (name, value) in Self.fields { FieldName(name).map { response.headers[$0] = value } }
        return response
    }
}
