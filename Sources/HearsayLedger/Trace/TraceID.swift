extension Ledger {
    /// The id of a revision in traces: "a12" for the latest one of article 12, "a12r3" for an earlier one.
    public static func traceID(_ key: RevisionKey, isLatest: Bool) -> String {
        isLatest ? "a\(key.article)" : "a\(key.article)r\(key.number)"
    }
}
