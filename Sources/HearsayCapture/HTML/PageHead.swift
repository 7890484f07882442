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
        for node in 0..<tree.count {
            switch tree.tag[node] {
            case .meta: readMeta(node, tree)
            case .link: readLink(node, tree)
            case .base: baseLink = baseLink ?? tree.attribute(.href, of: node)
            case .html: language = language ?? Self.language(node, tree)
            case .title: if title == nil, !isForeign(node, tree) { title = tree.plainText(node, limit: 1000) }
            case .script: readScript(node, tree)
            default: break
            }
        }
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
            if meta[name] == nil { meta[name] = value }
            if Self.authorNames.contains(name), !value.isEmpty, attribute != .itemprop || authors.isEmpty {
                authors.append(value)
            }
        }
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
