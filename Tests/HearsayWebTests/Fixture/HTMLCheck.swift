/// Reads a page as a browser's tokenizer would, as far as tags and attributes go, to see what foreign text could do.
struct HTMLCheck {
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]
    }

    private(set) var tags: [Tag] = []

    init(_ html: String) {
        let bytes = Array(html.utf8)
        var at = 0
        while let open = bytes[at...].firstIndex(of: 0x3C) {
            at = open + 1
            guard at < bytes.count, (bytes[at] | 0x20) >= 0x61, (bytes[at] | 0x20) <= 0x7A else { continue }
            tags.append(Self.tag(bytes, &at))
        }
    }

    private static func tag(_ bytes: [UInt8], _ at: inout Int) -> Tag {
        let ends: Set<UInt8> = [0x20, 0x0A, 0x09, 0x2F, 0x3E]
        func word(_ stop: Set<UInt8>) -> String {
            let start = at
            while at < bytes.count, !stop.contains(bytes[at]) { at += 1 }
            return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
        }
        var tag = Tag(name: word(ends), attributes: [])
        while at < bytes.count, bytes[at] != 0x3E {
            if ends.contains(bytes[at]) {
                at += 1
                continue
            }
            let name = word(ends.union([0x3D]))
            var value = ""
            if at < bytes.count, bytes[at] == 0x3D {
                at += 1
                if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
                    let quote = bytes[at]
                    let end = bytes[(at + 1)...].firstIndex(of: quote) ?? bytes.count
                    value = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
                    at = min(end + 1, bytes.count)
                } else {
                    value = word([0x20, 0x0A, 0x09, 0x3E])
                }
            }
            tag.attributes.append((name, value))
        }
        return tag
    }

    /// The tags and attributes that the templates use. Anything else came from outside.
    static let names: Set = [
        "html", "head", "meta", "title", "link", "script", "body", "a", "header", "nav", "ul", "ol", "li", "form",
        "label", "input", "main", "footer", "svg", "circle", "path", "rect", "text", "desc", "defs", "marker",
        "section",
        "h1", "h2", "h3", "p", "span", "b", "div", "dl", "dt", "dd", "details", "summary", "textarea", "button", "code",
        "pre", "q", "mark", "article", "aside", "fieldset", "legend", "time", "br",
        "select", "option", "del", "ins",
    ]
    static let attributes: Set = [
        "accept", "action", "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "autocomplete", "charset",
        "checked",
        "class", "content", "cx", "cy", "d", "datetime", "defer", "download", "enctype", "for", "height", "href", "id",
        "inputmode", "lang", "marker-end", "markerheight", "markerunits", "markerwidth", "method", "name", "open",
        "orient",
        "pattern", "placeholder", "preserveaspectratio", "r", "refx", "refy", "rel", "required", "role", "rows", "rx",
        "selected", "src", "tabindex", "title", "transform", "type", "value", "viewbox", "width", "x", "xmlns", "y",
    ]

    /// What does not belong on a page of this site.
    var strangers: [String] {
        var found: [String] = []
        for tag in tags {
            if !Self.names.contains(tag.name) { found.append("<\(tag.name)>") }
            for (name, value) in tag.attributes {
                if !Self.attributes.contains(name) { found.append("\(tag.name)[\(name)]") }
                let isLink = ["href", "src", "action"].contains(name)
                let leads =
                    ["/", "#", "http://", "https://"].contains { value.hasPrefix($0) } && !value.hasPrefix("//")
                if isLink, !leads { found.append("\(tag.name)[\(name)=\(value)]") }
                let isOutside = name == "href" && value.hasPrefix("http")
                if isOutside, !tag.attributes.contains(where: { $0.name == "rel" && $0.value == "noreferrer noopener" })
                {
                    found.append("\(value) without rel")
                }
            }
            if tag.name == "script", !tag.attributes.contains(where: { $0 == ("src", "/app.js") }) {
                found.append("a script of its own")
            }
        }
        return found
    }
}
