import HearsayCore

/// Tells web pages from plain text.
enum FormatSniffer {
    private static let openings = ["<!doctype html", "<html", "<head", "<body", "<?xml", "<meta", "<title"]
    private static let blocks = [
        "<p>", "<p ", "<div", "<table", "<h1", "<h2", "<article", "<section", "<ul", "<head", "<body",
    ]

    /// Whether bytes look like a page: an opening that only pages have, or several block tags near the start.
    static func isPage(_ bytes: [UInt8]) -> Bool {
        var head = bytes.prefix(8192).trimmed
        while head.starts(with: "<!--".utf8), let end = head.firstIgnoringCase("-->") {
            head = head[(end + 3)...].trimmed
        }
        if openings.contains(where: { head.startsIgnoringCase($0) }) { return true }
        let startsWithTag = head.first == 0x3C
        var (found, rest) = (0, head)
        while let at = rest.firstIndex(of: 0x3C) {
            rest = rest[at...]
            if blocks.contains(where: { rest.startsIgnoringCase($0) }) { found += 1 }
            if found >= (startsWithTag ? 2 : 8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
