/// An append-only Merkle tree (RFC 6962, section 2.1), held in memory.
///
/// It keeps the hash of each complete subtree, two hashes a leaf in all. The root of any size that it has had, and any
/// proof, then cost a number of hashes that grows with the logarithm of the size, not with the size.
///
///     var tree = MerkleTree()
///     tree.append(.leaf(Array("a record".utf8)))
///     let proof = try tree.inclusionProof(of: 0, in: tree.count)
public struct MerkleTree: Sendable {
    /// `levels[l][i]` is the root of the leaves from `i << l` up to `(i + 1) << l`; level 0 holds the leaves.
    private var levels: [[LogHash]] = [[]]

    /// A tree over leaf hashes, in order.
    public init(leaves: [LogHash] = []) {
        levels[0].reserveCapacity(leaves.count)
        for leaf in leaves { append(leaf) }
    }

    /// How many leaves there are.
    public var count: Int { levels[0].count }
    /// The leaf hashes, in order.
    public var leaves: [LogHash] { levels[0] }

    /// Adds a leaf by its hash (``LogHash/leaf(_:)``). Two hashes on average.
    public mutating func append(_ leaf: LogHash) {
        levels[0].append(leaf)
        var level = 0
        while levels[level].count.isMultiple(of: 2) {
            let last = levels[level].count - 1
            let parent = LogHash.node(levels[level][last - 1], levels[level][last])
            level += 1
            if level == levels.count { levels.append([]) }
            levels[level].append(parent)
        }
    }

    /// The root over all leaves.
    public func root() -> LogHash { root(of: 0..<count) }

    /// The root that the tree had when it held `size` leaves, which must be at most ``count``.
    public func root(at size: Int) throws(ProofError) -> LogHash {
        try check(size: size)
        return root(of: 0..<size)
    }

    /// The hashes that lead from a leaf to the root of the first `size` leaves, the leaf's sibling first.
    ///
    /// Needs `0 <= index < size <= count`.
    public func inclusionProof(of index: Int, in size: Int) throws(ProofError) -> [LogHash] {
        try check(size: size)
        guard 0 <= index, index < size else {
            throw ProofError(.outOfRange, "a log of \(size) leaves has none with the index \(index)")
        }
        // From the root down to the leaf: each time the half without the leaf is proved by its hash.
        var (proof, tree) = ([LogHash](), 0..<size)
        while tree.count > 1 {
            let (left, right) = Self.halves(of: tree)
            let isLeft = index < left.upperBound
            proof.append(root(of: isLeft ? right : left))
            tree = isLeft ? left : right
        }
        return proof.reversed()
    }

    /// The hashes that show the first `first` leaves to be unchanged at the beginning of the first `second`.
    ///
    /// Needs `0 < first <= second <= count`; of an empty log there is nothing to prove.
    public func consistencyProof(from first: Int, to second: Int) throws(ProofError) -> [LogHash] {
        try check(size: second)
        guard first != 0 else { throw ProofError(.provesNothing, "every log is consistent with an empty one") }
        guard 0 < first, first <= second else {
            throw ProofError(.outOfRange, "a log of \(second) leaves never had \(first) before")
        }
        // From the root down to the subtree that ends where the first log ended.
        var (proof, tree) = ([LogHash](), 0..<second)
        while tree.upperBound != first {
            let (left, right) = Self.halves(of: tree)
            let isLeft = first <= left.upperBound
            proof.append(root(of: isLeft ? right : left))
            tree = isLeft ? left : right
        }
        // A subtree that is the whole first log is known to whoever checks the proof.
        if tree.lowerBound > 0 { proof.append(root(of: tree)) }
        return proof.reversed()
    }

    private func check(size: Int) throws(ProofError) {
        guard 0 <= size, size <= count else {
            throw ProofError(.outOfRange, "the log has \(count) leaves and no size of \(size)")
        }
    }

    /// The left half is the largest complete tree smaller than the whole.
    private static func halves(of tree: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        let width = 1 << (Int.bitWidth - 1 - (tree.count - 1).leadingZeroBitCount)
        let middle = tree.lowerBound + width
        return (tree.lowerBound..<middle, middle..<tree.upperBound)
    }

    /// The root of a subtree that ``halves(of:)`` leads to: the complete trees in it, joined from the right.
    private func root(of tree: Range<Int>) -> LogHash {
        var (hash, end) = (LogHash?.none, tree.upperBound)
        while end > tree.lowerBound {
            let level = (end - tree.lowerBound).trailingZeroBitCount
            end -= 1 << level
            let complete = levels[level][end >> level]
            hash = hash.map { LogHash.node(complete, $0) } ?? complete
        }
        return hash ?? .emptyRoot
    }
}
