internal import GRDB
internal import HearsayCore

extension RevisionKey {
    init(_ row: Row) throws { self.init(article: try row.value("article"), number: try row.value("number")) }
}

extension StoredArticle {
    /// Articles by their latest revision, `r`; a condition follows.
    static let query = """
        SELECT r.article, r.number, r.ordering, d.title, d.outlet, d.domain, d.url, d.published, a.added,
            (SELECT count(*) FROM statement s WHERE s.revision = r.id) AS statements,
            (SELECT count(*) FROM voice v WHERE v.revision = r.id AND v.anonymous) AS unnamed,
            (SELECT count(*) FROM revision x JOIN document y ON y.revision = x.id WHERE x.article = r.article)
                AS revisions
        FROM revision r JOIN article a ON a.id = r.article JOIN document d ON d.revision = r.id
        """

    init(_ row: Row) throws {
        self.init(
            id: try row.value("article"), title: try row.value("title"), outlet: try row.optional("outlet"),
            domain: try row.optional("domain"), url: try row.optional("url"),
            published: try row.optional("published"), added: try row.value("added"),
            statements: try row.value("statements"), unnamed: try row.value("unnamed"),
            revisions: try row.value("revisions"),
            place: ArticlePlace(ordering: try row.value("ordering"), article: try row.value("article")))
    }
}

extension StoredRevision {
    /// Revisions, `r`; a condition follows.
    static let query = """
        SELECT r.article, r.number, r.latest, c.digest, c.record, d.document, d.stages,
            c.entry AS capture_entry, d.entry AS reading_entry
        FROM revision r JOIN capture c ON c.id = r.capture JOIN document d ON d.revision = r.id
        """

    init(_ row: Row) throws {
        guard let capture = CaptureRecord(record: try row.bytes("record"), bytes: []) else {
            throw DamagedRow(column: "record")
        }
        self.init(
            key: try RevisionKey(row), isLatest: try row.value("latest"), captured: capture.captured,
            digest: try row.value("digest"), document: try row.value("document"),
            captureEntry: try row.value("capture_entry"), readingEntry: try row.value("reading_entry"),
            stages: try Self.stages(try row.value("stages")))
    }

    private static func stages(_ text: String) throws -> [String: String] {
        guard case .object(let fields) = try JSONReader.value(of: Array(text.utf8)) else {
            throw DamagedRow(column: "stages")
        }
        return try fields.mapValues { value in
            guard case .string(let version) = value else { throw DamagedRow(column: "stages") }
            return version
        }
    }
}
