import HearsayCore

/// Passages of a newsletter that are not its text: links to the page in the browser, to unsubscribe, to share, and the
/// sender's address at the end.
enum MailFurniture {
    /// Words that stand in no article, in a passage of moderate length.
    private static let certain = [
        "view in browser", "view in your browser", "view this email in", "view this mail in", "view it in your browser",
        "view this newsletter in", "view online", "view as a web page", "view web version", "open in browser",
        "read in browser", "read in your browser", "view this post on the web", "trouble viewing this",
        "trouble reading this", "can't see the images", "images not displaying", "you are receiving this",
        "you're receiving this", "you\u{2019}re receiving this", "you received this email", "you have received this",
        "this email was sent to", "this message was sent to", "this newsletter was sent to", "sent to you because",
        "because you signed up", "because you subscribed", "unsubscribe from", "to unsubscribe", "unsubscribe here",
        "unsubscribe instantly", "unsubscribe at any time", "manage your preferences", "manage preferences",
        "update your preferences", "email preferences", "update profile", "manage your subscription",
        "manage subscription", "manage your email", "was this email forwarded", "was this forwarded",
        "forwarded this email", "forwarded this newsletter", "forward to a friend", "forward this email",
        "forward this newsletter", "share this newsletter", "share this email", "add us to your address book",
        "to your address book", "add us to your contacts", "our mailing address is", "read in app", "open in app",
        "subscribe for free to receive", "do not reply to this email", "please do not reply",
    ]
    /// Words that may stand in an article, and are furniture in a very short passage.
    private static let likely = [
        "unsubscribe", "opt out", "privacy policy", "privacy notice", "terms of service", "terms of use",
        "all rights reserved", "contact us", "advertise with us", "advertise", "subscribe", "sign up", "sign up here",
        "web version", "read online", "share", "tweet", "forward", "facebook", "twitter", "linkedin", "instagram",
        "whatsapp", "telegram", "bluesky", "mastodon", "threads", "youtube", "like", "comment", "restack", "copyright",
        "\u{A9}", "follow us", "help", "preferences", "upgrade to paid", "get the app", "download the app",
    ]
    /// Words with which the end of a newsletter begins.
    private static let endings = [
        "unsubscribe", "you are receiving this", "you're receiving this", "you\u{2019}re receiving this",
        "this email was sent to", "this newsletter was sent to", "our mailing address is", "you received this email",
    ]

    /// The passages that are the text of a mail, in order, given the words of each; its headline is not among them.
    ///
    /// In a mail that was passed on, what stands above the first sender's header is the words of who passed it on.
    static func kept(_ passages: [ByteSlice], headline: String?, isForwarded: Bool) -> [Int] {
        let title = headline.map { Whitespace.letters(Array($0.utf8)[...]) } ?? []
        let total = passages.reduce(0) { $0 + $1.count }
        var (out, seen) = ([Int](), 0)
        for (index, passage) in passages.enumerated() {
            seen += passage.count
            if index < 8, passage.count <= 300, !title.isEmpty, Whitespace.letters(passage) == title { continue }
            let isHeader = isForwarded && ForwardedHeader.isPart(passage)
            if isHeader, seen * 2 < total { out = [] }
            let isFurniture = isHeader || isFurniture(passage)
            if isFurniture, seen * 2 > total, holds(passage, endings) { break }
            if !isFurniture { out.append(index) }
        }
        while out.count > 1, let last = out.last, isImprint(passages[last]) { out.removeLast() }
        return out
    }

    /// Whether a passage is furniture by its words.
    static func isFurniture(_ passage: ByteSlice) -> Bool {
        let words = passage.trimmed
        guard words.count <= 420 else { return false }
        if holds(words, certain) { return true }
        return isShareBar(WebAddress.find(in: words).map { words[..<$0.range.lowerBound].trimmed } ?? words)
    }

    private static func holds(_ words: ByteSlice, _ phrases: [String]) -> Bool {
        guard words.count <= 420 else { return false }
        let line = Whitespace.collapsed(words)
        return phrases.contains { line.firstIgnoringCase($0) != nil }
    }

    /// Whether each piece between strokes, points or line breaks is a likely word: "Share | Tweet | Forward".
    private static func isShareBar(_ words: ByteSlice) -> Bool {
        guard words.count <= 200 else { return false }
        var (line, rest) = ([UInt8](), words)
        while let first = rest.first {
            let mark = [[0xC2, 0xB7], [0xE2, 0x80, 0xA2], [0x0A], [0x7C], [0x2F]].first { rest.starts(with: $0) }
            line.append(mark == nil ? first : 0x7C)
            rest = rest.dropFirst(mark?.count ?? 1)
        }
        let pieces = line.split(separator: 0x7C).map(\.trimmed).filter { !$0.isEmpty }
        return !pieces.isEmpty
            && pieces.allSatisfy { piece in
                piece.count <= 60 && likely.contains { piece.startsIgnoringCase($0) && isWord(piece, $0) }
            }
    }

    /// Whether a short piece that starts with a likely word goes on with little more.
    private static func isWord(_ piece: ByteSlice, _ word: String) -> Bool {
        let rest = piece.dropFirst(word.utf8.count)
        guard let next = rest.first else { return true }
        return !next.isASCIILetter && rest.words.count <= 5 && !SentenceEnd.closes(piece)
    }

    /// Whether the last passage is the sender's imprint: a copyright line, or a postal address.
    private static func isImprint(_ words: ByteSlice) -> Bool {
        let words = words.trimmed
        guard words.count <= 240 else { return false }
        if words.starts(with: [0xC2, 0xA9]) || words.startsIgnoringCase("copyright") { return true }
        let separators = words.filter { $0 == 0x2C || $0 == 0x0A || $0 == 0x7C }.count
        guard separators >= 2, words.contains(where: \.isASCIIDigit), !SentenceEnd.holdsSentence(words) else {
            return false
        }
        return !SentenceEnd.closes(words)
    }
}
