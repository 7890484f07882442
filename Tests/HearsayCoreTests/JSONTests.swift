import HearsayCore
import Testing

@Suite struct JSONTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test func keepsTheOrderOfFields() {
        let text = written {
            $0.object {
                $0.field("z", 1)
                $0.field("a", nil as String?)
                $0.field("list") { $0.array([1, 2]) { $0.number($1) } }
                $0.field("empty") { $0.object { _ in } }
                $0.field("yes", true)
            }
        }
        #expect(text == #"{"z":1,"a":null,"list":[1,2],"empty":{},"yes":true}"#)
    }

    @Test(arguments: [
        ("plain é 日 🌊", #""plain é 日 🌊""#), ("\" \\ /", #""\" \\ /""#),
        ("\n\r\t\u{8}\u{C}\u{1}\u{1F}", #""\n\r\t\b\f\u0001\u001f""#),
        ("\u{2028}\u{2029}\u{2027}", #""\u2028\u2029"# + "\u{2027}\""), ("", "\"\""),
    ])
    func escapes(_ text: String, _ json: String) throws {
        #expect(written { $0.string(text) } == json)
        #expect(written { $0.string(SourceText(text)) } == json)
        #expect(try JSONReader.value(of: Array(json.utf8)) == .string(text))
    }

    @Test(arguments: [
        (300_000.0, "300000"), (0.1, "0.1"), (-2.5, "-2.5"), (1e300, "1e+300"), (.nan, "null"), (.infinity, "null"),
        (-0.0, "0"),
    ])
    func numbers(_ value: Double, _ json: String) { #expect(written { $0.number(value) } == json) }

    @Test func indents() {
        var writer = JSONWriter(indented: true)
        writer.object { $0.field("a") { $0.array([1]) { $0.number($1) } } }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\n  \"a\": [\n    1\n  ]\n}")
    }

    @Test func reads() throws {
        let json =
            #" {"a": [1, -2.5e1, true, false, null], "b": {"c": "x\u0041\ud83c\udf0a\/"}, "a2": [], "b": "last"} "#
        let expected: JSONValue = .object([
            "a": .array([.number(1), .number(-25), .bool(true), .bool(false), .null]), "a2": .array([]),
            "b": .string("last"),
        ])
        #expect(try JSONReader.value(of: Array(json.utf8)) == expected)
        #expect(try JSONReader.value(of: Array(#""\ud83c\udf0a""#.utf8)) == .string("🌊"))
    }

    @Test(arguments: [
        "", " ", "{", "[", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "-", "1.", "1e", "tru", "nul", "\"", "\"\\x\"",
        "\"\\u12\"",
        "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "\"\\ud800x\"", "\"\u{1}\"", "1 2", "{} x", "1e999", "]",
    ])
    func refuses(_ json: String) {
        #expect(throws: JSONError.self) { try JSONReader.value(of: Array(json.utf8)) }
    }

    @Test func lineBreaksInStringsPassWhereAllowed() throws {
        let json = Array("{\"a\":\"raw\nbreak\"}".utf8)
        let value = try JSONReader.value(of: json, allowingLineBreaks: true)
        #expect(value == .object(["a": .string("raw\nbreak")]))
        #expect(throws: JSONError.self) { try JSONReader.value(of: json) }
    }

    @Test func refusesInvalidUTF8AndDepth() {
        #expect(throws: JSONError.self) { try JSONReader.value(of: [0x22, 0xFF, 0x22]) }
        #expect(throws: JSONError.self) { try JSONReader.value(of: [0x22, 0xED, 0xA0, 0x80, 0x22]) }
        #expect(throws: JSONError.self) { try JSONReader.value(of: [UInt8](repeating: 0x5B, count: 100_000)) }
    }

    @Test func neverTrapsOnNoise() {
        var random = SystemRandomNumberGenerator()
        let alphabet = Array("{}[]\",:\\ud8bc0019eE+-.tfn \u{1}".utf8) + [0xFF, 0xC3]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            _ = try? JSONReader.value(of: bytes)
        }
    }
}
