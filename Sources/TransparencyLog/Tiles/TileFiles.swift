/// The static files of a log that has grown, in the order in which they are to be written: entries, then hashes from
/// level 0 up. The checkpoint comes after all of them, so that whoever reads it finds what it speaks of.
///
/// Paths are made as they are asked for; a log of any size costs nothing here.
public struct TileFiles: Sequence, Sendable {
    /// How many leaves the log had whose files are there already.
    public let old: Int
    /// How many leaves it has now.
    public let size: Int

    /// The files that a log of `size` leaves has and one of `old` leaves does not. Needs `0 <= old <= size`.
    ///
    /// Narrower tiles of before are not named again. A log may delete those once the full tile is there, and must keep
    /// them until then if it signed a checkpoint of that size.
    public init(from old: Int = 0, to size: Int) {
        precondition(0 <= old && old <= size, "a log only grows")
        (self.old, self.size) = (old, size)
    }

    /// Starts with the first file.
    public func makeIterator() -> Iterator { Iterator(files: self) }

    /// Walks through the files.
    public struct Iterator: IteratorProtocol, Sendable {
        private let files: TileFiles
        /// The level whose files come next, and the place of the next one; entries come first.
        private var level: Int?
        private var place: Int

        init(files: TileFiles) {
            self.files = files
            place = files.old >> TilePath.height
        }

        /// The next file; nil at the end.
        public mutating func next() -> TilePath? {
            while true {
                let bits = TilePath.height * (level ?? 0)
                let (old, count) = (files.old >> bits, files.size >> bits)
                if count == 0 { return nil }
                let content = level.map { TilePath.Content.hashes(level: $0) } ?? .entries
                if old < count, let tile = TilePath.tile(content, at: place, of: count) {
                    place += 1
                    return tile
                }
                level = level.map { $0 + 1 } ?? 0
                let higher = TilePath.height * (level ?? 0)
                // The eighth level has no leaves left to stand for.
                guard higher < Int.bitWidth else { return nil }
                place = (files.old >> higher) >> TilePath.height
            }
        }
    }
}

extension TilePath {
    /// The tile at a place when there are `count` hashes or entries; nil where there is none.
    static func tile(_ content: Content, at index: Int, of count: Int) -> TilePath? {
        guard index <= count >> height else { return nil }
        let width = Swift.min(fullWidth, count - index << height)
        return width > 0 ? TilePath(unchecked: content, index: index, width: width) : nil
    }

    /// The tile at the right edge of each level that is not full there, from the highest level down: what the root of
    /// a log of `size` leaves follows from.
    static func edges(of size: Int) -> [TilePath] {
        stride(from: 0, to: Int.bitWidth, by: height).reversed().compactMap { bits in
            let count = size >> bits
            return count & (fullWidth - 1) == 0
                ? nil : tile(.hashes(level: bits / height), at: count >> height, of: count)
        }
    }
}
