extension MerkleTree {
    /// The bytes of a tile of hashes; the tree must have as many leaves as it needs.
    public func bytes(of tile: TilePath) throws(ProofError) -> [UInt8] {
        let bits = TilePath.height * (tile.level ?? 0)
        guard tile.level != nil, tile.places.upperBound <= (bits < Int.bitWidth ? count >> bits : 0) else {
            throw ProofError(.outOfRange, "a log of \(count) leaves has no hashes for \(tile)")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(tile.width * LogHash.size)
        for hash in hashes(at: bits, tile.places) { bytes += hash.bytes }
        return bytes
    }

    /// Makes the static files that the first `size` leaves have and the first `old` do not, one after the other, and
    /// gives each to `write`: entries, then hashes from level 0 up. Write the checkpoint after them.
    ///
    /// - Parameter entries: the bytes of the leaves in a range, of 256 leaves at most. Each must have its leaf's hash:
    ///   nothing is written that nobody could verify.
    /// - Throws: a ``TileError``, a ``ProofError`` for sizes that the tree does not have, and what the closures throw.
    public func writeTiles(
        from old: Int = 0, to size: Int, entries: (Range<Int>) throws -> [[UInt8]],
        write: (_ path: TilePath, _ bytes: [UInt8]) throws -> Void
    ) throws {
        try check(size: size)
        guard 0 <= old, old <= size else {
            throw ProofError(.outOfRange, "a log of \(size) leaves never had \(old) before")
        }
        for file in TileFiles(from: old, to: size) {
            switch file.content {
            case .hashes: try write(file, bytes(of: file))
            case .entries: try write(file, bundle(file, of: entries(file.places)))
            }
        }
    }

    private func bundle(_ file: TilePath, of entries: [[UInt8]]) throws(TileError) -> [UInt8] {
        guard entries.count == file.width else {
            throw TileError(
                .missing, "\(file.width) entries are needed, \(entries.count) are there", path: "\(file)")
        }
        for (place, entry) in zip(file.places, entries) where LogHash.leaf(entry) != leaves[place] {
            throw TileError(.mismatch, "entry \(place) is not what was logged", path: "\(file)")
        }
        do { return try EntryBundle.encode(entries) } catch {
            throw TileError(error.code, error.reason, path: "\(file)")
        }
    }
}
