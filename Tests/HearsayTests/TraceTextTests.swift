import HearsayCore
import Testing

@testable import Hearsay

@Suite struct TraceTextTests {
    private func trace(_ words: String) -> Trace {
        let members = ["a", "b", "c"].map { id in
            Claim.Member(article: id, span: TextSpan(0, 4), stance: id == "c" ? .denies : .asserts, voice: words)
        }
        let sources = [
            Origin(label: words, kind: .unnamed, members: [0], least: 1, most: 1, reason: "one person without a name"),
            Origin(label: "officials", kind: .unnamed, members: [1], least: 0, most: 1, reason: "may be the same"),
        ]
        let claim = Claim(
            id: "c1", text: words, members: members, origins: OriginCount(least: 1, likely: 1, most: 2),
            sources: sources,
            contradicts: [.init(claim: "c2", clash: .number)],
            forecast: .init(due: nil, certainty: .likely, outcome: .false, settledBy: ["c"]))
        let lonely = Claim(
            id: "c2", text: "1,400 boats", members: [members[1]], origins: OriginCount(exactly: 1), sources: [])
        return Trace(
            articles: ["a", "b", "c"].map { .init(id: $0, outlet: words, published: "2031-03-11T08:00:00Z") },
            edges: [
                Edge(from: "b", to: "a", kind: .copies, credited: false, confidence: 0.9, evidence: []),
                Edge(from: "a", to: "b", kind: .cites, credited: true, confidence: 0.8, evidence: []),
            ], claims: [claim, lonely])
    }

    private func shown(_ words: String, colour: Bool = false) -> String {
        let view = TraceText(style: OutputStyle(colour: colour))
        return String(decoding: view.bytes(of: trace(words), texts: [:]), as: UTF8.self)
    }

