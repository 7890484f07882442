/// One captured version of an article, as exports name it: where the bytes came from, when, and what read them.
public struct ExportedRevision: Hashable, Sendable {
    /// The article's number in the ledger.
    public var article: Int
    /// The revision's number within the article, from 1.
    public var number: Int
    /// The address that was asked for.
    public var url: String?
    /// The address that answered, after redirects.
    public var finalURL: String?
    /// The digest of the captured bytes, "sha256:" and hexadecimal digits.
    public var digest: String
    /// When the bytes were captured, RFC 3339.
    public var captured: String
    /// When the page was asked for, RFC 3339; nil where nothing was fetched.
    public var requested: String?
    /// When the document was read, RFC 3339; nil where that is not kept.
    public var read: String?
    /// The number of the capture's entry in the transparency log.
    public var entry: Int?
    /// The versions of the stages that made the reading, by name.
    public var stages: [String: String]

    /// A revision of which only the bytes and the time of their capture are known.
    public init(
        article: Int, number: Int = 1, url: String? = nil, finalURL: String? = nil, digest: String, captured: String,
        requested: String? = nil, read: String? = nil, entry: Int? = nil, stages: [String: String] = [:]
    ) {
        (self.article, self.number, self.url, self.finalURL) = (article, number, url, finalURL)
        (self.digest, self.captured, self.requested, self.read) = (digest, captured, requested, read)
        (self.entry, self.stages) = (entry, stages)
    }

    /// The address by which exports know it: the one that answered, else the one that was asked for.
    public var address: String? { finalURL ?? url }

    /// The stages in the order of their names, so that two exports agree.
    var orderedStages: [(name: String, version: String)] {
        stages.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map { ($0.key, $0.value) }
    }
}
