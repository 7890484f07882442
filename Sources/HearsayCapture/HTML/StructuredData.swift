import HearsayCore

/// What a page's JSON-LD says of its article. Data that is not well-formed is passed over.
struct StructuredData {
    private static let articleTypes: Set<String> = [
        "article", "newsarticle", "blogposting", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle", "liveblogposting", "report", "scholarlyarticle", "techarticle",
        "socialmediaposting", "askpublicnewsarticle", "advertisercontentarticle",
    ]
    private static let most = 4 << 20

    /// The headline.
    private(set) var headline: String?
    /// The authors that are people.
    private(set) var authors: [String] = []
    /// The publisher.
    private(set) var publisher: String?
    /// Date of publication, as written.
    private(set) var published: String?
    /// Date of the last change, as written.
    private(set) var modified: String?
    /// The body.
    private(set) var body: String?
    private var people: [String: String] = [:]

    /// Reads one script's data.
    mutating func read(_ script: ByteSlice) {
        guard script.count <= Self.most else { return }
        var script = script.trimmed
        for mark in ["<!--", "//<![CDATA[", "<![CDATA["] where script.starts(with: mark.utf8) {
            script = script.dropFirst(mark.utf8.count).trimmed
        }
        for mark in ["-->", "//]]>", "]]>"] where script.suffix(mark.utf8.count).elementsEqual(mark.utf8) {
            script = script.dropLast(mark.utf8.count).trimmed
        }
        if script.last == 0x3B { script = script.dropLast() }
        guard let value = try? JSONReader.value(of: Array(script), allowingLineBreaks: true) else { return }
        let nodes = Self.nodes(in: value)
        for node in nodes where Self.types(of: node).contains("person") {
            if let id = node["@id"]?.text, let name = node["name"]?.text { people[id] = name }
        }
        for node in nodes where !Self.types(of: node).isDisjoint(with: Self.articleTypes) { readArticle(node) }
        for node in nodes where Self.types(of: node).contains("webpage") {
            published = published ?? node["datePublished"]?.text
            modified = modified ?? node["dateModified"]?.text
        }
    }

    private mutating func readArticle(_ node: JSONValue) {
        headline = headline ?? node["headline"]?.text ?? node["name"]?.text
        publisher = publisher ?? node["publisher"]?["name"]?.text
        published = published ?? node["datePublished"]?.text
        modified = modified ?? node["dateModified"]?.text
        body = body ?? node["articleBody"]?.text
        if authors.isEmpty, let author = node["author"] { authors = author.elements.prefix(200).compactMap(name) }
    }

    /// The name of an author that is not said to be an organisation.
    private func name(of author: JSONValue) -> String? {
        if case .string(let name) = author { return name }
        if Self.types(of: author).contains("organization") || Self.types(of: author).contains("newsmediaorganization") {
            return nil
        }
        if let name = author["name"]?.text { return name }
        return author["@id"]?.text.flatMap { people[$0] }
    }

    /// The nodes of the graph: the top, elements of arrays, "@graph" and "mainEntity".
    private static func nodes(in value: JSONValue) -> [JSONValue] {
        var (out, waiting) = ([JSONValue](), [value])
        while let next = waiting.popLast(), out.count < 1000 {
            switch next {
            case .array(let elements): waiting.append(contentsOf: elements.reversed())
            case .object(let members):
                out.append(next)
                for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                    if let inner = members[name] { waiting.append(inner) }
                }
            default: break
            }
        }
        return out
    }

    private static func types(of node: JSONValue) -> Set<String> {
        guard let type = node["@type"] else { return [] }
        return Set(type.elements.compactMap { $0.text?.lowercased().split(separator: "/").last.map(String.init) })
    }
}
