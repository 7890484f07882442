import HearsayCore

/// The pictures of a page's article, with captions and credits apart.
enum PageImages {
    private static let most = 50

    /// The pictures of all figures that stand in no surroundings of the article; without any, the page's own choice.
    static func find(_ tree: HTMLTree, dropped: [Bool], head: PageHead, base: String?) -> [Document.Image] {
        var out: [Document.Image] = []
        var node = 0
        while node < tree.count, out.count < most {
            guard tree.tag[node] == .figure, tree.parent(of: node).map({ !dropped[$0] }) ?? true else {
                node += 1
                continue
            }
            if let image = image(node, tree, base) { out.append(image) }
            node = tree.next(after: node)
        }
        if out.isEmpty, let url = head.value(["og:image", "og:image:url", "twitter:image"]) {
            out.append(.init(url: WebAddress.resolve(Array(url.utf8)[...], base: base)))
        }
        return out
    }

    private static func image(_ figure: Int, _ tree: HTMLTree, _ base: String?) -> Document.Image? {
        var image = Document.Image()
        var caption: String?
        for node in tree.descendants(of: figure) {
            if tree.tag[node] == .img, image.url == nil {
                let source = tree.attribute(.src, of: node).flatMap { $0.startsIgnoringCase("data:") ? nil : $0 }
                image.url = (source ?? tree.attribute(.dataSrc, of: node)).flatMap {
                    WebAddress.resolve($0, base: base)
                }
            } else if tree.tag[node] == .figcaption, caption == nil {
                caption = tree.plainText(node)
            }
            if image.credit == nil, isCredit(node, tree) { image.credit = tree.plainText(node, limit: 300) }
        }
        split(caption, &image)
        return image.url == nil && image.caption == nil && image.credit == nil ? nil : image
    }

    private static func isCredit(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard tree.tag[node] != .text else { return false }
        let names = ClassWords.names(of: node, in: tree)
        return !names.isEmpty
            && ["credit", "copyright", "photographer"].contains { names[...].firstIgnoringCase($0) != nil }
    }

    /// Takes the credit out of the caption.
    private static func split(_ caption: String?, _ image: inout Document.Image) {
        guard let caption, !caption.isEmpty else { return }
        if let credit = image.credit, !credit.isEmpty {
            let rest = caption.hasSuffix(credit) ? String(caption.dropLast(credit.count)) : caption
            image.caption = Whitespace.collapsed(Array(rest.utf8)[...]).string
            if image.caption?.isEmpty == true { image.caption = nil }
        } else if let parts = CaptionCredit(Array(caption.utf8)[...], isEarly: true) {
            (image.caption, image.credit) = (parts.caption, parts.credit)
        } else {
            image.caption = caption
        }
    }
}
