internal import Dispatch
internal import Glibc
internal import Synchronization

/// Threads of their own for work that computes for long, with stacks deep enough for foreign parsers.
package final class WorkerPool: Sendable {
    package typealias Job = @Sendable () -> Void

    private let jobs = Mutex<[Job?]>([])
    private let available = DispatchSemaphore(value: 0)
    private let threads = Mutex<[pthread_t]>([])

    /// Starts `count` threads, or as many of them as the system grants.
    package init(threads count: Int) {
        for _ in 0..<max(1, count) {
            guard let thread = Self.start({ [self] in work() }) else { break }
            threads.withLock { $0.append(thread) }
        }
    }

    /// Whether there is a thread that works.
    package var isRunning: Bool { threads.withLock { !$0.isEmpty } }

    /// Has a job done by the next free thread.
    package func submit(_ job: @escaping Job) { enqueue(job) }

    /// Waits until every submitted job is done, and ends the threads.
    package func finish() {
        let running = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        for _ in running { enqueue(nil) }
        for thread in running { pthread_join(thread, nil) }
    }

    /// Ends the threads when every submitted job is done, and does not wait for it.
    package func dismiss() {
        let running = threads.withLock { threads in
            defer { threads = [] }
            return threads
        }
        for thread in running {
            enqueue(nil)
            pthread_detach(thread)
        }
    }

    private func enqueue(_ job: Job?) {
        jobs.withLock { $0.append(job) }
        available.signal()
    }

    private func work() {
        while true {
            available.wait()
            guard let job = jobs.withLock({ $0.removeFirst() }) else { return }
            job()
        }
    }

    private final class Body {
        let run: Job
        init(_ run: @escaping Job) { self.run = run }
    }

    private static func start(_ body: @escaping Job) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, 16 << 20)
        var thread = pthread_t()
        let box = Unmanaged.passRetained(Body(body))
        let result = pthread_create(
            &thread, &attributes,
            { pointer in
                guard let pointer else { return nil }
                Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        if result != 0 {
            box.release()
            return nil
        }
        return thread
    }
}
