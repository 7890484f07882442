import HearsayCore

/// Takes out of a body's paragraphs what is not the article: the site's own phrases, pointers, notes, credits.
struct BodyCleaning {
    private static let phrases: Set<String> = Set(
        """
        advertisement|advertisements|advert|ad|sponsored|sponsored content|story continues below advertisement|continue reading below|\
        story continues below|article continues below|continue reading|continued below|read more|share|share this|share this article|\
        share this story|save|print|email|comments|comment|leave a comment|loading|loading...|view comments|show comments|\
        follow us|subscribe|sign up|sign in|log in|related|related articles|related stories|most popular|trending|topics|tags|\
        read next|up next|recommended|more|see more|view gallery|view photos|play video|watch video|video|photos|image|photo|\
        (image credit|image copyright|media caption|image caption|supported by|promoted|top stories|skip advertisement|\
        get our free newsletter|enlarge|hide caption|toggle caption|click to enlarge|back to top|facebook|twitter|link copied
        """.split(separator: "|").map { String($0) })
    private static let openings = [
        "sign up for our", "sign up to our", "sign up for the", "subscribe to ", "follow us",
        "like us on facebook", "download our app", "all rights reserved", "copyright \u{A9}", "\u{A9} 20",
        "this material may not be published", "read more:", "also read:", "photo:", "photos:", "image:",
        "follow him on twitter", "follow her on twitter", "share on facebook", "share on twitter", "tap here",
        "tweet this", "image copyright", "media caption", "image caption", "tags:", "sign up:",
        "this story was originally", "have a tip?", "got a tip?", "do you have a tip",
        "do you have a story", "got a story", "advertisement -",
    ]
    /// Openings of furniture with which a sentence of the article may start as well.
    private static let mildOpenings = [
        "tagged", "filed under", "posted in", "join our", "get the latest", "watch:", "listen:", "story continues",
        "click here to", "download the", "for more news", "support our journalism",
    ]
    /// What such a line names when it speaks to the reader.
    private static let offers = [
        "newsletter", "inbox", "e-mail", "email", "app ", "app.", "app,", "channel", "whatsapp", "telegram", "facebook",
        "twitter", "instagram", "subscri", "sign up", "alerts", "podcast", "advertisement", "continues below",
        "mailing list", "your ",
    ]
    private static let endings: Set<String> = [
        "related articles", "related stories", "related", "read next", "more from", "comments", "recommended",
        "you may also like",
        "more stories", "more news", "most read", "most popular", "latest news", "related posts", "leave a reply",
        "see also",
        "further reading", "references", "external links", "related content", "popular", "trending", "about the author",
        "sources",
        "share this:", "like this:", "related news", "related links", "you might also like", "what to read next",
        "more on this story",
    ]

    /// Those that stand over teasers or comments, whatever these look like.
    private static let certainEndings: Set<String> = [
        "related articles", "related stories", "read next", "comments", "you may also like", "more stories",
        "more news", "most read", "most popular", "latest news", "related posts", "leave a reply", "related content",
        "about the author", "share this:", "like this:", "related news", "related links", "you might also like",
        "what to read next", "more on this story",
    ]

    /// What is left of the body.
    private(set) var paragraphs: [BodyText.Paragraph] = []
    /// Notes of changes.
    private(set) var updates: [Document.Update] = []
    /// Pointers to other articles.
    private(set) var related: [Document.Related] = []
    /// Captions and credits that stood in paragraphs.
    private(set) var images: [Document.Image] = []
    /// The kind of a note of which only the label has been read.
    private var waiting: Document.Update.Kind?
    /// Whether updates are what the article is made of.
    private var isRunning = false

    /// Cleans the paragraphs of an article with a known headline.
    init(_ all: [BodyText.Paragraph], headline: String?, base: String?) {
        let title = headline.map { Whitespace.letters(Array($0.utf8)[...]) } ?? []
        let total = all.reduce(0) { $0 + $1.words.count }
        var seen = 0
        isRunning = all.count { UpdateNote.kind(of: $0.words[...]) == .update } > 2
        for (index, paragraph) in all.enumerated() {
            seen += paragraph.words.count
            if seen * 4 > total, Self.isEnding(paragraph), !Self.isTitle(paragraph, of: all[(index + 1)...]) { break }
            if index < 8, paragraph.words.count <= 300, !title.isEmpty,
                Whitespace.letters(paragraph.words[...]) == title
            {
                continue
            }
            let isLast = index + 2 >= all.count
            if let header = HeaderLine(paragraph.words[...]), isAround(header, paragraph, isLast) { continue }
            if index + 4 >= all.count, Self.isContact(paragraph) { continue }
            if !takeOut(paragraph, base) { paragraphs.append(paragraph) }
        }
        while let last = paragraphs.last, last.isHeading || last.isListItem && last.linked * 2 > last.words.count {
            paragraphs.removeLast()
        }
    }

    /// Whether a line of dates or names belongs to the head of the article; further down, a date may be a title.
    private func isAround(_ header: HeaderLine, _ line: BodyText.Paragraph, _ isLast: Bool) -> Bool {
        guard header.authors.isEmpty else { return paragraphs.count < 2 }
        if line.isHeading { return paragraphs.isEmpty }
        return paragraphs.count < 2 || isLast || Self.stamps.contains { line.words[...].firstIgnoringCase($0) != nil }
    }

