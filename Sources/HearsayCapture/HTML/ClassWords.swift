import HearsayCore

/// What the class and id of an element suggest. They are evidence, not verdicts: the caller weighs them by text share.
enum ClassWords {
    /// Whole words of a class or id that stand for something around an article.
    private static let aroundWords: Set<String> = Set(
        """
        ad ads adv advert bio breadcrumb breadcrumbs byline caption comment comments cookie cookies copyright credit dateline \
        disclaimer disqus email fb feedback footer gdpr infobox keywords kicker login \
        masthead modal nav navbar navigation newsletter nocontent overlay pagination pager paywall \
        popular popup promo promoted promotion rail recirc recirculation recommended related relatedposts relatedstories \
        respond rss sharebar sharedaddy sharing shoutbox sidebar signup slideshow sociable social sponsor \
        sponsored storylink subscribe subscription taglist tags teaser timestamp toc toolbar topics trending \
        utility vcard widget widgets zergnet tooltip screenreader promobox pullquote navlist authorbio \
        contributors cta noprint editsection reflist catlinks printfooter
        """.split(separator: " ").map(String.init))
    /// Words that stand for such things alone, and in longer names may say how a paragraph is laid out or what it tells.
    private static let looseWords: Set<String> = [
        "download", "filed", "follow", "hidden", "hide", "jump", "legal", "menu", "meta", "more", "pin", "poll",
        "print", "reference", "references", "search", "share", "skip", "tag", "tools", "video",
    ]
    /// Parts of such words that are long enough to be certain.
    private static let aroundParts = [
        "advert", "caption", "comment", "disqus", "newsletter", "outbrain", "taboola", "sidebar", "breadcrumb",
        "sharing", "social-",
        "read-more", "readmore", "related-", "author-bio", "about-author", "about-the-author", "most-read", "mostread",
        "sr-only",
        "visually-hidden", "visuallyhidden", "screen-reader", "recommend", "promo-", "subscrib", "sign-up", "cookie",
        "hatom-extra",
        "sharedaddy", "jp-relatedposts", "addtoany", "wp-caption-text", "post-meta", "entry-meta", "article-meta",
        "photo-credit",
        "image-caption", "media-caption", "more-stories", "more-news", "up-next", "next-article", "inline-video",
        "gallery", "pull-quote", "pull_quote", "quote--pull", "call-to-action", "donate", "donation", "kommentar",
        "commentaire", "comentario", "reacties", "commenti",
    ]
    /// Names of the element that holds an article's body, the surest first.
    private static let bodyParts = [
        "articlebody", "article-body", "article__body", "article_body", "story-body", "story__body", "story_body",
        "storybody",
        "entry-content", "post-content", "post__content", "post-body", "postbody", "article-content",
        "article__content",
        "article_content", "articlecontent", "article-text", "article__text", "articletext", "story-content",
        "story__content",
        "storycontent", "content-body", "content__body", "body-content", "body-copy", "bodycopy", "main-content__body",
        "article__main", "article-main", "rich-text", "richtext", "text-content", "td-post-content", "single-content",
        "news-content", "news-body", "detail-body", "paragraphs", "post_content", "post-text", "story-text",
        "storytext",
        "field-name-body", "field--name-body", "field-body", "mw-parser-output", "mw-content-text",
    ]

    /// The attributes that hold names.
    static let attributes = [HTMLAttribute.class, .id, .dataTestid]

    /// Class, id and test id of an element in small letters, with one space between.
    static func names(of node: Int, in tree: HTMLTree) -> [UInt8] {
        var out: [UInt8] = []
        for attribute in attributes {
            guard let value = tree.attribute(attribute, of: node) else { continue }
            if !out.isEmpty { out.append(0x20) }
            for byte in value.prefix(400) { out.append(byte.asciiLowercased) }
        }
        return out
    }

    /// Parts of names of boxes that are never an article's, however much they say.
    private static let boxParts = [
        "cookie", "consent", "gdpr", "newsletter", "comments", "comment-list", "disqus", "sign-up", "signup",
        "registration-wall", "privacy-notice",
    ]

    /// Names that the scripts of social networks ask for on a post that stands in a page.
    private static let embeds = [
        "twitter-tweet", "twitter-video", "tweet-embed", "embedded-tweet", "instagram-media", "tiktok-embed", "fb-post",
        "fb-video", "reddit-card", "reddit-embed", "bluesky-embed", "mastodon-embed", "threads-media",
        "text-post-media",
        "telegram-post", "imgur-embed", "embedly-card", "vk_post", "linkedin-embed",
    ]

    /// What these lists mark.
    static let patterns =
        NamePattern.all(aroundWords, .around, .word) + NamePattern.all(aroundParts, .around)
        + NamePattern.all(looseWords, .loose, .word) + NamePattern.all(looseWords, .around, .name)
        + NamePattern.all(boxParts, .box)
        + NamePattern.all(bodyParts, .body) + NamePattern.all(embeds, .embed)
}
