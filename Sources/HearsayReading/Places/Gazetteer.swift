internal import HearsayCore

/// Why a table of places could not be read.
public struct GazetteerError: Error, Equatable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: Sendable { case noRows, badRow }
    /// What is wrong.
    public let code: Code
    /// The line, counted from 1; 0 when no single line is at fault.
    public let line: Int

    /// A sentence for the user.
    public var description: String {
        code == .noRows ? "the table of places has no rows" : "the table of places is damaged in line \(line)"
    }
}

/// A table of towns, countries and regions with their positions, indexed by name.
///
/// Loading indexes the names by a hash of their bytes and parses nothing else: a row is read when its name occurs.
public struct Gazetteer: Sendable {
    /// One row.
    struct Row: Hashable {
        enum Kind: UInt8 {
            case town = 80
            case country = 67
            case region = 82
        }
        var place: Place
        var population: Int
        var country: String
        var kind: Kind
        /// Whether it was found by its first name.
        var isMainName: Bool
    }

    private let bytes: [UInt8]
    /// Open addressing: the upper half of a slot is the hash, the lower the start of the row plus one; 0 is free.
    private let slots: [UInt64]
    private let mask: Int

    /// The table in `places.tsv`: name, latitude, longitude, GeoNames number, population, country, kind and other
    /// names, parted by tabs; lines with "#" are comments. Throws when a row lacks columns or there is none.
    public init(tsv bytes: [UInt8]) throws(GazetteerError) {
        self.bytes = bytes
        let names = try Self.countNames(bytes)
        guard names > 0 else { throw GazetteerError(code: .noRows, line: 0) }
        var size = 64
        while size < names * 2 { size *= 2 }
        mask = size - 1
        var slots = [UInt64](repeating: 0, count: size)
        Self.index(bytes, &slots)
        self.slots = slots
    }

    /// Names in the table; throws at the first row without its seven columns.
    private static func countNames(_ bytes: [UInt8]) throws(GazetteerError) -> Int {
        var (names, line, tabs, isComment, isEmpty) = (0, 1, 0, false, true)
        for i in bytes.indices {
            switch bytes[i] {
            case 0x0A:
                if !isComment, !isEmpty, tabs < 6 { throw GazetteerError(code: .badRow, line: line) }
                (line, tabs, isComment, isEmpty) = (line + 1, 0, false, true)
            case 0x09:
                tabs += 1
                isEmpty = false
            case UInt8(ascii: "#") where isEmpty: (isComment, isEmpty) = (true, false)
            case UInt8(ascii: "|"): names += 1
            default:
                if isEmpty { names += 1 }
                isEmpty = false
            }
        }
        if !isComment, !isEmpty, tabs < 6 { throw GazetteerError(code: .badRow, line: line) }
        return names
    }

    private static func index(_ bytes: [UInt8], _ slots: inout [UInt64]) {
        let mask = slots.count - 1
        var (row, start, column, hash) = (0, 0, 0, Self.seed)
        for i in 0...bytes.count {
            let byte = i < bytes.count ? bytes[i] : 0x0A
            let isEnd = byte == 0x09 || byte == 0x0A || byte == UInt8(ascii: "|")
            guard isEnd else {
                if column == 0 || column == 7 { hash = Self.step(hash, byte) }
                continue
            }
            if i > start, column == 0 || column == 7, bytes[row] != UInt8(ascii: "#") {
                var slot = Int(hash & 0xFFFF_FFFF) & mask
                while slots[slot] != 0 { slot = (slot + 1) & mask }
                slots[slot] = (hash & 0xFFFF_FFFF) << 32 | UInt64(row + 1)
            }
            (start, hash) = (i + 1, Self.seed)
            if byte == 0x09 { column += 1 }
            if byte == 0x0A { (row, column) = (i + 1, 0) }
        }
    }

    // FNV-1a over bytes with ASCII letters in lower case.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte &- 0x41 < 26 ? byte | 0x20 : byte)) &* 0x100_0000_01B3
    }

    /// The rows with a name, by their main name or another, ASCII case aside.
    func rows(named name: [UInt8]) -> [Row] {
        let hash = name.reduce(Self.seed, Self.step) & 0xFFFF_FFFF
        var (found, slot) = ([Row](), Int(hash) & mask)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash, let row = row(at: Int(slots[slot] & 0xFFFF_FFFF) - 1, named: name) {
                found.append(row)
            }
            slot = (slot + 1) & mask
        }
        return found
    }

    private func row(at start: Int, named name: [UInt8]) -> Row? {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        let fields = bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false)
        guard fields.count >= 7, let latitude = Double(Self.string(fields[1])),
            let longitude = Double(Self.string(fields[2])),
            let number = Int(Self.string(fields[3])), let population = Int(Self.string(fields[4])),
            let kind = fields[6].first.flatMap(Row.Kind.init)
        else { return nil }
        let isMain = Self.matches(fields[0], name)
        let others = fields.count > 7 ? fields[7].split(separator: UInt8(ascii: "|")) : []
        guard isMain || others.contains(where: { Self.matches($0, name) }) else { return nil }
        let place = Place(
            span: TextSpan(0, 0), name: Self.string(fields[0]), latitude: latitude, longitude: longitude,
            geonames: number)
        return Row(
            place: place, population: population, country: Self.string(fields[5]), kind: kind, isMainName: isMain)
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    private static func matches(_ field: ArraySlice<UInt8>, _ name: [UInt8]) -> Bool {
        field.elementsEqual(name) { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == ($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
    }
}
