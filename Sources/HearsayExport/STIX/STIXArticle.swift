internal import HearsayCore

/// One article's STIX objects.
struct STIXArticle {
    let article: ExportedArticle
    let time: String
    private let names: RevisionNames
    private let text: QuotedText
    private let known: [String: Voice]

    init(_ article: ExportedArticle) {
        self.article = article
        names = article.revision.names
        time = ExportTime(article.revision.captured)?.description ?? ExportTime.timeless
        text = QuotedText(article.reading.document.text)
        known = Dictionary(article.reading.voices.map { ($0.id, $0) }) { first, _ in first }
    }

    private var document: Document { article.reading.document }

    /// Voices, each once.
    var voices: [Voice] {
        var seen: Set<String> = []
        return article.reading.voices.filter { seen.insert($0.id).inserted }
    }

    /// Statements, each once.
    var statements: [Statement] {
        var seen: Set<String> = []
        return article.reading.statements.filter { seen.insert($0.id).inserted }
    }

    /// The outlet's name; nil where it is not known.
    var outlet: ExportID? { document.outlet.label == nil ? nil : document.outlet.id }

    // MARK: Identities

    func writeOutlet(_ id: ExportID, to writer: inout JSONWriter) {
        STIXObject.head("identity", id, at: ExportTime.timeless, to: &writer)
        writer.field("name", document.outlet.label ?? "")
        writer.field("identity_class", "organization")
        if let domain = document.outlet.domain?.filled {
            STIXObject.extend(&writer) { $0.field("domain", domain) }
        }
    }

    func write(_ voice: Voice, to writer: inout JSONWriter) {
        STIXObject.head("identity", names.voiceID(voice.id), at: time, to: &writer)
        writer.field("name", voice.label ?? "nobody named")
        writer.filled("description", Self.description(of: voice))
        writer.field("identity_class", Self.identityClass(of: voice))
        writer.filled("roles", voice.role?.filled.map { [$0] } ?? [])
        STIXObject.extend(&writer) { writer in
            writer.field("voice", voice.id)
            writer.field("kind", voice.kind.rawValue)
            writer.field("anonymous", voice.anonymous)
            writer.filled("affiliation", voice.affiliation)
            writer.filled("reason", voice.reason)
            writer.filled("people_least", voice.people?.least)
            writer.filled("people_most", voice.people?.most)
            writer.filled("source", article.sources[voice.id])
        }
    }

