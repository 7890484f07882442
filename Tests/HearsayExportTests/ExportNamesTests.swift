import Foundation
import HearsayCore
import Testing

@testable import HearsayExport

@Suite struct ExportNamesTests {
    @Test func namesAreVersionFiveOfTheNamespace() throws {
        let id = ExportID("voice", ["a", ""]).description
        #expect(UUID(uuidString: id) != nil)
        #expect(Array(id.utf8)[14] == 0x35)
        #expect("89ab".contains(Array(id)[19]))
        let namespace = try #require(UUID(uuidString: ExportID.namespace)).uuid
        let bytes = withUnsafeBytes(of: namespace) { Array($0) }
        #expect(bytes == ExportID.namespaceBytes)
        // Python: uuid.uuid5(uuid.UUID("33edc2e7-96c3-4fa3-85f3-c0420ec8fcd6"), "5:voice,1:a,0:,")
        #expect(id == "f215a6c6-1e5e-5d19-bb81-023f992d3425")
    }

    @Test func partsDoNotRunTogether() {
        #expect(ExportID("a", ["b", "c"]) != ExportID("a", ["bc"]))
        #expect(ExportID("a", ["b", ""]) != ExportID("a", ["b"]))
        #expect(ExportID("a", ["1:b,"]) != ExportID("a", ["b"]))
        #expect(ExportID("a", ["\u{E9}"]) != ExportID("a", ["e\u{301}"]))
    }

    @Test func aReadingByOtherStagesHasOtherNames() {
        var other = Sample.revision
        #expect(other.names.statementID("s1") == Sample.revision.names.statementID("s1"))
        other.stages["tagger"] = "4"
        #expect(other.names.captureID == Sample.revision.names.captureID)
        #expect(other.names.documentID != Sample.revision.names.documentID)
        #expect(other.names.statementID("s1") != Sample.revision.names.statementID("s1"))
        other.captured = "2031-03-24T00:00:00Z"
        #expect(other.names.captureID != Sample.revision.names.captureID)
    }

    @Test func theNumberInALedgerNamesNothing() {
        var other = Sample.revision
        (other.article, other.number, other.entry) = (1, 1, nil)
        #expect(other.names.statementID("s1") == Sample.revision.names.statementID("s1"))
    }

    @Test(arguments: [
        ("2031-03-22", "2031-03-22T00:00:00.000Z"), ("2031-03-22T10:00:00Z", "2031-03-22T10:00:00.000Z"),
        ("2031-03-22t01:30:00.98765+02:00", "2031-03-21T23:30:00.987Z"),
        ("2031-03-22 10:00-00:30", "2031-03-22T10:30:00.000Z"), ("2031-12-31T23:59:60Z", "2032-01-01T00:00:00.000Z"),
        ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.500Z"), ("0001-01-01", "0001-01-01T00:00:00.000Z"),
        ("9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"),
    ])
    func timesBecomeUTC(text: String, time: String) { #expect(ExportTime(text)?.description == time) }

    @Test(arguments: [
        "", "soon", "2031-13-01", "2031-03-22T", "2031-03-22T10", "2031-03-22T10:00", "2031-03-22T24:00:00Z",
        "2031-03-22T10:00:00.Z", "2031-03-22T10:00:00Zx", "2031-03-22T10:00:00+2", "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:60Z", "0000-05-05", "2031-03-22T10:00:00+25:00", "2031-03-22T1\u{0}:00:00Z",
    ])
    func whatIsNoTimeIsNone(text: String) { #expect(ExportTime(text) == nil) }

    @Test(arguments: [
        ("https://a.example/x?y=1#z", "https://a.example/x?y=1#z"), ("HTTP://A.example", "http://A.example"),
        ("https://a.example/порт", "https://a.example/%D0%BF%D0%BE%D1%80%D1%82"),
        ("https://бухта.example/", "https://%D0%B1%D1%83%D1%85%D1%82%D0%B0.example/"),
        ("https://a.example/a b\"<>%zz%41[1]#a#b", "https://a.example/a%20b%22%3C%3E%25zz%41%5B1%5D#a%23b"),
        ("https://[2001:db8::1]:8080/", "https://[2001:db8::1]:8080/"),
        ("https://u:p@a.example:80/", "https://u:p@a.example:80/"),
    ])
    func addressesBecomeURIs(text: String, uri: String) { #expect(WebAddress.uri(text) == uri) }

    @Test(arguments: [
        "", "https://", "https:///x", "ftp://a.example", "javascript:alert(1)", "file:///etc/passwd", "//a.example",
        "https://a.example:x/", "https://[::1", "https://[x]/", "https://a@b@c.example/", " https://a.example",
        "https://[1]/",
        "https://[::1::]/", "https://[1:2:3]/", "https://:80/",
    ])
    func whatIsNoAddressIsNone(text: String) { #expect(WebAddress.uri(text) == nil) }

    @Test func spansOutsideOfTheTextAndWithinCharactersAreMended() {
        let text = SourceText("a🌊b")
        #expect(QuotedText.whole(TextSpan(2, 3), in: text) == TextSpan(1, 5))
        #expect(QuotedText.whole(TextSpan(6, 900), in: text) == TextSpan(6, 6))
        #expect(QuotedText(text).quote(TextSpan(2, 3)).exact == "🌊")
        #expect(QuotedText(text).position(TextSpan(100, 200)) == (3, 3))
        #expect(QuotedText(SourceText("")).quote(TextSpan(3, 9)) == ("", "", ""))
    }

    @Test func voicesAreCalledByWhatIsKnown() {
        var voice = Voice(id: "v1", kind: .organisation)
        #expect(voice.label == "an organisation")
        voice.affiliation = "the port"
        #expect(voice.label == "an organisation of the port")
        voice.role = "port office"
        #expect(voice.label == "port office")
        (voice.name, voice.role) = ("", "")
        voice.affiliation = nil
        voice.anonymous = true
        #expect(voice.label == "unnamed organisation")
        #expect(Voice(id: "v2", kind: .unspecified).label == nil)
    }
}
