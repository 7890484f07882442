internal import HearsayCore

/// One version of an article as sentences: the headline, the body, and the notes about the article.
struct Version: Sendable {
    /// The blocks that are compared; bylines, datelines, addresses and pointers to other articles are not.
    private static let compared: Set<Document.Block.Kind> = [.paragraph, .heading, .caption]
    /// Bytes of a sentence that is none of the longest; so many are made room for.
    private static let shortSentence = 64
    /// A paragraph with more sentences than this is no note, however it begins.
    private static let longestNote = 8

    let reading: Reading
    private(set) var headline: Sentence?
    /// Stretches of text so far.
    private var stretches = 0
    private(set) var body: [Sentence] = []
    private(set) var notes: [Sentence] = []
    /// The places of the statements that have to do with each sentence of the body, where there are any.
    private(set) var statements: [Int: [Int]] = [:]

    init(_ reading: Reading, interner: inout Interner) {
        self.reading = reading
        let document = reading.document
        interner.expect(sentences: document.text.count / Self.shortSentence)
        var blocks = document.blocks
        if blocks.isEmpty { blocks = [.init(kind: .paragraph, span: document.body)] }
        var markup = document.markup[...]
        for block in blocks where block.span.end <= document.text.count {
            stretches += 1
            switch block.kind {
            case .headline where headline == nil:
                headline = Self.sentence(document.text, block.span, &markup, &interner)
            case .note: notes.append(Self.sentence(document.text, block.span, &markup, &interner))
            case _ where Self.compared.contains(block.kind): add(block.span, &markup, &interner)
            default: break
            }
        }
        if headline == nil, let words = document.headline, !words.isEmpty {
            headline = Self.sentence(ofOwn: words, &interner)
        }
        addUpdates(&interner)
        for (number, statement) in reading.statements.enumerated() {
            let touched = (statement.source + statement.cue + statement.content).flatMap {
                Array(sentences(touching: $0))
            }
            for sentence in Set(touched) { statements[sentence, default: []].append(number) }
        }
    }

    /// The sentences of the body that a span touches; a body out of order has none before it.
    private func sentences(touching span: TextSpan) -> Range<Int> {
        func first(where isBehind: (Sentence) -> Bool) -> Int {
            var (low, high) = (0, body.count)
            while low < high {
                let middle = (low + high) / 2
                if isBehind(body[middle]) { high = middle } else { low = middle + 1 }
            }
            return low
        }
        let start = first { $0.span.end > span.start }
        return start..<max(start, first { $0.span.start >= span.end })
    }

    /// The sentences of a paragraph, or the paragraph as a note.
    private mutating func add(_ paragraph: TextSpan, _ markup: inout ArraySlice<TextSpan>, _ interner: inout Interner) {
        let text = reading.document.text
        for part in Self.parts(of: paragraph, in: text) {
            let spans = SentenceSplitter.sentences(in: text, paragraph: part)
            if part.start > paragraph.start { stretches += 1 }
            guard let first = spans.first, let last = spans.last else { continue }
            if spans.count <= Self.longestNote, NoteWords.begin(text.string(first)) {
                notes.append(Self.sentence(text, first.union(last), &markup, &interner))
                continue
            }
            for span in spans {
                var sentence = Self.sentence(text, span, &markup, &interner)
                sentence.stretch = stretches
                if !sentence.words.isEmpty { body.append(sentence) }
            }
        }
    }

    /// The stretches between blank lines; a captured block has none, but a document made by hand may.
    private static func parts(of paragraph: TextSpan, in text: SourceText) -> [TextSpan] {
        var (parts, start, i) = ([TextSpan](), paragraph.start, paragraph.start)
        while i < paragraph.end {
            guard text.utf8[i] == 0x0A else {
                i += 1
                continue
            }
            var (next, breaks) = (i, 0)
            while next < paragraph.end, text.utf8[next].isASCIISpace {
                if text.utf8[next] == 0x0A { breaks += 1 }
                next += 1
            }
            if breaks > 1 {
                parts.append(TextSpan(start, i))
                start = next
            }
            i = next
        }
        parts.append(TextSpan(start, paragraph.end))
        return parts
    }

    /// Notes that the document has beside its text.
    private mutating func addUpdates(_ interner: inout Interner) {
        for update in reading.document.updates {
            let note = Self.sentence(ofOwn: update.text, &interner)
            guard !note.words.isEmpty, !notes.contains(where: { $0.likeness(to: note) > 0.8 }) else { continue }
            notes.append(note)
        }
    }

    private static func sentence(
        _ text: SourceText, _ span: TextSpan, _ markup: inout ArraySlice<TextSpan>, _ interner: inout Interner
    ) -> Sentence {
        while let first = markup.first, first.end <= span.start { markup.removeFirst() }
        var words = WordScanner.words(in: text, span: span)
        let within = markup.prefix { $0.start < span.end }
        if !within.isEmpty { words.removeAll { word in within.contains { $0.contains(word.span) } } }
        return Sentence(text, span, isInText: true, words: words, interner: &interner)
    }

    private static func sentence(ofOwn words: String, _ interner: inout Interner) -> Sentence {
        let text = SourceText(words)
        return Sentence(
            text, text.trimmed(text.span), isInText: false, words: WordScanner.words(in: text, span: text.span),
            interner: &interner)
    }
}
