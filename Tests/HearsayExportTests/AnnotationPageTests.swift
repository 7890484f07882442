import HearsayCore
import Testing

@testable import HearsayExport

@Suite struct AnnotationPageTests {
    private static func items(_ article: ExportedArticle) throws -> [JSONValue] {
        try JSONValue.read(Sample.file(AnnotationPage(generator: Sample.generator), [article]))["items"].items
    }

    @Test func pageIsAsRecorded() throws {
        try expectGolden(Sample.file(AnnotationPage(generator: Sample.generator), [Sample.article]), "annotations.json")
    }

    @Test func selectorsFindTheWords() throws {
        let scalars = Array(Sample.text.unicodeScalars)
        func words(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
        for item in try Self.items(Sample.article) {
            for target in item["target"].items {
                let (quote, position) = (target["selector"][0], target["selector"][1])
                let start = Int(try #require(position["start"].number))
                let end = Int(try #require(position["end"].number))
                #expect(quote["exact"].text == words(start..<end))
                #expect(quote["prefix"].text == words(max(0, start - 32)..<start))
                #expect(quote["suffix"].text == words(end..<min(scalars.count, end + 32)))
            }
        }
    }

    @Test func brokenContentHasATargetForEachPart() throws {
        let targets = try Self.items(Sample.article)[1]["target"].items
        #expect(targets.map { $0["selector"][0]["exact"].text } == ["=40 pilots are missing", "“we’re short”"])
    }

    @Test func theTextIsNamedByItsDigest() throws {
        let target = try Self.items(Sample.article)[0]["target"]
        #expect(target["hearsay:textDigest"].text == TextDigest.sha256(Array(Sample.text.utf8)))
        #expect(target["hearsay:digest"].text == Sample.revision.digest)
        #expect(target["source"].text == "https://courier.example/%D0%BF%D0%BE%D1%80%D1%82?a=1&b=%5B2%5D")
        #expect(target["state"]["sourceDate"].text == "2031-03-23T09:30:00.250Z")
    }

    @Test func anArticleWithoutAnAddressIsNamedByItsCapture() throws {
        var article = Sample.article
        (article.revision.url, article.revision.finalURL) = (nil, "not an address")
        let target = try Self.items(article)[0]["target"]
        #expect(target["source"].text == article.revision.names.captureID.urn)
    }

    @Test func theBodySaysWhoAndHow() throws {
        let body = try Self.items(Sample.article)[0]["body"]
        #expect(body[0]["value"].text == "one Harbour Ministry source asserts, through The Gull")
        #expect(body[1]["hearsay:stance"].text == "asserts")
        #expect(body[1]["hearsay:voice"]["hearsay:anonymous"] == .bool(true))
        #expect(body[1]["hearsay:relay"]["@list"][0]["label"].text == "The Gull")
    }
}
