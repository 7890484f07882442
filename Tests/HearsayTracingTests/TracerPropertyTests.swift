import Testing

@testable import HearsayCore
@testable import HearsayTracing

/// What holds for every trace, whatever the articles.
@Suite struct TracerPropertyTests {
    private static let outlets = ["Bay Wire", "The Gull", "Loam Echo", "Torvin Evening Mercury"]
    private static let sentences = [
        "Skippers will close the port of Loam on Monday unless the levy is withdrawn.",
        "142 boats signed up for the blockade.",
        "1,400 boats signed up for the blockade.", "The Gull reported that 142 boats signed up.",
        "Nobody signed up for the blockade, Ada Weld said.", "An official said a pause of the levy is planned.",
        "The port was closed on Monday.", "According to Bay Wire a pause of the levy is planned.",
        "It rained on the quay. ⚓️",
        "“We said Monday and it is Monday,” Ewan Stroud said.", "The levy charges 38 crowns a tonne.", "Yes.", "…",
        "The wall was bought for a song, Ada Weld said to the Quay Courier.",
        "Norlys said that the wall was bought for a song.",
    ]

    private static let couriers = ["Quay Courier", "The Quay Courier"]

    private static func story(_ seed: UInt64) -> [TracedArticle] {
        var random = SeededGenerator(state: seed)
        var story = Story()
        for number in 0..<Int.random(in: 0...7, using: &random) {
            let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                sentences.randomElement(using: &random) ?? ""
            }
            let day = Int.random(in: 10...13, using: &random)
            let hour = Int.random(in: 10...12, using: &random)
            let dates = ["2031-03-\(day)", "2031-03-\(day)T\(hour):00:00Z", nil]
            let said = text.filter { $0.contains("said") }.map { sentence -> Story.Said in
                if sentence.hasPrefix("Norlys") { return Story.Said(words: sentence, name: "Norlys", kind: .outlet) }
                return Story.Said(
                    words: sentence, name: Bool.random(using: &random) ? "Ada Weld" : nil, role: "an official",
                    anonymous: Bool.random(using: &random),
                    relay: sentence.contains("Courier") ? [Self.couriers.randomElement(using: &random) ?? ""] : [],
                    stance: Statement.Stance.allCases.randomElement(using: &random) ?? .asserts)
            }
            story.add(
                "a\(number)", outlets.randomElement(using: &random) ?? "", dates.randomElement(using: &random) ?? nil,
                text.joined(separator: Bool.random(using: &random) ? " " : "\n\n"), said: said,
                revisionOf: number > 0 && Int.random(in: 0...5, using: &random) == 0 ? "a\(number - 1)" : nil)
        }
        return story.articles
    }

    @Test(arguments: 0..<120 as Range<UInt64>) func tracesAreSound(_ seed: UInt64) throws {
        let articles = Self.story(seed)
        let trace = Tracer().trace(articles)
        let byID = Dictionary(uniqueKeysWithValues: articles.map { ($0.id, $0.reading.document) })
        #expect(trace.articles.count == articles.count, "seed \(seed)")
        for edge in trace.edges {
            let (from, to) = (try #require(byID[edge.from]), try #require(byID[edge.to]))
            if let later = PublicationTime(from.published), let earlier = PublicationTime(to.published) {
                #expect(!earlier.isAfter(later), "seed \(seed): \(edge.from) -> \(edge.to)")
            }
            #expect((0...1).contains(edge.confidence) && edge.from != edge.to)
            for evidence in edge.evidence {
                #expect(evidence.from.end <= from.text.count && evidence.to?.end ?? 0 <= to.text.count)
            }
        }
        let outlets = OutletNames(
            Corpus(TracedAffair(articles: articles, neighbours: articles.map { _ in [] })).articles)
        for edge in trace.outside {
            let from = try #require(byID[edge.from])
            #expect((0...1).contains(edge.confidence) && !edge.evidence.isEmpty, "seed \(seed)")
            #expect(edge.evidence.allSatisfy { !$0.isEmpty && $0.end <= from.text.count }, "seed \(seed)")
            #expect(outlets.outlet(named: edge.outlet) == nil, "seed \(seed): \(edge.outlet)")
        }
        #expect(Set(trace.outside.map { [$0.from, $0.outlet] }).count == trace.outside.count, "seed \(seed)")
        #expect(trace.claims.reduce(0) { $0 + $1.members.count } == articles.reduce(0) { $0 + $1.units.count })
        for claim in trace.claims { try check(claim, in: trace, byID, seed) }
    }

    private func check(_ claim: Claim, in trace: Trace, _ documents: [String: Document], _ seed: UInt64) throws {
        for member in claim.members {
            let document = try #require(documents[member.article])
            #expect(!member.span.isEmpty && member.span.end <= document.text.count, "seed \(seed)")
        }
        let (least, most) = claim.sources.reduce((0, 0)) { ($0.0 + $1.least, $0.1 + $1.most) }
        #expect(
            claim.origins.most == most && claim.origins.least >= least,
            "seed \(seed): \(claim.origins) \(claim.sources)")
        #expect(
            claim.sources.allSatisfy { !$0.reason.isEmpty && $0.members.allSatisfy(claim.members.indices.contains) })
        for contradiction in claim.contradicts {
            let other = try #require(trace.claims.first { $0.id == contradiction.claim })
            #expect(other.contradicts.contains { $0.claim == claim.id && $0.clash == contradiction.clash })
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>) func theOrderOfInputsDoesNotMatter(_ seed: UInt64) {
        var random = SeededGenerator(state: seed)
        let articles = Self.story(seed)
        let shuffled = articles.shuffled(using: &random)
        #expect(Tracer().trace(articles) == Tracer().trace(shuffled), "seed \(seed)")
    }

    /// What the properties say of edges to outlets is said of some.
    @Test func someTakeFromOutletsNotAtHand() {
        let found = (0..<40 as Range<UInt64>).flatMap { Tracer().trace(Self.story($0)).outside }
        #expect(Set(found.map(\.outlet)).isSuperset(of: ["Norlys", "Quay Courier"]), "\(found.count)")
    }
}
