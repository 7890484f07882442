internal import HearsayCore

/// Somebody or something that is responsible: an outlet, an author, a stage of the program.
struct ProvenanceAgent {
    let id: ExportID
    private let types: [String]
    private let label: String
    private let version: String?

    /// The program, or one of its stages in a version.
    init(program: String, version: String) {
        id = ExportID("software", [program, version])
        (types, label, self.version) = (["prov:Agent", "prov:SoftwareAgent"], program, version)
    }

    /// A publisher; nil where nothing is known of it.
    init?(_ outlet: Document.Outlet) {
        guard let label = outlet.label else { return nil }
        (id, types, self.label, version) = (outlet.id, ["prov:Agent", "prov:Organization"], label, nil)
    }

    /// An author of a byline, of whom the document knows no more than the name.
    init(author: String, of document: ExportID) {
        id = ExportID("author", ["\(document)", author])
        (types, label, version) = (["prov:Agent"], author, nil)
    }

    func write(_ writer: inout JSONWriter) {
        writer.field("@id", id.urn)
        writer.field("@type") { $0.texts(types) }
        writer.field("rdfs:label", label)
        if let version { writer.field("hearsay:version", version) }
    }
}
