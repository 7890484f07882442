/// A log read from its static files, each of which is verified against a checkpoint before anything of it is used
/// (C2SP tlog-tiles).
///
/// The files at the right edge give the root; each full tile hashes to its place in the tile above, up to that edge. So
/// no answer needs more than a few files, and a changed file is found when it is read.
///
///     var log = try TileLog(checkpoint: trusted) { path in try contents(of: folder + "/" + path) }
///     try log.verify()
///     let proof = try log.inclusionProof(of: 17, in: log.size)
public struct TileLog {
    /// Reads a file by its path below the log's folder; nil when it is not there. No file that is asked for is longer
    /// than ``EntryBundle/maximalBytes``.
    public typealias Source = (_ path: String) throws -> [UInt8]?

    /// No more tiles than this are held, beside those at the edge.
    private static let maximalHeld = 64

    /// How many leaves the log has.
    public let size: Int
    /// The root over them.
    public let root: LogHash
    private let source: Source
    private let edges: [TilePath: [LogHash]]
    private var held: [TilePath: [LogHash]] = [:]

    /// The log of a checkpoint, which the caller must have verified. Reads the files that the root follows from, a few,
    /// and checks that it does.
    ///
    /// - Throws: a ``TileError``, and what `source` throws.
    public init(checkpoint: Checkpoint, source: @escaping Source) throws {
        guard checkpoint.size >= 0 else { throw TileError(.malformed, "a log of \(checkpoint.size) leaves") }
        (size, root, self.source) = (checkpoint.size, checkpoint.root, source)
        var (edges, parts) = ([TilePath: [LogHash]](), [LogHash]())
        for tile in TilePath.edges(of: checkpoint.size) {
            let hashes = try Self.read(tile, from: source)
            edges[tile] = hashes
            for tree in TreeShape.complete(in: 0..<hashes.count) {
                parts.append(Self.root(of: hashes[tree.index << tree.level..<(tree.index + 1) << tree.level]))
            }
        }
        self.edges = edges
        let found = TreeShape.root(of: parts)
        guard found == root else {
            throw TileError(.mismatch, "the tiles at the edge lead to the root \(found), but \(root) was signed")
        }
    }

    // MARK: Answers

    /// The hash of a leaf. Needs `0 <= index < size`.
    public mutating func leafHash(at index: Int) throws -> LogHash {
        guard 0 <= index, index < size else {
            throw ProofError(.outOfRange, "a log of \(size) leaves has none with the index \(index)")
        }
        return try hash(of: TreeShape.Complete(level: 0, index: index))
    }

    /// The root that the log had when it held `size` leaves.
    public mutating func root(at size: Int) throws -> LogHash {
        try check(size: size)
        return try hash(of: 0..<size)
    }

    /// The hashes that lead from a leaf to the root of the first `size` leaves, the leaf's sibling first.
    ///
    /// Needs `0 <= index < size <= self.size`.
    public mutating func inclusionProof(of index: Int, in size: Int) throws -> [LogHash] {
        try check(size: size)
        return try TreeShape.siblings(of: index, in: size).map { try hash(of: $0) }
    }

    /// The hashes that show the first `first` leaves to be unchanged at the beginning of the first `second`.
    ///
    /// Needs `0 < first <= second <= size`.
    public mutating func consistencyProof(from first: Int, to second: Int) throws -> [LogHash] {
        try check(size: second)
        return try TreeShape.growth(from: first, to: second).map { try hash(of: $0) }
    }

    /// The entries of a bundle, each with the hash of its leaf. Needs `0 <= index * 256 < size`.
    public mutating func entries(inBundle index: Int) throws -> [[UInt8]] {
        guard 0 <= index, index <= size >> TilePath.height,
            let bundle = TilePath.tile(.entries, at: index, of: size),
            let tile = TilePath.tile(.hashes(level: 0), at: index, of: size)
        else { throw ProofError(.outOfRange, "a log of \(size) leaves has no bundle \(index)") }
        let hashes = try hashes(of: tile)
        let (path, entries) = try Self.readEntries(bundle, from: source)
        for (place, entry) in entries.enumerated() where LogHash.leaf(entry) != hashes[place] {
            throw TileError(
                .mismatch, "entry \(bundle.places.lowerBound + place) is not what the log signs", path: path)
        }
        return entries
    }

