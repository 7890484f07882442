import Foundation
import HearsayCore
import Testing

@testable import HearsayDrawing

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct SVGDrawingTests {
    private func svg(_ trace: Trace, _ headlines: [String: String] = [:], claim: String? = nil) -> String {
        String(
            decoding: SVGDrawing.bytes(of: TracePicture(trace, headlines: headlines, claim: claim)), as: UTF8.self)
    }

    @Test func theDrawingsStandAsTheyStood() throws {
        try expectGolden(Array(svg(Affairs.port, Affairs.headlines).utf8), "port.svg")
        try expectGolden(Array(svg(Affairs.port, Affairs.headlines, claim: "c1").utf8), "port-claim.svg")
    }

    @Test func kindsAreToldApartWithoutColour() {
        let drawing = svg(Affairs.port, Affairs.headlines, claim: "c1")
        for part in [
            "marker-end=\"url(#tip-cites)\"", "marker-end=\"url(#tip-copies)\"", "marker-end=\"url(#tip-rewrites)\"",
            "marker-end=\"url(#tip-version)\"", "class=\"shape named\"", "class=\"shape unnamed\"",
            "class=\"shape document\"", "class=\"shape unattributed\"", ">denies it<", ">unnamed, 0 to 2<",
            ">3 days later<", ">unknown outlet<", ">no date<", "role=\"img\" aria-labelledby=\"title desc\"",
            "prefers-color-scheme: dark", "class=\"card outside\"", ">not at hand, 0 to 1<", ">not at hand<",
            ">an outlet of which no article is at hand<", "Outlets not at hand: ", "Norlys, cited by d1, e1.",
            "<title>d1 (Harbour Office) cites Norlys, not at hand, 90 % sure</title>",
            "<title id=\"title\">Skippers will close",
        ] { #expect(drawing.contains(part), "\(part)") }
    }

    @Test(arguments: 1...6) func nothingBreaksOut(_ seed: UInt64) throws {
        let (trace, headlines) = Affairs.hostile(seed)
        for claim in [nil, "c"] {
            let drawing = svg(trace, headlines, claim: claim)
            let names = Elements(drawing)
            #expect(names.isWell, "\(names.problem ?? "")")
            let known: Set = [
                "svg", "title", "desc", "style", "defs", "marker", "circle", "path", "rect", "g", "text",
            ]
            #expect(names.names.isSubset(of: known))
            #expect(names.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "href" && $0 != "style" })
            let isFit = drawing.unicodeScalars.allSatisfy { scalar in
                scalar.value == 0x0A || DrawnText.line(String(scalar)) == String(scalar) || scalar == " "
            }
            #expect(isFit)
        }
    }

    /// Many claims rest on many outlets; those that most articles took from are drawn.
    @Test func eightOutletsNotAtHandAreDrawnOfManyClaims() {
        let trace = Affairs.hostile(2).trace
        #expect(TracePicture(trace).outsiders.count == 8 && TracePicture(trace, claim: "c").outsiders.count > 8)
        #expect(svg(trace).contains(" more outlets not at hand are not shown<"))
    }

    @Test func theSameTraceGivesTheSameDrawing() {
        let (trace, headlines) = Affairs.hostile(9)
        #expect(svg(trace, headlines) == svg(trace, headlines))
    }

    @Test func nothingAtAllIsDrawnToo() {
        #expect(Elements(svg(Trace())).isWell)
        #expect(Elements(svg(Trace(articles: [.init(id: "a", outlet: nil, published: nil)]))).isWell)
    }

    /// Runs an XML parser over a drawing.
    private final class Elements: NSObject, XMLParserDelegate {
        var names: Set<String> = []
        var attributes: Set<String> = []
        private(set) var problem: String?
        private(set) var isWell = false

        init(_ text: String) {
            super.init()
            let parser = XMLParser(data: Data(text.utf8))
            parser.delegate = self
            isWell = parser.parse()
            problem = parser.parserError.map { "\($0) in line \(parser.lineNumber)" }
        }

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String] = [:]
        ) {
            names.insert(name)
            self.attributes.formUnion(attributes.keys)
        }
    }
}
