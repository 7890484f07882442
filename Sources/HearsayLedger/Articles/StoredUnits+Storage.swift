internal import GRDB
internal import HearsayCore

extension StoredUnits {
    /// The number that stands for "no statement".
    private static let none: Int32 = -1

    func insert(for revision: Int, in db: Database) throws {
        let width = units.first?.vector.count ?? 0
        precondition(units.allSatisfy { $0.vector.count == width }, "the vectors of one reading are equally long")
        var places: [UInt8] = []
        var vectors: [UInt8] = []
        vectors.reserveCapacity(4 * width * units.count)
        for unit in units {
            places.append(littleEndian: Int32(unit.span.start))
            places.append(littleEndian: Int32(unit.span.end))
            places.append(littleEndian: unit.statement.map { Int32($0) } ?? Self.none)
            for value in unit.vector { vectors.append(littleEndian: Int32(bitPattern: value.bitPattern)) }
        }
        try db.cachedStatement(
            sql: "INSERT OR REPLACE INTO units (revision, version, width, places, vectors) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: [revision, version.column, width, places.blob, vectors.blob])
    }

    init(_ row: Row) throws {
        let (places, vectors) = (try row.bytes("places"), try row.bytes("vectors"))
        let width: Int = try row.value("width")
        guard places.count.isMultiple(of: 12), (0...1 << 16).contains(width),
            vectors.count == places.count / 12 * width * 4
        else { throw DamagedRow(column: "vectors") }
        self.init(version: try row.value("version"), units: [])
        units.reserveCapacity(places.count / 12)
        for unit in 0..<places.count / 12 {
            let start = Int(places.littleEndian(at: 12 * unit))
            let end = Int(places.littleEndian(at: 12 * unit + 4))
            let statement = places.littleEndian(at: 12 * unit + 8)
            guard 0 <= start, start <= end, statement >= Self.none else { throw DamagedRow(column: "places") }
            let vector = (0..<width).map { i in
                Float(bitPattern: UInt32(bitPattern: vectors.littleEndian(at: 4 * (unit * width + i))))
            }
            let span = TextSpan(start, end)
            units.append(Unit(span: span, statement: statement < 0 ? nil : Int(statement), vector: vector))
        }
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian value: Int32) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    fileprivate func littleEndian(at offset: Int) -> Int32 {
        let value = withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int32.self) }
        return Int32(littleEndian: value)
    }
}
