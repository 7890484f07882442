/// How far the trace of a ledger is there to be shown. What lists a part of a large ledger shows what is there, and traces
/// nothing by itself.
public enum TraceState: String, Sendable, CaseIterable {
    /// It tells of everything in the ledger.
    case current
    /// Articles were added or changed since it was made; of the others it still tells.
    case outdated
    /// There is none.
    case absent
}
