/// A format into which articles and claims are written, one at a time: ``head()``, then any number of ``article(_:)``
/// and ``claim(_:)``, then ``foot()``, whose bytes one after the other are the file.
///
/// Nothing is kept of an article once its bytes are handed over, but the names of outlets and stages, which are
/// written once.
public protocol LedgerExport: Sendable {
    /// The bytes before the first article.
    mutating func head() -> [UInt8]
    /// The bytes of one article. Give each revision once.
    mutating func article(_ article: ExportedArticle) -> [UInt8]
    /// The bytes of one claim, after the articles; none in a format that knows no claims.
    mutating func claim(_ claim: ExportedClaim) -> [UInt8]
    /// The bytes after the last one.
    mutating func foot() -> [UInt8]
}

extension LedgerExport {
    /// Nothing: most formats know statements only.
    public mutating func claim(_ claim: ExportedClaim) -> [UInt8] { [] }
}
