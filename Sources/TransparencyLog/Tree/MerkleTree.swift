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
        return try TreeShape.siblings(of: index, in: size).map(root(of:))
    }

    /// The hashes that show the first `first` leaves to be unchanged at the beginning of the first `second`.
    ///
    /// Needs `0 < first <= second <= count`; of an empty log there is nothing to prove.
    public func consistencyProof(from first: Int, to second: Int) throws(ProofError) -> [LogHash] {
        try check(size: second)
        return try TreeShape.growth(from: first, to: second).map(root(of:))
    }

    /// The roots of complete subtrees of one level, which must lie in the tree.
    func hashes(at level: Int, _ places: Range<Int>) -> ArraySlice<LogHash> { levels[level][places] }

    func check(size: Int) throws(ProofError) {
        guard 0 <= size, size <= count else {
            throw ProofError(.outOfRange, "the log has \(count) leaves and no size of \(size)")
        }
    }

    private func root(of tree: Range<Int>) -> LogHash {
        TreeShape.root(of: TreeShape.complete(in: tree).map { levels[$0.level][$0.index] })
    }
}
