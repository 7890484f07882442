import HearsayCore

/// A line that points to another article ("Related article: …").
struct RelatedPointer: Hashable {
    private static let labels = [
        "related article", "related articles", "related story", "related stories", "related content",
        "related coverage", "related post", "related posts", "related link", "related links", "related reads",
        "related news", "related reading", "related", "read more", "read also", "also read", "read next", "see also",
        "further reading", "more on this story", "more on this", "more on this topic", "more from this series",
        "see more",
        "don't miss", "recommended", "recommended reading",
    ]

    /// The headline it points to; nil when it stands on the next line.
    var title: String?
    /// The address, if there is one.
    var url: String?

    /// A pointer: a label, a colon and at most 25 words that are not several sentences.
    init?(_ words: ByteSlice) {
        let words = words.trimmed
        guard words.count <= 400 else { return nil }
        guard let label = Self.labels.first(where: { Self.matches(words, $0) }) else { return nil }
        let rest = words.dropFirst(label.utf8.count).trimmed.dropFirst().trimmed
        guard rest.words.count <= 25, !SentenceEnd.holdsSentence(rest) else { return nil }
        self.init(words: rest)
    }

    /// The headline and address in words that follow a label.
    init(words: ByteSlice) {
        let found = WebAddress.find(in: words)
        url = found?.address
        let title = found.map { words[..<$0.range.lowerBound].trimmed } ?? words.trimmed
        self.title = title.isEmpty ? nil : title.string
    }

    private static func matches(_ words: ByteSlice, _ label: String) -> Bool {
        words.startsIgnoringCase(label) && words.dropFirst(label.utf8.count).trimmed.first == 0x3A
    }
}
