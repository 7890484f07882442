internal import GRDB

extension Ledger {
    /// Makes the index for searching by meaning, where one pays: in a ledger of many vectors, unless the one that is there
    /// holds most of them. Costs some ten seconds and 120 MB for each million of vectors.
    /// - Returns: whether it was made.
    @discardableResult
    public func indexMeanings() throws(LedgerError) -> Bool {
        try write { db in
            guard let maker = try NearIndex.maker(db), try NearIndex.pays(maker, db) else { return false }
            try NearIndex.make(maker, db)
            return true
        }
    }
}

/// The signatures of the vectors of the latest revisions, in cells of those that are alike, so that a search reads a few
/// cells and not every vector. It follows from the vectors and may be dropped at any time; revisions that came after it
/// was made are compared one by one.
struct NearIndex {
    /// What made the vectors that are indexed.
    struct Maker: Equatable {
        var version: String
        var width: Int
    }

    /// With fewer vectors than this, comparing all takes no longer.
    private static let least = 100_000
    /// Vectors in a cell, on average, and how many cells there are at most.
    private static let (cellSize, mostCells) = (2000, 256)
    /// One cell in so many is looked through.
    private static let share = 16

    private let db: Database
    private let cells: VectorCells
    private let width: Int
    /// Revisions with greater numbers are not indexed.
    let last: Int

    /// Nil where there is none for these vectors.
    init?(_ maker: Maker, _ db: Database) throws {
        let sql = "SELECT last FROM near WHERE version = ? AND width = ?"
        guard let last = try Int.fetchOne(db, sql: sql, arguments: [maker.version.column, maker.width]) else {
            return nil
        }
        (self.db, self.last, width) = (db, last, maker.width)
        let rows = try Row.fetchAll(db, sql: "SELECT centre FROM near_cell ORDER BY cell")
        cells = VectorCells(centres: try rows.map { try Self.centre($0, width: maker.width) })
    }

