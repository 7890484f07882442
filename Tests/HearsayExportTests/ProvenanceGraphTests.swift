import HearsayCore
import Testing

@testable import HearsayExport

@Suite struct ProvenanceGraphTests {
    private static func graph(_ bytes: [UInt8]) throws -> JSONValue { try JSONValue.read(bytes)["@graph"] }

    @Test func graphIsAsRecorded() throws {
        try expectGolden(
            Sample.file(ProvenanceGraph(generator: Sample.generator), [Sample.article], [Sample.claim]),
            "provenance.json")
    }

    @Test func statementsAreQuotedAndAttributed() throws {
        let graph = try Self.graph(Sample.file(ProvenanceGraph(generator: Sample.generator), [Sample.article]))
        let statements = graph.all("@type", "hearsay:Statement")
        let document = graph.all("@type", "hearsay:Document").last ?? .null
        #expect(statements.count == 5)
        #expect(statements.allSatisfy { $0["prov:wasQuotedFrom"] == document["@id"] })
        let source = graph.all("rdfs:label", "one Harbour Ministry source")[0]
        #expect(statements[0]["prov:wasAttributedTo"] == source["@id"])
        #expect(statements[0]["prov:value"].text == "The port will close at night from April")
        #expect(statements[1]["prov:value"].text == "=40 pilots are missing … “we’re short”")
        #expect(statements[4]["prov:wasAttributedTo"] == .null)
    }

    @Test func aDocumentThatSpeaksIsAPrimarySourceAndNoAgent() throws {
        let graph = try Self.graph(Sample.file(ProvenanceGraph(generator: Sample.generator), [Sample.article]))
        let bulletin = graph.all("rdfs:label", "a port bulletin")[0]
        #expect(bulletin["@type"] == .array([.string("prov:Entity")]))
        let statement = graph.all("@type", "hearsay:Statement")[3]
        #expect(statement["prov:hadPrimarySource"] == bulletin["@id"])
        #expect(statement["prov:wasAttributedTo"] == .null)
    }

    @Test func aRevisionIsOneOfTheVersionBefore() throws {
        let graph = try Self.graph(Sample.file(ProvenanceGraph(generator: Sample.generator), [Sample.article]))
        let documents = graph.all("@type", "hearsay:Document")
        #expect(documents.last?["prov:wasRevisionOf"].text == Sample.first.names.documentID.urn)
        #expect(documents.first?["@id"].text == Sample.first.names.documentID.urn)
        #expect(
            graph.all("@type", "hearsay:Capture").map { $0["hearsay:digest"].text } == [
                Sample.digest("a"), Sample.digest("b"),
            ])
    }

    @Test func aClaimComesFromWhatCarriesIt() throws {
        let graph = try Self.graph(
            Sample.file(ProvenanceGraph(generator: Sample.generator), [Sample.article], [Sample.claim]))
        let claim = graph.all("@type", "hearsay:Claim")[0]
        let first = Sample.revision.names.statementID("s1").urn
        #expect(claim["prov:wasDerivedFrom"].items.map(\.text) == [first, Sample.first.names.documentID.urn])
        #expect(claim["prov:hadPrimarySource"].items.map(\.text) == [first])
        #expect(claim["hearsay:deniedBy"][0]["@id"].text == Sample.revision.names.statementID("s3").urn)
    }

    @Test func onlyEdgesBetweenExportedArticlesAreWritten() throws {
        var export = ProvenanceGraph(generator: Sample.generator)
        let graph = try Self.graph(export.head() + export.claim(Sample.claim) + export.foot())
        let edges = graph.items.filter { $0["prov:qualifiedQuotation"] != .null }
        #expect(edges.count == 1)
        #expect(edges[0]["prov:wasQuotedFrom"].text == Sample.first.names.documentID.urn)
    }

    @Test func aChainHoldsTheClaimsStatementsOnly() throws {
        var export = ProvenanceGraph(generator: Sample.generator)
        let bytes = export.head() + export.article(Sample.article, statements: ["s1"]) + export.claim(Sample.claim)
        let graph = try Self.graph(bytes + export.foot())
        #expect(graph.all("@type", "hearsay:Statement").count == 1)
        #expect(
            graph.items.filter { $0["hearsay:kind"] != .null }.map { $0["rdfs:label"].text } == [
                "The Gull", "one Harbour Ministry source",
            ])
    }

    @Test func agentsAreWrittenOnce() throws {
        let graph = try Self.graph(
            Sample.file(ProvenanceGraph(generator: Sample.generator), [Sample.article, Sample.article]))
        #expect(graph.all("@type", "prov:SoftwareAgent").count == 3)
        #expect(graph.all("rdfs:label", "The Bay Courier").count == 1)
    }
}