    /// What the article tells of a voice beside its name.
    private static func description(of voice: Voice) -> String? {
        var parts = [voice.role?.filled, voice.affiliation?.filled.map { "of \($0)" }].compactMap { $0 }
        if voice.anonymous { parts.append("not named by the article") }
        if let reason = voice.reason?.filled { parts.append("reason given: \(reason)") }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    /// Someone without a name is nobody's identity, but a class of people, or unknown.
    private static func identityClass(of voice: Voice) -> String {
        let isNamed = voice.name?.filled != nil && !voice.anonymous
        switch voice.kind {
        case .person: return isNamed ? "individual" : "unknown"
        case .people: return isNamed ? "group" : "class"
        case .organisation, .government, .outlet: return voice.anonymous ? "unknown" : "organization"
        case .document, .unspecified: return "unknown"
        }
    }

    // MARK: Report

    func writeReport(to writer: inout JSONWriter) {
        let revision = article.revision
        STIXObject.head("report", names.documentID, at: time, to: &writer)
        writer.filled("lang", STIXObject.language(document.language))
        writer.field("name", document.headline?.filled ?? revision.address?.filled ?? "an article without a headline")
        writer.field("published", ExportTime(document.published)?.description ?? time)
        writer.field("object_refs") { $0.texts(references) }
        writer.field("external_references") { $0.array { $0.element { reference(to: &$0) } } }
        STIXObject.extend(&writer) { writer in
            writer.field("article", revision.article)
            writer.field("revision", revision.number)
            writer.filled("log_entry", revision.entry)
            writer.field("digest", revision.digest)
            writer.filled("url", revision.address)
            writer.filled("published", document.published)
            writer.filled("authors", document.authors)
            writer.field("text_digest", text.digest)
            stages(to: &writer)
        }
    }

    private var references: [String] {
        let outlets = outlet.map { [STIXObject.id("identity", $0)] } ?? [STIXObject.maker]
        return outlets + voices.map { STIXObject.id("identity", names.voiceID($0.id)) }
            + statements.map { STIXObject.id("note", names.statementID($0.id)) }
    }

    private func reference(to writer: inout JSONWriter) {
        let revision = article.revision
        writer.object { writer in
            writer.field("source_name", "news article")
            writer.field("description", document.outlet.label ?? "an outlet that is not known")
            // STIX wants a hash beside every address.
            guard let url = WebAddress.uri(revision.address), let hash = Self.sha256(revision.digest) else { return }
            writer.field("url", url)
            writer.field("hashes") { $0.object { $0.field("SHA-256", hash) } }
        }
    }

    /// The hexadecimal digits of "sha256:…".
    private static func sha256(_ digest: String) -> String? {
        let digits = digest.utf8.dropFirst(7)
        let isWhole = digits.count == 64 && digits.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
        return digest.utf8.starts(with: "sha256:".utf8) && isWhole ? String(decoding: digits, as: UTF8.self) : nil
    }

    private func stages(to writer: inout JSONWriter) {
        let stages = article.revision.orderedStages
        guard !stages.isEmpty else { return }
        writer.field("stages") { writer in
            writer.array(stages) { writer, stage in
                writer.object {
                    $0.field("name", stage.name)
                    $0.field("version", stage.version)
                }
            }
        }
    }

    // MARK: Notes

    func write(_ statement: Statement, to writer: inout JSONWriter) {
        STIXObject.head("note", names.statementID(statement.id), at: time, to: &writer)
        writer.filled("lang", STIXObject.language(document.language))
        writer.filled("confidence", Self.confidence(statement.confidence))
        let voice = known[statement.voice]
        let relay = statement.relay.compactMap { known[$0] }
        writer.field("abstract", Self.abstract(statement, voice, through: relay))
        writer.field("content", QuotedText.words(of: statement.content, in: document.text))
        writer.filled("authors", voice?.label.map { [$0] } ?? [])
        writer.field("object_refs") { $0.texts([STIXObject.id("report", names.documentID)]) }
        STIXObject.extend(&writer) { writer in
            writer.field("statement", statement.id)
            if let voice { writer.field("voice_ref", STIXObject.id("identity", names.voiceID(voice.id))) }
            let relays = relay.map { STIXObject.id("identity", names.voiceID($0.id)) }
            writer.filled("relay_refs", relays)
            writer.field("stance", statement.stance.rawValue)
            writer.field("quotation", statement.quotation.rawValue)
            spans(statement.content, to: &writer)
            writer.filled("said", statement.said?.label)
            writer.filled("due", statement.forecast?.due?.label)
            writer.filled("certainty", statement.forecast?.certainty.rawValue)
        }
    }

    private func spans(_ spans: [TextSpan], to writer: inout JSONWriter) {
        guard !spans.isEmpty else { return }
        writer.field("spans") { writer in
            writer.array(spans) { writer, span in
                let (start, end) = text.position(span)
                writer.object {
                    $0.field("start", start)
                    $0.field("end", end)
                }
            }
        }
    }

    /// The chance in per cent; nil for exactly a half, which is what a statement has of which nothing is known.
    private static func confidence(_ chance: Double) -> Int? {
        chance >= 0 && chance <= 1 && chance != 0.5 ? Int((chance * 100).rounded()) : nil
    }

    private static func abstract(_ statement: Statement, _ voice: Voice?, through relay: [Voice]) -> String {
        let way = relay.isEmpty ? "" : ", through " + relay.map { $0.label ?? "nobody named" }.joined(separator: ", ")
        return "\(voice?.label ?? "nobody named") \(statement.stance.rawValue)\(way)"
    }
}
