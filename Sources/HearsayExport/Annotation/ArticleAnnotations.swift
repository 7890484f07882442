internal import HearsayCore

/// The annotations of one article.
struct ArticleAnnotations {
    private let article: ExportedArticle
    private let generator: ExportGenerator
    private let names: RevisionNames
    private let text: QuotedText
    private let digest: String
    private let source: String
    private let captured: String?
    private let created: String?
    private let known: [String: Voice]

    init(_ article: ExportedArticle, generator: ExportGenerator) {
        (self.article, self.generator) = (article, generator)
        names = article.revision.names
        text = QuotedText(article.reading.document.text)
        digest = text.digest
        captured = ExportTime(article.revision.captured)?.description
        created = ExportTime(article.revision.read)?.description ?? captured
        source = WebAddress.uri(article.revision.address) ?? names.captureID.urn
        known = Dictionary(article.reading.voices.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The annotation's name. The statement itself, which its body tells of, has another.
    func id(_ statement: Statement) -> String {
        ExportID("annotation", ["\(names.statementID(statement.id))"]).urn
    }

    func write(_ statement: Statement, to writer: inout JSONWriter) {
        writer.field("id", id(statement))
        writer.field("type", "Annotation")
        writer.field("motivation", "describing")
        writer.filled("created", created)
        writer.field("generator") { writer in
            writer.object {
                $0.field("id", ExportID("software", [generator.name, generator.version]).urn)
                $0.field("type", "Software")
                $0.field("name", "\(generator.name) \(generator.version)")
            }
        }
        writer.field("body") { writer in
            writer.array { writer in
                writer.element { summary(statement, to: &$0) }
                writer.element { body(statement, to: &$0) }
            }
        }
        writer.field("target") { writer in
            guard statement.content.count > 1 else { return target(statement.content.first, to: &writer) }
            writer.array(statement.content.sorted()) { target($1, to: &$0) }
        }
    }

    // MARK: Body

    /// "Mara Ilves asserts, through The Gull", for people.
    private func summary(_ statement: Statement, to writer: inout JSONWriter) {
        let relay = statement.relay.map { label(of: $0) }
        let way = relay.isEmpty ? "" : ", through " + relay.joined(separator: ", ")
        writer.object {
            $0.field("type", "TextualBody")
            $0.field("value", "\(label(of: statement.voice)) \(statement.stance.rawValue)\(way)")
            $0.field("format", "text/plain")
            $0.field("language", "en")
            $0.field("purpose", "describing")
        }
    }

    private func label(of voice: String) -> String { known[voice]?.label ?? "nobody named" }

    /// The same for programs, with what else is known of the statement.
    private func body(_ statement: Statement, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("id", names.statementID(statement.id).urn)
            writer.field("type", "hearsay:Statement")
            writer.field("hearsay:statement", statement.id)
            if let voice = known[statement.voice] {
                writer.field("hearsay:voice") { self.voice(voice, to: &$0) }
            }
            let relays = statement.relay.compactMap { known[$0] }
            if !relays.isEmpty {
                writer.field("hearsay:relay") { writer in
                    writer.object { writer in
                        writer.field("@list") { $0.array(relays) { self.voice($1, to: &$0) } }
                    }
                }
            }
            writer.field("hearsay:stance", statement.stance.rawValue)
            writer.field("hearsay:quotation", statement.quotation.rawValue)
            writer.filled("hearsay:said", statement.said?.label)
            writer.filled("hearsay:due", statement.forecast?.due?.label)
            writer.filled("hearsay:certainty", statement.forecast?.certainty.rawValue)
            writer.filled("hearsay:confidence", Chance.rounded(statement.confidence))
        }
    }

    private func voice(_ voice: Voice, to writer: inout JSONWriter) {
        writer.object {
            $0.field("id", names.voiceID(voice.id).urn)
            $0.filled("label", voice.label)
            $0.field("hearsay:kind", voice.kind.rawValue)
            $0.field("hearsay:anonymous", voice.anonymous)
            $0.filled("hearsay:affiliation", voice.affiliation)
            $0.filled("hearsay:role", voice.role)
            $0.filled("hearsay:reason", voice.reason)
            $0.filled("hearsay:source", article.sources[voice.id])
        }
    }

    // MARK: Target

    private func target(_ span: TextSpan?, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("type", "SpecificResource")
            writer.field("source", source)
            if let span { writer.field("selector") { selectors(span, to: &$0) } }
            if let captured {
                writer.field("state") { writer in
                    writer.object {
                        $0.field("type", "TimeState")
                        $0.field("sourceDate", captured)
                    }
                }
            }
            writer.field("hearsay:digest", article.revision.digest)
            writer.field("hearsay:textDigest", digest)
        }
    }

    private func selectors(_ span: TextSpan, to writer: inout JSONWriter) {
        let (quote, position) = (text.quote(span), text.position(span))
        writer.array { writer in
            writer.element { writer in
                writer.object {
                    $0.field("type", "TextQuoteSelector")
                    $0.field("exact", quote.exact)
                    $0.field("prefix", quote.prefix)
                    $0.field("suffix", quote.suffix)
                }
            }
            writer.element { writer in
                writer.object {
                    $0.field("type", "TextPositionSelector")
                    $0.field("start", position.start)
                    $0.field("end", position.end)
                }
            }
        }
    }
}
