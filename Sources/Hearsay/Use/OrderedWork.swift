internal import Dispatch
internal import Synchronization

/// Works on many inputs at once, on threads of its own, and hands the results over in the order of the inputs.
///
/// The inputs are taken on a thread of their own too, so that a result is handed over when it is there, however long the
/// next input takes to come. At most `window` inputs are held at a time, so that a million of them need no more memory
/// than a few hundred.
struct OrderedWork<Input: Sendable, Output: Sendable>: Sendable {
    private let jobs: Int
    private let window: Int
    private let work: @Sendable (Input) -> Output

    /// Work done by `jobs` threads.
    init(jobs: Int, window: Int, work: @escaping @Sendable (Input) -> Output) {
        (self.jobs, self.window, self.work) = (max(1, jobs), max(1, window), work)
    }

    /// Works on every input; `deliver` is called on this thread, in input order. What it throws ends the work; an input
    /// that is still waited for then is not waited for any longer.
    ///
    /// What the sequence shares with `deliver` must be made for two threads.
    func run(_ inputs: some Sequence<Input>, deliver: (Output) throws -> Void) throws {
        try run(inputs, inGroupsOf: 1) { outputs in
            for output in outputs { try deliver(output) }
        }
    }

    /// The same, but with what is ready at once, up to `most` of it; nothing waits for a group to fill.
    func run(_ inputs: some Sequence<Input>, inGroupsOf most: Int, deliver: ([Output]) throws -> Void) throws {
        let pool = WorkerPool(threads: jobs)
        defer { pool.finish() }
        let feeder = WorkerPool(threads: 1)
        defer { feeder.dismiss() }
        guard feeder.isRunning else { return try runHere(inputs, pool, deliver) }
        let queue = Queue(window: window)
        defer { queue.stop() }
        var iterator = inputs.makeIterator()
        let feed = Feed { iterator.next() }
        feeder.submit { [self] in
            while queue.hasRoom(), let input = feed.next(), queue.isWanted { queue.add(start(input, on: pool)) }
            queue.add(nil)
        }
        while let slot = queue.next() {
            var outputs = [slot.wait()]
            while outputs.count < most, let ready = queue.nextReady() { outputs.append(ready.wait()) }
            try deliver(outputs)
            for _ in outputs { queue.removed() }
        }
    }

    /// Without a thread for the inputs: they are taken here, until the window is full.
    private func runHere(
        _ inputs: some Sequence<Input>, _ pool: WorkerPool, _ deliver: ([Output]) throws -> Void
    ) throws {
        var waiting: [Slot] = []
        for input in inputs {
            waiting.append(start(input, on: pool))
            if waiting.count >= window { try deliver([waiting.removeFirst().wait()]) }
        }
        for slot in waiting { try deliver([slot.wait()]) }
    }

    private func start(_ input: Input, on pool: WorkerPool) -> Slot {
        let slot = Slot()
        let job: WorkerPool.Job = { [work] in slot.fill(work(input)) }
        if pool.isRunning { pool.submit(job) } else { job() }
        return slot
    }

    /// The inputs on their way to the thread that takes them. Sendable because only that thread touches them from there
    /// on: the caller waits in ``run(_:deliver:)`` meanwhile.
    private struct Feed: @unchecked Sendable {
        let next: () -> Input?
    }

    /// One place in the order; filled once by a worker, emptied once by the caller.
    private final class Slot: Sendable {
        private let value = Mutex<Output?>(nil)
        private let filled = DispatchSemaphore(value: 0)

        func fill(_ output: Output) {
            value.withLock { $0 = output }
            filled.signal()
        }

        var isFilled: Bool { value.withLock { $0 != nil } }

        func wait() -> Output {
            filled.wait()
            guard let output = value.withLock({ $0 }) else { preconditionFailure("filled before it was signalled") }
            return output
        }
    }

    /// The places between the thread that takes the inputs and the one that hands the results over.
    private final class Queue: Sendable {
        private struct State {
            var slots: [Slot?] = []
            var isStopped = false
        }

        private let state = Mutex(State())
        private let filled = DispatchSemaphore(value: 0)
        private let room = DispatchSemaphore(value: 0)

        init(window: Int) {
            // A semaphore must not end with less than it began with.
            for _ in 0..<window { room.signal() }
        }

        /// Whether what comes is still to be worked on.
        var isWanted: Bool { state.withLock { !$0.isStopped } }

        /// Waits for room for one more input; false when no more are wanted.
        func hasRoom() -> Bool {
            room.wait()
            return isWanted
        }

        /// Adds a place, or the end.
        func add(_ slot: Slot?) {
            state.withLock { $0.slots.append(slot) }
            filled.signal()
        }

        /// Waits for the next place; nil at the end.
        func next() -> Slot? {
            filled.wait()
            return state.withLock { $0.slots.removeFirst() }
        }

        /// The next place, if it is filled already.
        func nextReady() -> Slot? {
            let slot = state.withLock { state -> Slot? in
                guard case .some(.some(let first)) = state.slots.first, first.isFilled else { return nil }
                state.slots.removeFirst()
                return first
            }
            // Its own signal, which came or is about to.
            if slot != nil { filled.wait() }
            return slot
        }

        func removed() { room.signal() }

        /// No more inputs are wanted.
        func stop() {
            state.withLock { $0.isStopped = true }
            room.signal()
        }
    }
}
