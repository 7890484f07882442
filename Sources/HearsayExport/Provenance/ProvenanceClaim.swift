internal import HearsayCore

/// A claim's part of the graph.
struct ProvenanceClaim {
    private let exported: ExportedClaim

    init(_ exported: ExportedClaim) { self.exported = exported }

    private var claim: Claim { exported.claim }

    /// What carries a member: its statement, else the document that says it on its own account.
    private func carrier(_ member: Claim.Member) -> String? {
        guard let revision = exported.revisions[member.article] else { return nil }
        return member.statement.map { revision.names.statementID($0).urn } ?? revision.names.documentID.urn
    }

    /// The name: by its words and what carries it, since a ledger may group claims anew.
    private var id: ExportID { ExportID("claim", [claim.text] + claim.members.compactMap(carrier)) }

    func write(_ writer: inout JSONWriter) {
        writer.field("@id", id.urn)
        writer.field("@type") { $0.texts(["prov:Entity", "hearsay:Claim"]) }
        writer.field("prov:value", claim.text)
        let supporting = claim.members.filter { $0.stance != .denies }
        writer.filled("prov:wasDerivedFrom", Self.unique(supporting.compactMap(carrier)))
        writer.filled("prov:hadPrimarySource", primarySources)
        let denying = claim.members.filter { $0.stance == .denies }
        links("hearsay:deniedBy", Self.unique(denying.compactMap(carrier)), to: &writer)
        writer.field("hearsay:claim", claim.id)
        writer.field("hearsay:originsLeast", claim.origins.least)
        writer.field("hearsay:originsLikely", claim.origins.likely)
        writer.field("hearsay:originsMost", claim.origins.most)
    }

    /// The earliest statement of each ultimate voice. What an outlet says without giving a voice has none.
    private var primarySources: [String] {
        let members = claim.sources.filter { $0.kind != .unattributed }.compactMap { origin in
            origin.members.filter { claim.members.indices.contains($0) && claim.members[$0].statement != nil }.min()
        }
        return Self.unique(members.compactMap { carrier(claim.members[$0]) })
    }

    private func links(_ name: String, _ targets: [String], to writer: inout JSONWriter) {
        guard !targets.isEmpty else { return }
        writer.field(name) { writer in
            writer.array(targets) { writer, target in writer.object { $0.field("@id", target) } }
        }
    }

    private static func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    // MARK: Edges

    /// The takings between articles that are exported.
    var edges: [Edge] {
        exported.edges.filter { exported.revisions[$0.from] != nil && exported.revisions[$0.to] != nil }
    }

    /// Mostly the same text is a quotation; retelling is a derivation. Either is Hearsay's finding, with its chance.
    func write(_ edge: Edge, to writer: inout JSONWriter) {
        guard let from = exported.revisions[edge.from], let to = exported.revisions[edge.to] else { return }
        writer.field("@id", from.names.documentID.urn)
        writer.field(edge.kind == .copies ? "prov:wasQuotedFrom" : "prov:wasDerivedFrom", to.names.documentID.urn)
        writer.field(edge.kind == .copies ? "prov:qualifiedQuotation" : "prov:qualifiedDerivation") { writer in
            writer.object {
                $0.field(
                    "@id",
                    ExportID("edge", ["\(from.names.documentID)", "\(to.names.documentID)", edge.kind.rawValue]).urn)
                $0.field("@type", edge.kind == .copies ? "prov:Quotation" : "prov:Derivation")
                $0.field("prov:entity", to.names.documentID.urn)
                $0.field("hearsay:edge", edge.kind.rawValue)
                $0.field("hearsay:credited", edge.credited)
                $0.filled("hearsay:confidence", Chance.rounded(edge.confidence))
            }
        }
    }
}
