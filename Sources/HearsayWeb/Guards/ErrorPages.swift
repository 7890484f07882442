internal import HearsayCore
internal import Hummingbird

/// Turns every error into a page, or into the one shape of JSON that errors have, with a fitting status.
struct ErrorPages: RouterMiddleware {
    typealias Context = PageContext
    let site: Site

    func handle(
        _ request: Request, context: PageContext, next: (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        do { return try await next(request, context) } catch {
            let problem = PageProblem(error)
            var answer =
                context.isTwin
                ? Answer.json(Self.json(problem), status: problem.status)
                : try site.html(.problem, ProblemView(problem, site), status: problem.status)
            if problem.status == .serviceUnavailable { answer.headers[.retryAfter] = "5" }
            return answer.response
        }
    }

    private static func json(_ problem: PageProblem) -> [UInt8] {
        var writer = JSONWriter(indented: true)
        writer.object { writer in
            writer.field("error") { writer in
                writer.object {
                    $0.field("code", problem.code)
                    $0.field("reason", problem.reason)
                }
            }
        }
        return writer.bytes + [0x0A]
    }
}
