internal import Foundation
internal import GRDB
internal import HearsayCore

/// A statement or sentence that means something like what was asked for.
public struct NearMatch: Hashable, Sendable {
    /// The place; its pieces are the whole sentence.
    public var match: SearchMatch
    /// How alike they are: the cosine of the vectors, 1 for the same.
    public var likeness: Double
}

extension Ledger {
    /// The statements and sentences of latest revisions whose vectors point most like one, the nearest first.
    ///
    /// That a sentence is near does not mean that it agrees: its opposite is near too. In a small ledger every vector is
    /// compared; in a larger one every signature (``VectorSignature``), and the vectors of the nearest of those.
    /// - Parameters:
    ///   - vector: of the same maker as the stored ones; units of another `version` are passed over.
    ///   - query: its filters count, its words do not.
    public func nearest(
        to vector: [Float], version: String, query: SearchQuery = SearchQuery(""), limit: Int
    ) throws(LedgerError) -> [NearMatch] {
        try read { db in
            let limit = min(limit, 1000)
            guard limit > 0, !vector.isEmpty else { return [] }
            let scan = NearestScan(db: db, vector: vector, version: version)
            var matches: [NearMatch] = []
            for unit in try scan.nearest(max(200, 20 * limit)) {
                if matches.count == limit { break }
                guard let match = try NearestRow(db: db, query: query).match(unit) else { continue }
                matches.append(NearMatch(match: match, likeness: Double(unit.likeness)))
            }
            return matches
        }
    }
}

/// A stored vector, by where it lies.
struct NearUnit {
    var revision: Int
    var unit: Int
    var likeness: Float
}

/// Compares a vector with those of a ledger.
struct NearestScan {
    /// With more readings than this, signatures are compared first.
    static let small = 2000

    let db: Database
    let vector: SmallVector
    let signature: VectorSignature
    let width: Int
    let version: String
    private static let rows =
        "FROM units u JOIN revision r ON r.id = u.revision AND r.latest WHERE u.version = ? AND u.width = ?"

    init(db: Database, vector: [Float], version: String) {
        (self.db, self.version, width) = (db, version, vector.count)
        (self.vector, signature) = (SmallVector(vector), VectorSignature(vector))
    }

    /// The nearest units, the nearest first.
    func nearest(_ count: Int) throws -> [NearUnit] {
        let isSmall =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM (SELECT 1 FROM units LIMIT ?)", arguments: [Self.small + 1])
            ?? 0 <= Self.small
        let units = isSmall ? try exact() : try exact(among: candidates(4 * count))
        return Array(
            units.sorted { ($1.likeness, $0.revision, $0.unit) < ($0.likeness, $1.revision, $1.unit) }.prefix(count))
    }

    /// The units whose signatures differ least.
    private func candidates(_ count: Int) throws -> [Int: [Int]] {
        var byDistance = [[(revision: Int, unit: Int)]](repeating: [], count: 64 * ((width + 63) / 64) + 1)
        var (kept, worst) = (0, byDistance.count - 1)
        let size = VectorSignature.size(width)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT u.revision, u.signatures \(Self.rows)", arguments: [version, width])
        while let row = try rows.next() {
            let revision: Int = row[0]
            try row.withUnsafeData(atIndex: 1) { data in
                data?.withUnsafeBytes { bytes in
                    for unit in 0..<bytes.count / size {
                        let distance = signature.distance(bytes, at: unit * size)
                        guard distance < worst || kept < count, distance <= worst else { continue }
                        byDistance[distance].append((revision, unit))
                        kept += 1
                        while worst > 0, kept - byDistance[worst].count >= count {
                            kept -= byDistance[worst].count
                            byDistance[worst] = []
                            worst -= 1
                        }
                    }
                }
            }
        }
        return Dictionary(grouping: byDistance.joined(), by: \.revision).mapValues { $0.map(\.unit) }
    }

    private func exact(among units: [Int: [Int]]) throws -> [NearUnit] {
        let statement = try db.cachedStatement(sql: "SELECT vectors FROM units WHERE revision = ?")
        return try units.sorted { $0.key < $1.key }.flatMap { revision, units -> [NearUnit] in
            guard let row = try Row.fetchOne(statement, arguments: [revision]) else { return [] }
            return products(try row.bytes("vectors"), revision, units)
        }
    }

    private func exact() throws -> [NearUnit] {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT u.revision, u.vectors \(Self.rows)", arguments: [version, width])
        var units: [NearUnit] = []
        while let row = try rows.next() {
            let (revision, vectors): (Int, [UInt8]) = (try row.value("revision"), try row.bytes("vectors"))
            units += products(vectors, revision, Array(0..<vectors.count / SmallVector.size(width)))
        }
        return units
    }

    private func products(_ vectors: [UInt8], _ revision: Int, _ units: [Int]) -> [NearUnit] {
        let size = SmallVector.size(width)
        return vectors.withUnsafeBytes { bytes in
            units.filter { ($0 + 1) * size <= bytes.count }.map {
                NearUnit(revision: revision, unit: $0, likeness: vector.product(bytes, at: $0 * size))
            }
        }
    }
}

/// Turns a unit into the statement or sentence that it is.
struct NearestRow {
    let db: Database
    let query: SearchQuery

    /// Nil where the filters do not let it through.
    func match(_ near: NearUnit) throws -> SearchMatch? {
        let sql = """
            SELECT u.places, d.reading, r.article FROM units u JOIN revision r ON r.id = u.revision
                JOIN document d ON d.revision = u.revision WHERE u.revision = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [near.revision]) else { return nil }
        let (span, statement) = try StoredUnits.place(try row.bytes("places"), near.unit)
        guard let article = try db.articles([try row.value("article")]).values.first else { return nil }
        if let statement { return try match(statement, of: near.revision, article) }
        guard !query.filtersStatements, query.source == nil, query.scopes.contains(.articles), passes(article) else {
            return nil
        }
        let reading: Reading
        do { reading = try ReadingJSON.reading(from: try row.bytes("reading")) } catch {
            throw DamagedRow(column: "reading")
        }
        guard span.end <= reading.document.text.count else { throw DamagedRow(column: "places") }
        let words = OneLine.text(reading.document.text.string(span))
        return SearchMatch(
            scope: .articles, article: article, pieces: [.init(words: words, isMatch: false)])
    }

    private func passes(_ article: StoredArticle) -> Bool {
        guard let outlet = query.outlet?.lowercased() else { return true }
        return article.outlet?.lowercased() == outlet || article.domain?.lowercased() == outlet
    }

    private func match(_ place: Int, of revision: Int, _ article: StoredArticle) throws -> SearchMatch? {
        guard query.scopes.contains(.statements) else { return nil }
        var filter = SearchFilter(query, .statements)
        filter.add(
            "s.id = (SELECT id FROM statement WHERE revision = ? ORDER BY id LIMIT 1 OFFSET ?)", revision, place)
        let sql = """
            SELECT s.statement, s.label, s.words, w.source FROM statement s JOIN revision r ON r.id = s.revision
                JOIN voice w ON w.id = s.voice \(filter.joins) WHERE \(filter.condition)
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: filter.arguments) else { return nil }
        return SearchMatch(
            scope: .statements, article: article, statement: try row.value("statement"),
            voice: try row.value("label"), source: try row.optional("source"),
            pieces: [.init(words: try row.value("words"), isMatch: false)])
    }
}
