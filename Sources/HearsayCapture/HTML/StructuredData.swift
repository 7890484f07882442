import HearsayCore

/// What a page's JSON-LD says of its article. Data that is not well-formed is passed over.
struct StructuredData {
    private static let articleTypes: Set<String> = [
        "article", "newsarticle", "blogposting", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
        "backgroundnewsarticle", "reviewnewsarticle", "liveblogposting", "report", "scholarlyarticle", "techarticle",
        "socialmediaposting", "askpublicnewsarticle", "advertisercontentarticle",
    ]
    private static let most = 4 << 20
    private static let mostArticles = 200

    /// What one node says of an article.
    private struct Article {
        var headline: String?
        var authors: [String] = []
        var publisher: String?
        var published: String?
        var modified: String?
        var body: String?
        var language: String?
        var addresses: [String] = []
    }

    private var article = Article()
    private var articles: [Article] = []
    private var pages: [(published: String?, modified: String?)] = []
    private var people: [String: String] = [:]

    /// The headline.
    var headline: String? { article.headline }
    /// The authors that are people.
    var authors: [String] { article.authors }
    /// The publisher.
    var publisher: String? { article.publisher }
    /// Date of publication, as written.
    var published: String? { article.published }
    /// Date of the last change, as written.
    var modified: String? { article.modified }
    /// The body.
    var body: String? { article.body }
    /// The language tag.
    var language: String? { article.language }

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
        guard let value = Self.value(of: Array(script)) else { return }
        let nodes = Self.nodes(in: value)
        for node in nodes where Self.types(of: node).contains("person") {
            if let id = node["@id"]?.text, let name = node["name"]?.text { people[id] = name }
        }
        for node in nodes where !Self.types(of: node).isDisjoint(with: Self.articleTypes) { readArticle(node) }
        for node in nodes where Self.types(of: node).contains("webpage") {
            pages.append((node["datePublished"]?.text, node["dateModified"]?.text))
        }
    }

    /// Settles which article the page is about, once all is read: the one whose headline is a title of the page, or whose
    /// address is the page's own; where none is, all that is said counts, the first first.
    mutating func settle(titles: [String], address: String?) {
        let wanted = titles.map { Whitespace.letters(Array($0.utf8)[...]) }.filter { $0.count >= 8 }
        let own = address.map(WebAddress.identity)
        let scores = articles.map { article in
            let letters = article.headline.map { Whitespace.letters(Array($0.utf8)[...]) } ?? []
            let isTitle = letters.count >= 8 && wanted.contains { $0.starts(with: letters) || letters.starts(with: $0) }
            let isHere = own.map { own in article.addresses.contains { WebAddress.identity(of: $0) == own } } ?? false
            return (isTitle ? 2 : 0) + (isHere ? 1 : 0)
        }
        let best = scores.max() ?? 0
        for (found, score) in zip(articles, scores) where score == best || found.headline == nil { merge(found) }
        for page in pages {
            article.published = article.published ?? page.published
            article.modified = article.modified ?? page.modified
        }
    }

    private mutating func merge(_ other: Article) {
        article.headline = article.headline ?? other.headline
        article.publisher = article.publisher ?? other.publisher
        article.published = article.published ?? other.published
        article.modified = article.modified ?? other.modified
        article.body = article.body ?? other.body
        article.language = article.language ?? other.language
        if article.authors.isEmpty { article.authors = other.authors }
    }

    /// The value of a script; commas before a closing bracket, which are no JSON and common, are passed over.
    private static func value(of script: [UInt8]) -> JSONValue? {
        if let value = try? JSONReader.value(of: script, allowingLineBreaks: true) { return value }
        var (out, isString, isEscaped, comma) = ([UInt8](), false, false, Int?.none)
        out.reserveCapacity(script.count)
        for byte in script {
            if isString {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    isString = false
                }
            } else if byte == 0x22 {
                (isString, comma) = (true, nil)
            } else if byte == 0x2C {
                comma = out.count
            } else if byte == 0x5D || byte == 0x7D {
                if let at = comma { out[at] = 0x20 }
                comma = nil
            } else if !byte.isASCIISpace {
                comma = nil
            }
            out.append(byte)
        }
        return try? JSONReader.value(of: out, allowingLineBreaks: true)
    }

    private mutating func readArticle(_ node: JSONValue) {
        guard articles.count < Self.mostArticles else { return }
        var article = Article()
        article.headline = Self.plain(node["headline"]?.text ?? node["name"]?.text)
        article.publisher = Self.plain(node["publisher"]?["name"]?.text)
        article.published = node["datePublished"]?.text
        article.modified = node["dateModified"]?.text
        article.body = node["articleBody"]?.text
        article.language = node["inLanguage"]?.text
        if let author = node["author"] {
            article.authors = author.elements.prefix(200).flatMap(names).compactMap { Self.plain($0) }
        }
        let page = node["mainEntityOfPage"]
        article.addresses = [node["url"]?.text, page?.text, page?["@id"]?.text, page?["url"]?.text].compactMap { $0 }
        articles.append(article)
    }

    /// The names of an author that is not said to be an organisation.
    private func names(of author: JSONValue) -> [String] {
        if case .string(let name) = author { return [name] }
        if Self.types(of: author).contains("organization") || Self.types(of: author).contains("newsmediaorganization") {
            return []
        }
        if let name = author["name"] { return name.elements.prefix(64).compactMap(\.text) }
        return author["@id"]?.text.flatMap { people[$0] }.map { [$0] } ?? []
    }

    /// A value with the references of HTML replaced that some pages leave in it, once or twice over.
    private static func plain(_ value: String?) -> String? {
        guard let value, value.utf8.contains(0x26) else { return value }
        return unescaped(unescaped(value))
    }

    /// Text with the references of HTML replaced.
    static func unescaped(_ text: String) -> String {
        var (out, rest) = ([UInt8](), Array(text.utf8)[...])
        while let at = rest.firstIndex(of: 0x26) {
            out += rest[..<at]
            rest = rest[at...]
            if let (scalar, length) = NamedCharacters.reference(rest) {
                out += String(scalar).utf8
                rest = rest.dropFirst(length)
            } else {
                out.append(0x26)
                rest = rest.dropFirst()
            }
        }
        return String(decoding: out + rest, as: UTF8.self)
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
