import HearsayCore

/// What the class and id of an element say of a list of links.
enum RelatedNames {
    /// Parts of names of boxes of further reading.
    private static let related = [
        "related", "readmore", "read-more", "read_more", "readalso", "read-also", "alsoread", "also-read", "moreon",
        "more-on-", "more_on", "seealso", "see-also", "see_also", "further-reading", "furtherreading", "also-like",
        "alsolike", "yarpp",
    ]
    /// Parts of names that speak of other things related, and words in which those letters mean something else.
    private static let apart = [
        "unrelated", "correlated", "tag", "topic", "categor", "keyword", "entit", "video", "product", "search",
        "tooltip", "sponsor", "quote", "compan", "event", "job", "stock", "people",
    ]
    /// Parts of names of lists that any page shows, of advertising and of the site's own places.
    private static let elsewhere = [
        "most-read", "mostread", "most_read", "most-popular", "mostpopular", "most_popular", "most-viewed",
        "mostviewed",
        "trending", "taboola", "outbrain", "zergnet", "revcontent", "mgid", "nativo", "dianomi", "newsletter",
        "sponsor", "advert", "comments", "disqus", "breadcrumb", "author-bio", "authorbox", "author-box",
        "about-author",
        "cookie", "site-footer", "sitefooter", "global-footer", "latest-news", "latestnews", "latest-stories",
        "popular-posts", "popularposts", "popular-stories", "top-stories", "topstories",
    ]
    private static let elsewhereWords: Set<String> = [
        "popular", "mostread", "trending", "latest", "nav", "navbar", "navigation", "menu", "megamenu", "comments",
        "pagination", "pager", "prev", "previous", "next", "tags", "taglist", "share", "sharing", "social", "modal",
        "paywall", "masthead", "recent",
    ]

    /// Whole names of what only a script shows.
    private static let hidden: Set<String> = ["hide", "is-hidden", "u-hidden"]

    /// Whether an element is named a box of further reading.
    static func areRelated(of node: Int, in tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: node, in: tree)
        guard !names.isEmpty else { return false }
        return names.split(separator: 0x20).contains { name in
            related.contains { name.firstIgnoringCase($0) != nil }
                && !apart.contains { name.firstIgnoringCase($0) != nil }
        }
    }

    /// Whether an element is named a list of something else.
    static func areElsewhere(of node: Int, in tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: node, in: tree)
        guard !names.isEmpty else { return false }
        if elsewhere.contains(where: { names[...].firstIgnoringCase($0) != nil }) { return true }
        if names.split(separator: 0x20).contains(where: { hidden.contains($0.string) }) { return true }
        return names.split { !$0.isASCIILetter && !$0.isASCIIDigit }.contains {
            $0.count <= 12 && elsewhereWords.contains($0.string)
        }
    }
}