    private static func centre(_ row: Row, width: Int) throws -> VectorSignature {
        let bytes = try row.bytes("centre")
        guard bytes.count == 8 * VectorSignature.words(width) else { throw DamagedRow(column: "centre") }
        return bytes.withUnsafeBytes { bytes in
            VectorSignature(
                words: (0..<bytes.count / 8).map {
                    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))
                })
        }
    }

    /// The units whose signatures differ least from a vector's, in the cells nearest to it, by their revisions.
    func candidates(near vector: [Float], _ count: Int) throws -> [Int: [Int]] {
        let signature = VectorSignature(vector)
        let size = Self.unitSize(width)
        var found: [(distance: Int, revision: Int, unit: Int)] = []
        let statement = try db.cachedStatement(sql: "SELECT units FROM near_cell WHERE cell = ?")
        for cell in cells.cells(near: signature, max(4, cells.count / Self.share)) {
            guard let row = try Row.fetchOne(statement, arguments: [cell]) else { continue }
            try row.bytes("units").withUnsafeBytes { bytes in
                var (distances, best) = ([Int](), [Int](repeating: 0, count: 64 * VectorSignature.words(width) + 1))
                distances.reserveCapacity(bytes.count / size)
                for place in 0..<bytes.count / size {
                    let distance = signature.distance(bytes, at: place * size + 8)
                    distances.append(distance)
                    best[distance] += 1
                }
                let most = Self.threshold(best, count)
                for (place, distance) in distances.enumerated() where distance <= most {
                    let (revision, unit) = Self.unit(bytes, at: place * size)
                    found.append((distance, revision, unit))
                }
            }
        }
        found.sort { ($0.distance, $0.revision, $0.unit) < ($1.distance, $1.revision, $1.unit) }
        return Dictionary(grouping: found.prefix(count), by: \.revision).mapValues { $0.map(\.unit) }
    }

    /// The least distance within which `count` lie, from how many lie at each.
    private static func threshold(_ counts: [Int], _ count: Int) -> Int {
        var sum = 0
        return counts.firstIndex { number in
            sum += number
            return sum >= count
        } ?? counts.count
    }

    // MARK: Making

    /// What made most of the vectors.
    static func maker(_ db: Database) throws -> Maker? {
        let sql =
            "SELECT version, width FROM units WHERE width > 0 GROUP BY version, width ORDER BY count(*) DESC LIMIT 1"
        return try Row.fetchOne(db, sql: sql).map {
            Maker(version: try $0.value("version"), width: try $0.value("width"))
        }
    }

    /// Whether there are many vectors, of which the index lacks a quarter.
    static func pays(_ maker: Maker, _ db: Database) throws -> Bool {
        let sql = """
            SELECT coalesce(sum(length(places)), 0) / \(StoredUnits.placeSize) FROM units WHERE version = ? AND width = ?
            """
        let there = try Int.fetchOne(db, sql: sql, arguments: [maker.version.column, maker.width]) ?? 0
        let held = "SELECT units FROM near WHERE version = ? AND width = ?"
        let indexed = try Int.fetchOne(db, sql: held, arguments: [maker.version.column, maker.width]) ?? 0
        return there >= least && there - indexed > there / 4
    }

    /// Makes the index anew.
    static func make(_ maker: Maker, _ db: Database) throws {
        try drop(db)
        let all = try Signatures(maker, db)
        guard all.count > 0 else { return }
        let count = min(mostCells, max(1, all.count / cellSize))
        let cells = VectorCells(count: count, of: all.words, size: all.size)
        var blobs = [[UInt8]](repeating: [], count: count)
        for place in 0..<all.count {
            let signature = all.words[place * all.size..<(place + 1) * all.size]
            let cell = cells.cell(of: signature)
            for number in [all.revisions[place], all.units[place]] {
                withUnsafeBytes(of: number.littleEndian) { blobs[cell].append(contentsOf: $0) }
            }
            for word in signature {
                withUnsafeBytes(of: word.littleEndian) { blobs[cell].append(contentsOf: $0) }
            }
        }
        let insert = try db.cachedStatement(sql: "INSERT INTO near_cell (cell, centre, units) VALUES (?, ?, ?)")
        for (cell, blob) in blobs.enumerated() {
            var centre: [UInt8] = []
            cells.centre(cell).append(to: &centre)
            try insert.execute(arguments: [cell, centre.blob, blob.blob])
        }
        try db.execute(
            sql: "INSERT INTO near (only, version, width, last, units) VALUES (1, ?, ?, ?, ?)",
            arguments: [maker.version.column, maker.width, Int(all.revisions.last ?? 0), all.count])
    }

    /// Takes the index out, which tells something of what was written.
    static func drop(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM near_cell; DELETE FROM near")
    }

    private static func unitSize(_ width: Int) -> Int { 8 + 8 * VectorSignature.words(width) }

    private static func unit(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> (revision: Int, unit: Int) {
        func number(_ offset: Int) -> Int {
            Int(Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)))
        }
        return (number(offset), number(offset + 4))
    }

    /// The signatures of all vectors of latest revisions, in the order of the revisions.
    private struct Signatures {
        /// Words of one.
        let size: Int
        private(set) var words: [UInt64] = []
        private(set) var revisions: [Int32] = []
        private(set) var units: [Int32] = []

        var count: Int { revisions.count }

        init(_ maker: Maker, _ db: Database) throws {
            size = VectorSignature.words(maker.width)
            let sql = """
                SELECT u.revision, u.vectors FROM units u JOIN revision r ON r.id = u.revision AND r.latest
                WHERE u.version = ? AND u.width = ? ORDER BY u.revision
                """
            let rows = try Row.fetchCursor(db, sql: sql, arguments: [maker.version.column, maker.width])
            let vectorSize = SmallVector.size(maker.width)
            while let row = try rows.next() {
                // Numbers beyond these are of a ledger that nobody has.
                guard let revision = Int32(exactly: try row.value("revision") as Int) else { break }
                try row.bytes("vectors").withUnsafeBytes { bytes in
                    for unit in 0..<bytes.count / vectorSize {
                        words += VectorSignature(bytes, at: unit * vectorSize, width: maker.width).words
                        revisions.append(revision)
                        units.append(Int32(unit))
                    }
                }
            }
        }
    }
}
