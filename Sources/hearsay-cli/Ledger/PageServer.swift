import ArgumentParser
import Hearsay
import HearsayWeb

/// Serves pages until Ctrl-C.
enum PageServer {
    /// Serves a desk's pages and says where they are.
    /// - Parameter orFreePort: whether any free port will do when the wished one is taken.
    static func serve(_ desk: any Desk, port: Int, orFreePort: Bool = false) async throws {
        do {
            do { try await listen(desk, port) } catch let error as WebError where error.code == .portInUse && orFreePort {
                Diagnostics.error("\(error); taking a free port")
                try await listen(desk, 0)
            }
        } catch let error as WebError {
            Diagnostics.error(error.description)
            throw ExitCode.failure
        }
    }

    private static func listen(_ desk: any Desk, _ port: Int) async throws {
        let server = try WebServer(desk: desk, port: port)
        Interruption.isTheNormalEnd()
        try await server.run { port in
            // A reader that has gone still leaves a server that others use.
            try? Output.write("Hearsay is at http://127.0.0.1:\(port)/\n")
            Diagnostics.write("hearsay: Ctrl-C ends the server\n")
        }
    }
}
