import HearsayCore

/// Files of mails as many programs keep them: each mail after a line "From sender date".
enum Mailbox {
    private static let mark = Array("From ".utf8)
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Where the header lines of the one mail start, behind a byte order mark, blank lines and the "From " line.
    ///
    /// Throws when the file holds several mails: each is a document of its own.
    static func start(of bytes: [UInt8]) throws(CaptureError) -> Int {
        let start = opening(of: bytes)
        guard bytes[start...].starts(with: mark) else { return start }
        var at = MailLine.line(in: bytes[...], at: start).next
        let first = at
        var isAfterBlank = false
        while at < bytes.count {
            let line = MailLine.line(in: bytes[...], at: at)
            if isAfterBlank, line.words.starts(with: mark), isSeparator(line.words),
                MailHeaders.name(of: MailLine.line(in: bytes[...], at: line.next).words) != nil
            {
                throw CaptureError(
                    .unsupported, "a mailbox with several mails; save each mail as a file of its own",
                    at: .init(byte: at))
            }
            isAfterBlank = line.words.isEmpty
            at = line.next
        }
        return first
    }

    /// The first byte that is neither a byte order mark nor white space.
    static func opening(of bytes: [UInt8]) -> Int {
        var at = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
        while at < bytes.count, bytes[at].isASCIISpace { at += 1 }
        return at
    }

    /// "From news@harbourpost.example Mon Mar  4 07:00:00 2031": a sender, and a time of day.
    private static func isSeparator(_ line: ByteSlice) -> Bool {
        line.count < 300 && line.words.count >= 4 && line.words.contains { $0.filter { $0 == 0x3A }.count == 2 }
    }
}
