internal import GRDB
internal import HearsayCore

/// The tables by which revisions of one affair find each other.
struct TraceNeighbours {
    private let db: Database

    init(_ db: Database) { self.db = db }

    func neighbours(of node: Int) throws -> [Neighbour] {
        let sql = "SELECT other, nearness FROM trace_near WHERE node = ? ORDER BY other"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [node]).map { row in
            Neighbour(article: try row.value("other"), nearness: try row.value("nearness"))
        }
    }

    /// Who is near to a revision that is not among them yet: by terms, and as a version of the same article.
    func find(_ sketch: TraceSketch, least: Int) throws -> [Neighbour] {
        var products: [Int: Int] = [:]
        let holders = try db.cachedStatement(sql: "SELECT node, weight FROM trace_term WHERE term = ?")
        for entry in sketch.sketch.entries {
            let rows = try Row.fetchCursor(holders, arguments: [Int(entry.term)])
            while let row = try rows.next() {
                products[try row.value("node"), default: 0] += try row.value("weight") * entry.weight
            }
        }
        var near = products.mapValues(ArticleSketch.nearness).filter { $0.value >= least }
        let versions = """
            SELECT n.revision FROM revision r JOIN revision v ON v.article = r.article
                JOIN trace_node n ON n.revision = v.id WHERE r.id = ? AND v.id <> r.id
            """
        for version in try Int.fetchAll(db.cachedStatement(sql: versions), arguments: [sketch.node]) {
            near[version] = Neighbour.same
        }
        near[sketch.node] = nil
        return near.map { Neighbour(article: $0.key, nearness: $0.value) }
    }

    /// The affair of a revision if another one so near to it belongs to that affair; nil also when it waits to be traced.
    func affair(of node: Int, reachedAt nearness: Int) throws -> Int? {
        let sql = "SELECT affair FROM trace_article WHERE revision = ? AND level <= ?"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [node, nearness])
    }

    func insert(_ sketches: [(node: Int, sketch: ArticleSketch)]) throws {
        let node = try db.cachedStatement(sql: "INSERT INTO trace_node (revision, sketch) VALUES (?, ?)")
        for sketch in sketches { try node.execute(arguments: [sketch.node, sketch.sketch.column.blob]) }
        let term = try db.cachedStatement(sql: "INSERT INTO trace_term (term, node, weight) VALUES (?, ?, ?)")
        // In the order of the table, which is many times as fast as any other.
        let rows = sketches.flatMap { sketch in sketch.sketch.entries.map { ($0.term, sketch.node, $0.weight) } }
        for row in rows.sorted(by: { ($0.0, $0.1) < ($1.0, $1.1) }) {
            try term.execute(arguments: [Int(row.0), row.1, row.2])
        }
    }

    func join(_ node: Int, _ other: Int, _ nearness: Int) throws {
        let sql = "INSERT OR REPLACE INTO trace_near (node, other, nearness) VALUES (?, ?, ?)"
        try db.cachedStatement(sql: sql).execute(arguments: [node, other, nearness])
    }

    /// Takes a revision out, if it is there.
    func remove(_ node: Int) throws {
        let sql = "SELECT sketch FROM trace_node WHERE revision = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [node]) else { return }
        let term = try db.cachedStatement(sql: "DELETE FROM trace_term WHERE term = ? AND node = ?")
        for entry in try ArticleSketch(column: row.bytes("sketch")).entries {
            try term.execute(arguments: [Int(entry.term), node])
        }
        let near = try db.cachedStatement(sql: "DELETE FROM trace_near WHERE node = ? AND other = ?")
        for neighbour in try neighbours(of: node) {
            try near.execute(arguments: [node, neighbour.article])
            try near.execute(arguments: [neighbour.article, node])
        }
        try db.cachedStatement(sql: "DELETE FROM trace_node WHERE revision = ?").execute(arguments: [node])
    }
}
