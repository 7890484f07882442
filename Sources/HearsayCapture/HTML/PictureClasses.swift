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
        let names = ClassWords.names(of: node, in: tree)
        if !names.isEmpty {
            if has(aroundCaptions, names) { return nil }
            if has(credits, names), !has(captions, names) { return .credit }
            if has(captions, names) { return .caption }
            let tokens = names.split { !$0.isASCIILetter && !$0.isASCIIDigit }.map(\.string)
            if tokens.contains(where: creditsInFigures.contains), inFigure || has(pictures, names) && !isByline(tokens)
            {
                return .credit
            }
            if has(pictures + ["media"], names), tokens.contains(where: texts.contains) { return .text }
        }
        if followsCamera(node, in: tree) { return .credit }
        return tag == .figcaption ? .caption : nil
    }

    private static func isByline(_ tokens: [String]) -> Bool {
        tokens.contains { $0 == "by" || $0.hasPrefix("byline") }
    }

    /// Whether an element is plainly named after the credits of pictures.
    static func isCreditOfPicture(_ node: Int, in tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: node, in: tree)
        return has(credits, names) && has(pictures, names) || followsCamera(node, in: tree)
    }

    /// Whether an element is named after pictures.
    static func isOfPicture(_ node: Int, in tree: HTMLTree) -> Bool {
        has(pictures + ["media"], ClassWords.names(of: node, in: tree))
    }

    /// Whether the sign of a camera stands before an element's words.
    static func followsCamera(_ node: Int, in tree: HTMLTree) -> Bool {
        let sign = node + 1
        guard sign < tree.next(after: node), tree.next(after: node) - node < 6, [.i, .span].contains(tree.tag[sign]),
            tree.plainText(sign, limit: 20).isEmpty
        else { return false }
        return has(["camera"], ClassWords.names(of: sign, in: tree))
    }

    /// Whether an element holds pointers to other articles, advertisements or what else surrounds an article.
    static func isTeaser(_ node: Int, in tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: node, in: tree)
        guard !names.isEmpty else { return false }
        let tokens = names.split { !$0.isASCIILetter && !$0.isASCIIDigit }
        return tokens.contains { $0.count <= 16 && teasers.contains($0.string) } || has(teaserParts, names)
    }

    /// Whether an element's words are read aloud and not shown.
    static func isUnseen(_ node: Int, in tree: HTMLTree) -> Bool { has(unseen, ClassWords.names(of: node, in: tree)) }

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

    private static func has(_ parts: [String], _ names: [UInt8]) -> Bool {
        !names.isEmpty && parts.contains { names[...].firstIgnoringCase($0) != nil }
    }
}
