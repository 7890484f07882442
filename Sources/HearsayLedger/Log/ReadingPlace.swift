internal import GRDB
internal import HearsayCore

/// Where a reading belongs: which capture it reads, and to which article that belongs. Its leaf covers both, so that
/// rows cannot be exchanged unseen.
struct ReadingPlace {
    /// The number of the capture's entry in the log.
    private let capture: Int
    /// By what the article is known again.
    private let key: String
    /// The name of the captured bytes.
    private let digest: String
    private let record: CaptureRecord?

    /// The place of the reading of a revision; nil when there is no such revision.
    init?(ofRevision revision: Int, _ db: Database) throws {
        let sql = """
            SELECT c.entry, c.digest, c.record, a.key FROM revision r
                JOIN capture c ON c.id = r.capture JOIN article a ON a.id = r.article WHERE r.id = ?
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [revision]) else { return nil }
        (capture, key, digest) = (try row.value("entry"), try row.value("key"), try row.value("digest"))
        record = CaptureRecord(record: try row.bytes("record"), bytes: [])
    }

    /// The place of a reading that was renewed, which is that of the reading that is there now.
    init?(ofRenewed entry: Int, _ db: Database) throws {
        var last = entry
        // An entry is withdrawn by a later one, so this comes to an end.
        while let by = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT by FROM withdrawal WHERE entry = ? AND by > entry"), arguments: [last])
        {
            last = by
        }
        let sql = "SELECT revision FROM document WHERE entry = ?"
        guard let revision = try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [last]) else { return nil }
        try self.init(ofRevision: revision, db)
    }

    /// Whether a leaf agrees with it, as far as the leaf tells.
    func agrees(with leaf: Leaf, salt: [UInt8]) -> Bool {
        parts.allSatisfy { name, content in leaf.digests[name].map { $0 == Digest.salted(content, salt) } ?? true }
    }

    /// What the leaf covers of it.
    var parts: [String: [UInt8]] { ["capture": Array(String(capture).utf8), "key": Array(key.utf8)] }

    /// Whether a document was read from the captured bytes, as far as its id tells: callers may give others than digests.
    func hasBytes(of document: Document) -> Bool { !Digest.isName(document.id) || document.id == digest }

    /// Whether the article can be known by its key from a document of it, by the rules of any version.
    func hasKey(of document: Document) -> Bool {
        guard let record else { return false }
        return ArticleKey.candidates(of: document, capture: record, digest: digest).contains(key)
    }
}
