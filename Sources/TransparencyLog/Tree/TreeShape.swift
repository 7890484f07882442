/// Which subtrees lead to a root and which prove something, by numbers alone (RFC 6962, section 2.1).
///
/// A subtree is the range of its leaves. Where hashes come from, memory or files, is for others to know.
enum TreeShape {
    /// A subtree with a power of two of leaves: those from `index << level` up to `(index + 1) << level`.
    struct Complete: Hashable {
        let level: Int
        let index: Int
    }

    /// The complete subtrees that make up a subtree, from the left.
    static func complete(in tree: Range<Int>) -> [Complete] {
        var (parts, end) = ([Complete](), tree.upperBound)
        while end > tree.lowerBound {
            let level = (end - tree.lowerBound).trailingZeroBitCount
            end -= 1 << level
            parts.append(Complete(level: level, index: end >> level))
        }
        return parts.reversed()
    }

    /// The root of a subtree from those of its complete parts, from the left; that of an empty log from none.
    static func root(of parts: some BidirectionalCollection<LogHash>) -> LogHash {
        guard let last = parts.last else { return .emptyRoot }
        return parts.dropLast().reversed().reduce(last) { .node($1, $0) }
    }

    /// The subtrees beside the way from a leaf up to the root of the first `size` leaves: an inclusion proof.
    static func siblings(of index: Int, in size: Int) throws(ProofError) -> [Range<Int>] {
        guard 0 <= index, index < size else {
            throw ProofError(.outOfRange, "a log of \(size) leaves has none with the index \(index)")
        }
        // From the root down to the leaf: each time the half without the leaf is proved by its hash.
        var (proof, tree) = ([Range<Int>](), 0..<size)
        while tree.count > 1 {
            let (left, right) = halves(of: tree)
            let isLeft = index < left.upperBound
            proof.append(isLeft ? right : left)
            tree = isLeft ? left : right
        }
        return proof.reversed()
    }

    /// The subtrees that show the first `first` leaves to be unchanged at the beginning of the first `second`: a
    /// consistency proof.
    static func growth(from first: Int, to second: Int) throws(ProofError) -> [Range<Int>] {
        guard first != 0 else { throw ProofError(.provesNothing, "every log is consistent with an empty one") }
        guard 0 < first, first <= second else {
            throw ProofError(.outOfRange, "a log of \(second) leaves never had \(first) before")
        }
        // From the root down to the subtree that ends where the first log ended.
        var (proof, tree) = ([Range<Int>](), 0..<second)
        while tree.upperBound != first {
            let (left, right) = halves(of: tree)
            let isLeft = first <= left.upperBound
            proof.append(isLeft ? right : left)
            tree = isLeft ? left : right
        }
        // A subtree that is the whole first log is known to whoever checks the proof.
        if tree.lowerBound > 0 { proof.append(tree) }
        return proof.reversed()
    }

    /// The left half is the largest complete tree smaller than the whole.
    private static func halves(of tree: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        let width = 1 << (Int.bitWidth - 1 - (tree.count - 1).leadingZeroBitCount)
        let middle = tree.lowerBound + width
        return (tree.lowerBound..<middle, middle..<tree.upperBound)
    }
}
