import HearsayCore

/// The link to the page of a newsletter on the web.
enum BrowserLink {
    private static let phrases = [
        "view in browser", "view in your browser", "view this email in", "view this mail in", "view it in your browser",
        "view this newsletter in", "view online", "view this email online", "view as a web page", "view web version",
        "web version", "open in browser", "open online", "read in browser", "read in your browser", "read online",
        "view this post on the web", "view on web", "view on the web",
    ]

    /// The address behind the words of a link that leads there, or in a passage that speaks of it.
    static func find(in passages: [BodyText.Paragraph]) -> String? {
        for passage in passages where passage.words.count <= 420 {
            for link in passage.links where isPhrase(passage.words[link.start..<link.end]) {
                if let address = address(link.url) { return address }
            }
            // "Trouble viewing this mail? View it in your browser: click here"
            if passage.links.count == 1, isPhrase(passage.words[...]), let address = address(passage.links[0].url) {
                return address
            }
        }
        return nil
    }

    /// The address in a line of plain text that speaks of it, or in the line below.
    static func find(in lines: [ByteSlice]) -> String? {
        for (index, line) in lines.enumerated() where line.count <= 2400 && isPhrase(line.prefix(420)) {
            if let found = WebAddress.find(in: line) { return found.address }
            let below = lines[(index + 1)...].prefix(2).first { !$0.trimmed.isEmpty }
            if let below, below.count <= 2400, let found = WebAddress.find(in: below) { return found.address }
        }
        return nil
    }

    private static func isPhrase(_ words: ByteSlice) -> Bool {
        phrases.contains { words.firstIgnoringCase($0) != nil }
    }

    private static func address(_ url: ByteSlice) -> String? {
        url.trimmed.startsIgnoringCase("http") ? WebAddress.resolve(url, base: nil) : nil
    }
}
