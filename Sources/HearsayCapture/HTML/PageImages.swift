import HearsayCore

/// The pictures of a page's article that have words, with captions and credits apart; without any, the page's own choice.
struct PageImages {
    private static let most = 60
    private static let mostClimb = 3

    /// The pictures.
    private(set) var images: [Document.Image] = []
    /// Elements whose words belong to pictures and not to the body.
    private(set) var elements: [Int] = []

    private let tree: HTMLTree
    private let base: String?
    private let body: Range<Int>
    private let zone: Range<Int>
    private let headline: Int?

    /// The pictures of a page whose body stands in some nodes.
    init(_ tree: HTMLTree, body nodes: [Int], headline: Int?, head: PageHead, base: String?) {
        (self.tree, self.base, self.headline) = (tree, base, headline)
        let start = nodes.first ?? 0
        body = start..<max(start, nodes.last.map { tree.next(after: $0) } ?? tree.count)
        zone = Self.zone(tree, body: body, headline: headline)
        var found: [(image: Document.Image, elements: [Int])] = []
        for box in boxes() where found.count < Self.most {
            for range in ranges(of: box) { if let picture = picture(box, range) { found.append(picture) } }
        }
        for picture in found {
            elements += picture.elements
            let isLoose = picture.image.url == nil && picture.image.caption == nil
            add(picture.image) {
                Self.isCopy($0, picture.image) || isLoose && $0.caption != nil && $0.credit == picture.image.credit
            }
        }
        if images.isEmpty, let url = head.value(["og:image", "og:image:url", "twitter:image"]) {
            images.append(.init(url: WebAddress.resolve(Array(url.utf8)[...], base: base)))
        }
    }

    /// Adds pictures that stood in paragraphs of the body, but none twice.
    mutating func append(_ more: [Document.Image]) {
        for image in more { add(image) { Self.isCopy($0, image) || image.caption == nil && $0.credit == image.credit } }
    }

    /// Takes out the portraits of the article's authors, whose names stand below them.
    mutating func removePortraits(of authors: [String]) {
        let names = Set(authors.map { Whitespace.letters(Array($0.utf8)[...]) })
        images.removeAll { image in
            guard let caption = image.caption, image.credit == nil else { return false }
            return names.contains(Whitespace.letters(Array(caption.utf8)[...]))
        }
    }

    /// Where the article's pictures stand: from the top of what holds headline and body to the end of the body.
    private static func zone(_ tree: HTMLTree, body: Range<Int>, headline: Int?) -> Range<Int> {
        guard var top = body.first else { return 0..<0 }
        if let headline {
            while !tree.contains(top, headline), let parent = tree.parent(of: top) { top = parent }
        }
        var article = body.lowerBound
        while tree.tag[article] != .article, let parent = tree.parent(of: article) { article = parent }
        let end = tree.tag[article] == .article ? tree.next(after: article) : body.upperBound
        return min(top, article == 0 ? top : article)..<max(end, body.upperBound)
    }

    /// The elements that hold a picture and its words, in document order.
    ///
    /// Words that stand with no picture are a box of their own, if they hold a credit.
    private func boxes() -> [Int] {
        var boxes: Set<Int> = []
        var outer = 0..<0
        var node = zone.lowerBound
        while node < zone.upperBound {
            let tag = tree.tag[node]
            if tag == .text || tag.isNeverText && tag != .dialog {
                node = tree.next(after: node)
                continue
            }
            if tag == .figure {
                boxes.insert(node)
                outer = node..<max(outer.upperBound, tree.next(after: node))
            } else if isWords(node) {
                if let box = box(of: node) {
                    boxes.insert(box)
                    outer = box..<max(outer.upperBound, tree.next(after: box))
                } else if !outer.contains(node), holdsCredit(node) {
                    boxes.insert(node)
                    outer = node..<tree.next(after: node)
                }
            }
            node += 1
        }
        return boxes.sorted().filter { !isForeign($0) }
    }

    /// Whether an element outside figures is named after captions or credits, and holds words alone.
    private func isWords(_ node: Int) -> Bool {
        guard let role = PictureClasses.role(of: node, in: tree, inFigure: false), role != .text else {
            return PictureClasses.isOfPicture(node, in: tree) && isLabelled(node)
        }
        return true
    }

    private func isLabelled(_ node: Int) -> Bool {
        guard tree.next(after: node) - node < 12, !tree.tag[node].isHeading else { return false }
        let words = tree.plainText(node, limit: 700)
        return words.utf8.count <= 600 && PictureWords(Array(words.utf8)[...]).isLabelled
    }

    /// Whether an element, which stands with no picture, is named after a picture's words and holds a credit.
    private func holdsCredit(_ node: Int) -> Bool {
        let words = tree.plainText(node, limit: 700)
        return words.utf8.count <= 600 && PictureWords(Array(words.utf8)[...]).credit != nil
    }

    /// The nearest element around words that holds a picture too; nil where none is near.
    private func box(of node: Int) -> Int? {
        var (at, steps) = (node, 0)
        while steps <= Self.mostClimb {
            if tree.tag[at] == .figure { return at }
            let holdsBody = at <= body.lowerBound && body.upperBound <= tree.next(after: at)
            if holdsBody, at != node, tree.plainText(at, limit: 1600).utf8.count > 1500 { return nil }
            if holdsPicture(at) { return at == node || isNear(node, in: at) ? at : nil }
            guard let parent = tree.parent(of: at), tree.tag[parent] != .body else { return nil }
            (at, steps) = (parent, steps + 1)
        }
        return nil
    }

    private func holdsPicture(_ node: Int) -> Bool {
        isPicture(node) || tree.descendants(of: node).contains { isPicture($0) }
    }

