import HearsayCore

/// JSON Feed 1 and 1.1.
enum JSONFeed {
    /// The feed in some bytes. A member of the wrong type is named and passed over.
    static func feed(
        from bytes: [UInt8], url: String?, limits: CaptureLimits
    ) throws(CaptureError) -> Feed {
        guard bytes.count <= limits.bytes else {
            throw CaptureError(.tooLarge, "\(bytes.count) bytes; at most \(limits.bytes) are read")
        }
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONReader.value(of: Array(bytes[...].trimmed), allowingLineBreaks: true)
        } catch {
            throw CaptureError(.malformed, "not valid JSON: \(error.reason)", at: .init(byte: error.offset))
        }
        guard case .object(let members) = value, case .string(let version)? = members["version"],
            version.contains("jsonfeed.org/version/")
        else { throw CaptureError(.malformed, "JSON, but not a JSON Feed: its version is not that of one") }
        return read(members, url: url)
    }

    private static func read(_ members: [String: JSONValue], url: String?) -> Feed {
        var draft = FeedDraft(XMLTree(), url: url)
        draft.feed.kind = .jsonFeed
        draft.feed.title = string("title", members, &draft, inEntry: false).flatMap(words)
        if draft.feed.title == nil { draft.problem("the feed has no title", inEntry: false) }
        let base = url ?? string("feed_url", members, &draft, inEntry: false)
        draft.feed.home = address("home_page_url", members, base, &draft, inEntry: false)
        draft.feed.language = string("language", members, &draft, inEntry: false)
        let authors = authors(members, &draft, inEntry: false)
        guard case .array(let items)? = members["items"] else {
            draft.problem("it has no list of items", inEntry: false)
            return draft.finished()
        }
        for item in items {
            draft.begin()
            guard case .object(let members) = item else {
                draft.problem("it is \(item.kind), not an object")
                continue
            }
            read(item: members, base: base, authors: authors, &draft)
        }
        return draft.finished()
    }

    private static func read(
        item: [String: JSONValue], base: String?, authors feedAuthors: [String], _ draft: inout FeedDraft
    ) {
        var entry = FeedEntry()
        if case .number(let number)? = item["id"] {
            draft.problem("its id is a number")
            entry.id = Int(exactly: number).map { String($0) }
        } else {
            entry.id = string("id", item, &draft).flatMap(words)
        }
        entry.url =
            address("url", item, base, &draft) ?? entry.id.flatMap { FeedAddress.resolve($0, base: nil) }
            ?? address("external_url", item, base, &draft)
        entry.title = string("title", item, &draft).flatMap(words)
        entry.authors = authors(item, &draft)
        if entry.authors.isEmpty { entry.authors = feedAuthors }
        entry.published = date("date_published", item, &draft)
        entry.modified = date("date_modified", item, &draft)
        entry.summary = string("summary", item, &draft).flatMap { FeedWords.text(Array($0.utf8), isHTML: false) }
        entry.content =
            string("content_html", item, &draft).flatMap { FeedWords.text(Array($0.utf8), isHTML: true) }
            ?? string("content_text", item, &draft).flatMap { FeedWords.text(Array($0.utf8), isHTML: false) }
        entry.language = string("language", item, &draft)
        entry.image = address("image", item, base, &draft) ?? address("banner_image", item, base, &draft)
        draft.take(entry)
    }

    private static func words(_ value: String) -> String? {
        let words = Whitespace.collapsed(Array(value.utf8)[...])
        return words.isEmpty ? nil : words.string
    }

    private static func string(
        _ name: String, _ members: [String: JSONValue], _ draft: inout FeedDraft, inEntry: Bool = true
    ) -> String? {
        switch members[name] {
        case .string(let text): return text.isEmpty ? nil : text
        case nil, .null: return nil
        case let other?:
            draft.problem("its \(name) is \(other.kind), not a string", inEntry: inEntry)
            return nil
        }
    }

    private static func address(
        _ name: String, _ members: [String: JSONValue], _ base: String?, _ draft: inout FeedDraft, inEntry: Bool = true
    ) -> String? {
        draft.address(string(name, members, &draft, inEntry: inEntry), base: base, inEntry: inEntry)
    }

    private static func date(_ name: String, _ item: [String: JSONValue], _ draft: inout FeedDraft) -> String? {
        guard let value = string(name, item, &draft) else { return nil }
        if let date = FeedDate.parse(value) { return date }
        draft.problem("the date \"\(value.prefix(60))\" cannot be read")
        return nil
    }

    /// "authors" of version 1.1, "author" of version 1.
    private static func authors(
        _ members: [String: JSONValue], _ draft: inout FeedDraft, inEntry: Bool = true
    ) -> [String] {
        var out: [String] = []
        for author in (members["authors"] ?? members["author"])?.elements.prefix(64) ?? [] {
            guard case .object(let fields) = author else {
                if author != .null { draft.problem("an author is \(author.kind), not an object", inEntry: inEntry) }
                continue
            }
            guard let name = string("name", fields, &draft, inEntry: inEntry) else { continue }
            for name in FeedWords.authors(name) where !out.contains(name) { out.append(name) }
        }
        return out
    }
}
