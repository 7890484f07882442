internal import HearsayCore

/// What the contents of statements tell of times, numbers and places, read once for the whole document.
struct ContentReader {
    private let document: Document
    private let prose: Prose
    private let gazetteer: Gazetteer
    let times: [TimeExpression]
    private let hints: PlaceHints

    /// Reads the times and the countries of a document.
    init(document: Document, prose: Prose, gazetteer: Gazetteer) {
        (self.document, self.prose, self.gazetteer) = (document, prose, gazetteer)
        var (times, context) = ([TimeExpression](), TimeContext())
        var hints = PlaceHints()
        for paragraph in prose.paragraphs {
            let span = prose.span(paragraph)
            times += TimeReader().times(
                in: document.text, paragraph: span, published: document.publishedDay, context: &context)
            hints.formUnion(gazetteer.hints(in: document.text, span: span))
        }
        (self.times, self.hints) = (times, hints)
    }

    /// Adds to a statement the times, numbers and places of its content, when it was said, and when a forecast is due.
    /// A statement inside another one's content was said on none of the days outside that.
    func complete(_ statement: inout Statement, inside outer: Draft? = nil) {
        let text = document.text
        let near = times.filter { time in statement.content.contains { $0.contains(time.span) } }
        statement.times = near
        for span in statement.content {
            statement.quantities += QuantityReader().quantities(in: text, span: span, times: near)
            statement.places += gazetteer.places(in: text, span: span, hints: hints)
        }
        if statement.forecast != nil {
            statement.forecast?.due = DueReader()
                .due(in: text, content: statement.content, times: times, published: document.publishedDay)
        }
        guard let cue = statement.cue.first, let word = prose.words(touching: cue).first else { return }
        let whole = prose.span(prose.sentences[prose.sentence(of: word)])
        let holder = outer?.content.first { $0.contains(cue) } ?? whole
        let sentence = TextSpan(max(whole.start, holder.start), min(whole.end, holder.end))
        statement.said = SaidReader()
            .said(
                cue: cue, content: statement.content, sentence: sentence, times: times,
                published: document.publishedDay)
    }

    /// Whether a time of the content lies after the day of publication.
    func isAhead(_ statement: Statement) -> Bool {
        guard let published = document.publishedDay, statement.forecast?.due != nil else { return false }
        return statement.times.contains { ($0.days?.start ?? published) > published }
    }
}
