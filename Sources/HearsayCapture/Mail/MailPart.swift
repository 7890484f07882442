import HearsayCore

/// A part of a message: what its header lines say, and where its content stands in the bytes.
struct MailPart {
    /// Its header lines.
    var headers: MailHeaders
    /// "text/html", in small letters; "text/plain" where nothing is said.
    var type: String
    /// The parameters of the type.
    var parameters: HeaderParameters?
    /// Its content, still encoded; for a part that holds parts, what stands before the first of them.
    var content: Range<Int>
    /// The part that holds it; nil for the message.
    var parent: Int?
    /// How many parts it stands in.
    var depth: Int

    /// A part of which only the header lines are known yet.
    init(_ headers: MailHeaders, start: Int, parent: Int?, depth: Int) {
        self.headers = headers
        parameters = headers.raw("content-type").flatMap { HeaderParameters($0) }
        let named = parameters?.value ?? ""
        type = named.utf8.contains(0x2F) ? named : named == "text" || named.isEmpty ? "text/plain" : named
        content = start..<start
        (self.parent, self.depth) = (parent, depth)
    }

    /// Whether it holds other parts.
    var isMultipart: Bool { type.hasPrefix("multipart/") }

    /// Whether it was sent as a file to be saved.
    var isAttachment: Bool {
        headers.raw("content-disposition").map { $0.trimmed.startsIgnoringCase("attachment") } ?? false
    }

    /// Its identifier without angle brackets.
    var contentID: String? {
        headers.raw("content-id").map { $0.trimmed.filter { $0 != 0x3C && $0 != 0x3E }[...].string }
    }
}
