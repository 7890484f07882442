import HearsayCore
import Testing

@testable import HearsayExport

@Suite struct STIXBundleTests {
    private static func objects(_ articles: [ExportedArticle], _ claims: [ExportedClaim] = []) throws -> JSONValue {
        try JSONValue.read(Sample.file(STIXBundle(), articles, claims))["objects"]
    }

    @Test func bundleIsAsRecorded() throws {
        try expectGolden(Sample.file(STIXBundle(), [Sample.article], [Sample.claim]), "bundle.json")
    }

    @Test func aBundleHasItsObjects() throws {
        let objects = try Self.objects([Sample.article], [Sample.claim])
        #expect(objects.all("type", "report").count == 1)
        #expect(objects.all("type", "note").count == 5)
        #expect(objects.all("type", "identity").count == 7)
        #expect(objects.all("type", "opinion").count == 3)
        #expect(objects.all("type", "extension-definition").count == 1)
    }

    @Test func createdAndModifiedAreTheCapture() throws {
        let report = try Self.objects([Sample.article]).all("type", "report")[0]
        #expect(report["created"].text == "2031-03-23T09:30:00.250Z")
        #expect(report["modified"] == report["created"])
        #expect(report["published"].text == "2031-03-22T00:00:00.000Z")
    }

    @Test func unknownConfidenceIsLeftOut() throws {
        let notes = try Self.objects([Sample.article]).all("type", "note")
        #expect(notes[0]["confidence"].number == 91)
        #expect(notes[1]["confidence"] == .null)
        #expect(!notes.contains { $0["confidence"].number == 50 })
    }

    @Test func someoneWithoutANameIsNoIndividual() throws {
        var article = Sample.article
        article.reading.voices[1].kind = .people
        for (value, word) in [(Sample.article, "unknown"), (article, "class")] {
            let identity = try Self.objects([value]).all("name", "one Harbour Ministry source")
            #expect(identity[0]["identity_class"].text == word)
            let description =
                "one Harbour Ministry source; of Harbour Ministry; not named by the article; "
                + "reason given: not allowed to speak"
            #expect(identity[0]["description"].text == description)
        }
        let mayor = try Self.objects([article]).all("name", "Ines Okoro")
        #expect(mayor[0]["identity_class"].text == "individual")
    }

    @Test func opinionsSpeakAgainstTheNotes() throws {
        let objects = try Self.objects([Sample.article], [Sample.claim])
        let note = objects.all("type", "note")[0]["id"]
        let opinions = objects.all("type", "opinion")
        #expect(opinions.allSatisfy { $0["object_refs"] == .array([note]) })
        #expect(opinions.map { $0["opinion"].text } == ["disagree", "disagree", "strongly-disagree"])
        #expect(
            opinions[0]["explanation"].text == "Cannot be true together with: The port will close at noon from April.")
        #expect(opinions[0]["authors"] == .array([.string("a port bulletin")]))
        #expect(opinions[2]["authors"] == .array([.string("Ines Okoro")]))
    }

    @Test func aClaimWithoutExportedStatementsHasNoOpinions() throws {
        var claim = Sample.claim
        claim.revisions = [:]
        #expect(try Self.objects([], [claim]).all("type", "opinion").isEmpty)
        claim = Sample.claim
        claim.claim.members[0].statement = nil
        #expect(try Self.objects([], [claim]).all("type", "opinion").isEmpty)
    }

    @Test func anOutletIsWrittenOnce() throws {
        var other = Sample.article
        other.revision = Sample.first
        #expect(try Self.objects([Sample.article, other]).all("name", "The Bay Courier").count == 1)
    }

    @Test func twoExportsAgreeAndOthersDiffer() throws {
        let one = Sample.file(STIXBundle(), [Sample.article])
        #expect(one == Sample.file(STIXBundle(), [Sample.article]))
        let id = try JSONValue.read(one)["id"].text
        #expect(try JSONValue.read(Sample.file(STIXBundle(), []))["id"].text != id)
    }

    @Test func nothingIsNullAndNoListIsEmpty() throws {
        var article = Sample.article
        article.revision = ExportedRevision(article: 1, digest: "?", captured: "?")
        (article.reading.voices, article.reading.document.outlet) = ([], .init())
        (article.reading.document.headline, article.reading.document.authors) = (nil, [])
        article.reading.statements[0].content = []
        let text = String(decoding: Sample.file(STIXBundle(), [article]), as: UTF8.self)
        #expect(!text.contains("null"))
        #expect(!text.contains("[]"))
    }
}
