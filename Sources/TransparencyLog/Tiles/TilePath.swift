/// The name of a static file of a log: hashes of one level, or entries, 256 of them or fewer (C2SP tlog-tiles).
///
///     tile/0/x001/x234/067    tile/1/000.p/17    tile/entries/273.p/112
public struct TilePath: Hashable, Sendable, CustomStringConvertible {
    /// How many hashes or entries a full tile has.
    public static let fullWidth = 256
    /// What the width of a tile is two to the power of.
    static let height = 8
    /// Beyond it there would be more entries than can be counted.
    private static let maximalIndex = Int.max >> height - 1

    /// What is in a tile.
    public enum Content: Hashable, Sendable {
        /// Hashes of trees of `256^level` leaves.
        case hashes(level: Int)
        /// Entries, the data of leaves.
        case entries
    }

    /// What is in it.
    public let content: Content
    /// Its place among the tiles of its level, or among those of entries.
    public let index: Int
    /// How many hashes or entries it has, 1 to 256.
    public let width: Int

    /// A path; nil for a level that is not 0 to 63, an index that no log can have, or a width that is not 1 to 256.
    public init?(_ content: Content, index: Int, width: Int = fullWidth) {
        if case .hashes(let level) = content, !(0...63).contains(level) { return nil }
        guard 0...Self.maximalIndex ~= index, 1...Self.fullWidth ~= width else { return nil }
        (self.content, self.index, self.width) = (content, index, width)
    }

    /// Of numbers that are known to be right.
    init(unchecked content: Content, index: Int, width: Int) {
        (self.content, self.index, self.width) = (content, index, width)
    }

    /// Reads a path; nil for what ``description`` never writes.
    public init?(_ text: String) {
        var parts = text.utf8.split(separator: 0x2F, omittingEmptySubsequences: false).map(Array.init)[...]
        guard parts.count <= 16, parts.popFirst() == Array("tile".utf8), let level = parts.popFirst() else {
            return nil
        }
        let content: Content
        if level == Array("entries".utf8) {
            content = .entries
        } else {
            guard let level = Int(digits: level), level <= 63 else { return nil }
            content = .hashes(level: level)
        }
        var width = Self.fullWidth
        if parts.count >= 2, let name = parts.dropLast().last, name.suffix(2).elementsEqual(".p".utf8) {
            guard let digits = parts.popLast(), let partial = Int(digits: digits), 1..<Self.fullWidth ~= partial else {
                return nil
            }
            width = partial
            parts[parts.endIndex - 1].removeLast(2)
        }
        guard let index = Self.index(parts) else { return nil }
        self.init(content, index: index, width: width)
    }

    /// Reads `x001/x234/067`.
    private static func index(_ parts: ArraySlice<[UInt8]>) -> Int? {
        var index = 0
        for (place, part) in zip(parts.indices, parts) {
            let isLast = place == parts.endIndex - 1
            guard isLast || part.first == 0x78 else { return nil }
            let digits = isLast ? part[...] : part.dropFirst()
            guard digits.count == 3, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
            let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
            // A leading group of zeros would be a second name for the same tile.
            if place == parts.startIndex, !isLast, value == 0 { return nil }
            let (product, tooMuch) = index.multipliedReportingOverflow(by: 1000)
            let (sum, overflow) = product.addingReportingOverflow(value)
            guard !tooMuch, !overflow else { return nil }
            index = sum
        }
        return parts.isEmpty ? nil : index
    }

    /// Whether nothing will ever be added to it.
    public var isFull: Bool { width == Self.fullWidth }
    /// The full tile of the same place. A log may keep that one only, once it is there.
    public var full: TilePath { TilePath(unchecked: content, index: index, width: Self.fullWidth) }
    /// The level of its hashes; nil for entries.
    public var level: Int? { if case .hashes(let level) = content { level } else { nil } }
    /// The entries of which it has the hashes or the data; for higher levels the places of the hashes.
    var places: Range<Int> { index << Self.height..<index << Self.height + width }

    /// The path below the log's folder.
    public var description: String {
        var (groups, rest) = ([Self.digits(index % 1000)], index / 1000)
        while rest > 0 {
            groups.append("x" + Self.digits(rest % 1000))
            rest /= 1000
        }
        let folder = level.map(String.init) ?? "entries"
        return "tile/\(folder)/\(groups.reversed().joined(separator: "/"))\(isFull ? "" : ".p/\(width)")"
    }

    private static func digits(_ number: Int) -> String {
        String(repeating: "0", count: number < 10 ? 2 : number < 100 ? 1 : 0) + String(number)
    }
}
