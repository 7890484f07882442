import HearsayCore

/// What a forwarding program writes above the mail that it passes on: a mark, then sender, date and subject.
struct ForwardedHeader {
    private static let marks = [
        "forwarded message", "begin forwarded message", "original message", "weitergeleitete nachricht",
    ]
    private static let names = ["from:", "date:", "sent:", "subject:", "to:", "cc:", "bcc:", "reply-to:"]

    /// Who sent the mail first.
    private(set) var sender: MailAddress?
    /// When.
    private(set) var date: String?
    /// Its subject.
    private(set) var subject: String?

    /// The first forwarded header among the lines of a mail; nil without one.
    ///
    /// Without a mark above it, it is one only in a mail whose subject says that it was passed on: articles quote mails.
    static func find(in lines: [ByteSlice], isForwarded: Bool) -> ForwardedHeader? {
        let mark = lines.firstIndex { isMark($0) }.map { $0 + 1 }
        guard let start = mark ?? (isForwarded ? lines.firstIndex { $0.startsIgnoringCase("from:") } : nil) else {
            return nil
        }
        var out = ForwardedHeader()
        for line in lines[start...].prefix(14) where !line.trimmed.isEmpty { out.read(line.trimmed) }
        return out.sender == nil && out.subject == nil ? nil : out
    }

    private mutating func read(_ line: ByteSlice) {
        let value = { (name: String) in line.dropFirst(name.utf8.count).trimmed }
        if line.startsIgnoringCase("from:"), sender == nil {
            sender = MailAddress(value("from:"))
        } else if line.startsIgnoringCase("subject:"), subject == nil {
            subject = value("subject:").string
        } else if let name = ["date:", "sent:"].first(where: { line.startsIgnoringCase($0) }), date == nil {
            date = Timestamp.first(in: value(name))
        }
    }

    /// Whether a line announces a forwarded mail.
    private static func isMark(_ line: ByteSlice) -> Bool {
        guard line.count <= 120 else { return false }
        var words = line.trimmed
        while words.first == 0x2D || words.first == 0x3E || words.first == 0x20 { words = words.dropFirst() }
        while words.last == 0x2D || words.last == 0x3A || words.last == 0x20 { words = words.dropLast() }
        return marks.contains { words.equalsIgnoringCase($0) }
    }

    /// Whether the lines of a passage are such a header and nothing else.
    static func isPart(_ words: ByteSlice) -> Bool {
        guard words.count <= 1500 else { return false }
        let lines = words.split(separator: 0x0A).map(\.trimmed).filter { !$0.isEmpty }
        guard !lines.isEmpty else { return false }
        if lines.count == 1 { return isMark(lines[0]) }
        let known = lines.filter { line in isMark(line) || names.contains { line.startsIgnoringCase($0) } }
        return known.count == lines.count || isMark(lines[0]) && known.count >= 3
    }
}
