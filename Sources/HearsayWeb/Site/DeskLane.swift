internal import Hearsay
internal import Synchronization

/// Threads on which a desk's blocking calls are made, so that they never hold up the server's own.
///
/// The stacks are deep enough for reading an article. A lane that is too far behind refuses instead of growing.
final class DeskLane: Sendable {
    private let pool: WorkerPool
    private let limit: Int
    private let waiting = Mutex(0)

    /// A lane of `threads`, on which at most `limit` calls wait or run.
    init(threads: Int, limit: Int) {
        pool = WorkerPool(threads: threads)
        self.limit = limit
    }

    deinit { pool.finish() }

    /// Makes a call on one of the lane's threads.
    func run<Value: Sendable>(_ call: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard pool.isRunning else { throw DeskError(.failed, "the system grants no more threads") }
        let admitted = waiting.withLock { waiting in
            if waiting < limit { waiting += 1 } else { return false }
            return true
        }
        guard admitted else { throw DeskError(.locked, "too many requests wait for the ledger") }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            pool.submit { continuation.resume(with: Result { try call() }) }
        }
    }
}
