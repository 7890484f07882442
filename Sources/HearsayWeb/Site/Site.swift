internal import Hearsay
internal import Hummingbird
internal import Mustache
internal import Synchronization

/// What all pages share: the desk and the threads on which it is asked, the templates, and the form token.
final class Site: Sendable {
    let desk: any Desk
    let resources: WebResources
    let token = FormToken()
    private let boundPort: Mutex<Int>
    private let readers = DeskLane(threads: 4, limit: 256)
    private let writer = DeskLane(threads: 1, limit: 16)
    private let fetchers = DeskLane(threads: 2, limit: 8)
    /// Whoever waits for a trace waits here, so that other pages go on.
    private let tracers = DeskLane(threads: 2, limit: 32)

    init(desk: any Desk, port: Int, resources: WebResources) {
        (self.desk, self.resources) = (desk, resources)
        boundPort = Mutex(port)
    }

    /// The port on which the site can be reached.
    var port: Int { boundPort.withLock { $0 } }

    /// Says on which port the site listens, when the system chose it.
    func listens(on port: Int) { boundPort.withLock { $0 = port } }

    /// All routes, behind the guards. The first middleware is the outermost.
    var router: Router<PageContext> {
        let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SecurityHeaders())
        router.add(middleware: ErrorPages(site: self))
        router.add(middleware: HostGuard(site: self))
        router.add(middleware: OriginGuard())
        StaticFiles(site: self).add(to: router)
        StartPage(site: self).add(to: router)
        ArticlePages(site: self).add(to: router)
        ClaimPages(site: self).add(to: router)
        ChangesPage(site: self).add(to: router)
        SourcePages(site: self).add(to: router)
        JoiningPages(site: self).add(to: router)
        TracePage(site: self).add(to: router)
        DuePage(site: self).add(to: router)
        SearchPage(site: self).add(to: router)
        AddPage(site: self).add(to: router)
        LogPage(site: self).add(to: router)
        return router
    }

    // MARK: Asking the desk

    /// Asks the desk for something to read, and answers with the page or its twin.
    func read(_ answer: @escaping @Sendable (any Desk) throws -> Answer) async throws -> Response {
        try await readers.run { [desk] in try answer(desk) }.response
    }

    /// Asks the desk for something to read that needs the whole trace, which may first have to be made.
    func readTraced(_ answer: @escaping @Sendable (any Desk) throws -> Answer) async throws -> Response {
        try await tracers.run { [desk] in try answer(desk) }.response
    }

    /// Has the desk trace the ledger where that was not done.
    func trace() async throws { try await tracers.run { [desk] in _ = try desk.trace() } }

    /// Has the desk change something; one change at a time, while readers go on.
    func change<Value: Sendable>(_ change: @escaping @Sendable (any Desk) throws -> Value) async throws -> Value {
        try await writer.run { [desk] in try change(desk) }
    }

    /// Has the desk fetch an address.
    func fetch(_ url: String) async throws -> InputItem { try await fetchers.run { [desk] in try desk.fetch(url) } }

    /// A page made of a template and what it shows.
    func html(_ template: Template, _ view: Any, status: HTTPResponse.Status = .ok) throws -> Answer {
        guard let text = resources.templates.render(ViewFields(view), withTemplate: template.rawValue) else {
            throw DeskError(.failed, "the page \(template.rawValue) has no template")
        }
        return Answer(status: status, contentType: "text/html; charset=utf-8", bytes: Array(text.utf8))
    }
}

/// What a page answers, ready to be sent.
struct Answer: Sendable {
    var status = HTTPResponse.Status.ok
    var contentType: String
    var headers: HTTPFields = [:]
    var bytes: [UInt8]

    /// A JSON twin.
    static func json(_ bytes: [UInt8], status: HTTPResponse.Status = .ok) -> Answer {
        Answer(status: status, contentType: "application/json; charset=utf-8", bytes: bytes)
    }

    /// The way to another page.
    static func redirect(to location: String) -> Answer {
        Answer(
            status: .seeOther, contentType: "text/plain; charset=utf-8", headers: [.location: location], bytes: [])
    }

    var response: Response {
        var headers = headers
        headers[.contentType] = contentType
        headers[.contentLength] = String(bytes.count)
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
