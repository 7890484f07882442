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

/// A table of towns, countries, regions and seas with their positions, ordered by name.
///
/// It is searched where it lies: loading looks at its first and last row, and a row is parsed when its name occurs.
public struct Gazetteer: Sendable {
    /// One row.
    struct Row: Hashable {
        enum Kind: UInt8 {
            case capital = 65
            case town = 80
            case country = 67
            case region = 82
            /// What is of a country: "Ukrainian".
            case people = 68
            /// The short form of a state, which stands behind a town only: "Mo."
            case form = 66
        }
        var place: Place
        var population: Int
        /// The country's code, and the state's or province's behind a stop where the table tells: "US.TX".
        var code: String
        var kind: Kind
        /// Whether it was found by its first name.
        var isMainName: Bool

        var country: String { String(code.prefix { $0 != "." }) }
        var isTown: Bool { kind == .town || kind == .capital }
        var isLand: Bool { kind == .country || kind == .region }
    }

    private let bytes: [UInt8]
    /// The first byte behind the comments.
    private let start: Int

    /// The table in `places.tsv`: name, latitude, longitude, GeoNames number (0 for none), population, country and
    /// region, kind, and the main name where it is another, parted by tabs; one line for each name, ordered by the
    /// bytes of the name in ASCII lower case, behind comments with "#". Throws when there is no row, or when the first
    /// or the last one is damaged.
    public init(tsv bytes: [UInt8]) throws(GazetteerError) {
        (self.bytes, start) = (bytes, Self.startOfRows(bytes))
        guard start < bytes.count else { throw GazetteerError(code: .noRows, line: 0) }
        var last = bytes.count - 1
        if bytes[last] == 0x0A { last -= 1 }
        while last > start, bytes[last - 1] != 0x0A { last -= 1 }
        for line in [start, last] where row(at: line) == nil {
            throw GazetteerError(code: .badRow, line: bytes[..<line].count { $0 == 0x0A } + 1)
        }
    }

    private static func startOfRows(_ bytes: [UInt8]) -> Int {
        var i = 0
        while i < bytes.count, bytes[i] == UInt8(ascii: "#") || bytes[i] == 0x0A {
            while i < bytes.count, bytes[i] != 0x0A { i += 1 }
            i += 1
        }
        return i
    }

    /// The rows with a name, ASCII case aside.
    func rows(named name: [UInt8]) -> [Row] {
        let key = name.map(Self.lower)
        var (found, line) = ([Row](), firstLine(notBefore: key))
        while line < bytes.count, compare(line, key) == 0 {
            if let row = row(at: line) { found.append(row) }
            line = next(line)
        }
        return found
    }

    /// The numbers of the lines that are damaged or out of order, for tests of the table.
    func damagedLines() -> [Int] {
        var (found, number, line) = ([Int](), bytes[..<start].count { $0 == 0x0A } + 1, start)
        var before: [UInt8] = []
        while line < bytes.count {
            let name = bytes[line...].prefix { $0 != 0x09 }.map(Self.lower)
            if row(at: line) == nil || name.lexicographicallyPrecedes(before) { found.append(number) }
            (before, line, number) = (name, next(line), number + 1)
        }
        return found
    }

    // MARK: - Searching

    private func firstLine(notBefore key: [UInt8]) -> Int {
        var (low, high) = (start, bytes.count)
        while low < high {
            var line = (low + high) / 2
            while line > low, bytes[line - 1] != 0x0A { line -= 1 }
            if compare(line, key) < 0 { low = next(line) } else { high = line }
        }
        return low
    }

    /// Below zero when the name of a line stands before the key, zero when it is the same.
    private func compare(_ line: Int, _ key: [UInt8]) -> Int {
        for (i, wanted) in key.enumerated() {
            guard line + i < bytes.count, bytes[line + i] != 0x09 else { return -1 }
            let byte = Self.lower(bytes[line + i])
            if byte != wanted { return Int(byte) - Int(wanted) }
        }
        return line + key.count < bytes.count && bytes[line + key.count] == 0x09 ? 0 : 1
    }

    private func next(_ line: Int) -> Int {
        var i = line
        while i < bytes.count, bytes[i] != 0x0A { i += 1 }
        return i + 1
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private func row(at line: Int) -> Row? {
        let end = min(next(line) - 1, bytes.count)
        let fields = bytes[line..<end].split(separator: 0x09, omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard fields.count >= 7, !fields[0].isEmpty, let latitude = Double(fields[1]),
            let longitude = Double(fields[2]),
            let number = Int(fields[3]), let population = Int(fields[4]),
            let kind = fields[6].utf8.first.flatMap(Row.Kind.init)
        else { return nil }
        let isMain = fields.count < 8 || fields[7].isEmpty
        let place = Place(
            span: TextSpan(0, 0), name: isMain ? fields[0] : fields[7], latitude: latitude, longitude: longitude,
            geonames: number)
        return Row(place: place, population: population, code: fields[5], kind: kind, isMainName: isMain)
    }
}
