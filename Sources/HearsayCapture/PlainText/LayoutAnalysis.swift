import HearsayCore

/// Tells the parts of a plain text "as people have it": headline, dates, byline, captions, notes, pointers, paragraphs.
///
/// The text itself is never changed; one pass over the lines, then one over the passages.
struct LayoutAnalysis {
    /// Passages this early may be bare credits.
    private static let early = 6
    /// Among so many passages at the end a note needs no label.
    private static let last = 3

    private let text: SourceText
    private let tags: [TextSpan]
    private var passages: [Passage]
    private var furniture: [TextSpan]
    private var document: Document
    /// Whether marks of the text itself say where passages start and which of them are headings.
    private let isMarked: Bool

    /// Reads the layout of the document's text into the document.
    ///
    /// What the document already knows (headline, published, authors, url) is kept and helps to find its lines.
    static func fill(_ document: inout Document) {
        var analysis = LayoutAnalysis(document)
        analysis.classify()
        analysis.findHeadline()
        PassageJoining.join(&analysis.passages, furniture: analysis.furniture)
        analysis.findHeadings()
        analysis.finish()
        document = analysis.document
    }

    /// Reads what passages are that are marked off already, with the marks inside them, into the document.
    static func fill(_ document: inout Document, passages: [Passage], marks: [TextSpan]) {
        var analysis = LayoutAnalysis(document, passages, marks)
        analysis.classify()
        analysis.findHeadline()
        analysis.finish()
        document = analysis.document
    }

    private init(_ document: Document) {
        self.document = document
        text = document.text
        tags = InlineMarkup.tags(in: text)
        (passages, furniture) = PassageSplitter(text, tags: tags).split()
        isMarked = false
    }

    private init(_ document: Document, _ passages: [Passage], _ marks: [TextSpan]) {
        self.document = document
        text = document.text
        (self.passages, tags, furniture, isMarked) = (passages, marks, [], true)
    }

    // MARK: Lines that tell what they are

    private mutating func classify() {
        var (inHeader, index, sentences) = (true, 0, 0)
        while index < passages.count {
            let words = passages[index].words
            if isMarked, passages[index].kind != .paragraph {
                index += 1
                continue
            }
            if readAddress(at: &index) || readRelated(at: &index) { continue }
            let isAtEdge = index < 2 || index >= passages.count - Self.last
            if let kind = UpdateNote.kind(of: words, atEdge: isAtEdge) {
                passages[index].kind = .note
                document.updates.append(.init(kind: kind, text: oneLine(words)))
            } else if readHeader(index, inHeader) {
                // Taken.
            } else if let caption = CaptionCredit(words, isEarly: index < Self.early && inHeader), passages.count > 1 {
                passages[index].kind = .caption
                let line = caption.caption.map { oneLine(Array($0.utf8)[...]) }
                document.images.append(.init(caption: line, credit: caption.credit))
            } else {
                if SentenceEnd.closes(words) { sentences += 1 }
                if passages[index].wordCount > 25 || index > 12 || sentences > 1 { inHeader = false }
            }
            index += 1
        }
    }

    private mutating func readHeader(_ index: Int, _ inHeader: Bool) -> Bool {
        let passage = passages[index]
        guard passage.lines <= 2, passages.count > 1, let header = HeaderLine(passage.words) else { return false }
        let isLast = index >= passages.count - 3
        guard inHeader || isLast && header.authors.isEmpty || header.dates?.isLabelled == true else { return false }
        // A bare date below the text is as often that of a correction or a print edition.
        if inHeader || header.dates?.isLabelled == true {
            document.published = document.published ?? header.dates?.published
        }
        document.modified = document.modified ?? header.dates?.modified
        if document.authors.isEmpty { document.authors = header.authors }
        passages[index].kind = header.authors.isEmpty ? .dateline : .byline
        return true
    }

