import HearsayCore

/// The headline of a page: its words, and the node where they stand if they do.
struct PageHeadline {
    /// The words.
    private(set) var text: String?
    /// The h1 that holds them.
    private(set) var node: Int?

    /// Weighs the h1 elements of a page against what its head says.
    init(_ tree: HTMLTree, head: PageHead, hidden: [Bool]) {
        let declared = [head.value(["og:title", "twitter:title"]), head.data.headline, head.title].compactMap { $0 }
        let site = Whitespace.letters(Array((head.value(["og:site_name"]) ?? head.data.publisher ?? "").utf8)[...])
        var titles: [(node: Int, text: String, letters: [UInt8])] = []
        for node in 0..<tree.count where tree.tag[node] == .h1 {
            let text = tree.plainText(node, limit: 600)
            let letters = Whitespace.letters(Array(text.utf8)[...])
            if letters.count >= 3, letters != site, !Self.isLogo(node, tree) { titles.append((node, text, letters)) }
        }
        let wanted = declared.map { Whitespace.letters(Array($0.utf8)[...]) }
        let matching =
            titles.first { title in wanted.contains { Self.agree($0, title.letters) } }
            ?? Self.lowerHeading(tree, wanted, hidden)
        if let choice = matching ?? (declared.isEmpty || titles.count == 1 ? titles.first : nil) {
            node = choice.node
            // An h1 may hold a section's name before the headline.
            let inner = zip(declared, wanted).first {
                $1.count >= 20 && $1.count < choice.letters.count && choice.letters.suffix($1.count).elementsEqual($1)
            }
            text = inner?.0 ?? choice.text
        } else {
            text = declared.first.map { Self.withoutSite($0, site, isOpen: $0 != head.title || declared.count > 1) }
        }
    }

    /// The h2 that is the headline of a page whose h1 is the name of the site or of a section: it agrees with the titles
    /// that the page states.
    private static func lowerHeading(
        _ tree: HTMLTree, _ wanted: [[UInt8]], _ hidden: [Bool]
    ) -> (node: Int, text: String, letters: [UInt8])? {
        for node in 0..<tree.count where tree.tag[node] == .h2 && !hidden[node] {
            let text = tree.plainText(node, limit: 600)
            let letters = Whitespace.letters(Array(text.utf8)[...])
            guard letters.count >= 16 else { continue }
            let agreeing = wanted.count { $0.starts(with: letters) }
            if agreeing > 0, agreeing >= min(2, wanted.count) { return (node, text, letters) }
        }
        return nil
    }

    /// Whether an h1 is the name of the site: it says so, or leads to the front page.
    private static func isLogo(_ node: Int, _ tree: HTMLTree) -> Bool {
        let names = ClassWords.names(of: node, in: tree)[...]
        if ["site-title", "logo", "blog-title", "site-name", "site_title"].contains(where: {
            names.firstIgnoringCase($0) != nil
        }) {
            return true
        }
        for below in tree.descendants(of: node) where tree.tag[below] == .a {
            guard let link = tree.attribute(.href, of: below)?.trimmed, !link.isEmpty else { continue }
            let host = link.startsIgnoringCase("http") ? link.drop { $0 != 0x3A }.dropFirst(3) : link
            let path = link.startsIgnoringCase("http") ? host.drop { $0 != 0x2F } : link
            if path.isEmpty || path.elementsEqual("/".utf8) { return true }
        }
        return false
    }

    /// Whether two titles are the same, or one is the other with the site's name added.
    private static func agree(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        if a == b { return true }
        let (short, long) = a.count < b.count ? (a, b) : (b, a)
        return short.count >= 12 && (long.starts(with: short) || long.suffix(short.count).elementsEqual(short))
    }

    /// A title without " | Site" or " - Site" at its end, or "Section | " before it.
    ///
    /// `isOpen`: the title is stated for sharing, which seldom names the site.
    private static func withoutSite(_ title: String, _ site: [UInt8], isOpen: Bool) -> String {
        let parts = title.split(separator: " | ").map(String.init)
        if parts.count > 1 {
            let named = parts.filter { Whitespace.letters(Array($0.utf8)[...]) != site }
            if let longest = named.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
        }
        let bytes = Array(title.utf8)
        for mark in [" \u{2014} ", " \u{2013} ", " - ", " \u{B7} ", " : ", " \u{BB} "] {
            let cut = Array(mark.utf8)
            var at = bytes.count - cut.count
            while at > 0 {
                if bytes[at...].starts(with: cut) {
                    let (start, rest) = (bytes[..<at], bytes[(at + cut.count)...])
                    let tail = Whitespace.letters(rest)
                    let isSite = tail == site || !site.isEmpty && tail.starts(with: site)
                    if isSite || !isOpen && site.isEmpty && isName(rest, behind: start) { return start.string }
                }
                at -= 1
            }
        }
        return title
    }

    /// Whether the end of a title is the name of a site: a few words with capitals behind many.
    private static func isName(_ words: ByteSlice, behind title: ByteSlice) -> Bool {
        let words = words.words
        return (1...4).contains(words.count) && title.words.count >= 5
            && words.allSatisfy { $0.first?.isASCIIUpper ?? false || $0.elementsEqual("the".utf8) }
    }
}
