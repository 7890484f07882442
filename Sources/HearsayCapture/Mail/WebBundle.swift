import HearsayCore

/// A page that a browser saved together with its pictures in one file: MHTML (RFC 2557).
struct WebBundle {
    /// How large the page may be.
    let limits: CaptureLimits
    /// Bytes of the address of a part; longer ones are those of no page.
    private static let longestAddress = 4096

    /// The document of the page that was saved; frames within it are not read. The time of saving is no date of the article.
    func document(_ bytes: [UInt8], id: String, options: CaptureOptions) throws(CaptureError) -> Document {
        let message = try MailMessage(bytes, from: Mailbox.start(of: bytes))
        guard !message.parts[0].headers.isEmpty else {
            throw CaptureError(.malformed, "a saved page starts with header lines; here is none", at: .init(byte: 0))
        }
        var root = 0
        while message.parts[root].isMultipart, !message.children(of: root).isEmpty {
            root = MailTextParts.root(of: root, in: message)
        }
        let part = message.parts[root]
        guard part.type == "text/html" || part.type == "application/xhtml+xml" || root == 0 && part.type == "text/plain"
        else {
            throw CaptureError(.noText, "the saved file holds no page, but \(part.type.prefix(60))")
        }
        guard part.content.count / 3 <= limits.text else {
            throw CaptureError(
                .tooLarge, "a saved page of \(part.content.count) bytes", at: .init(byte: part.content.lowerBound))
        }
        let text = PartText.decoded(message.decoded(root), charset: part.parameters?["charset"], isPage: true)
        var options = options
        options.url = options.url ?? Self.address(message.parts[0], part)
        let page = SourceText(decoding: try resolving(text.utf8, Self.addresses(in: message)))
        return try HTMLCapture(limits: limits).document(page, id: id, options: options)
    }

    /// Whether header lines are those of a saved page, and not of a mail.
    static func isSaved(_ headers: MailHeaders) -> Bool {
        if headers.has("snapshot-content-location") { return true }
        guard let type = headers.raw("content-type") else { return false }
        let from = headers.raw("from")?.drop { $0 == 0x3C || $0 == 0x22 } ?? []
        if from.startsIgnoringCase("saved by") { return true }
        let isPage = type.startsIgnoringCase("multipart/related") || headers.has("content-location")
        return isPage && !from.contains(0x40) && !headers.has("received") && !headers.has("to")
    }

    private static func address(_ message: MailPart, _ page: MailPart) -> String? {
        let values = [
            message.headers.raw("snapshot-content-location"), page.headers.raw("content-location"),
            message.headers.raw("content-location"),
        ]
        return values.lazy.compactMap { $0 }.compactMap { value in
            // Long values were folded, which put blanks into the address.
            let plain = value.filter { !$0.isASCIISpace && $0 != 0x3C && $0 != 0x3E }
            return plain[...].startsIgnoringCase("http") ? WebAddress.find(in: plain[...])?.address : nil
        }.first
    }

    /// The addresses of the parts by their identifiers.
    private static func addresses(in message: MailMessage) -> [[UInt8]: ByteSlice] {
        var out: [[UInt8]: ByteSlice] = [:]
        for part in message.parts {
            guard let id = part.contentID, let place = part.headers.raw("content-location"),
                place.startsIgnoringCase("http"), place.count <= longestAddress
            else { continue }
            out[Array(id.utf8)] = place
        }
        return out
    }

    /// The page with the addresses of its parts in the place of their identifiers ("cid:…").
    private func resolving(_ page: [UInt8], _ addresses: [[UInt8]: ByteSlice]) throws(CaptureError) -> [UInt8] {
        guard !addresses.isEmpty else { return page }
        var (out, at, done) = ([UInt8](), 0, 0)
        out.reserveCapacity(page.count)
        while let colon = MailLine.find(0x3A, in: page[at...]) {
            at = colon + 1
            guard colon >= 4, page[(colon - 3)..<colon].equalsIgnoringCase("cid"), !page[colon - 4].isASCIILetter else {
                continue
            }
            let id = page[at...].prefix(300).prefix {
                $0 > 0x20 && $0 != 0x22 && $0 != 0x27 && $0 != 0x3E && $0 != 0x29
            }
            guard let address = addresses[Array(id)] else { continue }
            out += page[done..<(colon - 3)]
            out += address
            (at, done) = (id.endIndex, id.endIndex)
            guard out.count + page.count - done <= limits.bytes else {
                throw CaptureError(.tooLarge, "a saved page of more than \(limits.bytes) bytes with its addresses")
            }
        }
        return out + page[done...]
    }
}
