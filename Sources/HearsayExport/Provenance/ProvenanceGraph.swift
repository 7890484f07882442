internal import HearsayCore

/// Where articles, their statements and claims come from, in the words of PROV-O (JSON-LD with a context of its own,
/// so that nothing is fetched to read it).
///
/// An article alone, a claim's chain (its articles, each with the claim's statements only, then the claim) and a whole
/// ledger are written alike; the names agree, so graphs can be put together.
public struct ProvenanceGraph: LedgerExport {
    private let generator: ExportGenerator
    private var items = JSONItems()
    private var known: Set<ExportID> = []

    /// A graph.
    public init(generator: ExportGenerator) { self.generator = generator }

    /// The graph's context and beginning.
    public mutating func head() -> [UInt8] {
        var writer = JSONWriter()
        writer.object(Self.context)
        return Array("{\"@context\":".utf8) + writer.bytes + Array(",\"@graph\":[".utf8)
    }

    /// The capture, the document, its reading and all of its statements and voices.
    public mutating func article(_ article: ExportedArticle) -> [UInt8] { self.article(article, statements: nil) }

    /// The capture, the document, its reading, and the statements with the ids given with their voices; all for nil.
    public mutating func article(_ article: ExportedArticle, statements: Set<String>?) -> [UInt8] {
        var bytes: [UInt8] = []
        let nodes = ProvenanceArticle(article, statements: statements, generator: generator)
        for agent in nodes.agents where known.insert(agent.id).inserted { items.add(to: &bytes, agent.write) }
        for author in nodes.authors { items.add(to: &bytes, author.write) }
        for node in nodes.nodes { items.add(to: &bytes, node) }
        for voice in nodes.voices { items.add(to: &bytes) { nodes.write(voice, to: &$0) } }
        for statement in nodes.statements { items.add(to: &bytes) { nodes.write(statement, to: &$0) } }
        return bytes
    }

    /// The claim, derived from its statements, and who took from whom among the articles that carry it.
    public mutating func claim(_ claim: ExportedClaim) -> [UInt8] {
        var bytes: [UInt8] = []
        let nodes = ProvenanceClaim(claim)
        items.add(to: &bytes, nodes.write)
        for edge in nodes.edges { items.add(to: &bytes) { nodes.write(edge, to: &$0) } }
        return bytes
    }

    /// The graph's end.
    public mutating func foot() -> [UInt8] { Array("\n]}\n".utf8) }

    // MARK: Context

    private static let links = [
        "wasQuotedFrom", "wasDerivedFrom", "hadPrimarySource", "wasAttributedTo", "wasRevisionOf", "wasGeneratedBy",
        "wasAssociatedWith", "used", "entity", "qualifiedDerivation", "qualifiedQuotation",
    ]

    private static func context(_ writer: inout JSONWriter) {
        writer.field("prov", "http://www.w3.org/ns/prov#")
        writer.field("rdfs", "http://www.w3.org/2000/01/rdf-schema#")
        writer.field("xsd", "http://www.w3.org/2001/XMLSchema#")
        writer.field("hearsay", ExportVocabulary.prefix)
        for link in links { term("prov:" + link, "@id", to: &writer) }
        for time in ["generatedAtTime", "startedAtTime", "endedAtTime"] {
            term("prov:" + time, "xsd:dateTime", to: &writer)
        }
        term("hearsay:url", "xsd:anyURI", to: &writer)
        writer.field("hearsay:relay") { writer in
            writer.object {
                $0.field("@type", "@id")
                $0.field("@container", "@list")
            }
        }
    }

    private static func term(_ name: String, _ type: String, to writer: inout JSONWriter) {
        writer.field(name) { $0.object { $0.field("@type", type) } }
    }
}
