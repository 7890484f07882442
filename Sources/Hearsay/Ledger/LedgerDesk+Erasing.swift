internal import HearsayLedger
internal import Synchronization

/// What an erasure took out of the ledger.
public struct ErasedArticle: Equatable, Sendable {
    /// The article's number.
    public var article: Int
    /// The revisions that are gone.
    public var revisions: [Int]
    /// The entries of the log whose content is gone; their leaves stay.
    public var entries: [Int]
    /// The entry that says so.
    public var entry: Int
    /// Why pieces of the words may be left in the file; nil where none are.
    public var unpurged: String?
}

extension LedgerDesk {
    /// The revisions that ``erase(_:revision:reason:)`` would take out, with the article's title.
    /// - Throws: ``DeskError/Code/notFound`` when there are none.
    public func erasable(_ article: Int, revision: Int? = nil) throws -> (title: String, revisions: [Int]) {
        try asking { ledger in
            let revisions = try ledger.revisions(of: article).map(\.key.number).filter { revision ?? $0 == $0 }.sorted()
            guard !revisions.isEmpty, let stored = try ledger.article(article) else {
                let what = revision.map { "revision \($0) of article \(article)" } ?? "article \(article)"
                throw DeskError(.notFound, "there is no \(what)")
            }
            return (stored.title, revisions)
        }
    }

    /// Writes the ledger's file anew without what was erased earlier.
    /// - Returns: why that could not be; nil where it is done.
    public func purge() -> String? {
        do { try ledger.purge() } catch { return error.reason }
        return nil
    }

    /// Removes an article, or one revision of it, for good: bytes, texts, readings, vectors, judgements that rest on it,
    /// and the salts of its log entries. The entries' leaves stay, so all proofs still hold.
    /// - Throws: ``DeskError/Code/notFound`` when it is not there.
    public func erase(_ article: Int, revision: Int? = nil, reason: String? = nil) throws -> ErasedArticle {
        let revisions = try erasable(article, revision: revision).revisions
        let keys = revisions.map { RevisionKey(article: article, number: $0) }
        let erasure = try asking { try $0.erase(keys, reason: reason, at: now()) }
        cached.withLock { $0 = nil }
        return ErasedArticle(
            article: article, revisions: revisions, entries: erasure.entries, entry: erasure.entry,
            unpurged: erasure.unpurged)
    }
}
