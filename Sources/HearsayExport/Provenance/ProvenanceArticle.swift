internal import HearsayCore

/// One article's part of the graph.
struct ProvenanceArticle {
    typealias Node = (inout JSONWriter) -> Void

    let statements: [Statement]
    let voices: [Voice]
    /// Agents that several articles share: the program, its stages, the outlet.
    let agents: [ProvenanceAgent]
    /// The byline's, of whom the article knows no more than the names.
    let authors: [ProvenanceAgent]
    private let article: ExportedArticle
    private let generator: ProvenanceAgent
    private let stages: [ProvenanceAgent]
    private let names: RevisionNames
    private let text: QuotedText
    private let known: [String: Voice]

    init(_ article: ExportedArticle, statements wanted: Set<String>?, generator: ExportGenerator) {
        self.article = article
        names = article.revision.names
        let (reading, revision) = (article.reading, article.revision)
        statements = reading.statements.filter { wanted?.contains($0.id) ?? true }
        known = Dictionary(reading.voices.map { ($0.id, $0) }) { first, _ in first }
        let heard = Set(statements.flatMap { [$0.voice] + $0.relay })
        voices = reading.voices.filter { $0.kind != .unspecified && (wanted == nil || heard.contains($0.id)) }
        self.generator = ProvenanceAgent(program: generator.name, version: generator.version)
        stages = revision.orderedStages.map { ProvenanceAgent(program: $0.name, version: $0.version) }
        agents = [self.generator] + stages + [ProvenanceAgent(reading.document.outlet)].compactMap { $0 }
        var seen: Set<ExportID> = []
        let document = names.documentID
        authors = reading.document.authors.map { ProvenanceAgent(author: $0, of: document) }
            .filter { seen.insert($0.id).inserted }
        text = QuotedText(reading.document.text)
    }

    private var revision: ExportedRevision { article.revision }
    private var document: Document { article.reading.document }

    /// Capture and reading, and what they made.
    var nodes: [Node] {
        let earlier = article.previous.map { previous -> [Node] in
            [{ write(captureOf: previous, to: &$0) }, { write(documentOf: previous, to: &$0) }]
        }
        return (earlier ?? []) + [writeCapture, writeCapturing, writeDocument, writeReading]
    }

    private func writeCapture(_ writer: inout JSONWriter) { write(captureOf: revision, to: &writer) }

    private func write(captureOf revision: ExportedRevision, to writer: inout JSONWriter) {
        writer.field("@id", revision.names.captureID.urn)
        writer.field("@type") { $0.texts(["prov:Entity", "hearsay:Capture"]) }
        writer.field("prov:wasGeneratedBy", revision.names.capturingID.urn)
        writer.filled("prov:generatedAtTime", ExportTime(revision.captured)?.description)
        writer.field("hearsay:digest", revision.digest)
        writer.filled("hearsay:url", revision.address)
        writer.filled("hearsay:entry", revision.entry)
    }

    private func writeCapturing(_ writer: inout JSONWriter) {
        writer.field("@id", names.capturingID.urn)
        writer.field("@type") { $0.texts(["prov:Activity", "hearsay:Capturing"]) }
        writer.filled("prov:startedAtTime", ExportTime(revision.requested)?.description)
        writer.filled("prov:endedAtTime", ExportTime(revision.captured)?.description)
        writer.field("prov:wasAssociatedWith", generator.id.urn)
    }

    /// What is known of a document by its revision alone.
    private func write(documentOf revision: ExportedRevision, to writer: inout JSONWriter) {
        writer.field("@id", revision.names.documentID.urn)
        writer.field("@type") { $0.texts(["prov:Entity", "hearsay:Document"]) }
        writer.field("prov:wasDerivedFrom", revision.names.captureID.urn)
        writer.field("hearsay:article", revision.article)
        writer.field("hearsay:revision", revision.number)
    }

    private func writeDocument(_ writer: inout JSONWriter) {
        write(documentOf: revision, to: &writer)
        writer.filled("rdfs:label", document.headline)
        writer.field("prov:wasGeneratedBy", names.readingID.urn)
        if let previous = article.previous { writer.field("prov:wasRevisionOf", previous.names.documentID.urn) }
        let makers = [ProvenanceAgent(document.outlet)].compactMap { $0 } + authors
        writer.filled("prov:wasAttributedTo", makers.map(\.id.urn))
        writer.filled("hearsay:published", document.published)
        writer.field("hearsay:textDigest", text.digest)
    }

    private func writeReading(_ writer: inout JSONWriter) {
        writer.field("@id", names.readingID.urn)
        writer.field("@type") { $0.texts(["prov:Activity", "hearsay:Reading"]) }
        writer.field("prov:used", names.captureID.urn)
        writer.filled("prov:endedAtTime", ExportTime(revision.read)?.description)
        writer.field("prov:wasAssociatedWith") { $0.texts((stages.isEmpty ? [generator] : stages).map(\.id.urn)) }
    }

    // MARK: Voices and statements

    func write(_ voice: Voice, to writer: inout JSONWriter) {
        writer.field("@id", names.voiceID(voice.id).urn)
        writer.field("@type") { $0.texts(Self.types(of: voice)) }
        writer.filled("rdfs:label", voice.label)
        writer.field("hearsay:kind", voice.kind.rawValue)
        writer.field("hearsay:anonymous", voice.anonymous)
        writer.filled("hearsay:affiliation", voice.affiliation)
        writer.filled("hearsay:role", voice.role)
        writer.filled("hearsay:reason", voice.reason)
        writer.filled("hearsay:source", article.sources[voice.id])
    }

    /// A document that speaks is a thing, not somebody.
    private static func types(of voice: Voice) -> [String] {
        switch voice.kind {
        case .person: ["prov:Agent", "prov:Person"]
        case .organisation, .government, .outlet: ["prov:Agent", "prov:Organization"]
        case .people, .unspecified: ["prov:Agent"]
        case .document: ["prov:Entity"]
        }
    }

    func write(_ statement: Statement, to writer: inout JSONWriter) {
        writer.field("@id", names.statementID(statement.id).urn)
        writer.field("@type") { $0.texts(["prov:Entity", "hearsay:Statement"]) }
        writer.field("prov:value", QuotedText.words(of: statement.content, in: document.text))
        writer.field("prov:wasQuotedFrom", names.documentID.urn)
        writer.field("prov:wasGeneratedBy", names.readingID.urn)
        if let voice = known[statement.voice], voice.kind != .unspecified {
            let link = voice.kind == .document ? "prov:hadPrimarySource" : "prov:wasAttributedTo"
            writer.field(link, names.voiceID(voice.id).urn)
        }
        let relays = statement.relay.filter { known[$0].map { $0.kind != .unspecified } ?? false }
        writer.filled("hearsay:relay", relays.map { names.voiceID($0).urn })
        writer.field("hearsay:stance", statement.stance.rawValue)
        writer.field("hearsay:quotation", statement.quotation.rawValue)
        writer.filled("hearsay:confidence", Chance.rounded(statement.confidence))
    }
}
