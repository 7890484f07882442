import Glibc
import Synchronization

/// Ends the program on Ctrl-C with 130, leaving no unfinished file.
///
/// The signals are blocked for all threads and taken by one thread that waits for them, so it may do more than a signal
/// handler may. Must be called before other threads start.
enum Interruption {
    private static let unfinished = Mutex<String?>(nil)
    private static let parting = Mutex<String?>(nil)
    private static let endsNormally = Mutex(false)

    /// Makes of a pipe without a reader, and of a file that may not grow, an error of that pipe or file, not the end of the
    /// program: whatever it stores then says so.
    static func ignoreBrokenFiles() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    static func prepare() {
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

    /// From now on Ctrl-C is the way in which the program is meant to end, with 0.
    static func isTheNormalEnd() { endsNormally.withLock { $0 = true } }

    /// What the program says when it is cancelled.
    static func says(_ words: String?) { parting.withLock { $0 = words } }

    private static func wait() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigaddset(&signals, SIGTERM)
        var received: Int32 = 0
        while sigwait(&signals, &received) != 0 {}
        if let words = parting.withLock({ $0 }) { Diagnostics.write(words) }
        if let path = unfinished.withLock({ $0 }) { unlink(path) }
        _exit(endsNormally.withLock { $0 } && received == SIGINT ? 0 : 128 + received)
    }
}
