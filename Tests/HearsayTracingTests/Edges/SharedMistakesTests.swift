import HearsayCore
import Testing

@testable import HearsayTracing

@Suite struct SharedMistakesTests {
    private static let outlets = ["Bay Wire", "The Gull", "Loam Echo", "Torvick Post", "Quay Herald", "Marsh Daily"]

    /// A fact for each figure, three at most, in words that every outlet puts in an order of its own, so that nobody prints
    /// another one's words.
    private func text(_ figures: [Int], _ dice: inout SeededGenerator) -> String {
        let facts = [
            ["burst", "boiler", "hurt", "welders", "slipway", "Loam", "foremen", "overnight"],
            ["firemen", "fought", "flames", "engines", "quay", "dawn", "pumps", "harbour"],
            ["insurers", "value", "hull", "crowns", "ferry", "policy", "lost", "owners"],
        ]
        return zip(facts, figures).map { fact, figure in
            fact.map { ["welders", "engines", "crowns"].contains($0) ? "\(figure) \($0)" : $0 }
                .shuffled(using: &dice).joined(separator: " ") + "."
        }.joined(separator: "\n\n")
    }

    private func story(_ figures: [[Int]], seed: UInt64 = 7, ending: (Int) -> String = { _ in "" }) -> Story {
        var (story, dice) = (Story(), SeededGenerator(state: seed))
        for (i, own) in figures.enumerated() {
            story.add("a\(i)", Self.outlets[i], "2031-03-\(11 + i)T08:00:00Z", text(own, &dice) + ending(i))
        }
        return story
    }

    /// Who gives the same wrong figure as one other, while the rest agree, has it from there.
    @Test func aWrongFigureThatTwoShareIsCopied() throws {
        let truth = [14, 23, 86]
        let edges = story([truth, [14, 51, 86], truth, truth, [14, 51, 86]]).trace.edges
        let edge = try #require(edges.first)
        #expect(edges.count == 1 && edge.from == "a4" && edge.to == "a1" && edge.kind == .rewrites && !edge.credited)
        #expect(edge.confidence > 0.8)
        #expect(edge.evidence.count == 4, "the mistake first, and every claim that both make")
    }

    /// A figure that many share is no mistake, and neither is one that nobody else has otherwise.
    @Test func whatOthersHaveTooIsNone() {
        let truth = [14, 23, 86]
        #expect(story([truth, truth, truth, truth]).trace.edges.isEmpty)
        let odd = [14, 51, 86]
        #expect(story([truth, odd, odd, odd]).trace.edges.isEmpty)
        #expect(story([odd, truth, odd, truth]).trace.edges.isEmpty, "two against two")
        #expect(story([odd, truth, odd]).trace.edges.isEmpty, "one against two")
    }

    /// Two figures of one sentence are not compared with one another: all five say that fifteen boats burned.
    @Test func anotherFigureOfTheSentenceIsNone() {
        var (story, dice) = (Story(), SeededGenerator(state: 3))
        for (i, count) in ["15 of the 120 boats", "15 boats", "15 boats", "15 boats", "15 of the 120 boats"]
            .enumerated()
        {
            let words = ["the", "fire", "destroyed", count, "in", "the", "yard", "of", "Loam"].shuffled(using: &dice)
            story.add(
                "a\(i)", Self.outlets[i], "2031-03-\(11 + i)T08:00:00Z",
                words.joined(separator: " ") + ".\n\n" + text([14, 23], &dice))
        }
        #expect(story.trace.edges.isEmpty)
    }

    /// The sentence of the mistake alone makes no edge, and neither does a figure that one has from somebody with a name.
    @Test func aMistakeAloneIsNotEnough() {
        var story = Story()
        for (i, figure) in [14, 51, 14, 14, 51].enumerated() {
            let text = "The burst boiler hurt \(figure) welders at the yard in Loam."
            story.add("a\(i)", Self.outlets[i], "2031-03-\(11 + i)T08:00:00Z", text)
        }
        #expect(story.trace.edges.isEmpty)
        let truth = [14, 23, 86]
        var (named, dice) = (Story(), SeededGenerator(state: 7))
        for (i, figures) in [truth, [14, 51, 86], truth, truth, [14, 51, 86]].enumerated() {
            let text = text(figures, &dice)
            let second = text.split(separator: "\n").map(String.init)[1]
            named.add(
                "a\(i)", Self.outlets[i], "2031-03-\(11 + i)T08:00:00Z", text,
                said: i == 1 ? [.init(words: String(second.dropLast()), name: "Ada Weld")] : [])
        }
        #expect(named.trace.edges.isEmpty)
    }

    /// A figure that only came later, as a count grows, is no mistake of those who have it.
    @Test func aNewerFigureIsNone() {
        let (early, late) = ([14, 23, 86], [14, 51, 86])
        #expect(story([early, early, early, late, late]).trace.edges.isEmpty)
        #expect(!story([early, early, late, early, late]).trace.edges.isEmpty)
    }

    /// An odd spelling tells less: it makes an edge together with claims, not alone.
    @Test func anOddSpellingCountsBesideClaims() {
        let truth = [14, 23]
        let names = ["Shcherbov", "Schtscherbow", "Shcherbov", "Shcherbov", "Schtscherbow"]
        let since = ["belongs since June", "was inherited", "went at Easter", "passed in spring", "fell last year"]
        let edges = story([truth, truth, truth, truth, truth]) {
            "\n\nThe yard \(since[$0]) to Mikhail \(names[$0])."
        }.trace.edges
        #expect(edges.filter { $0.from == "a4" }.map(\.to) == ["a1"])
        #expect(edges.filter { $0.from != "a4" }.isEmpty)
    }

    /// Invented affairs in which five outlets report on their own, each with slips of its own, and a sixth one takes its
    /// figures from one of them, among them a slip. Prints how many copies are found and how often the innocent are blamed.
    @Test func plantedCopiesAreFoundAndTheInnocentAreNotBlamed() {
        let seed: UInt64 = 20_311
        var dice = SeededGenerator(state: seed)
        let affairs = 150
        var (found, wrong, pairs) = (0, 0, 0)
        for _ in 0..<affairs {
            let truth = (0..<3).map { _ in Int.random(in: 11...90, using: &dice) }
            var figures = (0..<5).map { _ in
                truth.map {
                    Int.random(in: 0..<10, using: &dice) == 0 ? $0 + Int.random(in: 31...60, using: &dice) : $0
                }
            }
            let victim = Int.random(in: 0..<5, using: &dice)
            figures[victim] = truth
            figures[victim][Int.random(in: 0..<3, using: &dice)] += Int.random(in: 31...60, using: &dice)
            figures.append(figures[victim])
            for edge in story(figures, seed: dice.next()).trace.edges {
                if edge.from == "a5", edge.to == "a\(victim)" { found += 1 } else { wrong += 1 }
            }
            pairs += 14
        }
        print("seed \(seed): \(found) of \(affairs) copies found, \(wrong) of \(pairs) innocent pairs blamed")
        #expect(found * 10 >= affairs * 6)
        #expect(wrong * 100 <= pairs)
    }
}
