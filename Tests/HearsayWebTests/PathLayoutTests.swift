import Hearsay
import HearsayCore
import Testing

@testable import HearsayWeb

@Suite struct PathLayoutTests {
    private static func graph(_ dice: inout Dice) -> PathGraph {
        var graph = PathGraph()
        let kinds = Origin.Kind.allCases
        let titles = [
            "", "Ravna", "A headline of quite some length that must be cut", "日本語の見出しはとても長いので切る",
            "Unbreakable" + String(repeating: "x", count: 60),
        ]
        for _ in 0..<dice.roll(9) {
            graph.voices.append(
                .init(label: titles[dice.roll(titles.count)], kind: kinds[dice.roll(kinds.count)], href: "/"))
        }
        for _ in 0..<dice.roll(30) {
            let day = dice.roll(7)
            graph.nodes.append(
                .init(
                    title: titles[dice.roll(titles.count)], outlet: "Outlet \(dice.roll(6)) of the Northern Coast",
                    published: day == 0 ? nil : "2031-05-1\(day)T0\(dice.roll(10)):00:00Z", href: "/",
                    denies: dice.roll(5) == 0))
        }
        guard !graph.nodes.isEmpty else { return graph }
        for _ in 0..<dice.roll(40) {
            let (giver, taker) = (dice.roll(graph.nodes.count), dice.roll(graph.nodes.count))
            if giver != taker { graph.takings.append(.init(giver: giver, taker: taker, kind: .cites, note: "")) }
        }
        for voice in graph.voices.indices {
            graph.tellings.append(.init(voice: voice, node: dice.roll(graph.nodes.count)))
        }
        return graph
    }

    private static func overlap(_ a: PathLayout.Box, _ b: PathLayout.Box) -> Bool {
        a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom
    }

    @Test func labelsKeepApartAndInside() {
        var dice = Dice()
        for _ in 0..<300 {
            let graph = Self.graph(&dice)
            let layout = PathLayout(graph)
            let labels = layout.days + layout.lanes.map(\.label) + layout.voices + layout.cards
            #expect(layout.cards.count == graph.nodes.count && layout.voices.count == graph.voices.count)
            for (index, label) in labels.enumerated() {
                let box = label.box
                let isInside = box.x >= 0 && box.y >= 0 && box.right <= layout.width && box.bottom <= layout.height
                #expect(isInside, "seed \(dice.seed): \(label)")
                for other in labels[(index + 1)...] {
                    #expect(!Self.overlap(box, other.box), "seed \(dice.seed): \(label) \(other)")
                }
                let widest = label.lines.map { PlainText.width($0) * PathLayout.Measure.letter }.max() ?? 0
                #expect(widest <= box.width && label.lines.count <= 3, "seed \(dice.seed): \(label)")
            }
        }
    }

    @Test func timeRunsToTheRight() {
        var dice = Dice()
        for _ in 0..<300 {
            let graph = Self.graph(&dice)
            let columns = PathColumns(graph)
            for (a, first) in graph.nodes.enumerated() {
                for (b, second) in graph.nodes.enumerated() {
                    guard let day = Words.day(first.published), let later = Words.day(second.published), day < later
                    else { continue }
                    #expect(columns.column[a] < columns.column[b], "seed \(dice.seed)")
                }
            }
            #expect(columns.column.allSatisfy { $0 < columns.count }, "seed \(dice.seed)")
        }
    }

    @Test func linesAreNumbersAndLetters() {
        var dice = Dice()
        for _ in 0..<300 {
            let graph = Self.graph(&dice)
            let layout = PathLayout(graph)
            #expect(layout.takings.count == graph.takings.count && layout.tellings.count == graph.tellings.count)
            for curve in layout.takings + layout.tellings {
                let isPlain = curve.d.utf8.allSatisfy { "MCL 0123456789-".utf8.contains($0) }
                #expect(isPlain && curve.d.hasPrefix("M"), "seed \(dice.seed): \(curve.d)")
            }
        }
    }

    @Test func aVoiceFeedsOnlyThoseWhoHeardIt() throws {
        let detail = try #require(try FixtureDesk().claim("c1"))
        let graph = PathGraph(detail)
        #expect(
            graph.nodes.map(\.outlet) == [
                "The Lantern", "The Skerry Courier", "Radio Skerry", "Bay Wire", "The Holm Post",
            ])
        #expect(graph.tellings == [.init(voice: 0, node: 0), .init(voice: 1, node: 1)])
        #expect(graph.takings.map { [$0.giver, $0.taker] } == [[0, 1], [1, 2], [0, 3], [2, 4]])
        #expect(graph.voices.map(\.href) == ["/sources/1", "/sources/4"])
    }
}
