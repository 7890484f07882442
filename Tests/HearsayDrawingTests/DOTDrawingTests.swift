import Foundation
import HearsayCore
import Testing

@testable import HearsayDrawing

@Suite struct DOTDrawingTests {
    @Test func theGraphStandsAsItStood() throws {
        try expectGolden(DOTDrawing.bytes(of: TracePicture(Affairs.port, headlines: Affairs.headlines)), "port.dot")
    }

    @Test func arrowsLeadFromWhoGaveAndKindsDifferByLineAndHead() throws {
        let graph = try DOTReader(DOTDrawing.bytes(of: TracePicture(Affairs.port, claim: "c1")))
        let first = try #require(graph.arrows.first)
        #expect(first.from == "n1" && first.to == "n2")
        let looks = graph.arrows.map { "\($0.attributes["style"] ?? "") \($0.attributes["arrowhead"] ?? "")" }
        #expect(Set(looks).isSuperset(of: ["dashed vee", "solid onormal", "bold normal", "dotted tee", "solid dot"]))
        #expect(graph.nodes.count == 7 + 4 + 2)
    }

    @Test func outletsNotAtHandAreDashedBoxesThatSaySo() throws {
        let bytes = DOTDrawing.bytes(of: TracePicture(Affairs.port, claim: "c1"))
        let graph = try DOTReader(bytes)
        #expect(graph.labels.contains("Norlys\nnot at hand, 0 to 1"))
        #expect(graph.labels.contains("The Old Quay Courier and Advertiser\nnot at hand"))
        #expect(String(decoding: bytes, as: UTF8.self).contains("o2 [style=dashed, label="))
        let cites = graph.arrows.filter { $0.from.hasPrefix("o") }
        #expect(cites.map { "\($0.from) \($0.to)" } == ["o1 n3", "o2 n4", "o2 n7"])
        #expect(cites.allSatisfy { $0.attributes["style"] == "dashed" && $0.attributes["label"] == "cites" })
    }

    @Test(arguments: 1...6) func nothingBreaksOut(_ seed: UInt64) throws {
        let (trace, headlines) = Affairs.hostile(seed)
        for claim in [nil, "c"] {
            let picture = TracePicture(trace, headlines: headlines, claim: claim)
            let graph = try DOTReader(DOTDrawing.bytes(of: picture))
            // Only our own names, and all words in one piece.
            #expect(graph.nodes.allSatisfy { $0.wholeMatch(of: /[nvo][0-9]+/) != nil })
            #expect(graph.nodes.count == 200 + picture.voices.count + picture.outsiders.count)
            #expect(graph.arrows.allSatisfy { graph.nodes.contains($0.from) && graph.nodes.contains($0.to) })
        }
    }

    @Test func theReaderIsStrict() {
        for bad in [
            "digraph t {", "digraph t { a [label=\"x\\N\"]; }", "digraph t { a -> ; }", "digraph t { a [label=\"x] }",
            "digraph t { a [x=1, x=2]; }", "graph t { }", "digraph t { a } }",
        ] {
            #expect(throws: DOTReader.Problem.self, "\(bad)") { try DOTReader(Array(bad.utf8)) }
        }
    }

    private static let graphviz = ["/usr/bin/dot", "/usr/local/bin/dot"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    @Test(.enabled(if: graphviz != nil, "Graphviz is not installed")) func graphvizTakesIt() throws {
        for trace in [Affairs.port, Affairs.hostile(3).trace] {
            let file = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString).dot")
            defer { try? FileManager.default.removeItem(at: file) }
            try Data(DOTDrawing.bytes(of: TracePicture(trace))).write(to: file)
            let process = Process()
            process.executableURL = URL(filePath: Self.graphviz ?? "")
            process.arguments = ["-Tcanon", "-o", "/dev/null", file.path]
            try process.run()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }
}
