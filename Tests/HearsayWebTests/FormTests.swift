import HearsayCore
import Testing

@testable import HearsayWeb

@Suite struct FormTests {
    private static let type = "application/x-www-form-urlencoded"

    @Test func fieldsAreDecoded() throws {
        let form = try SentForm(Array("a=1+2&b=%C3%A9%0D%0A&c=&d".utf8), contentType: Self.type)
        #expect(form.fields == ["a": "1 2", "b": "é\r\n", "c": "", "d": ""])
        #expect(form["b"] == "é" && form["c"] == nil && form["x"] == nil)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "a=%FF", "a=1&a=2", "%C3=1"]) func brokenFormsAreRefused(_ body: String) {
        #expect(throws: PageProblem.self) { try SentForm(Array(body.utf8), contentType: Self.type) }
    }

    @Test(arguments: ["", "text/plain", "application/json", "multipart/form-data", "multipart/form-data; boundary="])
    func otherTypesAreRefused(_ type: String) {
        #expect(throws: PageProblem.self) { try SentForm([], contentType: type) }
    }

    @Test func thereAreFewFields() {
        let many = (0...SentForm.mostFields).map { "f\($0)=1" }.joined(separator: "&")
        #expect(throws: PageProblem.self) { try SentForm(Array(many.utf8), contentType: Self.type) }
    }

    @Test func encodingRoundTrips() {
        var dice = Dice()
        for _ in 0..<500 {
            let scalars = (0..<dice.roll(20)).compactMap { _ in Unicode.Scalar(UInt32(dice.roll(0x3000))) }
            let text = String(String.UnicodeScalarView(scalars))
            let encoded = URLEncodedForm.encode(text)
            #expect(URLEncodedForm.decode(Array(encoded.utf8)[...]) == text, "seed \(dice.seed)")
            #expect(URLEncodedForm.value(of: "q", in: "p=1&q=\(encoded)&q=2") == text, "seed \(dice.seed)")
        }
    }
}
