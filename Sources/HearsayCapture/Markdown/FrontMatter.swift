import HearsayCore

/// What stands above a Markdown text between lines of three dashes: "title: …", "date: …" (the plain part of YAML).
struct FrontMatter {
    private static let longest = 64 << 10
    private static let mostLines = 1000
    private static let titles = ["title", "headline"]
    private static let published = ["date", "published", "publishdate", "publish_date", "pubdate", "date_published"]
    private static let modified = ["lastmod", "updated", "modified", "last_modified", "date_modified", "date_updated"]
    private static let authors = ["author", "authors", "byline", "creator"]
    private static let addresses = ["url", "link", "source", "source_url", "original_url"]
    private static let canonical = ["canonical", "canonical_url", "canonicalurl", "permalink"]
    private static let languages = ["lang", "language", "locale"]
    private static let outlets = ["outlet", "publisher", "site", "site_name", "publication", "newspaper"]

    private struct Entry {
        var key: String
        var values: [ByteSlice]
    }

    /// One past the line that ends it.
    private(set) var end = 0
    private var entries: [Entry] = []

    /// Reads it from the start of a text; nil for a text without, or one that is never closed or names nothing known.
    init?(_ bytes: [UInt8]) {
        var at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let first = MailLine.line(in: bytes[...], at: at)
        guard first.words.elementsEqual("---".utf8) || first.words.trimmed.elementsEqual("---".utf8), at < bytes.count
        else { return nil }
        at = first.next
        for _ in 0..<Self.mostLines where at < bytes.count && at < Self.longest {
            let line = MailLine.line(in: bytes[...], at: at)
            at = line.next
            let words = line.words.trimmed
            if line.words.first == words.first, words.elementsEqual("---".utf8) || words.elementsEqual("...".utf8) {
                end = at
                break
            }
            read(line.words)
        }
        let known =
            Self.titles + Self.published + Self.authors + Self.addresses + Self.canonical + Self.languages
            + Self.outlets + ["description", "tags", "layout", "draft", "slug", "categories", "summary", "subtitle"]
        guard end > 0, entries.contains(where: { known.contains($0.key) }) else { return nil }
    }

    /// Puts what it tells into a document.
    func fill(_ document: inout Document) {
        document.headline = first(Self.titles).map { Whitespace.collapsed($0).string }
        document.published = date(Self.published)
        document.modified = date(Self.modified)
        document.authors = all(Self.authors).flatMap { Byline.authors(given: $0.string) }
        document.url = address(Self.addresses)
        document.canonicalURL = address(Self.canonical)
        document.language = first(Self.languages).flatMap(Self.language) ?? document.language
        document.outlet.name = first(Self.outlets).map(\.string)
    }

    /// Where the title stands, if it stands there as it is read.
    var titleSpan: TextSpan? {
        guard let words = entries.first(where: { Self.titles.contains($0.key) })?.values.first, !words.isEmpty,
            words.startIndex >= 4, words.endIndex <= end
        else { return nil }
        return TextSpan(words.startIndex, words.endIndex)
    }

    private func all(_ keys: [String]) -> [ByteSlice] {
        for key in keys {
            let values = entries.filter { $0.key == key }.flatMap(\.values).filter { !$0.isEmpty }
            if !values.isEmpty { return values }
        }
        return []
    }

    private func first(_ keys: [String]) -> ByteSlice? { all(keys).first }

    private func date(_ keys: [String]) -> String? { first(keys).flatMap { Timestamp.first(in: $0) } }

    private func address(_ keys: [String]) -> String? {
        first(keys).flatMap { WebAddress.host(of: $0) != nil && $0.startsIgnoringCase("http") ? $0.string : nil }
    }

    private static func language(_ value: ByteSlice) -> String? {
        let isTag =
            value.count >= 2 && value.count <= 20
            && value.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x5F }
        return isTag ? String(value.string.map { $0 == "_" ? "-" : $0 }) : nil
    }

    // MARK: Lines

    private mutating func read(_ line: ByteSlice) {
        let words = line.trimmed
        guard let lead = line.first, !words.isEmpty, words.first != 0x23 else { return }
        if lead == 0x20 || lead == 0x09 || words.first == 0x2D {
            goOn(words)
            return
        }
        guard let colon = words.firstIndex(of: 0x3A), colon - words.startIndex <= 60 else { return }
        let key = String(decoding: Self.unquoted(words[..<colon].trimmed).asciiLowercased, as: UTF8.self)
        let value = words[(colon + 1)...].trimmed
        entries.append(Entry(key: key, values: Self.values(value)))
    }

    /// A line that belongs to the entry above: an item of its list, a field of its map, or a line of folded text.
    private mutating func goOn(_ words: ByteSlice) {
        guard let last = entries.indices.last, entries[last].values.count < 100 else { return }
        var words = words
        let isItem = words.first == 0x2D
        if isItem { words = words.dropFirst().trimmed }
        if let colon = words.firstIndex(of: 0x3A), colon + 1 == words.endIndex || words[colon + 1] == 0x20,
            words[..<colon].allSatisfy({ $0.isASCIILetter || $0 == 0x5F })
        {
            // Of an author's fields only the name is one.
            if words[..<colon].equalsIgnoringCase("name") {
                entries[last].values += Self.values(words[(colon + 1)...].trimmed)
            }
        } else if isItem || entries[last].values.isEmpty {
            entries[last].values += Self.values(words)
        } else if !Self.authors.contains(entries[last].key) {
            let folded = Array(entries[last].values.removeLast()) + [0x20] + words
            // Folded text stands nowhere as it is read: its slice starts at zero.
            entries[last].values.append(folded[...])
        }
    }

    private static func values(_ value: ByteSlice) -> [ByteSlice] {
        if value.isEmpty || value.first == 0x7C && value.count <= 3 || value.first == 0x3E && value.count <= 3 {
            return []
        }
        if value.first == 0x5B, value.last == 0x5D {
            return value.dropFirst().dropLast().split(separator: 0x2C).prefix(100).map { unquoted($0.trimmed) }
        }
        return [unquoted(value)]
    }

    /// A value without its quotation marks, or without the comment behind it.
    private static func unquoted(_ value: ByteSlice) -> ByteSlice {
        guard let first = value.first else { return value }
        if first == 0x22 || first == 0x27 {
            guard let close = value.dropFirst().lastIndex(of: first) else { return value.dropFirst() }
            let inner = value[(value.startIndex + 1)..<close]
            guard inner.contains(first == 0x22 ? 0x5C : 0x27) else { return inner }
            return unescaped(inner, first)
        }
        guard let mark = value.firstIgnoringCase(" #") else { return value }
        return value[..<mark].trimmed
    }

    private static func unescaped(_ value: ByteSlice, _ quote: UInt8) -> ByteSlice {
        var (out, escaped) = ([UInt8](), false)
        for byte in value {
            if byte == (quote == 0x22 ? 0x5C : 0x27), !escaped {
                escaped = true
                continue
            }
            out.append(byte)
            escaped = false
        }
        return out[...]
    }
}
