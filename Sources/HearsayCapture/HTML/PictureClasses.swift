import HearsayCore

/// What the class, id and itemprop of an element say of pictures: that it holds a caption, a credit, or a picture.
enum PictureClasses {
    /// What the words of an element are.
    enum Role: Hashable {
        /// A caption, which may hold the credit too.
        case caption
        /// A credit.
        case credit
        /// Perhaps a caption: a text beside a picture, which is one if a credit stands with it.
        case text
    }

    private static let captions = [
        "caption", "cutline", "legend", "photo-desc", "photo_desc", "photodesc", "image-desc", "image_desc",
        "imagedesc", "img-desc", "img_desc", "imgdesc", "picture-desc", "media-desc", "media__desc", "photo-text",
        "image-text", "imagetext", "img-text", "picture-text", "pic-text", "photo-info", "image-info",
        "bildunterschrift",
        "image__desc", "photo__desc", "figure__desc", "figure-desc", "gallery-desc", "slide-desc", "alttext",
    ]
    private static let credits = [
        "credit", "photographer", "courtesy", "copyright", "photo-source", "image-source", "img-source",
        "picture-source", "photosource", "imagesource", "imgsource", "image__source", "photo__source", "media-source",
        "figure-source", "photo-by", "photoby", "photo-author", "image-author", "img-author", "photo__author",
        "image__author", "picture-author", "photo-owner", "image-owner", "rightsholder", "rights-holder",
        "photo-agency", "image-agency", "photo-byline", "image-byline", "photobyline", "image-rights", "photo-rights",
    ]
    /// Words that stand for a credit inside a figure alone.
    private static let creditsInFigures: Set<String> = [
        "attribution", "source", "author", "byline", "agency", "rights", "owner", "by", "provider", "creator",
    ]
    private static let texts: Set<String> = [
        "copy", "text", "txt", "title", "desc", "description", "info", "details", "detail", "content", "note", "meta",
    ]
    private static let pictures = ["img", "image", "photo", "picture", "figure", "foto"]
    /// Names of what belongs to a caption and is none: buttons and switches, and boxes that have one.
    private static let aroundCaptions = [
        "captionlink", "caption-toggle", "toggle-caption", "caption-button", "caption-btn", "no-caption", "has-caption",
        "with-caption", "closed-caption", "caption-style", "author-im", "author-photo", "author-pic", "author__im",
        "author__photo", "author__pic", "author_im", "author_photo", "authorimage", "authorphoto", "caption-share",
        "credits-link", "credit-card", "accredit",
    ]
    private static let teasers: Set<String> = Set(
        """
        ad ads adv advert author authors avatar bio byline comment comments cookie footer nav navbar navigation menu newsletter outbrain headshot popular popup promo \
        promoted promotion rail recirc recirculation recommend recommended recommendations related relatedposts relatedstories \
        sidebar signup sponsor sponsored storylink taboola teaser teasers trending upnext zergnet latest
        """.split(separator: " ").map(String.init))
    private static let teaserParts = [
        "most-read", "mostread", "most-popular", "more-stories", "more-news", "more-from", "read-more", "readmore",
        "read-next", "up-next", "next-article", "also-like", "about-author", "author-bio", "authorbio", "author-info",
        "related-", "-related", "recommend", "advert", "newsletter", "sidebar", "article-list", "post-list",
    ]
    private static let unseen = [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "screenreader", "u-hidden", "hidden-text",
        "off-screen", "offscreen", "accessibility",
    ]

    /// What an element's words are, from its own names; nil when they say nothing.
    static func role(of node: Int, in tree: HTMLTree, inFigure: Bool) -> Role? {
        let tag = tree.tag[node]
        if tag == .text || tag.isNeverText || tag == .a || tag.isHeading && !inFigure { return nil }
        if let property = property(of: node, in: tree) { return property }
        let marks = tree.marks[node]
        if marks.contains(.aroundCaption) { return nil }
        if marks.contains(.credit), !marks.contains(.caption) { return .credit }
        if marks.contains(.caption) { return .caption }
        if marks.contains(.creditInFigure), inFigure || marks.contains(.picture) && !marks.contains(.byline) {
            return .credit
        }
        if !marks.isDisjoint(with: [.picture, .media]), marks.contains(.text) { return .text }
        if followsCamera(node, in: tree) { return .credit }
        return tag == .figcaption ? .caption : nil
    }

    /// Whether an element is plainly named after the credits of pictures.
    static func isCreditOfPicture(_ node: Int, in tree: HTMLTree) -> Bool {
        tree.marks[node].isSuperset(of: [.credit, .picture]) || followsCamera(node, in: tree)
    }

    /// Whether an element is named after pictures.
    static func isOfPicture(_ node: Int, in tree: HTMLTree) -> Bool {
        !tree.marks[node].isDisjoint(with: [.picture, .media])
    }

    /// Whether the sign of a camera stands before an element's words.
    static func followsCamera(_ node: Int, in tree: HTMLTree) -> Bool {
        let sign = node + 1
        guard sign < tree.next(after: node), tree.next(after: node) - node < 6, [.i, .span].contains(tree.tag[sign]),
            tree.plainText(sign, limit: 20).isEmpty
        else { return false }
        return tree.marks[sign].contains(.camera)
    }

    /// Whether an element holds pointers to other articles, advertisements or what else surrounds an article.
    static func isTeaser(_ node: Int, in tree: HTMLTree) -> Bool { tree.marks[node].contains(.teaser) }

    /// Whether an element's words are read aloud and not shown.
    static func isUnseen(_ node: Int, in tree: HTMLTree) -> Bool { tree.marks[node].contains(.unseen) }

    private static func property(of node: Int, in tree: HTMLTree) -> Role? {
        guard tree.tag[node] != .meta, let value = tree.attribute(.itemprop, of: node) else { return nil }
        for word in value.words {
            switch String(decoding: word.asciiLowercased, as: UTF8.self) {
            case "caption": return .caption
            case "copyrightholder", "creditline", "credittext", "copyrightnotice": return .credit
            default: break
            }
        }
        return nil
    }

    /// What these lists mark.
    static let patterns =
        NamePattern.all(captions, .caption) + NamePattern.all(credits, .credit)
        + NamePattern.all(creditsInFigures, .creditInFigure, .word) + NamePattern.all(texts, .text, .word)
        + NamePattern.all(["by"], .byline, .word) + NamePattern.all(["byline"], .byline, .start)
        + NamePattern.all(pictures, .picture) + NamePattern.all(["media"], .media)
        + NamePattern.all(aroundCaptions, .aroundCaption) + NamePattern.all(teasers, .teaser, .word)
        + NamePattern.all(teaserParts, .teaser) + NamePattern.all(unseen, .unseen)
        + NamePattern.all(["camera"], .camera)
}
