import HearsayCore

/// The parts of a message that are its text, once as a page and once as plain text.
struct MailTextParts {
    /// The part that is a page.
    private(set) var page: Int?
    /// The part that is plain text.
    private(set) var plain: Int?

    private init(page: Int? = nil, plain: Int? = nil) { (self.page, self.plain) = (page, plain) }

    /// Chooses among the parts below a part: not among files to be saved, nor in mails within the mail.
    init(in message: MailMessage, below part: Int) { self = Self.choose(message, part) }

    private static func choose(_ message: MailMessage, _ index: Int) -> MailTextParts {
        let part = message.parts[index]
        if part.isAttachment, part.parent != nil { return MailTextParts() }
        let children = message.children(of: index)
        if part.isMultipart, !children.isEmpty {
            let choices = children.map { choose(message, $0) }
            switch part.type {
            case "multipart/alternative":
                return MailTextParts(
                    page: choices.last { $0.page != nil }?.page, plain: choices.first { $0.plain != nil }?.plain)
            case "multipart/related":
                return choices[children.firstIndex(of: root(of: index, in: message)) ?? 0]
            default:
                // A mail with a note before or behind it: the longest part is the mail.
                return choices.max { $0.length(message) < $1.length(message) } ?? MailTextParts()
            }
        }
        guard message.bytes[part.content].contains(where: { !$0.isASCIISpace }) else { return MailTextParts() }
        switch part.type {
        case "text/html", "application/xhtml+xml": return MailTextParts(page: index)
        case "text/plain": return MailTextParts(plain: index)
        default: return part.isMultipart ? MailTextParts(plain: index) : MailTextParts()
        }
    }

    /// Which part of a `multipart/related` the others belong to: the one that its parameter "start" names, else the first
    /// page, else the first of all.
    static func root(of index: Int, in message: MailMessage) -> Int {
        let children = message.children(of: index)
        if let start = message.parts[index].parameters?["start"] {
            let wanted = start.filter { $0 != "<" && $0 != ">" }
            if let named = children.first(where: { message.parts[$0].contentID == wanted }) { return named }
        }
        let pages = children.first { ["text/html", "application/xhtml+xml"].contains(message.parts[$0].type) }
        let holders = children.first { message.parts[$0].isMultipart }
        return pages ?? holders ?? children.first ?? index
    }

    private func length(_ message: MailMessage) -> Int {
        (page.map { message.parts[$0].content.count } ?? 0) + (plain.map { message.parts[$0].content.count } ?? 0)
    }
}
