import HearsayCore

/// The pictures of a page's article that have words, with captions and credits apart; without any, the page's own choice.
struct PageImages {
    private static let most = 60
    private static let mostClimb = 3
    private static let mostNodes = 800
    private static let mostBoxes = 400

    /// The pictures.
    private(set) var images: [Document.Image] = []
    /// Elements whose words belong to pictures and not to the body.
    private(set) var elements: [Int] = []

    private let tree: HTMLTree
    private let base: String?
    private let zone: ArticleZone
    /// How many nodes may still be looked at for what stands near words, for pages made to be slow.
    private var budget = 400_000
    /// How many pictures stand before each node.
    private var pictures: [Int32] = [0]

    /// The pictures of an article in its zone.
    init(_ tree: HTMLTree, zone: ArticleZone, head: PageHead, base: String?) {
        (self.tree, self.zone, self.base) = (tree, zone, base)
        pictures.reserveCapacity(tree.count + 1)
        for node in 0..<tree.count { pictures.append((pictures.last ?? 0) + (isPicture(node) ? 1 : 0)) }
        var found: [(image: Document.Image, elements: [Int])] = []
        for box in boxes() where found.count < Self.most {
            if let image = titled(box) {
                found.append((image, []))
                continue
            }
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

    /// The elements that hold a picture and its words, in document order.
    ///
    /// Words that stand with no picture are a box of their own, if they hold a credit.
    private mutating func boxes() -> [Int] {
        var boxes: Set<Int> = []
        var outer = 0..<0
        var node = zone.nodes.lowerBound
        while node < zone.nodes.upperBound, boxes.count < Self.mostBoxes {
            let tag = tree.tag[node]
            if tag == .text || tag.isNeverText && tag != .dialog {
                node = tree.next(after: node)
                continue
            }
            if tag == .figure {
                boxes.insert(node)
                outer = node..<max(outer.upperBound, tree.next(after: node))
            } else if titled(node) != nil {
                boxes.insert(node)
            } else if isWords(node) || isLabelAndName(node) {
                if let box = box(of: node), !zone.isForeign(box) {
                    boxes.insert(box)
                    outer = box..<max(outer.upperBound, tree.next(after: box))
                } else if !outer.contains(node), isWords(node), holdsCredit(node) {
                    boxes.insert(node)
                    outer = node..<tree.next(after: node)
                }
            }
            node += 1
        }
        return boxes.sorted().filter { !zone.isForeign($0) }
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

    /// Whether the words of an element are a label and a name, and nothing else: "© Jane Roe".
    private func isLabelAndName(_ node: Int) -> Bool {
        let tag = tree.tag[node]
        guard tag != .text, tag != .a, tree.next(after: node) - node < 8, tree.next(after: node) - node > 1 else {
            return false
        }
        let words = Array(tree.plainText(node, limit: 200).utf8)[...]
        guard words.count <= 160, let label = PictureLabel(words) else { return false }
        let rest = words.dropFirst(label.length).trimmed
        guard let first = rest.first, !first.isASCIIDigit else { return false }
        return PictureCredit.mayFollowLabel(rest) && PictureCredit.isName(rest, most: 8)
            && rest.firstIgnoringCase("rights reserved") == nil
    }

    /// Whether an element, which stands with no picture, is named after a picture's words and holds a credit.
    private func holdsCredit(_ node: Int) -> Bool {
        let words = tree.plainText(node, limit: 700)
        guard words.utf8.count <= 600 else { return false }
        if PictureWords(Array(words.utf8)[...]).credit != nil { return true }
        return PictureClasses.isCreditOfPicture(node, in: tree) && PictureCaption.mayBeCredit(Array(words.utf8)[...])
    }

    /// The nearest element around words that holds a picture too; nil where none is near.
    private mutating func box(of node: Int) -> Int? {
        var (at, steps) = (node, 0)
        while steps <= Self.mostClimb {
            if tree.tag[at] == .figure { return at }
            if zone.holdsBody(at), at != node, tree.plainText(at, limit: 1600).utf8.count > 1500 { return nil }
            if holdsPicture(at) { return at == node && isSmall(at) || isNear(node, in: at) ? at : nil }
            guard let parent = tree.parent(of: at), tree.tag[parent] != .body else { return nil }
            (at, steps) = (parent, steps + 1)
        }
        return nil
    }

    /// Whether an element named after captions is a picture with its words, not a part of the page.
    private func isSmall(_ node: Int) -> Bool {
        tree.plainText(node, limit: 1600).utf8.count <= 1500
            && !tree.descendants(of: node).contains { tree.tag[$0].isHeading || tree.tag[$0] == .figure }
    }

    private func holdsPicture(_ node: Int) -> Bool {
        pictures[tree.next(after: node)] > pictures[node]
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
    private mutating func isNear(_ node: Int, in box: Int) -> Bool {
        let count = tree.next(after: box) - box
        guard count <= Self.mostNodes, budget > 0 else { return false }
        budget -= count
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

    /// The picture of an image whose title is shown as its caption: scripts that do so go by the class "caption".
    private func titled(_ node: Int) -> Document.Image? {
        guard tree.tag[node] == .img, let title = tree.attribute(.title, of: node)?.trimmed, title.count >= 8,
            ClassWords.names(of: node, in: tree).split(separator: 0x20).contains(where: { $0.string == "caption" })
        else { return nil }
        let words = PictureWords(Whitespace.collapsed(title.prefix(1000)))
        let credit = words.credit.map { PictureWords.withoutMarks($0) }
        let caption = words.caption.trimmed
        let url = url(in: node..<tree.next(after: node))
        return .init(url: url, caption: caption.isEmpty ? nil : caption.string, credit: credit?.string)
    }

    private func picture(_ box: Int, _ range: Range<Int>) -> (image: Document.Image, elements: [Int])? {
        let pieces = PicturePieces(box, range, in: tree)
        let isFigure = tree.tag[box] == .figure && holdsPicture(box)
        let words = PictureCaption(pieces, isFigure: isFigure)
        var image = Document.Image(url: url(in: range), caption: words.caption, credit: words.credit)
        // The texts under the headings of a list in pictures are the article itself.
        if pieces.hasHeading { image.caption = nil }
        if image.credit == nil, isPortrait(box, image.caption) { image.caption = nil }
        guard image.caption != nil || image.credit != nil else { return nil }
        if image.credit == nil, image.url == nil, !mayHoldPicture(box) { return nil }
        return (image, pieces.hasHeading ? [] : words.elements)
    }

    /// Whether a picture shows an author: a name stands below, and a link to the author's page around it.
    private func isPortrait(_ box: Int, _ caption: String?) -> Bool {
        guard let caption, PictureCredit.isName(Array(caption.utf8)[...], most: 4) else { return false }
        return tree.descendants(of: box).contains { node in
            guard tree.tag[node] == .a else { return false }
            if tree.attribute(.rel, of: node)?.firstIgnoringCase("author") != nil { return true }
            let pages = [
                "/author", "/authors/", "/by/", "/staff/", "/contributor", "/profile", "/journalist", "/people/",
            ]
            guard let href = tree.attribute(.href, of: node) else { return false }
            return pages.contains { href.firstIgnoringCase($0) != nil }
        }
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
            // Few words may stand below several pictures.
            let isLong = shorter >= 24 || a.url == nil || b.url == nil || a.url == b.url
            return isLong && one == other || shorter >= 60 && one.prefix(shorter - 8) == other.prefix(shorter - 8)
        }
        return a.url != nil && a.url == b.url && a.credit == b.credit
    }
}
