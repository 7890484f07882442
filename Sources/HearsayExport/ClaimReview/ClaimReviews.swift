internal import HearsayCore

/// Verdicts of people as ClaimReview (schema.org, JSON-LD), for the pages on which they published them.
///
/// Only what a person decided and published is written: a verdict needs a page of its own on the web and the name of
/// who published it. What lacks them is counted in ``leftOut``; where nothing is left, not a byte is written.
public struct ClaimReviews: Sendable {
    /// How many verdicts were written.
    public private(set) var written = 0
    /// How many were left out: without a page, an author or words, or taken back.
    public private(set) var leftOut = 0
    private var items = JSONItems()

    /// No verdicts yet.
    public init() {}

    /// The bytes of one verdict, with the file's beginning before the first; none where it is left out.
    public mutating func review(_ review: ExportedReview) -> [UInt8] {
        guard let item = ReviewItem(review) else {
            leftOut += 1
            return []
        }
        var bytes: [UInt8] = written == 0 ? Array("{\"@context\":\"https://schema.org\",\"@graph\":[".utf8) : []
        items.add(to: &bytes, item.write)
        written += 1
        return bytes
    }

    /// The bytes after the last one; none where nothing was written.
    public mutating func foot() -> [UInt8] { written == 0 ? [] : Array("\n]}\n".utf8) }
}
