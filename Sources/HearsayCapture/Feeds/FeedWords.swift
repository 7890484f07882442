import HearsayCore

/// Words that a feed may give with or without markup.
enum FeedWords {
    /// Plain words of what may be HTML: without tags, with references replaced, white space as single spaces; nil if none.
    static func plain(_ text: ByteSlice) -> String? {
        var (out, rest) = ([UInt8](), text)
        out.reserveCapacity(text.count)
        // Behind the last ">" no tag can end.
        let last = text.lastIndex(of: 0x3E) ?? text.startIndex
        while let first = rest.first {
            if first == 0x3C, rest.startIndex < last, isTag(rest), let end = rest.firstIndex(of: 0x3E) {
                rest = rest[(end + 1)...]
            } else if first == 0x26, let (scalar, length) = NamedCharacters.reference(rest) {
                out += String(scalar).utf8
                rest = rest.dropFirst(length)
            } else {
                out.append(first)
                rest = rest.dropFirst()
            }
        }
        let words = Whitespace.collapsed(out[...])
        return words.isEmpty ? nil : words.string
    }

    private static func isTag(_ rest: ByteSlice) -> Bool {
        guard let next = rest.dropFirst().first else { return false }
        return next.isASCIILetter || next == 0x2F || next == 0x21
    }

    /// Text with a flag: it is HTML if the feed says so, or, where the feed cannot say, if it has tags or references.
    static func text(_ value: [UInt8], isHTML: Bool? = nil) -> FeedEntry.Text? {
        let trimmed = value[...].trimmed
        guard !trimmed.isEmpty else { return nil }
        return .init(trimmed.string, isHTML: isHTML ?? hasMarkup(trimmed))
    }

    private static func hasMarkup(_ text: ByteSlice) -> Bool {
        var rest = text
        while let at = rest.firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
            rest = rest[at...]
            if rest.first == 0x3C ? isTag(rest) : NamedCharacters.reference(rest) != nil { return true }
            rest = rest.dropFirst()
        }
        return false
    }

    /// The names in an author's field: "jane@harbourpost.example (Jane Roe)" is Jane Roe; an address alone is nobody.
    static func authors(_ field: String) -> [String] {
        var line = Array(field.utf8)[...].trimmed
        guard line.count <= 400 else { return [] }
        if line.contains(0x40), let open = line.firstIndex(of: 0x28), let close = line.lastIndex(of: 0x29), open < close
        {
            line = line[(open + 1)..<close].trimmed
        } else if let open = line.firstIndex(of: 0x3C), line.last == 0x3E {
            line = line[..<open].trimmed
        }
        guard !line.isEmpty, !line.contains(0x40) else { return [] }
        return Byline.authors(given: line.string)
    }
}
