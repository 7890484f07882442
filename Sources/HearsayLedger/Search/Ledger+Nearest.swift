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
    /// That a sentence is near does not mean that it agrees: its opposite is near too. In a large ledger the index
    /// that ``indexMeanings()`` makes spares comparing most vectors, at the price of missing a few.
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
            for unit in try scan.nearest(max(200, 10 * limit)) {
                if matches.count == limit { break }
                guard let match = try NearestRow(db: db, query: query).match(unit) else { continue }
                matches.append(NearMatch(match: match, likeness: min(1, Double(unit.likeness))))
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
    let db: Database
    let vector: [Float]
    let probe: VectorProbe
    let version: String

    init(db: Database, vector: [Float], version: String) {
        (self.db, self.vector, self.version, probe) = (db, vector, version, VectorProbe(vector))
    }

    /// The nearest units, the nearest first: of all, or where there is an index, of those that it brings and those that came
    /// after it.
    func nearest(_ count: Int) throws -> [NearUnit] {
        let index = try NearIndex(.init(version: version, width: probe.width), db)
        var best: [NearUnit] = []
        if let index {
            let vectors = try db.cachedStatement(sql: "SELECT vectors FROM units WHERE revision = ? AND version = ?")
            for (revision, units) in try index.candidates(near: vector, 2 * count) {
                guard let row = try Row.fetchOne(vectors, arguments: [revision, version]) else { continue }
                try row.bytes("vectors").withUnsafeBytes { add(units, of: revision, $0, to: &best) }
            }
        }
        try scan(after: index?.last ?? 0, count, into: &best)
        _ = Self.cut(&best, to: count)
        return best
    }

    private func add(_ units: [Int], of revision: Int, _ bytes: UnsafeRawBufferPointer, to best: inout [NearUnit]) {
        let size = SmallVector.size(probe.width)
        for unit in units where unit >= 0 && (unit + 1) * size <= bytes.count {
            best.append(
                NearUnit(revision: revision, unit: unit, likeness: probe.product(bytes, at: unit * size)))
        }
    }

    /// Compares every vector of the revisions after one.
    private func scan(after last: Int, _ count: Int, into best: inout [NearUnit]) throws {
        let sql = """
            SELECT u.revision, u.vectors FROM units u JOIN revision r ON r.id = u.revision AND r.latest
            WHERE u.revision > ? AND u.version = ? AND u.width = ?
            """
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [last, version, probe.width])
        var least = -Float.infinity
        let size = SmallVector.size(probe.width)
        while let row = try rows.next() {
            let revision: Int = row[0]
            try row.withUnsafeData(atIndex: 1) { data in
                data?.withUnsafeBytes { bytes in
                    for unit in 0..<bytes.count / size {
                        let likeness = probe.product(bytes, at: unit * size)
                        guard likeness > least else { continue }
                        best.append(NearUnit(revision: revision, unit: unit, likeness: likeness))
                    }
                }
            }
            if best.count >= 4 * count { least = Self.cut(&best, to: count) }
        }
    }

    /// Leaves the nearest, in order, and gives what another one must have to be among them.
    private static func cut(_ units: inout [NearUnit], to count: Int) -> Float {
        units.sort { ($1.likeness, $0.revision, $0.unit) < ($0.likeness, $1.revision, $1.unit) }
        guard units.count >= count else { return -.infinity }
        units.removeLast(units.count - count)
        return units.last?.likeness ?? -.infinity
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
        do { reading = try ReadingJSON.reading(from: try row.deflated("reading")) } catch {
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
            SELECT s.statement, coalesce(w.name, w.role, w.affiliation, '') AS label, s.words, w.source FROM statement s JOIN revision r ON r.id = s.revision
                JOIN voice w ON w.id = s.voice \(filter.joins) WHERE \(filter.condition)
            """
        guard let row = try Row.fetchOne(db, sql: sql, arguments: filter.arguments) else { return nil }
        return SearchMatch(
            scope: .statements, article: article, statement: try row.value("statement"),
            voice: try row.value("label"), source: try row.optional("source"),
            pieces: [.init(words: try row.value("words"), isMatch: false)])
    }
}
