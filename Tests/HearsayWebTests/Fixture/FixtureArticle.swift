import Hearsay
import HearsayCore

/// An invented article, written down so that spans are found by their words.
struct FixtureArticle: Sendable {
    struct Said: Sendable {
        var voice: String
        var source: String
        var cue: String
        var content: String
        var relay: [String] = []
        var claim: String?
        var stance = Claim.Stance.asserts
        var forecast: Forecast?
    }

    var id: Int
    var outlet: String
    var published: String
    var headline: String
    var paragraphs: [String]
    var voices: [Voice]
    var said: [Said]
    var sources: [String: Int]
    /// Outlets that it took from and that are not at hand.
    var outside: [String] = []

    /// Those as edges; the outlet is named where the body begins.
    var outsideEdges: [OutsideEdge] {
        let start = headline.utf8.count + 2
        return outside.map {
            OutsideEdge(from: traceID, outlet: $0, confidence: 0.9, evidence: [TextSpan(start, start + 1)])
        }
    }

    var traceID: String { "a\(id)" }

    var text: String { ([headline] + paragraphs).joined(separator: "\n\n") }

    var reading: Reading {
        var document = Document(id: Digest.name(of: Array(text.utf8)), text: SourceText(text))
        document.headline = headline
        document.outlet = .init(name: outlet, domain: outlet.lowercased().filter(\.isLetter) + ".example")
        document.published = published
        document.authors = ["Noor Abara"]
        document.url = "https://\(document.outlet.domain ?? "x")/\(id)"
        document.links = [.init(url: "https://gull.example/a?b=1&c=2", text: "reported")]
        var start = 0
        for (index, piece) in ([headline] + paragraphs).enumerated() {
            let span = TextSpan(start, start + piece.utf8.count)
            document.blocks.append(.init(kind: index == 0 ? .headline : .paragraph, span: span))
            start = span.end + 2
        }
        document.body = TextSpan(min(headline.utf8.count + 2, text.utf8.count), text.utf8.count)
        return Reading(document: document, voices: voices, statements: statements)
    }

    private var statements: [Statement] {
        said.enumerated().map { index, said in
            var statement = Statement(
                id: "s\(index + 1)", source: spans(said.source), cue: spans(said.cue), content: spans(said.content),
                voice: said.voice)
            (statement.relay, statement.forecast) = (said.relay, said.forecast)
            if said.stance == .denies { statement.stance = .denies }
            return statement
        }
    }

    /// Where words stand first in the body; none when they do not.
    func spans(_ words: String) -> [TextSpan] {
        let (bytes, needle) = (Array(text.utf8), Array(words.utf8))
        guard !needle.isEmpty, bytes.count >= needle.count else { return [] }
        let from = min(headline.utf8.count, bytes.count - needle.count)
        let found = (from...bytes.count - needle.count).first { bytes[$0..<$0 + needle.count].elementsEqual(needle) }
        return found.map { [TextSpan($0, $0 + needle.count)] } ?? []
    }

    /// The sentence around words: before, words, after.
    func sentence(_ words: String) -> (String, String, String) {
        guard let paragraph = paragraphs.first(where: { $0.contains(words) }),
            let found = paragraph.firstRange(of: words)
        else { return ("", words, "") }
        return (String(paragraph[..<found.lowerBound]), words, String(paragraph[found.upperBound...]))
    }

    var summary: ArticleSummary {
        ArticleSummary(
            id: id, title: headline, outlet: outlet, url: reading.document.url, published: published,
            added: "2031-05-20T08:00:00Z", statements: said.count, unnamed: voices.count(where: \.anonymous),
            revisions: earlier == nil ? 1 : 2)
    }

    /// The version before, of those articles that have one.
    var earlier: FixtureArticle? {
        guard id == 2 || headline == HostileAffair.attack else { return nil }
        var article = self
        article.paragraphs = paragraphs.map {
            $0.replacing("300,000", with: "200,000").replacing(" said ", with: " claimed ") + " So it is."
        }
        return article
    }
}

/// Voices of the invented affairs.
enum FixtureVoice {
    static func named(_ id: String, _ name: String, role: String? = nil, kind: Voice.Kind = .person) -> Voice {
        var voice = Voice(id: id, kind: kind)
        (voice.name, voice.role) = (name, role)
        return voice
    }

    static func unnamed(_ id: String, _ role: String, reason: String? = nil, kind: Voice.Kind = .person) -> Voice {
        var voice = Voice(id: id, kind: kind)
        (voice.anonymous, voice.role, voice.reason) = (true, role, reason)
        voice.people = kind == .people ? .init(least: 2, most: 2) : .init(least: 1, most: 1)
        return voice
    }
}
