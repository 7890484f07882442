internal import GRDB
public import HearsayCore

/// A trace is made step by step, each step in a transaction of its own, so that it can be interrupted and goes on where
/// it stopped: first every revision gets its sketch and its neighbours, then each affair is traced and kept.
extension Ledger {
    /// The revisions whose captures or readings came into the log at or after an entry; from 0 all of them.
    public func traceNodes(since entry: Int = 0) throws(LedgerError) -> [TraceNode] {
        try read { db in
            let sql = """
                SELECT \(TraceNode.columns) FROM revision r JOIN document d ON d.revision = r.id
                WHERE r.capture IN (SELECT id FROM capture WHERE entry >= ?1)
                    OR r.id IN (SELECT revision FROM document WHERE entry >= ?1)
                ORDER BY r.id
                """
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [entry]).map(TraceNode.init)
        }
    }

    /// The revisions that have a sketch and wait for their affair to be traced.
    public func waitingNodes() throws(LedgerError) -> [Int] {
        try read { db in
            let sql = """
                SELECT n.revision FROM trace_node n
                WHERE NOT EXISTS (SELECT 1 FROM trace_article t WHERE t.revision = n.revision) ORDER BY n.revision
                """
            return try Int.fetchAll(db, sql: sql)
        }
    }

    /// How many revisions have a sketch.
    public func countNodes() throws(LedgerError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM trace_node") ?? 0 }
    }

    /// Some revisions by their numbers within the trace; unknown ones are left out.
    public func traceNodes(_ ids: [Int]) throws(LedgerError) -> [TraceNode] {
        try read { db in
            let sql = "SELECT \(TraceNode.columns) FROM revision r JOIN document d ON d.revision = r.id WHERE r.id = ?"
            let statement = try db.cachedStatement(sql: sql)
            return try ids.compactMap { try Row.fetchOne(statement, arguments: [$0]).map(TraceNode.init) }
        }
    }

    /// In how many articles each of some terms was when the articles were counted last; others are in one at most.
    public func holders(of terms: [UInt32]) throws(LedgerError) -> [UInt32: Int] {
        try read { db in
            let statement = try db.cachedStatement(sql: "SELECT articles FROM trace_word WHERE term = ?")
            var holders: [UInt32: Int] = [:]
            for term in terms { holders[term] = try Int.fetchOne(statement, arguments: [Int(term)]) }
            return holders
        }
    }

    /// Who is near to a revision.
    public func neighbours(of node: Int) throws(LedgerError) -> [Neighbour] {
        try read { db in try TraceNeighbours(db).neighbours(of: node) }
    }

    /// Begins the trace anew, in place of the one that is there.
    /// - Parameters:
    ///   - sketches: every revision, with its neighbours.
    ///   - holders: in how many articles each term is; those of one article may be left out.
    ///   - basis: the size of the log before the readings were fetched.
    ///   - version: the version of what makes the trace.
    public func beginTrace(
        _ sketches: [TraceSketch], holders: [UInt32: Int], basis: Int, version: String
    ) throws(LedgerError) {
        try write { db in
            try db.dropTrace()
            try refuseErased(since: basis, db)
            let sql = "INSERT INTO trace (only, basis, version, counted) VALUES (1, ?, ?, ?)"
            try db.execute(sql: sql, arguments: [basis, version.column, sketches.count])
            let word = try db.cachedStatement(sql: "INSERT INTO trace_word (term, articles) VALUES (?, ?)")
            for (term, articles) in holders.sorted(by: { $0.key < $1.key }) where articles > 1 {
                try word.execute(arguments: [Int(term), articles])
            }
            let neighbours = TraceNeighbours(db)
            try neighbours.insert(sketches.map { ($0.node, $0.sketch) })
            for sketch in sketches {
                for near in sketch.neighbours { try neighbours.join(sketch.node, near.article, near.nearness) }
            }
        }
    }

    /// Takes revisions into the trace that are new or were read anew. The affairs that they belong to, and those that they
    /// come near to, wait to be traced again; the cost is that of these.
    /// - Parameters:
    ///   - sketches: the revisions; their neighbours are looked for here.
    ///   - least: how near neighbours must be at least.
    ///   - basis: the size of the log before the readings were fetched.
    public func extendTrace(_ sketches: [TraceSketch], least: Int, basis: Int) throws(LedgerError) {
        try write { db in
            try refuseErased(since: basis, db)
            let neighbours = TraceNeighbours(db)
            var affairs = Set<Int>()
            for sketch in sketches {
                if let own = try Int.fetchOne(
                    db.cachedStatement(sql: "SELECT affair FROM trace_article WHERE revision = ?"),
                    arguments: [sketch.node])
                {
                    affairs.insert(own)
                }
                try neighbours.remove(sketch.node)
                let found = try neighbours.find(sketch, least: least)
                try neighbours.insert([(sketch.node, sketch.sketch)])
                for near in found {
                    try neighbours.join(sketch.node, near.article, near.nearness)
                    try neighbours.join(near.article, sketch.node, near.nearness)
                    if let affair = try neighbours.affair(of: near.article, reachedAt: near.nearness) {
                        affairs.insert(affair)
                    }
                }
            }
            for affair in affairs { try db.dropAffair(affair) }
            try db.execute(sql: "UPDATE trace SET basis = ?, whole = 0", arguments: [basis])
        }
    }

    /// Stores the traces of affairs, in place of what is there of their revisions.
    /// - Throws: ``LedgerError/Code/notFound`` when the trace was begun anew meanwhile, or something in it erased.
    public func keepTraces(_ affairs: [TracedNodes]) throws(LedgerError) {
        try write { db in
            for affair in affairs { try TraceWriter(affair: affair, path: path).store(in: db) }
        }
    }

    /// Says that every affair is traced. Does nothing while some still wait.
    public func finishTrace() throws(LedgerError) {
        try write { db in
            try db.execute(
                sql: """
                    UPDATE trace SET whole = 1 WHERE NOT EXISTS (
                        SELECT 1 FROM trace_node n WHERE NOT EXISTS (
                            SELECT 1 FROM trace_article t WHERE t.revision = n.revision))
                    """)
        }
    }

    private func refuseErased(since basis: Int, _ db: Database) throws {
        let erased = "SELECT EXISTS (SELECT 1 FROM entry WHERE number >= ? AND kind = 'erasure')"
        if try Bool.fetchOne(db, sql: erased, arguments: [basis]) ?? false {
            throw LedgerError(.failed, "something was erased since the trace was begun", path: path)
        }
    }
}
