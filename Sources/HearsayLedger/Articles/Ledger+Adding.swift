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
            addition = try Addition(capture: capture, reading: reading, units: units, stages: stages, time: time)
        } catch {
            throw LedgerError(.failed, "the reading of \(capture.origin) is not sound: \(error)", path: path)
        }
        return try write { db in try addition.store(in: db) }
    }
}
