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

    /// What these lists mark.
    static let patterns =
        NamePattern.all(related, .related) + NamePattern.all(apart, .apart) + NamePattern.all(elsewhere, .elsewhere)
        + NamePattern.all(elsewhereWords, .elsewhere, .word) + NamePattern.all(hidden, .elsewhere, .name)
}
