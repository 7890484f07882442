/// The ways from one page of a list to those before and after it.
struct Pager: Sendable {
    /// How many entries of the list stand before this page.
    let offset: Int
    let nextHref: String?
    let earlierHref: String?
    /// The next page's twin.
    let nextTwin: String?

    /// The ways from the page at `offset` of the list at `path`, with `length` entries a page; `query` stays in the addresses.
    init(_ path: String, offset: Int, length: Int, hasMore: Bool, query fixed: String? = nil) {
        func query(_ offset: Int) -> String {
            let parts = [fixed, offset > 0 ? "offset=\(offset)" : nil].compactMap(\.self)
            return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
        }
        self.offset = offset
        nextHref = hasMore ? path + query(offset + length) : nil
        earlierHref = offset > 0 ? path + query(max(0, offset - length)) : nil
        nextTwin = hasMore ? path + ".json" + query(offset + length) : nil
    }
}
