internal import Dispatch
internal import Synchronization

/// Works on many inputs at once, on threads of its own, and hands the results over in the order of the inputs.
///
/// At most `window` inputs are held at a time, so that a million of them need no more memory than a few hundred.
struct OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
    private let jobs: Int
    private let window: Int
    private let work: @Sendable (Input) -> Output

    /// Work done by `jobs` threads.
    init(jobs: Int, window: Int, work: @escaping @Sendable (Input) -> Output) {
        (self.jobs, self.window, self.work) = (max(1, jobs), max(1, window), work)
    }

    /// Works on every input; `deliver` is called on this thread, in input order. What it throws ends the work.
    func run(_ inputs: some Sequence<Input>, deliver: (Output) throws -> Void) throws {
        let pool = WorkerPool(threads: jobs)
        defer { pool.finish() }
        var waiting: [Slot] = []
        for input in inputs {
            waiting.append(start(input, on: pool))
            if waiting.count >= window { try deliver(waiting.removeFirst().wait()) }
        }
        for slot in waiting { try deliver(slot.wait()) }
    }

    private func start(_ input: Input, on pool: WorkerPool) -> Slot {
        let slot = Slot()
        let job: WorkerPool.Job = { [work] in slot.fill(work(input)) }
        if pool.isRunning { pool.submit(job) } else { job() }
        return slot
    }

    /// One place in the order; filled once by a worker, emptied once by the caller.
    private final class Slot: Sendable {
        private let value = Mutex<Output?>(nil)
        private let filled = DispatchSemaphore(value: 0)

        func fill(_ output: Output) {
            value.withLock { $0 = output }
            filled.signal()
        }

        func wait() -> Output {
            filled.wait()
            guard let output = value.withLock({ $0 }) else { preconditionFailure("filled before it was signalled") }
            return output
        }
    }
}
