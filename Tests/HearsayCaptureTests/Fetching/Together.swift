import Foundation
import Synchronization

/// What some bodies give that run at the same time, each on a thread of its own, in their order.
///
/// Tasks would not do: fetches block, and the few threads of tasks may all be busy with other tests, so that one body would
/// only begin when the other has ended.
func together<Result: Sendable>(_ bodies: (@Sendable () -> Result)...) async -> [Result] {
    let results = Results<Result>(count: bodies.count)
    return await withCheckedContinuation { continuation in
        for (place, body) in bodies.enumerated() {
            Thread.detachNewThread {
                if let whole = results.put(body(), at: place) { continuation.resume(returning: whole) }
            }
        }
    }
}

private final class Results<Result: Sendable>: Sendable {
    private let results: Mutex<[Result?]>

    init(count: Int) { results = Mutex(Array(repeating: nil, count: count)) }

    /// Takes one result in; all of them, once the last one is there.
    func put(_ result: Result, at place: Int) -> [Result]? {
        results.withLock { results in
            results[place] = result
            let whole = results.compactMap { $0 }
            return whole.count == results.count ? whole : nil
        }
    }
}
