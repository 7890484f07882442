import HearsayCore
import Testing

@Suite struct ReadingDecodingTests {
    @Test(arguments: [false, true]) func aReadingComesBackAsItWas(_ indented: Bool) throws {
        let reading = SampleReading.reading
        let bytes = ReadingJSON.bytes(of: reading, id: "x", indented: indented)
        #expect(try ReadingJSON.reading(from: bytes) == reading)
    }

    /// The sample with one piece of its JSON replaced.
    private func sample(_ old: String, _ new: String) throws -> [UInt8] {
        let json = String(decoding: ReadingJSON.bytes(of: SampleReading.reading), as: UTF8.self)
        #expect(json.contains(old), "\(old) is not in the sample")
        return Array(json.replacing(old, with: new, maxReplacements: 1).utf8)
    }

    static let faults: [(old: String, new: String, path: String)] = [
        ("\"hearsay\":1", "\"hearsay\":2", "hearsay"),
        ("\"hearsay\":1,", "", ""),
        ("\"voices\":[", "\"voices\":0,\"x\":[", "voices"),
        ("\"id\":\"v2\"", "\"id\":\"v1\"", "voices"),
        ("\"id\":\"s2\"", "\"id\":\"s1\"", "statements"),
        ("\"kind\":\"outlet\"", "\"kind\":\"oracle\"", "voices[0].kind"),
        ("\"anonymous\":true", "\"anonymous\":1", "voices[1].anonymous"),
        ("{\"least\":1,\"most\":1}", "{\"least\":2,\"most\":1}", "voices[1].people.most"),
        ("{\"least\":1,\"most\":1}", "{\"least\":0.5,\"most\":1}", "voices[1].people.least"),
        ("\"voice\":\"v3\"", "\"voice\":\"v9\"", "statements[1].voice"),
        ("\"relay\":[\"v1\",\"v2\"]", "\"relay\":[\"v1\",null]", "statements[1].relay[1]"),
        ("\"cue\":[{\"start\":", "\"cue\":[{\"start\":9000000", "statements[0].cue[0].start"),
        ("\"cue\":[{\"start\":", "\"cue\":[{\"start\":-", "statements[0].cue[0].start"),
        ("\"cue\":[{\"start\":", "\"cue\":[{\"start\":0.5, \"x\":", "statements[0].cue[0].start"),
        ("\"cue\":[{\"start\":", "\"cue\":[{\"start\":200,\"x\":", "statements[0].cue[0]"),
        ("\"cue\":[{\"start\":", "\"cue\":[{\"start\":1e300,\"x\":", "statements[0].cue[0].start"),
        ("\"cue\":[{\"start\":", "\"cue\":[{\"x\":", "statements[0].cue[0]"),
        ("\"confidence\":0.912", "\"confidence\":1.5", "statements[0].confidence"),
        ("\"certainty\":\"certain\"", "\"certainty\":\"sure\"", "statements[0].forecast.certainty"),
        ("\"due\":{\"start\":\"2031-03-", "\"due\":{\"start\":\"2041-03-", "statements[0].forecast.due"),
        ("\"due\":{\"start\":\"2031-03-", "\"due\":{\"start\":\"2031-13-", "statements[0].forecast.due.start"),
        ("T24:00", "T24:01", "statements[0].times[1].value.end"),
        ("T24:00", "T2400", "statements[0].times[1].value.end"),
        ("T24:00", "T24:00Z", "statements[0].times[1].value.end"),
        ("-0044-03-15T", "-044-03-15T", "statements[0].times[4].value.at"),
        ("\"21:00\"", "\"21:60\"", "statements[0].times[2].value.from"),
        ("\"seconds\":90.5", "\"hours\":90.5", "statements[0].times[5].value"),
        ("\"latitude\":49.5", "\"latitude\":90.5", "statements[0].places[0].latitude"),
        ("\"geonames\":42", "\"geonames\":42.5", "statements[0].places[0].geonames"),
        ("\"body\":{\"start\":", "\"body\":{\"start\":null,\"x\":", "document.body"),
        ("\"kind\":\"headline\",\"start\":0", "\"kind\":\"headline\",\"start\":60", "document.blocks[0]"),
        ("\"markup\":[{", "\"markup\":[{\"start\":200,\"end\":201},{", "document.markup"),
        ("\"kind\":\"editors-note\"", "\"kind\":\"note\"", "document.updates[0].kind"),
        ("\"text\":\"reported\",\"start\":", "\"text\":\"reported\",\"start\":\"\",\"x\":", "document.links[0].start"),
        ("\"authors\":[\"Noor Abara\"]", "\"authors\":\"Noor Abara\"", "document.authors"),
        ("{\"hearsay\"", "[{\"hearsay\"", ""),
    ]

    @Test(arguments: faults.indices) func faultsAreFoundAtTheirPlace(_ number: Int) throws {
        let fault = Self.faults[number]
        let bytes = try sample(fault.old, fault.new)
        let error = #expect(throws: ContractError.self) { try ReadingJSON.reading(from: bytes) }
        #expect(error?.path == fault.path, "\(fault.new): \(String(describing: error))")
        #expect(error?.reason.isEmpty == false)
    }

    @Test func additionsArePassedOverAndLaterFieldsMayBeAbsent() throws {
        let more = try sample("\"hearsay\":1,", "\"hearsay\":1,\"extra\":{\"a\":[1]},")
        #expect(try ReadingJSON.reading(from: more) == SampleReading.reading)
        let old = try ReadingJSON.reading(from: try sample("\"markup\":", "\"marks\":"))
        #expect(old.document.markup.isEmpty)
    }

    /// What can be read can be written and read again, whatever happened to the bytes; and nothing traps.
    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func mutatedReadingsNeverTrap(_ seed: UInt64) {
        var state = seed
        func dice(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let original = ReadingJSON.bytes(of: SampleReading.reading)
        let pieces = ["0", "9", "-", "1e9", "null", "\"\"", "[]", "{}", ",", ":", "true", "\"v1\"", "\\u0000", "é"].map
        {
            Array($0.utf8)
        }
        for _ in 0..<1500 {
            var bytes = original
            for _ in 0...dice(4) {
                let at = dice(bytes.count)
                switch dice(4) {
                case 0: bytes[at] = UInt8(dice(256))
                case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + dice(6)))
                case 2: bytes.insert(contentsOf: pieces[dice(pieces.count)], at: at)
                default: if let digit = bytes[at...].firstIndex(where: { 0x30...0x39 ~= $0 }) { bytes[digit] = 0x39 }
                }
            }
            guard let reading = try? ReadingJSON.reading(from: bytes) else { continue }
            let again = try? ReadingJSON.reading(from: ReadingJSON.bytes(of: reading))
            #expect(again?.document == reading.document && again?.voices == reading.voices, "seed \(seed)")
            #expect(again?.statements.count == reading.statements.count, "seed \(seed)")
        }
    }
}
