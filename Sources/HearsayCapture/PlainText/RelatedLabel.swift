import HearsayCore

/// What stands over a list of links or before a link: the promise of further reading, or of something else.
enum RelatedLabel {
    /// Further reading on the story ("Related articles", "Read more").
    case related
    /// More of the outlet, a section or a series ("More from the Ledger"): further reading where the box is named so.
    case more
    /// Lists that any other page of the outlet shows as well ("Most read", "Latest"), advertising, tags.
    case other

    /// Longest label in bytes.
    static let longest = 80

    /// Labels that are complete as they stand.
    private static let whole: Set<String> = Set(
        """
        related|similar|see also|see more|also see|see related|read more|read also|also read|read next|read on|read this|\
        read this next|read these next|read about it|what to read next|keep reading|explore further|explore more|further reading|further coverage|recommended|recommends|\
        recommendations|recommended for you|suggested for you|more like this|more related|don't miss|check out|also check out|check this out|dig deeper|go deeper|\
        in this series|from the archive|from the archives|from our archive|from our archives|you might like|you may like|\
        earlier coverage|previous coverage|past coverage|our coverage|earlier stories|previous stories|\
        if you liked this|if you liked this story|if you like this|editor's recommendations|\
        mehr zum thema|siehe auch|lesen sie auch|lire aussi|\u{E0} lire aussi|sur le m\u{EA}me sujet|lea tambi\u{E9}n|noticias relacionadas|\
        leia tamb\u{E9}m|veja tamb\u{E9}m|not\u{ED}cias relacionadas|leggi anche|lees ook|l\u{E4}s ocks\u{E5}|l\u{E6}s ogs\u{E5}
        """.split(separator: "|").map(String.init))
    /// How labels start that go on in few words ("More on the harbour", "You may also like these stories").
    private static let openings = [
        "related ", "similar ", "more on ", "more about ", "more great ", "more related ", "more stories like ",
        "more articles like ",
        "more coverage", "more from this series", "more in this series", "you may also ", "you might also ",
        "you may be interested", "you might be interested", "you'll also like", "you could also ", "you will also like",
        "readers also ", "people also read", "others also read", "recommended reading", "recommended stories",
        "recommended articles", "recommended posts", "recommended reads", "recommended content", "recommended news",
        "suggested reading", "suggested stories", "suggested articles", "suggested posts", "further reading ",
        "read more on ", "read more about ", "read more stories", "read more articles", "read more news",
        "see more on ",
        "see also ", "our coverage of ", "also on ", "other stories on ", "other articles on ", "continuing coverage",
        "background reading", "if you enjoyed this", "if you liked this ", "want more on ", "editors' recommend",
    ]
    /// Words in labels of lists that have nothing to do with the story.
    private static let elsewhere: Set<Substring> = Set(
        """
        ad ads advertisement advertiser advertisers advertising archives author authors best brand categories category \
        collections comment comments companies company customers deals events featured feedback follow games headlines hashtags \
        hot hottest jobs keywords latest live loved most newest newsletter newsletters offers paid partner partners people picks \
        podcast podcasts popular press products promoted quotes recent recently releases search searches share shopping \
        sponsor sponsored sponsors stocks subjects subscribe subscription tag tags top topics trending upcoming video videos viewed \
        viral watched web
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }))
    private static let moreOpenings = ["more from ", "more in ", "more of "]
    private static let elsewhereOpenings = [
        "more by ", "more news", "more opinion", "more stories", "more articles",
        "next ", "up next",
        "previous ", "all ", "about the ", "about us", "editor's pick", "editors' pick", "what's ", "our ", "sign up",
        "get ", "also in ", "other news", "news from ", "you may have missed", "in case you missed", "stories you",
    ]

    /// What some words are as a label; nil for words that are none.
    init?(_ words: ByteSlice) {
        guard words.count <= Self.longest, Self.mayBeLabel(words) else { return nil }
        let label = Self.plain(words)
        let parts = label.split(separator: " ")
        guard !parts.isEmpty, parts.count <= 10 else { return nil }
        let (bytes, ended) = (Array(label.utf8), Array(label.utf8) + [0x20])
        let named = parts.count <= 6 && parts.contains(where: Self.elsewhere.contains)
        if Self.whole.contains(label) || parts.count <= 4 && parts.count > 1 && parts.last == "recommends" {
            self = .related
        } else if Self.openings.contains(where: { bytes.starts(with: $0.utf8) }) {
            self = named ? .other : .related
        } else if Self.moreOpenings.contains(where: { ended.starts(with: $0.utf8) }) {
            self = named ? .other : .more
        } else if named || Self.elsewhereOpenings.contains(where: { ended.starts(with: $0.utf8) }) {
            self = .other
        } else {
            return nil
        }
    }

    /// The first two letters of all labels, and of all words of lists that are elsewhere, by their place in a table.
    private static let (starts, wordStarts) = (
        table(Array(whole) + openings + moreOpenings + elsewhereOpenings), table(elsewhere.map(String.init))
    )

    private static func table(_ texts: [String]) -> [Bool] {
        var table = [Bool](repeating: false, count: 26 * 26)
        for text in texts {
            if let place = place(Array(text.utf8.prefix(2))) { table[place] = true }
        }
        return table
    }

    /// The place of two letters in a table; nil if one of them is none of a to z.
    private static func place(_ letters: some Collection<UInt8>) -> Int? {
        guard letters.count == 2, letters.allSatisfy(\.isASCIILetter) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1.asciiLowercased) - 0x61 }
    }

    /// A look at first letters that most words do not pass: every short text of a page is looked at.
    private static func mayBeLabel(_ words: ByteSlice) -> Bool {
        guard words.allSatisfy({ $0 < 0x80 }) else { return true }
        var isFirst = true
        for word in words.split(whereSeparator: { !$0.isASCIILetter }) {
            // A word of one letter says nothing by itself.
            let place = place(word.prefix(2))
            if isFirst, place.map({ starts[$0] }) ?? true { return true }
            if let place, wordStarts[place] { return true }
            isFirst = false
        }
        return words.firstIgnoringCase("recommends") != nil
    }

    /// The label in small letters with plain apostrophes, without marks and arrows at either end.
    private static func plain(_ words: ByteSlice) -> String {
        // Most are ASCII, for which bytes are enough.
        if words.allSatisfy({ $0 < 0x80 }) {
            let isWord = { (byte: UInt8) in byte.isASCIILetter || byte.isASCIIDigit }
            let letters = Whitespace.collapsed(words).asciiLowercased
            guard let first = letters.firstIndex(where: isWord), let last = letters.lastIndex(where: isWord) else {
                return ""
            }
            return letters[first...last].string
        }
        let scalars = Whitespace.collapsed(words).string.lowercased().unicodeScalars
        guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord) else {
            return ""
        }
        var out = ""
        for scalar in scalars[first...last] {
            out.unicodeScalars.append("\u{2018}\u{2019}".unicodeScalars.contains(scalar) ? "'" : scalar)
        }
        return out
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
