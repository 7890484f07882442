extension Ledger {
    /// The id of a revision in traces: "a12" for the latest one of article 12, "a12r3" for an earlier one.
    public static func traceID(_ key: RevisionKey, isLatest: Bool) -> String {
        isLatest ? "a\(key.article)" : "a\(key.article)r\(key.number)"
    }

    /// The article and the revision of such an id; without a revision it is the latest. Nil for other text.
    static func parse(traceID id: String) -> (article: Int, number: Int?)? {
        guard id.hasPrefix("a") else { return nil }
        let parts = id.dropFirst().split(separator: "r", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let article = Int(first) else { return nil }
        guard parts.count == 2 else { return (article, nil) }
        return Int(parts[1]).map { (article, $0) }
    }
}