    /// Reads all files and checks them against the root: tiles of hashes and, unless told otherwise, entries. It takes
    /// two hashes a leaf, and the memory of a few tiles.
    ///
    /// - Throws: a ``TileError`` for the first file that is missing or changed.
    public mutating func verify(entries: Bool = true) throws {
        var index = 0
        while let tile = TilePath.tile(.hashes(level: 0), at: index, of: size) {
            if entries { _ = try self.entries(inBundle: index) } else { _ = try hashes(of: tile) }
            index += 1
        }
    }

    // MARK: Tiles

    private func check(size: Int) throws(ProofError) {
        guard 0 <= size, size <= self.size else {
            throw ProofError(.outOfRange, "the log has \(self.size) leaves and no size of \(size)")
        }
    }

    private mutating func hash(of tree: Range<Int>) throws -> LogHash {
        TreeShape.root(of: try TreeShape.complete(in: tree).map { try hash(of: $0) })
    }

    /// The root of a complete subtree: of a stretch of the tile that holds its leaves, or the nearest above them.
    private mutating func hash(of tree: TreeShape.Complete) throws -> LogHash {
        let (level, rise) = tree.level.quotientAndRemainder(dividingBy: TilePath.height)
        let first = tree.index << rise
        let content = TilePath.Content.hashes(level: level)
        guard let tile = TilePath.tile(content, at: first >> TilePath.height, of: size >> (level * TilePath.height))
        else { throw ProofError(.outOfRange, "the log has no such subtree") }
        let place = first - tile.places.lowerBound
        return Self.root(of: try hashes(of: tile)[place..<place + 1 << rise])
    }

    /// The hashes of a tile, verified.
    private mutating func hashes(of tile: TilePath) throws -> [LogHash] {
        if let hashes = edges[tile] ?? held[tile] { return hashes }
        // A full tile: one that is not is at the edge.
        guard let level = tile.level else { throw TileError(.malformed, "no hashes", path: "\(tile)") }
        let hashes = try Self.read(tile, from: source)
        let parent = TreeShape.Complete(level: (level + 1) * TilePath.height, index: tile.index)
        guard try Self.root(of: hashes[...]) == hash(of: parent) else {
            throw TileError(.mismatch, "these are not the hashes that the log signs", path: "\(tile)")
        }
        if held.count >= Self.maximalHeld { held.removeAll(keepingCapacity: true) }
        held[tile] = hashes
        return hashes
    }

    /// The root over a power of two of hashes.
    private static func root(of hashes: ArraySlice<LogHash>) -> LogHash {
        var hashes = Array(hashes)
        while hashes.count > 1 {
            hashes = stride(from: 0, to: hashes.count - 1, by: 2).map { .node(hashes[$0], hashes[$0 + 1]) }
        }
        return hashes.first ?? .emptyRoot
    }

    /// The hashes of a tile as they stand in its file, or at the beginning of the full tile.
    private static func read(_ tile: TilePath, from source: Source) throws -> [LogHash] {
        let (path, bytes) = try contents(of: tile, from: source)
        let expected = path.width * LogHash.size
        guard bytes.count == expected else {
            throw TileError(.malformed, "\(expected) bytes are expected, \(bytes.count) are there", path: "\(path)")
        }
        return (0..<tile.width).compactMap { LogHash(bytes: bytes[$0 * LogHash.size..<($0 + 1) * LogHash.size]) }
    }

    private static func readEntries(
        _ bundle: TilePath, from source: Source
    ) throws -> (path: String, entries: [[UInt8]]) {
        let (path, bytes) = try contents(of: bundle, from: source)
        do throws(TileError) {
            return ("\(path)", Array(try EntryBundle.decode(bytes, count: path.width).prefix(bundle.width)))
        } catch {
            throw TileError(error.code, error.reason, path: "\(path)")
        }
    }

    /// A file; where a partial one is gone, the full one that took its place.
    private static func contents(
        of tile: TilePath, from source: Source
    ) throws -> (path: TilePath, bytes: [UInt8]) {
        if let bytes = try source("\(tile)") { return (tile, bytes) }
        if !tile.isFull, let bytes = try source("\(tile.full)") { return (tile.full, bytes) }
        throw TileError(.missing, "this file is not there", path: "\(tile)")
    }
}
