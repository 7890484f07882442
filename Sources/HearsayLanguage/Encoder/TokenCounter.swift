internal import Synchronization

/// Counts the word pieces that encoders have taken in; may be shared between threads.
public final class TokenCounter: Sendable {
    private let count = Atomic<Int>(0)

    /// Starts at zero.
    public init() {}

    /// The pieces so far.
    public var total: Int { count.load(ordering: .relaxed) }

    /// Adds pieces.
    func add(_ pieces: Int) { count.add(pieces, ordering: .relaxed) }
}
