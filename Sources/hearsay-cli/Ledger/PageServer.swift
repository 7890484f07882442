import ArgumentParser
import Dispatch
import Hearsay
import HearsayWeb
import Synchronization

/// Serves pages until Ctrl-C.
enum PageServer {
    /// Serves a desk's pages and says where they are.
    /// - Parameter orFreePort: whether any free port will do when the wished one is taken.
    static func serve(_ desk: any Desk, port: Int, orFreePort: Bool = false) throws {
        do {
            do { try listen(desk, port) } catch let error as WebError where error.code == .portInUse && orFreePort {
                Diagnostics.error("\(error); taking a free port")
                try listen(desk, 0)
            }
        } catch let error as WebError {
            Diagnostics.error(error.description)
            throw ExitCode.failure
        }
    }

    /// Waits for the server on this thread. The server's own threads start after ``Interruption/prepare()``, which an
    /// asynchronous main function could not promise.
    private static func listen(_ desk: any Desk, _ port: Int) throws {
        let server = try WebServer(desk: desk, port: port)
        Interruption.isTheNormalEnd()
        let ended = DispatchSemaphore(value: 0)
        let failure = Mutex<(any Error)?>(nil)
        Task.detached {
            do {
                try await server.run { port in
                    // A reader that has gone still leaves a server that others use.
                    try? Output.write("Hearsay is at http://127.0.0.1:\(port)/\n")
                    Diagnostics.write("hearsay: Ctrl-C ends the server\n")
                }
            } catch {
                failure.withLock { $0 = error }
            }
            ended.signal()
        }
        ended.wait()
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