    /// Parts of words that tell of a date line that it is the article's.
    private static let stamps = ["publish", "updat", "post", "modif", "written", "issued"]

    private static func lower(_ words: [UInt8]) -> String {
        String(decoding: words.map(\.asciiLowercased), as: UTF8.self)
    }

    /// Whether a line at the end tells how the author is reached.
    private static func isContact(_ line: BodyText.Paragraph) -> Bool {
        let words = line.words[...]
        return words.count <= 300 && words.contains(0x40) && contacts.contains { words.firstIgnoringCase($0) != nil }
    }

    private static let contacts = ["reach", "contact", "e-mail", "email", "follow", "write to"].flatMap { verb in
        ["him", "her", "them", "me", "the author", "the writer", "the reporter"].map { "\(verb) \($0)" }
    }

    /// Whether a line that starts like furniture is a whole sentence, that neither links nor offers anything.
    private static func isSentence(_ line: BodyText.Paragraph) -> Bool {
        let words = line.words[...]
        return words.words.count >= 8 && line.linked * 2 < line.words.count && words.trimmed.last == 0x2E
            && !offers.contains { words.firstIgnoringCase($0) != nil }
    }

    /// Whether a heading that could end the body stands over a part of it: prose follows, and no list of links.
    private static func isTitle(_ heading: BodyText.Paragraph, of rest: ArraySlice<BodyText.Paragraph>) -> Bool {
        guard !certainEndings.contains(lower(heading.words)) else { return false }
        let part = rest.prefix(6).prefix { !$0.isHeading }
        return part.contains { paragraph in
            let own = paragraph.words.count - paragraph.linked
            return !paragraph.isListItem && own >= 80 && paragraph.linked < own
                && SentenceEnd.closes(paragraph.words[...])
        }
    }

    private static func isEnding(_ paragraph: BodyText.Paragraph) -> Bool {
        guard paragraph.words.count <= 40 else { return false }
        let words = paragraph.words[...]
        if paragraph.isHeading,
            words.startsIgnoringCase("more from ") || words.startsIgnoringCase("more ") && words.words.count <= 4
        {
            return true
        }
        return endings.contains(lower(paragraph.words))
    }

    /// Whether the paragraph is no part of the body; what it tells of the article is kept apart.
    private mutating func takeOut(_ paragraph: BodyText.Paragraph, _ base: String?) -> Bool {
        let words = paragraph.words[...]
        if words.count <= 48, Self.phrases.contains(Self.lower(paragraph.words)) { return true }
        if !paragraph.words.contains(where: { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }) { return true }
        if takeNote(paragraph) { return true }
        if let pointer = RelatedPointer(words) {
            let url = paragraph.links.first.flatMap { WebAddress.resolve($0.url, base: base) } ?? pointer.url
            if pointer.title != nil || url != nil { related.append(.init(title: pointer.title, url: url)) }
            return true
        }
        if words.count <= 160, !paragraph.isListItem, !paragraph.writesAddresses,
            Self.openings.contains(where: { words.startsIgnoringCase($0) })
                || Self.mildOpenings.contains(where: { words.startsIgnoringCase($0) }) && !Self.isSentence(paragraph)
        {
            return true
        }
        if let caption = CaptionCredit(words, isEarly: false), words.count <= 300 {
            images.append(.init(caption: caption.caption, credit: caption.credit))
            return true
        }
        return isLinkList(paragraph) && !paragraph.goesOn(from: paragraphs.last, base: base)
    }

    /// Whether the paragraph is a note of a change, or goes on with one whose label stood alone.
    private mutating func takeNote(_ paragraph: BodyText.Paragraph) -> Bool {
        let words = paragraph.words[...]
        if UpdateNote.isTimeOnly(words) { return true }
        if let kind = waiting, let last = updates.indices.last, words.count <= 1500 {
            waiting = nil
            updates[last] = .init(kind: kind, text: updates[last].text + " " + words.string)
            return true
        }
        waiting = nil
        if let kind = UpdateNote.label(words) {
            updates.append(.init(kind: kind, text: words.string))
            // "Correction appended" says that the note stands elsewhere; "Corrections" may be a word of the text.
            let goesOn = paragraph.isHeading || words.last == 0x3A || words.contains { $0.isASCIIDigit }
            if goesOn, words.firstIgnoringCase("appended") == nil { waiting = kind }
            return true
        }
        guard let kind = UpdateNote.kind(of: words), words.count <= (kind == .update ? 700 : 1500) else { return false }
        if kind == .update, isRunning { return false }
        updates.append(.init(kind: kind, text: words.string))
        return true
    }

    /// Mostly links, and no sentence.
    private func isLinkList(_ paragraph: BodyText.Paragraph) -> Bool {
        guard paragraph.linked * 10 >= paragraph.words.count * 8 else { return false }
        let words = paragraph.words[...]
        if words.words.count > 25 { return false }
        if words.words.count >= 12, SentenceEnd.withoutClosers(words).last == 0x2E { return false }
        return !SentenceEnd.closes(words) || paragraph.isListItem || words.words.count < 4
    }
}
