internal import HearsayCore

/// A STIX 2.1 bundle: articles as reports, statements as notes on them, voices and outlets as identities,
/// contradictions and denials as opinions on the notes.
///
/// A note's confidence says how sure it is that the voice said this, not that it is so. Nothing in a bundle is a
/// judgement of Hearsay's on what is true.
public struct STIXBundle: LedgerExport {
    private var items = JSONItems()
    private var outlets: Set<ExportID> = []
    private var series = IDSeries()

    /// A bundle.
    public init() {}

    /// The bundle's beginning, with the program and the definition of its fields.
    public mutating func head() -> [UInt8] {
        var bytes = Array("{\"type\":\"bundle\",\"objects\":[".utf8)
        items.add(to: &bytes, Self.maker)
        items.add(to: &bytes, Self.definition)
        return bytes
    }

    /// The article's report, its voices and its statements; its outlet too where that was not written yet.
    public mutating func article(_ article: ExportedArticle) -> [UInt8] {
        var bytes: [UInt8] = []
        let objects = STIXArticle(article)
        if let outlet = objects.outlet, outlets.insert(outlet).inserted {
            items.add(to: &bytes) { objects.writeOutlet(outlet, to: &$0) }
        }
        for voice in objects.voices { items.add(to: &bytes) { objects.write(voice, to: &$0) } }
        items.add(to: &bytes) { objects.writeReport(to: &$0) }
        for statement in objects.statements { items.add(to: &bytes) { objects.write(statement, to: &$0) } }
        series.add("\(article.revision.names.documentID)")
        return bytes
    }

    /// Opinions on the notes of a claim's statements: one for each claim that it contradicts, one for those who deny it.
    public mutating func claim(_ claim: ExportedClaim) -> [UInt8] {
        var bytes: [UInt8] = []
        for opinion in STIXOpinion.all(on: claim) {
            items.add(to: &bytes, opinion.write)
            series.add("\(opinion.id)")
        }
        return bytes
    }

    /// The bundle's end, with its id, which is made of all that stands in it.
    public mutating func foot() -> [UInt8] {
        Array("\n],\"id\":\"\(STIXObject.id("bundle", series.id))\"}\n".utf8)
    }

    private static func maker(_ writer: inout JSONWriter) {
        STIXObject.head("identity", ExportID("identity", ["Hearsay"]), at: ExportTime.timeless, to: &writer)
        writer.field("name", "Hearsay")
        writer.field("identity_class", "system")
        writer.field("description", "A program that reads news articles and keeps a ledger of who said what.")
    }

    private static func definition(_ writer: inout JSONWriter) {
        let id = ExportID("extension-definition", ["Hearsay", "1"])
        STIXObject.head("extension-definition", id, at: ExportTime.timeless, to: &writer)
        writer.field("name", "Hearsay's fields of articles, statements, voices and contradictions")
        writer.field("description", "Who is said to have said what, through whom, where in which captured text.")
        writer.field("schema", "docs/format/exports.md in the sources of Hearsay, under STIX 2.1")
        writer.field("version", "1.0.0")
        writer.field("extension_types") { $0.texts(["property-extension"]) }
    }
}
