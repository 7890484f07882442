import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct AffairTests {
    @Test func articlesAreOfOneAffairByTheirRareWords() throws {
        let affairs = TracedAffair.affairs(of: ClaimGroupingTests.affairs.articles)
        #expect(affairs.map { $0.articles.map(\.id) } == [["a", "b"], ["c"]])
        #expect(affairs.map(\.neighbours) == [[[1], [0]], [[]]])
    }

    @Test func versionsOfOneArticleAreOneAffair() {
        var story = Story()
        story.add("a", "Gull", "2031-05-02", "The harbour of Torvik was dredged.")
        story.add("b", "Gull", "2031-05-03", "Prices of barley fell everywhere else.", revisionOf: "a")
        #expect(TracedAffair.affairs(of: story.articles).count == 1)
        #expect(story.trace.edges.map(\.kind) == [.copies])
    }

    /// Every article's affair is what the whole set gives, in whatever order it is asked; none is too large but at the
    /// tightest level.
    @Test func affairsPartTheSet() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededGenerator(state: seed)
        for _ in 0..<20 {
            let count = Int.random(in: 1...900, using: &random)
            var neighbours = [[Neighbour]](repeating: [], count: count)
            for _ in 0..<count * 2 {
                let (a, b) = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
                let nearness = Int.random(in: 800...3500, using: &random)
                neighbours[a].append(Neighbour(article: b, nearness: nearness))
                neighbours[b].append(Neighbour(article: a, nearness: nearness))
            }
            let affairs = Affair.all(neighbours)
            #expect(affairs.flatMap(\.articles).sorted() == Array(0..<count), "seed \(seed)")
            for affair in affairs {
                #expect(affair.articles.count <= 250 || affair.level == 3000, "seed \(seed)")
                for article in affair.articles.shuffled(using: &random).prefix(3) {
                    #expect(Affair(of: article) { neighbours[$0] } == affair, "seed \(seed)")
                }
            }
        }
    }

    /// The nearness of sketches is the cosine of what they keep.
    @Test func neighboursAgreeWithEachPairAlone() {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededGenerator(state: seed)
        let sketches = (0..<60).map { _ in
            let terms = Set((0..<8).map { _ in UInt32.random(in: 0..<40, using: &random) })
            return ArticleSketch(
                entries: terms.map { .init(term: $0, weight: Int.random(in: 1...30_000, using: &random)) })
        }
        let all = Neighbour.all(among: sketches)
        for a in sketches.indices {
            for b in sketches.indices where a != b {
                let shared = sketches[a].entries.reduce(0) { sum, entry in
                    sum + entry.weight * (sketches[b].entries.first { $0.term == entry.term }?.weight ?? 0)
                }
                let nearness = ArticleSketch.nearness(products: shared)
                let expected = nearness >= Affair.levels[0] ? nearness : nil
                #expect(all[a].first { $0.article == b }?.nearness == expected, "seed \(seed)")
            }
        }
    }
}
