import Glibc
import Synchronization

/// Ends the program on Ctrl-C with 130, leaving no unfinished file.
///
/// The signals are blocked for all threads and taken by one thread that waits for them, so it may do more than a signal
/// handler may. Must be called before other threads start.
enum Interruption {
    private static let unfinished = Mutex<String?>(nil)

    static func prepare() {
        signal(SIGPIPE, SIG_IGN)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { _ in
                Interruption.wait()
                return nil
            }, nil)
    }

    /// The file to remove when the program is cancelled.
    static func removesOnCancel(_ path: String?) { unfinished.withLock { $0 = path } }

    private static func wait() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        var received: Int32 = 0
        while sigwait(&signals, &received) != 0 {}
        if let path = unfinished.withLock({ $0 }) { unlink(path) }
        _exit(128 + received)
    }
}