    private func isPicture(_ node: Int) -> Bool {
        switch tree.tag[node] {
        case .img, .picture, .svg: tree.tag[node] != .svg || isOfPictureBox(node)
        case .other: tree.attribute(.src, of: node) != nil
        default: false
        }
    }

    /// A drawing that keeps the place of a picture.
    private func isOfPictureBox(_ node: Int) -> Bool {
        tree.parent(of: node).map { PictureClasses.isOfPicture($0, in: tree) } ?? false
            || PictureClasses.isOfPicture(node, in: tree)
    }

    /// Whether hardly any words stand between a picture in a box and words in it.
    private func isNear(_ node: Int, in box: Int) -> Bool {
        var (bytes, near) = (0, false)
        var at = box
        while at < tree.next(after: box) {
            if at == node {
                if near, bytes <= 400 { return true }
                (bytes, near) = (0, true)
                at = tree.next(after: node)
                continue
            }
            if isPicture(at) {
                if near, at > node, bytes <= 200 { return true }
                if at < node { (bytes, near) = (0, true) }
            }
            if tree.tag[at] == .text { bytes += tree.words(at).trimmed.count }
            at = tree.tag[at].isNeverText ? tree.next(after: at) : at + 1
        }
        return false
    }

    /// Whether a box is part of the surroundings: of a teaser, a footer, a list of other articles.
    private func isForeign(_ box: Int) -> Bool {
        var at = box
        while true {
            if at <= body.lowerBound && body.upperBound <= tree.next(after: at) { return false }
            switch tree.tag[at] {
            case .aside, .nav, .noscript, .template: return true
            case .footer: return true
            case .a: if pointsElsewhere(at) { return true }
            default: if at != box || tree.tag[at] != .figure, PictureClasses.isTeaser(at, in: tree) { return true }
            }
            guard let parent = tree.parent(of: at) else { return false }
            at = parent
        }
    }

    /// Whether a link leads to another page, not to a larger copy of a picture.
    private func pointsElsewhere(_ link: Int) -> Bool {
        guard let href = tree.attribute(.href, of: link)?.trimmed, !href.isEmpty, href.first != 0x23 else {
            return false
        }
        let path = href.prefix { $0 != 0x3F && $0 != 0x23 }
        let ends = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"]
        if ends.contains(where: { path.suffix($0.utf8.count).startsIgnoringCase($0) }) { return false }
        return tree.descendants(of: link).contains { tree.tag[$0].isHeading }
    }

    /// The nodes of a box, cut before each picture that follows the words of another.
    private func ranges(of box: Int) -> [Range<Int>] {
        guard tree.tag[box] != .figure else { return [box..<tree.next(after: box)] }
        var (cuts, hasWords) = ([box], false)
        var node = box + 1
        while node < tree.next(after: box) {
            if isPicture(node) {
                if hasWords { cuts.append(node) }
                hasWords = false
            } else if PictureClasses.role(of: node, in: tree, inFigure: false).map({ $0 != .text }) ?? false,
                !holdsPicture(node)
            {
                hasWords = true
            }
            node += 1
        }
        cuts.append(tree.next(after: box))
        return zip(cuts, cuts.dropFirst()).map { $0..<$1 }
    }

    private func picture(_ box: Int, _ range: Range<Int>) -> (image: Document.Image, elements: [Int])? {
        let pieces = PicturePieces(box, range, in: tree)
        let isFigure = tree.tag[box] == .figure && holdsPicture(box)
        let words = PictureCaption(pieces, isFigure: isFigure)
        var image = Document.Image(url: url(in: range), caption: words.caption, credit: words.credit)
        // The texts under the headings of a list in pictures are the article itself.
        if pieces.hasHeading { image.caption = nil }
        guard image.caption != nil || image.credit != nil else { return nil }
        if image.credit == nil, image.url == nil, !mayHoldPicture(box) { return nil }
        return (image, pieces.hasHeading ? [] : words.elements)
    }

    /// Figures of quoted posts, tables and films have captions too, but show no picture.
    private func mayHoldPicture(_ figure: Int) -> Bool {
        !tree.descendants(of: figure).contains {
            [.table, .blockquote, .pre, .iframe, .video, .audio].contains(tree.tag[$0])
        }
    }

    private func url(in range: Range<Int>) -> String? {
        for node in range where isPicture(node) {
            // A picture that is fetched late has only a stand-in as its source.
            for name in [HTMLAttribute.dataSrc, .dataLazySrc, .dataOriginal, .src] {
                guard let source = tree.attribute(name, of: node), !source.startsIgnoringCase("data:") else { continue }
                if let url = WebAddress.resolve(source, base: base) { return url }
            }
        }
        return nil
    }

    /// Adds a picture unless the same is there: another copy of it, or the same caption, perhaps cut short.
    private mutating func add(_ image: Document.Image, unless isCopy: (Document.Image) -> Bool) {
        guard images.count < Self.most else { return }
        for (index, old) in images.enumerated() where isCopy(old) {
            if old.caption == nil { images[index].caption = image.caption }
            if old.credit == nil { images[index].credit = image.credit }
            if old.url == nil { images[index].url = image.url }
            return
        }
        images.append(image)
    }

    private static func isCopy(_ a: Document.Image, _ b: Document.Image) -> Bool {
        if let one = a.caption, let other = b.caption {
            let (one, other) = (Whitespace.letters(Array(one.utf8)[...]), Whitespace.letters(Array(other.utf8)[...]))
            let shorter = min(one.count, other.count)
            return one == other || shorter >= 60 && one.prefix(shorter - 8) == other.prefix(shorter - 8)
        }
        return a.url != nil && a.url == b.url && a.credit == b.credit
    }
}
