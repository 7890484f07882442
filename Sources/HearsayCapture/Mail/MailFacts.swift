import HearsayCore

/// What the header lines of a mail tell of the article in it.
struct MailFacts {
    private static let replies = ["fwd:", "fw:", "re:", "aw:", "wg:", "tr:", "rv:", "[fwd:"]

    /// The subject, without "Fwd:" and "Re:".
    private(set) var headline: String?
    /// Who sent it, by name.
    private(set) var outletName: String?
    /// The domain that is the outlet's own.
    private(set) var outletDomain: String?
    /// The header's date.
    private(set) var published: String?
    /// The address at which the mail can be read for good.
    private(set) var archived: String?
    /// Whether the subject says that the mail was passed on.
    private(set) var isForwarded = false

    /// Reads the header lines of a message.
    init(_ headers: MailHeaders) {
        if let subject = headers.text("subject") { readSubject(subject) }
        let list = headers.raw("list-id").flatMap { Self.list($0) }
        let senders = ["from", "sender"].compactMap { headers.raw($0).flatMap { MailAddress($0) } }
        let named = senders.first?.name ?? list?.name ?? senders.dropFirst().first?.name
        outletName = named.map(Self.outlet)
        outletDomain =
            senders.first?.ownDomain
            ?? list?.host.map { RegisteredDomain.of(host: $0) }.flatMap { MailingServices.contains($0) ? nil : $0 }
            ?? senders.dropFirst().first?.ownDomain
        published = headers.raw("date").flatMap { Timestamp.first(in: $0) }
        archived = headers.raw("archived-at").flatMap { WebAddress.find(in: $0)?.address }
    }

    private mutating func readSubject(_ subject: String) {
        var words = Array(subject.utf8)[...].trimmed
        while let mark = Self.replies.first(where: { words.startsIgnoringCase($0) }) {
            if mark.contains("f") || mark == "wg:" || mark == "tr:" || mark == "rv:" { isForwarded = true }
            words = words.dropFirst(mark.utf8.count).trimmed
            if mark.hasPrefix("["), words.last == 0x5D { words = words.dropLast().trimmed }
        }
        headline = words.isEmpty ? nil : words.string
    }

    /// Takes the header of the mail that was passed on in the place of the one that passed it on.
    ///
    /// Who forwards a newsletter is not the outlet; without a header inside nothing is known of that.
    mutating func use(_ inner: ForwardedHeader?) {
        guard inner != nil || isForwarded else { return }
        isForwarded = true
        if let subject = inner?.subject { readSubject(subject) }
        outletName = inner?.sender?.name.map(Self.outlet)
        outletDomain = inner?.sender?.ownDomain
        published = inner?.date
        archived = nil
    }

    /// The outlet in "Jane Roe at Harbour Post", which names a person first.
    private static func outlet(_ name: String) -> String {
        let words = Array(name.utf8)[...]
        for mark in [" at ", " from ", " of "] {
            guard let at = words.firstIgnoringCase(mark), PersonName.matches(words[..<at]) else { continue }
            let rest = words[(at + mark.utf8.count)...].trimmed
            if !rest.isEmpty { return rest.string }
        }
        return name
    }

    /// Name and host of "Harbour Post Morning <morning.harbourpost.example>".
    private static func list(_ value: ByteSlice) -> (name: String?, host: String?)? {
        guard let open = value.lastIndex(of: 0x3C) else { return nil }
        let inner = value[(open + 1)...].prefix { $0 != 0x3E }.trimmed
        let host = inner.contains(0x2E) && inner.allSatisfy { $0 > 0x20 && $0 != 0x40 } ? inner : []
        let name = Whitespace.collapsed(EncodedWords.decode(Array(value[..<open].filter { $0 != 0x22 })[...]))
        let isName = name.count >= 2 && name.count <= 120
        return (
            isName ? name.string : nil,
            host.isEmpty || host.count > 253 ? nil : String(decoding: host.asciiLowercased, as: UTF8.self)
        )
    }
}
