/// Checks proofs without the log: with nothing but what the proof holds and a root that one trusts.
public enum Proofs {
    /// Checks that the log of `size` leaves with this root has this leaf hash at `index` (RFC 9162, 2.1.3.2).
    ///
    /// It proves nothing about the leaf beyond its bytes, and nothing about other logs.
    public static func verifyInclusion(
        leaf: LogHash, index: Int, size: Int, proof: [LogHash], root: LogHash
    ) throws(ProofError) {
        guard 0 <= index, index < size else {
            throw ProofError(.outOfRange, "a log of \(size) leaves has none with the index \(index)")
        }
        var path = Path(index: index, last: size - 1)
        var hash = leaf
        for sibling in proof {
            hash = try path.isRight() ? .node(sibling, hash) : .node(hash, sibling)
            path.rise()
        }
        try path.end()
        guard hash == root else { throw ProofError(.rootMismatch, "the proof leads to another root: \(hash)") }
    }

    /// Checks that the log of `second` leaves begins with all leaves of the log of `first` (RFC 9162, 2.1.4.2).
    ///
    /// Fails for `first == 0`, which would prove nothing.
    public static func verifyConsistency(
        first: Int, second: Int, proof: [LogHash], firstRoot: LogHash, secondRoot: LogHash
    ) throws(ProofError) {
        guard first != 0 else { throw ProofError(.provesNothing, "every log is consistent with an empty one") }
        guard 0 < first, first <= second else {
            throw ProofError(.outOfRange, "a log of \(second) leaves never had \(first) before")
        }
        if first == second {
            guard proof.isEmpty else { throw ProofError(.wrongLength, "logs of one size need no hashes") }
            guard firstRoot == secondRoot else { throw ProofError(.rootMismatch, "two roots for \(first) leaves") }
            return
        }
        // A complete first log is itself a subtree of the second, so the proof leaves its root out.
        let hashes = first & (first - 1) == 0 ? [firstRoot] + proof : proof
        guard !proof.isEmpty, let start = hashes.first else { throw ProofError(.wrongLength, "the proof is empty") }
        var path = Path(index: first - 1, last: second - 1)
        path.riseWhileRight()
        var (old, new) = (start, start)
        for hash in hashes.dropFirst() {
            if try path.isRight() {
                (old, new) = (.node(hash, old), .node(hash, new))
            } else {
                new = .node(new, hash)
            }
            path.rise()
        }
        try path.end()
        guard old == firstRoot else { throw ProofError(.rootMismatch, "the proof leads to another first root: \(old)") }
        guard new == secondRoot else { throw ProofError(.rootMismatch, "the proof leads to another root: \(new)") }
    }
}

/// The way up from a node: its place among the nodes of its level, and the place of the last one (`fn` and `sn` of
/// RFC 9162).
private struct Path {
    var index: Int
    var last: Int

    /// Whether the next hash stands left of the node, after levels on which the node has no sibling.
    mutating func isRight() throws(ProofError) -> Bool {
        guard last > 0 else { throw ProofError(.wrongLength, "the proof has more hashes than the log has levels") }
        guard index & 1 == 1 || index == last else { return false }
        while index & 1 == 0, index > 0 { rise() }
        return true
    }

    /// One level up.
    mutating func rise() {
        index >>= 1
        last >>= 1
    }

    /// Up to the subtree that ends with the node.
    mutating func riseWhileRight() {
        while index & 1 == 1 { rise() }
    }

    /// The root must be reached.
    func end() throws(ProofError) {
        guard last == 0 else { throw ProofError(.wrongLength, "the proof has fewer hashes than the log has levels") }
    }
}
