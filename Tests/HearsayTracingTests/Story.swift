@testable import HearsayCore
@testable import HearsayTracing

/// Articles made by hand, with vectors that count words, so that no encoder is needed.
struct Story {
    /// One attribution of an article.
    struct Said {
        var words: String
        var name: String?
        var role: String?
        var kind = Voice.Kind.person
        var anonymous = false
        var relay: [String] = []
        var stance = Statement.Stance.asserts
        var forecast: Forecast?
        var people: Voice.People?
    }

    private(set) var articles: [TracedArticle] = []

    /// Adds an article; blank lines part its paragraphs.
    mutating func add(
        _ id: String, _ outlet: String, _ published: String?, _ string: String, said: [Said] = [],
        authors: [String] = [],
        revisionOf: String? = nil
    ) {
        let text = SourceText(string)
        var document = Document(id: "doc:\(id)", text: text)
        document.outlet.name = outlet
        document.published = published
        document.authors = authors
        document.blocks = Self.paragraphs(text).map { Document.Block(kind: .paragraph, span: $0) }
        let reading = Self.reading(document, said)
        let units = ClaimUnits.of(reading)
        articles.append(
            TracedArticle(
                id: id, reading: reading, revisionOf: revisionOf, units: units,
                vectors: units.map { Self.vector($0.text) }))
    }

    /// All articles as one affair in which everything is near.
    var affair: TracedAffair {
        TracedAffair(
            articles: articles, neighbours: articles.indices.map { one in articles.indices.filter { $0 != one } })
    }

    /// The trace of all articles.
    var trace: Trace { Tracer().trace(articles) }

    /// The claim that holds a sentence of an article, by words of it.
    static func claim(_ words: String, of id: String, in trace: Trace, _ articles: [TracedArticle]) -> Claim? {
        guard let text = articles.first(where: { $0.id == id })?.reading.document.text,
            let span = Self.span(words, in: text)
        else { return nil }
        return trace.claims.first { $0.members.contains { $0.article == id && $0.span.overlaps(span) } }
    }

    /// Where words stand for the first time.
    static func span(_ words: String, in text: SourceText) -> TextSpan? {
        let wanted = Array(words.utf8)
        guard let start = text.utf8.indices.first(where: { text.utf8[$0...].starts(with: wanted) }) else { return nil }
        return TextSpan(start, start + wanted.count)
    }

    /// Stretches between blank lines.
    private static func paragraphs(_ text: SourceText) -> [TextSpan] {
        var (spans, start) = ([TextSpan](), 0)
        for at in 0...text.count
        where at == text.count || at + 1 < text.count && text.utf8[at...at + 1].elementsEqual([0x0A, 0x0A]) {
            let span = text.trimmed(TextSpan(start, max(start, at)))
            if !span.isEmpty { spans.append(span) }
            start = at
        }
        return spans
    }

    private static func reading(_ document: Document, _ said: [Said]) -> Reading {
        var reading = Reading(document: document, voices: [], statements: [])
        func voice(_ name: String?, _ make: (inout Voice) -> Void) -> String {
            if let known = reading.voices.first(where: { $0.name != nil && $0.name == name }) { return known.id }
            var voice = Voice(id: "v\(reading.voices.count + 1)", kind: .person)
            voice.name = name
            make(&voice)
            reading.voices.append(voice)
            return voice.id
        }
        for (i, said) in said.enumerated() {
            guard let span = span(said.words, in: document.text) else { continue }
            let id = voice(said.name) {
                ($0.kind, $0.role, $0.anonymous, $0.people) = (said.kind, said.role, said.anonymous, said.people)
            }
            var statement = Statement(id: "s\(i + 1)", source: [], cue: [], content: [span], voice: id)
            statement.relay = said.relay.map { name in voice(name) { $0.kind = .outlet } }
            (statement.stance, statement.forecast) = (said.stance, said.forecast)
            reading.statements.append(statement)
        }
        return reading
    }

    /// Words counted in 96 places, of length 1: a stand-in for sentence vectors.
    static func vector(_ string: String) -> [Float] {
        let text = SourceText(string)
        var vector = [Float](repeating: 0.01, count: 96)
        for word in WordScanner.words(in: text, span: text.span) where word.kind != .punctuation {
            if Terms.idle.contains(word.lower) { continue }
            let hash = Terms.stem(word.lower).utf8.reduce(5381 as UInt64) { $0 &* 33 &+ UInt64($1) }
            vector[Int(hash % 96)] += 1
        }
        let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return vector.map { $0 / length }
    }
}

/// A small repeatable source of numbers (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

/// The words of a string, for tests of what reads words.
func words(_ string: String) -> [Word] {
    let text = SourceText(string)
    return WordScanner.words(in: text, span: text.span)
}