    private mutating func readAddress(at index: inout Int) -> Bool {
        switch AddressLine(passages[index].words) {
        case .label:
            guard index + 1 < passages.count, case .bare(let address) = AddressLine(passages[index + 1].words) else {
                return false
            }
            passages[index].kind = .address
            passages[index + 1].kind = .address
            document.url = document.url ?? address
            index += 2
        case .labelled(let address):
            passages[index].kind = .address
            document.url = document.url ?? address
            index += 1
        case .bare(let address):
            guard passages.count > 1 else { return false }
            passages[index].kind = .address
            if index == 0 || index == passages.count - 1 { document.url = document.url ?? address }
            index += 1
        case nil:
            return false
        }
        return true
    }

    private mutating func readRelated(at index: inout Int) -> Bool {
        guard passages[index].lines <= 3, passages.count > 1, var pointer = RelatedPointer(passages[index].words) else {
            return false
        }
        passages[index].kind = .related
        if pointer.title == nil, pointer.url == nil, index + 1 < passages.count {
            let next = passages[index + 1]
            if next.wordCount <= 20, !SentenceEnd.closes(next.words), AddressLine(next.words) == nil {
                pointer = RelatedPointer(words: next.words)
                index += 1
                passages[index].kind = .related
            }
        }
        if pointer.title != nil || pointer.url != nil {
            document.related.append(.init(title: pointer.title.map { oneLine(Array($0.utf8)[...]) }, url: pointer.url))
        }
        index += 1
        return true
    }

    // MARK: Headline and headings

    private mutating func findHeadline() {
        if let known = document.headline.map({ Whitespace.letters(Array($0.utf8)[...]) }), !known.isEmpty {
            let first = passages.indices.prefix(6).first { Whitespace.letters(passages[$0].words) == known }
            if let first { passages[first].kind = .headline }
            return
        }
        guard let index = passages.firstIndex(where: { $0.kind == .paragraph }), index <= 4 else { return }
        let candidate = passages[index]
        guard candidate.lines <= 3, isTitleLike(candidate.words, most: 20), let next = following(index) else { return }
        let isBeforeMetadata = passages[next].kind != .paragraph
        guard candidate.isFollowedByBlank || isBeforeMetadata else { return }
        guard passages[(index + 1)...].contains(where: { $0.kind == .paragraph }) else { return }
        if passages[next].kind == .paragraph, SentenceEnd.startsWithin(passages[next].words) { return }
        passages[index].kind = .headline
        document.headline = oneLine(candidate.words)
    }

    private func following(_ index: Int) -> Int? { index + 1 < passages.count ? index + 1 : nil }

    /// Few words that start like a title and do not end like a sentence or in the middle of one.
    private func isTitleLike(_ words: ByteSlice, most: Int) -> Bool {
        let count = words.words.count
        guard count >= 1, count <= most, words.count <= 220, !SentenceEnd.closes(words) else { return false }
        return !SentenceEnd.startsWithin(words) && !SentenceEnd.mustGoOn(words) && !SentenceEnd.holdsSentence(words)
    }

    private mutating func findHeadings() {
        for index in passages.indices where passages[index].kind == .paragraph && passages[index].lines == 1 {
            guard isTitleLike(passages[index].words, most: 12), let next = following(index) else { continue }
            guard passages[next].kind == .paragraph,
                passages[next].wordCount > 12 || SentenceEnd.closes(passages[next].words)
            else { continue }
            let first = passages[index].words.first ?? 0
            guard first.isASCIIUpper || first.isASCIIDigit || first == 0x22 || first >= 0xC3 else { continue }
            passages[index].kind = .heading
        }
    }

    // MARK: The result

    private mutating func finish() {
        document.blocks = passages.map { .init(kind: $0.kind, span: $0.span) }
        let read = passages.filter { $0.kind == .paragraph || $0.kind == .heading }
        if let first = read.first, let last = read.last {
            document.body = TextSpan(first.span.start, last.span.end)
        } else {
            document.body = text.trimmed(text.span)
        }
        document.markup = (tags + passages.flatMap(\.furniture)).sorted()
        document.links += InlineMarkup.links(among: tags, in: text)
    }

    /// The words with every run of white space as one space.
    private func oneLine(_ words: ByteSlice) -> String {
        String(decoding: Array(words.words.joined(separator: [0x20])), as: UTF8.self)
    }
}
