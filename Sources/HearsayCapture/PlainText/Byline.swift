import HearsayCore

/// The line that names the authors of an article.
enum Byline {
    private static let labels = [
        "written by", "story by", "words by", "reported by", "posted by", "published by", "by",
    ]
    private static let roles: [String] = [
        "writer", "staff", "reporter", "correspondent", "editor", "contributor", "columnist",
        "associated press", "reuters", "opinion", "analyst", "bureau chief", "photographer", "producer", "press",
        "news",
        "times", "post",
    ]

    /// The authors of a line that is a byline and nothing else; nil for any other line.
    ///
    /// Without "By", a name must be followed by the post ("Jane Roe, Staff Writer").
    static func authors(of line: ByteSlice) -> [String]? {
        let line = line.trimmed
        guard line.count <= 200 else { return nil }
        if let rest = afterLabel(line) { return names(in: rest) }
        guard let comma = line.firstIndex(of: 0x2C), PersonName.matches(line[..<comma]) else { return nil }
        let role = line[(comma + 1)...].trimmed
        return isRole(role) ? [line[..<comma].trimmed.string] : nil
    }

    /// The names in a byline that is known to be one, with or without "By"; what is no name is kept as it stands.
    static func authors(given line: String) -> [String] {
        let bytes = Array(line.utf8)[...].trimmed
        let rest = afterLabel(bytes) ?? bytes
        if let names = names(in: rest) { return names }
        return rest.isEmpty ? [] : [rest.string]
    }

    /// What follows "By"; nil without it.
    static func afterLabel(_ line: ByteSlice) -> ByteSlice? {
        for label in labels where line.startsIgnoringCase(label) {
            var rest = line.dropFirst(label.utf8.count)
            guard let next = rest.first, next.isASCIISpace || next == 0x3A || next == 0xC2 else { return nil }
            if next == 0x3A { rest = rest.dropFirst() }
            return rest.trimmed
        }
        return nil
    }

    private static func isRole(_ bytes: ByteSlice) -> Bool {
        guard bytes.count <= 60, bytes.words.count <= 6, !SentenceEnd.closes(bytes) else { return false }
        return roles.contains { bytes.suffix($0.utf8.count).equalsIgnoringCase($0) }
    }

    /// The names of "Jane Roe, John Doe and Mary Major, Staff Writers"; nil when the first is none.
    private static func names(in list: ByteSlice) -> [String]? {
        var names: [String] = []
        for part in parts(of: list) {
            if PersonName.matches(part) {
                names.append(part.trimmed.string)
            } else if names.isEmpty || !isTrailer(part) {
                return nil
            } else {
                break
            }
        }
        return names.isEmpty ? nil : names
    }

    private static func isTrailer(_ part: ByteSlice) -> Bool {
        part.words.count <= 6 && !SentenceEnd.closes(part)
    }

    /// The parts between commas, semicolons, "&" and "and"; "for" and "in" end the list.
    private static func parts(of list: ByteSlice) -> [ByteSlice] {
        var (out, start) = ([ByteSlice](), list.startIndex)
        var at = list.startIndex
        while at < list.endIndex {
            let rest = list[at...]
            var length = 0
            if [0x2C, 0x3B, 0x26].contains(list[at]) { length = 1 }
            for word in [" and ", " for ", " in ", " with "] where rest.startsIgnoringCase(word) {
                length = word.utf8.count
            }
            if length > 0 {
                out.append(list[start..<at].trimmed)
                at += length
                start = at
            } else {
                at += 1
            }
        }
        out.append(list[start...].trimmed)
        return out.filter { !$0.isEmpty }
    }
}
