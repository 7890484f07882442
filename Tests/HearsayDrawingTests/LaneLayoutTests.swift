import HearsayCore
import Testing

@testable import HearsayDrawing

/// Nothing lies over anything else, whatever is drawn.
@Suite struct LaneLayoutTests {
    private static func pictures() -> [TracePicture] {
        [TracePicture(Affairs.port, claim: "c1"), TracePicture(Affairs.port)]
            + (1...5 as ClosedRange<UInt64>).flatMap { seed -> [TracePicture] in
                let (trace, headlines) = Affairs.hostile(seed)
                return [nil, "c"].map { TracePicture(trace, headlines: headlines, claim: $0) }
            }
    }

    private func overlap(_ a: LaneLayout.Box, _ b: LaneLayout.Box) -> Bool {
        a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom
    }

    @Test func boxesKeepApart() {
        for picture in Self.pictures() {
            let layout = LaneLayout(picture)
            let boxes = layout.cards + layout.voices + layout.outsiders
            for (number, box) in boxes.enumerated() {
                #expect(!boxes[(number + 1)...].contains { overlap(box, $0) })
                #expect(box.right <= layout.width && box.bottom <= layout.bottom)
            }
        }
    }

    @Test func linesRunOverNoBoxAndNotOverOneAnother() {
        for picture in Self.pictures() {
            let layout = LaneLayout(picture)
            let boxes = layout.cards + layout.voices + layout.outsiders
            var stretches: [String: [(ClosedRange<Double>, Int)]] = [:]
            for (number, corners) in (layout.arrows + layout.tellings + layout.citations).enumerated() {
                for (a, b) in zip(corners, corners.dropFirst()) {
                    #expect(a.x == b.x || a.y == b.y)
                    let hull = LaneLayout.Box(
                        x: min(a.x, b.x) + 0.1, y: min(a.y, b.y) + 0.1, width: max(0, abs(a.x - b.x) - 0.2),
                        height: max(0, abs(a.y - b.y) - 0.2))
                    #expect(!boxes.contains { overlap($0, hull) })
                    if a.x == b.x, abs(a.y - b.y) > 1 {
                        stretches["x\(a.x)", default: []].append((min(a.y, b.y)...max(a.y, b.y), number))
                    }
                }
                // Along the strip.
                if corners.count == 6, abs(corners[2].x - corners[3].x) > 1 {
                    let (low, high) = (min(corners[2].x, corners[3].x), max(corners[2].x, corners[3].x))
                    stretches["y\(corners[2].y)", default: []].append((low...high, number))
                }
            }
            for all in stretches.values {
                let sorted = all.sorted { $0.0.lowerBound < $1.0.lowerBound }
                for (a, b) in zip(sorted, sorted.dropFirst()) where a.1 != b.1 {
                    #expect(a.0.upperBound < b.0.lowerBound)
                }
            }
        }
    }

    @Test func timeRunsFromLeftToRight() {
        let layout = LaneLayout(TracePicture(Affairs.port))
        #expect(layout.cards.map(\.x) == layout.cards.map(\.x).sorted())
        #expect(layout.days.map { $0.day?.description } == ["2031-03-10", "2031-03-11", "2031-03-14", nil])
        #expect(layout.columns.outlets == ["Loam Gull", "Bay Wire", "Torvin Echo", "Harbour Office", nil])
    }

    @Test func wordsAreCutToTheirRoom() {
        for words in Affairs.attacks.map(DrawnText.line) {
            #expect(DrawnText.width(DrawnText.cut(words, to: 100, size: 12), size: 12) <= 100)
            let lines = DrawnText.lines(words, to: 100, size: 12, most: 2)
            #expect(lines.count <= 2 && lines.allSatisfy { DrawnText.width($0, size: 12) <= 100 })
        }
        #expect(DrawnText.lines("a short headline", to: 60, size: 12, most: 2) == ["a short", "headline"])
        #expect(DrawnText.line("a\u{301}\u{301}\u{301}\u{301}\u{301}").unicodeScalars.count == 4)
    }
}
