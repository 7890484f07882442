/// Sentences of both versions that belong together; one of the ranges is empty where a sentence came or went.
struct Pairing: Hashable, Sendable {
    var old: Range<Int>
    var new: Range<Int>
    /// Whether it stands elsewhere, before or behind sentences that it was not before or behind of.
    var isMoved = false
}
