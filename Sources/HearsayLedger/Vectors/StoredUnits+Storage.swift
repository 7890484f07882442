internal import GRDB
internal import HearsayCore

extension StoredUnits {
    /// The number that stands for "no statement".
    fileprivate static let none: Int32 = -1
    /// Bytes that the place of one unit takes.
    static let placeSize = 12

    init(_ row: Row) throws {
        let (places, vectors) = (try row.bytes("places"), try row.bytes("vectors"))
        let width: Int = try row.value("width")
        guard places.count.isMultiple(of: Self.placeSize), (0...1 << 16).contains(width),
            vectors.count == places.count / Self.placeSize * SmallVector.size(width)
        else { throw DamagedRow(column: "vectors") }
        self.init(version: try row.value("version"), units: [])
        units.reserveCapacity(places.count / Self.placeSize)
        for unit in 0..<places.count / Self.placeSize {
            let vector = vectors.withUnsafeBytes {
                SmallVector.numbers($0, at: unit * SmallVector.size(width), width: width)
            }
            let (span, statement) = try Self.place(places, unit)
            units.append(Unit(span: span, statement: statement, vector: vector))
        }
    }

    /// Where a unit stands, and the place of its statement.
    static func place(_ places: [UInt8], _ unit: Int) throws -> (TextSpan, statement: Int?) {
        guard unit >= 0, (unit + 1) * placeSize <= places.count else { throw DamagedRow(column: "places") }
        let start = Int(places.littleEndian(at: placeSize * unit))
        let end = Int(places.littleEndian(at: placeSize * unit + 4))
        let statement = places.littleEndian(at: placeSize * unit + 8)
        guard 0 <= start, start <= end, statement >= none else { throw DamagedRow(column: "places") }
        return (TextSpan(start, end), statement < 0 ? nil : Int(statement))
    }

    /// Brings vectors that an older ledger holds as float32, or in eight bits with a scale before them, into four bits.
    static func shrink(_ db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT revision, version, width, length(places) AS size FROM units")
        for row in rows {
            let (revision, width): (Int, Int) = (try row.value("revision"), try row.value("width"))
            let count = try (row.value("size") as Int) / placeSize
            let sql = "SELECT places, vectors FROM units WHERE revision = ?"
            guard let blobs = try Row.fetchOne(db, sql: sql, arguments: [revision]) else { continue }
            let (places, old) = (try blobs.bytes("places"), try blobs.bytes("vectors"))
            let isInBytes = (0...1 << 16).contains(width) && old.count == count * (4 + width)
            // Vectors are made anew where there are none.
            guard isInBytes || (0...1 << 16).contains(width) && old.count == count * width * 4 else {
                try db.execute(sql: "DELETE FROM units WHERE revision = ?", arguments: [revision])
                continue
            }
            var units = StoredUnits(version: try row.value("version"), units: [])
            for unit in 0..<count {
                let (span, statement) = try place(places, unit)
                let vector = isInBytes ? old.bytes(unit, width) : old.floats(unit, width)
                units.units.append(Unit(span: span, statement: statement, vector: vector))
            }
            try UnitsRow(units).insert(for: revision, in: db)
        }
    }
}

/// Sentence vectors as a row.
struct UnitsRow {
    private let version: String
    private let width: Int
    private var places: [UInt8] = []
    private var vectors: [UInt8] = []

    init(_ stored: StoredUnits) {
        let width = stored.units.first?.vector.count ?? 0
        precondition(
            stored.units.allSatisfy { $0.vector.count == width }, "the vectors of one reading are equally long")
        (version, self.width) = (stored.version, width)
        vectors.reserveCapacity(SmallVector.size(width) * stored.units.count)
        for unit in stored.units {
            places.append(littleEndian: Int32(unit.span.start))
            places.append(littleEndian: Int32(unit.span.end))
            places.append(littleEndian: unit.statement.map { Int32($0) } ?? StoredUnits.none)
            SmallVector(unit.vector).append(to: &vectors)
        }
    }

    /// Stores them in place of older ones.
    func insert(for revision: Int, in db: Database) throws {
        let sql = "INSERT OR REPLACE INTO units (revision, version, width, places, vectors) VALUES (?, ?, ?, ?, ?)"
        try db.cachedStatement(sql: sql)
            .execute(arguments: [revision, version.column, width, places.blob, vectors.blob])
    }
}

extension [UInt8] {
    fileprivate mutating func append(littleEndian value: Int32) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    /// Vector number `unit` of those that are stored as float32.
    fileprivate func floats(_ unit: Int, _ width: Int) -> [Float] {
        (0..<width).map { Float(bitPattern: UInt32(bitPattern: littleEndian(at: 4 * (unit * width + $0)))) }
    }

    /// Vector number `unit` of those that are stored as a scale and a signed byte a value.
    fileprivate func bytes(_ unit: Int, _ width: Int) -> [Float] {
        let start = unit * (4 + width)
        let scale = Float(bitPattern: UInt32(bitPattern: littleEndian(at: start)))
        return (0..<width).map { scale * Float(Int8(bitPattern: self[start + 4 + $0])) }
    }

    fileprivate func littleEndian(at offset: Int) -> Int32 {
        let value = withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: Int32.self) }
        return Int32(littleEndian: value)
    }
}
