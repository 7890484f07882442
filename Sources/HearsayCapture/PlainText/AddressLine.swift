import HearsayCore

/// A line that gives the address from which a text was taken, or announces it.
enum AddressLine: Hashable {
    /// "Original url:", with the address to follow on the next line.
    case label
    /// "Source: https://…".
    case labelled(String)
    /// An address and nothing else.
    case bare(String)

    private static let labels = [
        "original url", "original article", "original link", "original source", "original", "source url", "source link",
        "source", "article url", "url", "link", "web link", "available at", "retrieved from", "permalink",
    ]

    /// What the line is; nil for any other line.
    init?(_ words: ByteSlice) {
        let words = words.trimmed
        guard words.count <= 2100 else { return nil }
        if let found = WebAddress.find(in: words), found.range == words.startIndex..<words.endIndex {
            self = .bare(found.address)
            return
        }
        guard let label = Self.labels.first(where: { words.startsIgnoringCase($0) }) else { return nil }
        let rest = words.dropFirst(label.utf8.count).trimmed
        guard rest.first == 0x3A else { return nil }
        let value = rest.dropFirst().trimmed
        if value.isEmpty {
            self = .label
        } else if let found = WebAddress.find(in: value), found.range == value.startIndex..<value.endIndex {
            self = .labelled(found.address)
        } else {
            return nil
        }
    }
}
