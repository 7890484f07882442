import HearsayCore

/// What a page says of itself outside its visible text: meta elements, canonical link, title, language, structured data.
struct PageHead {
    /// Values of meta elements by name, property or itemprop in small letters; the first of each name.
    private(set) var meta: [String: String] = [:]
    /// All authors that meta elements name.
    private(set) var authors: [String] = []
    /// The first address that a canonical link gives, as it stands.
    private(set) var canonicalLink: ByteSlice?
    /// The first address that a base element gives for the page's links, as it stands.
    private(set) var baseLink: ByteSlice?
    /// The title element.
    private(set) var title: String?
    /// The language of the page.
    private(set) var language: String?
    /// The structured data.
    private(set) var data = StructuredData()

    /// Reads the head of a page, and structured data anywhere in it.
    init(_ tree: HTMLTree) {
        var titles: [String] = []
        for node in 0..<tree.count {
            switch tree.tag[node] {
            case .h1: if titles.count < 8 { titles.append(tree.plainText(node, limit: 600)) }
            case .meta: readMeta(node, tree)
            case .link: readLink(node, tree)
            case .base: baseLink = baseLink ?? tree.attribute(.href, of: node)
            case .html: language = language ?? Self.language(node, tree)
            case .title: if title == nil, !isForeign(node, tree) { title = tree.plainText(node, limit: 1000) }
            case .script: readScript(node, tree)
            default: break
            }
        }
        titles += [value(["og:title", "twitter:title"]), title].compactMap { $0 }
        data.settle(titles: titles, address: canonicalLink?.string ?? value(["og:url"]))
        language = language.flatMap { $0.isEmpty ? nil : $0 } ?? statedLanguage
    }

    /// The language that the page states beside its root element; "fr_FR" as "fr-FR".
    private var statedLanguage: String? {
        let stated = value(["og:locale", "content-language", "dc.language", "inlanguage"]) ?? data.language
        guard let tag = stated?.split(separator: ",").first?.replacing("_", with: "-"),
            (2...12).contains(tag.utf8.count),
            tag.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D })
        else { return nil }
        return String(tag)
    }

    /// The first value among some names.
    func value(_ names: [String]) -> String? {
        for name in names { if let value = meta[name], !value.isEmpty { return value } }
        return nil
    }

    private static func language(_ node: Int, _ tree: HTMLTree) -> String? {
        (tree.attribute(.lang, of: node) ?? tree.attribute(.xmlLang, of: node)).map(\.trimmed.string)
    }

    private func isForeign(_ node: Int, _ tree: HTMLTree) -> Bool {
        tree.parent(of: node).map { tree.tag[$0] == .svg || tree.tag[$0] == .other } ?? false
    }

    private mutating func readMeta(_ node: Int, _ tree: HTMLTree) {
        guard let content = tree.attribute(.content, of: node), content.count <= 10_000 else { return }
        let value = Whitespace.collapsed(content).string
        for attribute in [HTMLAttribute.property, .name, .itemprop] {
            guard let raw = tree.attribute(attribute, of: node), !raw.isEmpty else { continue }
            let name = String(decoding: raw.trimmed.asciiLowercased, as: UTF8.self)
            if attribute == .itemprop, isOfComment(node, tree) { continue }
            if meta[name] == nil { meta[name] = value }
            if Self.authorNames.contains(name), !value.isEmpty, attribute != .itemprop || authors.isEmpty {
                authors.append(value)
            }
        }
    }

    /// Whether an item is said of what a reader wrote.
    private func isOfComment(_ node: Int, _ tree: HTMLTree) -> Bool {
        var (at, left) = (tree.parent(of: node), 32)
        while let node = at, left > 0 {
            if tree.attribute(.itemtype, of: node)?.firstIgnoringCase("comment") != nil { return true }
            (at, left) = (tree.parent(of: node), left - 1)
        }
        return false
    }

    private static let authorNames: Set<String> = [
        "author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
        "article.author",
        "article:author_name", "citation_author", "dc.creator.name", "creator",
    ]

    private mutating func readLink(_ node: Int, _ tree: HTMLTree) {
        guard canonicalLink == nil, let rel = tree.attribute(.rel, of: node),
            let href = tree.attribute(.href, of: node)?.trimmed, !href.isEmpty
        else { return }
        if rel.words.contains(where: { $0.equalsIgnoringCase("canonical") }) { canonicalLink = href }
    }

    private mutating func readScript(_ node: Int, _ tree: HTMLTree) {
        guard let type = tree.attribute(.type, of: node), type.firstIgnoringCase("ld+json") != nil else { return }
        for child in tree.descendants(of: node) { data.read(tree.words(child)) }
    }
}
