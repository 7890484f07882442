import HearsayCore

/// A mail that holds an article or a newsletter, to its document.
struct MailCapture {
    /// How large a mail may be.
    let limits: CaptureLimits

    /// The document of a mail; its text is headline, blank line, and the passages of its page or of its plain text.
    ///
    /// Throws when the mail holds no text, only files, or several mails.
    func document(_ bytes: [UInt8], id: String, options: CaptureOptions) throws(CaptureError) -> Document {
        let message = try MailMessage(bytes, from: Mailbox.start(of: bytes))
        guard !message.parts[0].headers.isEmpty else {
            throw CaptureError(.malformed, "a mail starts with header lines; here is none", at: .init(byte: 0))
        }
        return try document(message, root: 0, id: id, options: options)
    }

    private func document(
        _ message: MailMessage, root: Int, id: String, options: CaptureOptions
    ) throws(CaptureError) -> Document {
        let texts = MailTextParts(in: message, below: root)
        guard texts.page != nil || texts.plain != nil else {
            let inner = Self.mailsWithin(message, root)
            if inner.count == 1 { return try document(message, root: inner[0], id: id, options: options) }
            throw CaptureError(.noText, Self.reason(message, inner.count))
        }
        let article = MailArticle(
            limits: limits, facts: MailFacts(message.parts[root].headers), id: id, options: options)
        var failure = CaptureError(.noText, "the mail holds no article text")
        var document: Document?
        if let page = texts.page {
            do throws(CaptureError) { document = try article.document(page: text(of: page, in: message)) } catch {
                failure = error
            }
        }
        // A page that gives little beside its plain text was drawn rather than written.
        if let plain = texts.plain, document.map({ $0.body.count * 3 < message.parts[plain].content.count }) ?? true {
            do throws(CaptureError) {
                let other = try article.document(plain: text(of: plain, in: message), part: message.parts[plain])
                if document.map({ $0.body.count * 3 < other.body.count }) ?? true {
                    document = other.adding(document)
                }
            } catch { if document == nil { failure = error } }
        }
        guard let document else { throw failure }
        return document
    }

    /// The decoded text of a part.
    private func text(of part: Int, in message: MailMessage) throws(CaptureError) -> SourceText {
        let content = message.parts[part].content
        guard content.count / 3 <= limits.text else {
            throw CaptureError(
                .tooLarge, "\(content.count) bytes in one part of text; at most \(limits.text) bytes of text are read",
                at: .init(byte: content.lowerBound))
        }
        let bytes = message.decoded(part)
        let isPage = message.parts[part].type != "text/plain"
        let text = PartText.decoded(bytes, charset: message.parts[part].parameters?["charset"], isPage: isPage)
        if let noise = BinaryNoise.signature(of: bytes) {
            throw CaptureError(.binary, "a part that is called text is \(noise)", at: .init(byte: content.lowerBound))
        }
        if BinaryNoise.noise(in: text.utf8) != nil {
            throw CaptureError(.binary, "a part that is called text is none", at: .init(byte: content.lowerBound))
        }
        return text
    }

    /// The mails within a mail, as their outermost parts.
    private static func mailsWithin(_ message: MailMessage, _ root: Int) -> [Int] {
        message.parts.indices.filter { index in
            guard index > root, let parent = message.parts[index].parent,
                message.parts[parent].type == "message/rfc822"
            else { return false }
            // Only those that stand in no other one.
            var above = message.parts[parent].parent
            while let part = above, part != root {
                if message.parts[part].type == "message/rfc822" { return false }
                above = message.parts[part].parent
            }
            return above == root || parent == root
        }
    }

    private static func reason(_ message: MailMessage, _ mails: Int) -> String {
        if mails > 1 { return "the mail holds \(mails) other mails and no text of its own; save each as a file" }
        let files = message.parts.first { !$0.isMultipart && !$0.type.hasPrefix("text/") && $0.parent != nil }
        guard let files else { return "the mail holds no text" }
        return "the mail holds no text, only files (\(files.type.prefix(60)))"
    }
}

extension Document {
    /// The document with what only the other form of the same mail tells.
    fileprivate func adding(_ other: Document?) -> Document {
        var out = self
        if out.authors.isEmpty { out.authors = other?.authors ?? [] }
        out.url = out.url ?? other?.url
        out.outlet.domain = out.outlet.domain ?? other?.outlet.domain
        out.language = other?.language ?? out.language
        return out
    }
}
