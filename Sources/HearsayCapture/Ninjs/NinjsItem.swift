import HearsayCore

/// The members of a ninjs item that an article has, in all versions' spellings. What has the wrong type is passed over.
struct NinjsItem {
    private let members: [String: JSONValue]

    /// An item.
    init(_ members: [String: JSONValue]) { self.members = members }

    private func string(_ names: String...) -> String? {
        for name in names {
            guard case .string(let text)? = members[name] else { continue }
            let trimmed = Array(text.utf8)[...].trimmed
            if !trimmed.isEmpty { return trimmed.string }
        }
        return nil
    }

    /// The value of the first of some objects whose role is wanted, else of the first that has one.
    private func value(of list: String, roles: [String]) -> String? {
        guard case .array(let elements)? = members[list] else { return nil }
        for role in roles {
            for element in elements where Self.string(element["role"]) == role {
                if let value = Self.string(element["value"]) { return value }
            }
        }
        return elements.lazy.compactMap { Self.string($0["value"]) }.first
    }

    private static func string(_ value: JSONValue?) -> String? {
        guard case .string(let text)? = value, !Array(text.utf8)[...].trimmed.isEmpty else { return nil }
        return text
    }

    /// The address of the page: the item's own where it is one, else one of its other names.
    var url: String? {
        if let uri = string("uri"), let address = FeedAddress.resolve(uri, base: nil) { return address }
        let others = members["altIds"]?.elements ?? []
        return others.prefix(100).lazy.compactMap { other in
            (Self.string(other["value"]) ?? Self.string(other)).flatMap { FeedAddress.resolve($0, base: nil) }
        }.first
    }

    /// The headline, as plain words.
    var headline: String? {
        let headline = value(of: "headlines", roles: ["main", "headline"]) ?? string("headline", "title")
        return headline.flatMap { FeedWords.plain(Array($0.utf8)[...]) }
    }

    /// The names of the byline.
    var authors: [String] { string("by", "byline").map(FeedWords.authors) ?? [] }

    /// The body as HTML.
    var html: String? { body("html") ?? string("body_html", "body_xhtml") }
    /// The body as plain text.
    var text: String? { body("text/plain") ?? body(nil) ?? string("body_text") }

    private func body(_ type: String?) -> String? {
        guard case .array(let bodies)? = members["bodies"] else { return nil }
        for body in bodies.prefix(100) {
            guard let value = Self.string(body["value"]) else { continue }
            let named = Self.string(body["contentType"]) ?? Self.string(body["contenttype"])
            if let type, named?.lowercased().contains(type) == true { return value }
            if type == nil, named == nil { return value }
        }
        return nil
    }

    /// When it was first published; that of this version only where nothing else is given and it is the first.
    var published: String? { date("firstCreated", "firstcreated", "contentCreated", "contentcreated") ?? version }
    /// When this version was made, if it is not the first.
    var modified: String? { version.flatMap { $0 == published ? nil : $0 } }
    private var version: String? { date("versionCreated", "versioncreated") }

    private func date(_ names: String...) -> String? {
        names.lazy.compactMap { string($0).flatMap(FeedDate.parse) }.first
    }

    /// BCP 47.
    var language: String? { string("language") }

    /// "withheld" or "cancelled", where the item is no longer to be used.
    var withdrawal: String? {
        switch string("pubStatus", "pubstatus")?.lowercased() {
        case "canceled", "cancelled": "cancelled"
        case "withheld": "withheld"
        default: nil
        }
    }

    /// The pictures that go with it, with captions and credits.
    func images(limit: Int) -> [Document.Image] {
        var others: [JSONValue] = []
        switch members["associations"] {
        case .object(let named): others = named.keys.sorted().compactMap { named[$0] }
        case .array(let list): others = list
        default: break
        }
        return others.prefix(limit).compactMap { other in
            guard case .object(let members) = other else { return nil }
            let item = NinjsItem(members)
            guard ["picture", "graphic"].contains(item.string("type")?.lowercased()) else { return nil }
            let image = Document.Image(
                url: item.rendition ?? item.url,
                caption: item.string("description_text", "description", "caption")
                    ?? item.value(of: "descriptions", roles: ["caption"]) ?? item.headline,
                credit: item.string("by", "byline", "creditLine", "creditline", "copyrightNotice", "copyrightnotice"))
            return image == .init() ? nil : image
        }
    }

    private var rendition: String? {
        let all: [JSONValue]
        switch members["renditions"] {
        case .object(let named): all = named.keys.sorted().compactMap { named[$0] }
        case .array(let list): all = list
        default: return nil
        }
        return all.lazy.compactMap { Self.string($0["href"]).flatMap { FeedAddress.resolve($0, base: nil) } }.first
    }
}
