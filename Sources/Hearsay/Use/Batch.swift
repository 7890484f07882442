internal import Dispatch
internal import Synchronization

/// Works on many inputs at once and hands the results over in the order of the inputs.
///
/// At most `window` articles are held at a time, so a folder of a million files needs no more memory than a few hundred.
/// There are many for each thread, so that a long article holds up no other: one of 72 KB takes as long as thirty others.
public struct Batch<Value: Sendable>: Sendable {
    /// What became of one input.
    public struct Finished: Sendable {
        /// Where it came from.
        public let origin: String
        /// The caller's own id.
        public let id: String?
        /// The result, or why there is none.
        public let result: Result<Value, InputProblem>
    }

    private let jobs: Int
    private let window: Int
    private let work: @Sendable (InputItem) throws -> Value

    /// Work done by `jobs` threads.
    public init(jobs: Int, work: @escaping @Sendable (InputItem) throws -> Value) {
        self.jobs = max(1, min(jobs, 256))
        window = max(self.jobs * 2, min(self.jobs * 64, 512))
        self.work = work
    }

    /// Works on every input; `deliver` is called on this thread, in input order. What it throws ends the batch.
    public func run(
        _ inputs: some Sequence<Result<InputItem, InputProblem>>, deliver: (Finished) throws -> Void
    ) throws {
        let pool = WorkerPool(threads: jobs)
        defer { pool.finish() }
        var waiting: [Slot] = []
        for input in inputs {
            waiting.append(start(input, on: pool))
            if waiting.count >= window { try deliver(waiting.removeFirst().wait()) }
        }
        for slot in waiting { try deliver(slot.wait()) }
    }

    private func start(_ input: Result<InputItem, InputProblem>, on pool: WorkerPool) -> Slot {
        let slot = Slot()
        switch input {
        case .failure(let problem): slot.fill(Finished(origin: problem.origin, id: nil, result: .failure(problem)))
        case .success(let item):
            let job: WorkerPool.Job = { [work] in slot.fill(Self.finish(item, work)) }
            if pool.isRunning { pool.submit(job) } else { job() }
        }
        return slot
    }

    private static func finish(_ item: InputItem, _ work: (InputItem) throws -> Value) -> Finished {
        let result = Result { try work(item) }.mapError { error in
            error as? InputProblem ?? InputProblem(origin: item.origin, reason: String(describing: error))
        }
        return Finished(origin: item.origin, id: item.id, result: result)
    }

    /// One place in the order; filled once by a worker, emptied once by the caller.
    private final class Slot: Sendable {
        private let value = Mutex<Finished?>(nil)
        private let filled = DispatchSemaphore(value: 0)

        func fill(_ finished: Finished) {
            value.withLock { $0 = finished }
            filled.signal()
        }

        func wait() -> Finished {
            filled.wait()
            return value.withLock { $0 }
                ?? Finished(origin: "", id: nil, result: .failure(InputProblem(origin: "", reason: "no result")))
        }
    }
}
