/// Entries in one file, each after its length in two bytes, the higher first (C2SP tlog-tiles).
public enum EntryBundle {
    /// The longest entry.
    public static let maximalEntryBytes = 65_535
    /// No bundle is longer.
    public static let maximalBytes = TilePath.fullWidth * (2 + maximalEntryBytes)

    /// The bytes of a bundle of 1 to 256 entries.
    public static func encode(_ entries: [[UInt8]]) throws(TileError) -> [UInt8] {
        guard 1...TilePath.fullWidth ~= entries.count else {
            throw TileError(.malformed, "a bundle has 1 to \(TilePath.fullWidth) entries, not \(entries.count)")
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 2 + $1.count })
        for entry in entries {
            guard entry.count <= maximalEntryBytes else {
                throw TileError(
                    .tooLarge, "an entry may have \(maximalEntryBytes) bytes, this one has \(entry.count)")
            }
            bytes += [UInt8(entry.count >> 8), UInt8(entry.count & 0xFF)]
            bytes += entry
        }
        return bytes
    }

    /// The entries of a bundle, which must be `count`, with nothing after them.
    public static func decode(_ bytes: [UInt8], count: Int) throws(TileError) -> [[UInt8]] {
        var (entries, place) = ([[UInt8]](), 0)
        while entries.count < count {
            guard bytes.count - place >= 2 else {
                throw TileError(.malformed, "\(count) entries are expected, but only \(entries.count) are there")
            }
            let length = Int(bytes[place]) << 8 | Int(bytes[place + 1])
            place += 2
            guard bytes.count - place >= length else {
                throw TileError(.malformed, "entry \(entries.count) is cut off")
            }
            entries.append(Array(bytes[place..<place + length]))
            place += length
        }
        guard place == bytes.count else {
            throw TileError(.malformed, "\(bytes.count - place) bytes after the \(count) entries")
        }
        return entries
    }
}
