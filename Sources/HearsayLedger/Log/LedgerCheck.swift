public import TransparencyLog

/// What recomputing the log from the stored captures, readings and judgements gave.
public struct LedgerCheck: Hashable, Sendable {
    /// One thing that does not agree.
    public struct Finding: Hashable, Sendable {
        /// The kinds of disagreement.
        public enum Code: String, Sendable, CaseIterable {
            /// The leaf's bytes do not give its hash, or do not say what the entry says.
            case leafAltered = "leaf-altered"
            /// The content does not give the digests of its leaf.
            case contentAltered = "content-altered"
            /// An entry covers content that is not there.
            case contentMissing = "content-missing"
            /// Content that no entry covers.
            case contentWithoutEntry = "content-without-entry"
            /// A number is missing among the entries.
            case indexGap = "index-gap"
            /// What lists and searches show does not agree with the content that it was taken from.
            case columnAltered = "column-altered"
            /// The file's own structure is broken: a table and its index disagree, or a page is used twice or never.
            case fileDamaged = "file-damaged"
        }

        /// What does not agree.
        public var code: Code
        /// The entry, where there is one.
        public var index: Int?
        /// A sentence for people.
        public var text: String
    }

    /// The leaf hashes in order, recomputed from the leaves.
    public var leafHashes: [LogHash]
    /// What does not agree; empty when all does.
    public var findings: [Finding]
}
