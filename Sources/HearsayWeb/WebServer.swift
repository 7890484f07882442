internal import Glibc
public import Hearsay
internal import Hummingbird
internal import Logging

/// The pages of a ledger and their JSON twins, served on 127.0.0.1 to this machine only.
///
/// Nothing is loaded from elsewhere and nothing leaves the machine. Who can open a port on this machine can read the
/// ledger; changing it needs a form of these very pages.
public struct WebServer: Sendable {
    let site: Site

    /// Pages over a desk.
    /// - Parameters:
    ///   - port: 0 lets the system choose one.
    ///   - resources: the folder with templates and static files; nil looks beside the program.
    public init(desk: any Desk, port: Int, resources: String? = nil) throws(WebError) {
        site = Site(desk: desk, port: port, resources: try WebResources(folder: resources))
    }

    /// Serves until the surrounding task is cancelled.
    /// - Parameter onListening: is told the port as soon as the pages can be opened.
    public func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        do {
            try await application { port in
                site.listens(on: port)
                onListening(port)
            }.run()
        } catch let error where !(error is CancellationError) {
            let (port, reason) = (site.port, "\(error)")
            throw reason.contains("errno: \(EADDRINUSE)")
                ? WebError(.portInUse, "port \(port) is in use by another program; choose another port")
                : WebError(.cannotListen, "cannot listen on 127.0.0.1:\(port): \(reason)")
        }
    }

    /// The application without its socket, as tests use it.
    func application(onListening: @escaping @Sendable (Int) -> Void = { _ in }) -> some ApplicationProtocol {
        Application(
            responder: TwinResponder(router: site.router.buildResponder()),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: site.port)),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? 0) },
            logger: Logger(label: "hearsay.web", factory: { _ in SwiftLogNoOpLogHandler() }))
    }
}
