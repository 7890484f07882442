import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct NinjsReaderTests {
    private func value(_ text: String) throws -> JSONValue { try JSONReader.value(of: Array(text.utf8)) }

    @Test func version3GivesAnArticle() throws {
        let item = try value(
            """
            {"uri":"urn:harbour:1","altIds":[{"role":"web","value":"https://harbourpost.example/a"}],
            "headlines":[{"role":"short","value":"Pier"},{"role":"main","value":"Pier &amp; harbour closed"}],
            "by":"By Jane Roe","language":"en-GB","firstCreated":"2031-03-04T10:00:00Z",
            "versionCreated":"2031-03-05T10:00:00Z","pubStatus":"canceled",
            "bodies":[{"contentType":"text/html","value":"<p>The harbour was closed, the council said on Friday after the storm.</p><p>It opens soon, the mayor said.</p>"}],
            "associations":[{"name":"a","type":"picture","uri":"https://harbourpost.example/a.jpg",
            "description":"The pier.","creditLine":"John Doe"}]}
            """)
        #expect(NinjsReader.isNinjs(item))
        let document = try NinjsReader.document(from: item, id: "x")
        #expect(document.url == "https://harbourpost.example/a" && document.headline == "Pier & harbour closed")
        #expect(document.authors == ["Jane Roe"] && document.language == "en-GB")
        #expect(document.published == "2031-03-04T10:00:00Z" && document.modified == "2031-03-05T10:00:00Z")
        #expect(document.text.string(document.body).contains("closed, the council said"))
        #expect(document.updates == [.init(kind: .editorsNote, text: "cancelled by its publisher")])
        #expect(
            document.images == [
                .init(url: "https://harbourpost.example/a.jpg", caption: "The pier.", credit: "John Doe")
            ])
    }

    @Test func version1WithPlainTextGivesAnArticle() throws {
        let item = try value(
            """
            {"uri":"https://harbourpost.example/a","headline":"Pier closed","byline":"Jane Roe",
            "body_text":"The harbour was closed, the council said on Friday.\\n\\nA < B, it said.",
            "versioncreated":"2031-03-04T10:00:00Z","associations":{"main":{"type":"picture","headline":"Pier"}}}
            """)
        let document = try NinjsReader.document(from: item, id: "x")
        #expect(document.text.string(document.body).hasSuffix("A < B, it said.") && document.modified == nil)
        #expect(document.published == "2031-03-04T10:00:00Z" && document.images == [.init(caption: "Pier")])
    }

    @Test(arguments: ["{}", "[]", "{\"uri\":1,\"headline\":\"a\"}", "{\"uri\":\"a\"}", "\"x\""])
    func otherValuesAreNoItems(text: String) throws {
        let item = try value(text)
        #expect(!NinjsReader.isNinjs(item))
        #expect(throws: CaptureError(.malformed, "")) { try NinjsReader.document(from: item, id: "x") }
    }

    @Test func anItemOfWrongTypesHasNoText() throws {
        let item = try value("{\"uri\":\"a\",\"headline\":3,\"bodies\":{},\"associations\":7,\"altIds\":[1]}")
        #expect(throws: CaptureError(.noText, "")) { try NinjsReader.document(from: item, id: "x") }
    }
}
