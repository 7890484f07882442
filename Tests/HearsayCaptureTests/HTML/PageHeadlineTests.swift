import HearsayCore
import Testing

@testable import HearsayCapture

struct PageHeadlineTests {
    private func document(_ page: String) throws -> Document {
        let body =
            "<p>The harbour was closed on Monday after a crane fell into the basin, the port said in a statement.</p>"
        let bytes = Array((page + body + body).utf8)
        return try DocumentReader().document(from: bytes, id: "p", options: CaptureOptions(format: .html))
    }

    private static let words = "Harbour closed after fall of a crane"

    @Test func aHeadingThatAgreesWithTheTitlesBeatsAnH1ThatDoesNot() throws {
        let head = "<title>\(Self.words)</title><meta property=og:title content='\(Self.words)'>"
        #expect(try document(head + "<h1>Local news</h1><h2>\(Self.words)</h2>").headline == Self.words)
        #expect(try document(head + "<h1>A crane fell</h1><h2>Other things</h2>").headline == "A crane fell")
    }

    @Test func namesOfSitesAndSectionsAreCutOff() throws {
        #expect(try document("<title>Opinion | \(Self.words)</title>").headline == Self.words)
        #expect(try document("<title>\(Self.words) - Harbour Post</title>").headline == Self.words)
        #expect(try document("<title>Pier - Old and New</title>").headline == "Pier - Old and New")
    }

    @Test func theLanguageMayStandInTheMetadata() throws {
        let open = "<meta property=og:locale content=fr_FR><h1>Le port</h1>"
        #expect(try document(open).language == "fr-FR")
        #expect(try document("<html lang=en>" + open).language == "en")
        #expect(try document("<h1>Harbour</h1>").language == "en")
    }
}
