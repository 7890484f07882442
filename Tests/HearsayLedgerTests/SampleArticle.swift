import HearsayCore
import HearsayLedger

/// Invented articles for tests: each sentence is "NAME said CONTENT."
struct SampleArticle {
    struct Said {
        var name: String?
        var kind = Voice.Kind.person
        var affiliation: String?
        var role: String?
        var content: String
        var certainty: Forecast.Certainty?
        var due: DayInterval? = DayInterval(CivilDay(number: 22_361), CivilDay(number: 22_400))
        var said: DayInterval?
        var stance = Statement.Stance.asserts
        /// Whether it came through the first voice of the article.
        var isRelayed = false
        /// The earlier sentence whose voice speaks again; nil for a voice of its own.
        var speaker: Int?
    }

    var url: String? = "https://gull.example/quay"
    var outlet = "The Gull"
    var published: String? = "2031-03-22"
    var headline: String? = "Quay closes at night"
    var facts: [String: String] = [:]
    var captured = "2031-03-22T09:00:00Z"
    var hasUnits = false
    var exchange: CaptureRecord.Exchange?
    var archive: CaptureRecord.Archive?
    var said: [Said] = [Said(name: "Ines Okoro", affiliation: "Harbour Ministry", content: "the quay will close")]

    /// What is stored as captured bytes.
    var bytes: [UInt8] { Array("<html>\(reading.document.text.string)</html>".utf8) }

    var capture: CaptureRecord {
        CaptureRecord(
            bytes: bytes, origin: "quay.html", url: url, finalURL: url,
            headers: [.init(name: "Content-Type", value: "text/html")], facts: facts, captured: captured,
            exchange: exchange, archive: archive)
    }

    var reading: Reading {
        var text = (headline ?? "") + "\n\n"
        var voices: [Voice] = []
        var statements: [Statement] = []
        let body = text.utf8.count
        for (index, said) in said.enumerated() {
            let earlier = said.speaker.flatMap { statements.indices.contains($0) ? statements[$0].voice : nil }
            var voice = Voice(id: earlier ?? "v\(voices.count + 1)", kind: said.kind)
            (voice.name, voice.role, voice.affiliation) = (said.name, said.role, said.affiliation)
            voice.anonymous = said.name == nil && said.kind == .person
            let source = append(said.name ?? said.role ?? "someone", to: &text)
            text += " "
            let cue = append("said", to: &text)
            text += " "
            let content = append(said.content, to: &text)
            text += ".\n"
            voice.mentions = [source]
            if earlier == nil { voices.append(voice) }
            var statement = Statement(
                id: "s\(index + 1)", source: [source], cue: [cue], content: [content], voice: voice.id)
            statement.forecast = said.certainty.map { Forecast(due: said.due, certainty: $0) }
            (statement.said, statement.stance) = (said.said, said.stance)
            if said.isRelayed, let first = voices.first, first.id != voice.id { statement.relay = [first.id] }
            statements.append(statement)
        }
        var document = Document(id: "sha256:\(text.utf8.count)", text: SourceText(text))
        (document.url, document.headline, document.published) = (url, headline, published)
        document.outlet = .init(name: outlet, domain: nil)
        document.body = TextSpan(min(body, text.utf8.count), text.utf8.count)
        return Reading(document: document, voices: voices, statements: statements)
    }

    private func append(_ words: String, to text: inout String) -> TextSpan {
        let start = text.utf8.count
        text += words
        return TextSpan(start, text.utf8.count)
    }
}

extension Ledger {
    /// Adds a sample article at a fixed time.
    @discardableResult
    func add(_ article: SampleArticle, units: StoredUnits? = nil) throws -> Added {
        try add(
            article.capture, reading: article.reading, units: units, stages: ["tagger": "3"], at: "2031-03-23T10:00:00Z"
        )
    }
}
