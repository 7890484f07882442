import HearsayCore

/// Tells mails, saved pages, web pages, Markdown and plain text apart.
enum FormatSniffer {
    /// So many bytes may hold the header lines by which a mail is told.
    private static let head = 64 << 10
    private static let openings = ["<!doctype html", "<html", "<head", "<body", "<?xml", "<meta", "<title"]
    private static let blocks = [
        "<p>", "<p ", "<div", "<table", "<h1", "<h2", "<article", "<section", "<ul", "<head", "<body",
    ]

    /// Names of header lines.
    private static let fields: Set<String> = Set(
        """
        from to cc bcc subject date sender reply-to message-id mime-version content-type content-transfer-encoding received \
        return-path delivered-to dkim-signature list-id list-unsubscribe list-unsubscribe-post list-post list-archive \
        list-help precedence x-mailer in-reply-to references authentication-results received-spf arc-seal archived-at \
        feedback-id errors-to content-language content-location snapshot-content-location organization x-original-to
        """.split(separator: " ").map(String.init))
    /// Of these, one stands in every mail.
    private static let needed: Set<String> = ["from", "subject", "date", "mime-version", "received"]
    /// Those that only programs write.
    private static let machine: Set<String> = [
        "mime-version", "message-id", "received", "return-path", "delivered-to", "dkim-signature",
        "content-transfer-encoding", "list-id", "list-unsubscribe", "snapshot-content-location", "x-mailer",
        "references",
    ]

    /// What bytes look like; never `.automatic`.
    static func format(of bytes: [UInt8]) -> CaptureOptions.Format {
        if let headers = mailHeaders(bytes) { return WebBundle.isSaved(headers) ? .mhtml : .mail }
        return textFormat(of: bytes)
    }

    /// What bytes that are no mail look like: `.html`, `.markdown` or `.text`.
    static func textFormat(of bytes: [UInt8]) -> CaptureOptions.Format {
        if isPage(bytes) { return .html }
        return FrontMatter(bytes) == nil ? .text : .markdown
    }

    /// The header lines of a mail, as far as they stand near the start; nil when the bytes start with anything else.
    ///
    /// Three known names, and a mark of a program or an address of a sender: "By:" and "Date:" above a news text are none.
    private static func mailHeaders(_ bytes: [UInt8]) -> MailHeaders? {
        var start = Mailbox.opening(of: bytes)
        let isMailbox = bytes[start...].starts(with: "From ".utf8)
        if isMailbox { start = MailLine.line(in: bytes[...], at: start).next }
        let window = bytes[start...].prefix(head)
        var (names, at) = (Set<String>(), start)
        while at < window.endIndex {
            let line = MailLine.line(in: window, at: at)
            if line.words.allSatisfy(\.isASCIISpace) { break }
            if let name = MailHeaders.name(of: line.words) {
                names.insert(String(decoding: name.asciiLowercased, as: UTF8.self))
            } else if names.isEmpty || line.words.first != 0x20 && line.words.first != 0x09,
                !line.words.starts(with: ">From ".utf8), line.next < window.endIndex
            {
                return nil
            }
            at = line.next
        }
        guard names.intersection(fields).count >= 3, !names.isDisjoint(with: needed),
            let headers = try? MailHeaders.read(window).headers
        else { return nil }
        let hasSender = headers.raw("from")?.contains(0x40) ?? false
        return isMailbox || hasSender || !names.isDisjoint(with: machine) ? headers : nil
    }

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
