import Foundation
import HearsayCore
import Testing

@Suite struct NamesCommandTests {
    @Test func twoNames() throws {
        let folder = try CommandLineRun.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let same = try CommandLineRun(["names", "Kharkiv", "Харьков", "--kind", "government"], in: folder)
        #expect(same.status == 0)
        #expect(same.output.hasPrefix("same 0.9") && same.output.hasSuffix(": names of one place: Kharkiv, Харьков\n"))
        let near = try CommandLineRun(["names", "Umerov", "Umarov"], in: folder)
        #expect(near.output.hasPrefix("possible 0.") && near.output.hasSuffix("one vowel: Umarov, Umerov\n"))
        #expect(try CommandLineRun(["names", "Umerov"], in: folder).status == 64)
    }

    @Test func pairsOfAFile() throws {
        let table =
            "kind,name1,name2\r\noutlet,\"Radio \"\"Liberty\"\"\",RFE/RL\nperson,\"Putin, Vladimir\",Vladimir Putin\n"
        let folder = try CommandLineRun.folder(["pairs.csv": table, "other.csv": "a,b\n1,2\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CommandLineRun(["names", "--pairs", "pairs.csv", "--format", "jsonl"], in: folder)
        let lines = try run.output.split(separator: "\n").map { try JSONReader.value(of: Array($0.utf8)) }
        let verdicts = lines.map { line -> JSONValue? in
            guard case .object(let fields) = line else { return nil }
            return fields["verdict"]
        }
        #expect(run.status == 0 && verdicts == [.string("same"), .string("same")])
        #expect(
            run.output.hasPrefix(#"{"name1":"Radio \"Liberty\"","name2":"RFE/RL","kind":"outlet","verdict":"same""#))
        let bad = try CommandLineRun(["names", "--pairs", "other.csv"], in: folder)
        #expect(bad.status == 1 && bad.errorLines.count == 1)
        #expect(try CommandLineRun(["names", "--pairs", "none.csv"], in: folder).status == 1)
    }
}
