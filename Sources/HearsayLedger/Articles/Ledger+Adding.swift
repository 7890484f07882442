internal import GRDB
public import HearsayCore

extension Ledger {
    /// Stores a capture with its reading, and logs both, in one transaction.
    ///
    /// An article is known again by its canonical address, else its address, else its bytes. Bytes that any of its
    /// revisions has, with the same facts, change nothing; others become a new revision. So the same archive may be
    /// added twice, or in two runs, and gives the same ledger.
    /// - Parameters:
    ///   - units: the sentence vectors, if they were made.
    ///   - stages: the versions of the stages that made the reading, by name.
    ///   - time: when this happens, RFC 3339; it goes into the log.
    public func add(
        _ capture: CaptureRecord, reading: Reading, units: StoredUnits? = nil, stages: [String: String] = [:],
        at time: String
    ) throws(LedgerError) -> Added {
        let addition: Addition
        do {
            addition = try Addition(capture, reading: reading, units: units, stages: stages)
        } catch {
            throw LedgerError(.failed, "the reading of \(capture.origin) is not sound: \(error)", path: path)
        }
        return try add([addition], at: time)[0]
    }

    /// Stores articles, and logs them, all in one transaction: they are in together, or none is. Several at once cost
    /// one flush of the disk, and a third of the work for the full-text index.
    /// - Returns: what became of each, in their order.
    public func add(_ additions: [Addition], at time: String) throws(LedgerError) -> [Added] {
        try write { db in
            let joining = try SourceJoining(db, forms: forms)
            var index = PendingIndex(db)
            let added = try additions.map { try $0.store(in: db, joining: joining, index: &index, at: time) }
            try index.finish()
            return added
        }
    }
}
