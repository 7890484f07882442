import HearsayCore

/// Tags that were left over in a plain text ("<u>reported</u>").
enum InlineMarkup {
    private static let names: Set<String> = Set(
        """
        a abbr article b big blockquote br center cite code del div em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins \
        li mark ol p pre q s section small span strike strong sub sup table tbody td th tr tt u ul
        """.split(separator: " ").map(String.init))
    private static let longest = 2048

    /// Where tags stand, in order.
    static func tags(in text: SourceText) -> [TextSpan] {
        let bytes = text.utf8
        var (out, at) = ([TextSpan](), 0)
        while at < bytes.count {
            if bytes[at] == 0x3C, let end = tagEnd(bytes, at) {
                out.append(TextSpan(at, end))
                at = end
            } else {
                at += 1
            }
        }
        return out
    }

    /// One past the tag that starts at an offset; nil if there is none.
    private static func tagEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var at = start + 1
        if at < bytes.count, bytes[at] == 0x2F { at += 1 }
        let name = bytes[at...].prefix(12).prefix { $0.isASCIILetter || $0.isASCIIDigit }
        guard !name.isEmpty, names.contains(String(decoding: name.asciiLowercased, as: UTF8.self)) else { return nil }
        at = name.endIndex
        guard at < bytes.count, bytes[at].isASCIISpace || bytes[at] == 0x3E || bytes[at] == 0x2F else { return nil }
        let limit = min(bytes.count, start + longest)
        while at < limit {
            if bytes[at] == 0x3E { return at + 1 }
            if bytes[at] == 0x3C { return nil }
            if bytes[at] == 0x0A, at + 1 < limit, bytes[at + 1] == 0x0A { return nil }
            at += 1
        }
        return nil
    }

    /// The address in a tag's `href`.
    static func address(of tag: ByteSlice) -> String? {
        guard let at = tag.firstIgnoringCase("href=") else { return nil }
        let rest = tag[(at + 5)...]
        guard let quote = rest.first, quote == 0x22 || quote == 0x27 else { return nil }
        let value = rest.dropFirst().prefix { $0 != quote }
        return value.isEmpty ? nil : value.string
    }

    /// The links of `<a href>` pairs among the tags, with the words between them.
    static func links(among tags: [TextSpan], in text: SourceText) -> [Document.Link] {
        var (out, open) = ([Document.Link](), (url: String, start: Int)?.none)
        for tag in tags {
            let bytes = text.utf8[tag.range]
            if bytes.startsIgnoringCase("</a"), let (url, start) = open, bytes.count <= 5 {
                let span = text.trimmed(TextSpan(start, tag.start))
                if !span.isEmpty { out.append(.init(url: url, text: text.string(span), span: span)) }
                open = nil
            } else if bytes.startsIgnoringCase("<a "), let url = address(of: bytes) {
                open = (url, tag.end)
            }
        }
        return out
    }

    /// The bytes of a span without the tags in it; tags must be sorted.
    static func stripped(_ span: TextSpan, of text: SourceText, tags: [TextSpan]) -> ByteSlice {
        var (low, high) = (0, tags.count)
        while low < high {
            let middle = (low + high) / 2
            if tags[middle].end <= span.start { low = middle + 1 } else { high = middle }
        }
        guard low < tags.count, tags[low].start < span.end else { return text.utf8[span.range] }
        var (out, at) = ([UInt8](), span.start)
        for tag in tags[low...] {
            if tag.start >= span.end { break }
            out.append(contentsOf: text.utf8[min(at, tag.start)..<max(at, tag.start)])
            at = max(at, min(tag.end, span.end))
        }
        out.append(contentsOf: text.utf8[at..<span.end])
        return out[...].trimmed
    }
}