    @Test func tellsTheCountTheWayAndWhatSpeaksAgainst() {
        let text = shown("142 boats")
        for part in [
            "c1 142 boats", "1 to 2 origins (likely 1)", "officials (0 to 1): may be the same",
            "c 142 boats 2031-03-11 denies", "└─ b 142 boats 2031-03-11 [copies, without credit]: 142 boats",
            "against it (number): c2 1,400 boats", "forecast (likely): false, settled by c",
            "copies a 142 boats 2031-03-11, without credit (90 %)",
            "3 articles: 1 claim told by several of them, 2 edges.",
        ] { #expect(text.contains(part), "\(part) is not in:\n\(text)") }
    }

    @Test func nothingDrivesTheTerminal() {
        let text = shown("a\u{1B}[2J\u{202E}b\u{7}")
        #expect(!text.unicodeScalars.contains { $0 != "\n" && PlainText.isUnsafe($0) })
    }

    @Test func coloursAreOnlyUsedWhereTheyMayBe() {
        #expect(shown("142 boats", colour: true).contains("\u{1B}[1m") && !shown("142 boats").contains("\u{1B}"))
    }

    // MARK: Trees, circles, what was taken back

    /// A report, who took it, an outlet that comes back to itself, and a correction.
    private static let (port, texts): (Trace, [String: SourceText]) = {
        let told = "Skippers will close the port of Loam with 142 boats."
        let texts = [
            "a1": told, "b1": "The Loam Gull reported that \(told)", "c1": "As Bay Wire says, \(told)",
            "a2": "Torvin Echo has confirmed our report. \(told)", "d1": told,
            "a1v2": told.replacing("142", with: "124"),
        ].mapValues { SourceText($0) }
        func whole(_ id: String) -> TextSpan { texts[id]?.span ?? TextSpan(0, 0) }
        func edge(_ from: String, _ to: String, _ kind: Edge.Kind) -> Edge {
            Edge(
                from: from, to: to, kind: kind, credited: kind == .cites, confidence: 0.9,
                evidence: [.init(from: whole(from), to: whole(to))])
        }
        let edges = [
            edge("b1", "a1", .cites), edge("c1", "b1", .cites), edge("d1", "b1", .rewrites), edge("a2", "c1", .cites),
            edge("a1v2", "a1", .copies),
        ]
        let ids = ["a1", "b1", "c1", "d1", "a2"]
        let claim = Claim(
            id: "c1", text: told,
            members: ids.map { Claim.Member(article: $0, span: whole($0), relay: $0 == "b1" ? ["The Loam Gull"] : []) },
            origins: OriginCount(exactly: 1),
            sources: [
                Origin(label: "Ada Weld", kind: .named, members: [0], least: 1, most: 1, reason: "a voice with a name")
            ])
        let outlets = ["a": "Loam Gull", "b": "Bay Wire", "c": "Torvin Echo", "d": "Harbour News"]
        let trace = Trace(
            articles: (ids + ["a1v2"]).map {
                .init(
                    id: $0, outlet: outlets[String($0.prefix(1))], published: "2031-03-11",
                    revisionOf: $0 == "a1v2" ? "a1" : nil)
            }, edges: edges,
            outside: [
                .init(from: "b1", outlet: "Norlys", confidence: 0.85, evidence: [whole("b1")]),
                .init(from: "d1", outlet: "Norlys", confidence: 0.6, evidence: [whole("d1")]),
                .init(from: "d1", outlet: "Quay Courier", confidence: 0.7, evidence: [whole("d1")]),
                .init(from: "c1", outlet: "Kestrel", confidence: 0.7, evidence: []),
            ], claims: [claim],
            circles: [
                Circle(
                    articles: ["a1", "b1", "c1", "a2"], outlets: ["Loam Gull", "Bay Wire", "Torvin Echo"],
                    steps: [edges[0], edges[1], edges[3]], claims: ["c1"])
            ],
            withdrawn: [
                Withdrawal(
                    article: "a1", revision: "a1v2", changed: "2031-03-12", kind: .fact, old: whole("a1"),
                    new: whole("a1v2"), reason: "142 became 124", claim: "c1",
                    dependents: [
                        .init(member: 1, path: ["b1", "a1"], published: .before),
                        .init(member: 2, path: ["c1", "b1", "a1"], published: .after),
                        .init(member: 3, path: ["d1", "b1", "a1"], published: nil),
                    ]),
                Withdrawal(
                    article: "a1", revision: "a1v2", changed: nil, kind: .attribution, old: whole("a1"), new: nil,
                    reason: "taken out", claim: "c1",
                    dependents: [.init(member: 1, path: ["b1", "a1"], published: nil)]),
            ])
        return (trace, texts)
    }()

    @Test func theWholeStandsAsItStood() throws {
        try expectGolden(TraceText().bytes(of: Self.port, texts: Self.texts), "trace.txt")
    }

    @Test(arguments: [40, 60, 100]) func noLineIsTooWide(_ width: Int) {
        // A chain that is deeper than any tree is drawn.
        let ids = (0..<40).map { "a\($0)" }
        let claim = Claim(
            id: "c1", text: "One.", members: ids.map { Claim.Member(article: $0, span: TextSpan(0, 4)) },
            origins: OriginCount(exactly: 1), sources: [])
        let chain = Trace(
            articles: ids.map { .init(id: $0, outlet: "Outlet", published: nil) },
            edges: zip(ids, ids.dropFirst()).map {
                Edge(from: $1, to: $0, kind: .cites, credited: true, confidence: 1, evidence: [])
            },
            outside: ids.map {
                .init(from: $0, outlet: "An outlet with a long name", confidence: 1, evidence: [TextSpan(0, 4)])
            }, claims: [claim])
        for trace in [Self.port, chain] {
            let text = String(
                decoding: TraceText(style: OutputStyle(width: width)).bytes(of: trace, texts: Self.texts),
                as: UTF8.self)
            #expect(text.split(separator: "\n").allSatisfy { PlainText.width($0) <= width })
        }
    }

    // MARK: Parts

    @Test func aPartIsAboutItsClaimOrArticle() throws {
        let whole = Self.port
        let part = try #require(whole.part(aboutClaim: "c1"))
        #expect(part.articles == whole.articles && part.circles.count == 1 && part.withdrawn.count == 2)
        #expect(part.edges.count == 4 && part.outside == Array(whole.outside.prefix(3)))
        #expect(whole.part(aboutClaim: "c9") == nil && whole.part(aboutArticle: "z") == nil)
        let article = try #require(whole.part(aboutArticle: "d1"))
        #expect(article.circles.isEmpty && article.withdrawn.count == 1 && article.claims.count == 1)
        #expect(article.outside == whole.outside)
    }
}
