internal import Hearsay

/// Where everything of a path stands on the drawing: voices at the left, time from left to right, a lane for each
/// outlet. Whole units, one of which is a pixel at normal size.
struct PathLayout: Sendable {
    /// A rectangle.
    struct Box: Equatable, Sendable {
        var x: Int, y: Int, width: Int, height: Int

        var right: Int { x + width }
        var bottom: Int { y + height }
        var middle: Int { y + height / 2 }
    }

    /// A text with the room that is kept for it; its lines are cut to fit.
    struct Label: Equatable, Sendable {
        var lines: [String]
        var box: Box
    }

    /// The measures of the drawing.
    enum Measure {
        static let margin = 12
        static let header = 30
        static let voice = (width: 164, height: 46, gap: 14)
        static let lane = (label: 96, strip: 20, gap: 8)
        static let card = (width: 146, height: 62, gap: 10)
        static let gap = 44  // between columns, for the arrows
        static let letter = 7  // of text at 12 pixels, generously
    }

    private(set) var width = 0
    private(set) var height = 0
    private(set) var days: [Label] = []
    private(set) var lanes: [(label: Label, band: Box)] = []
    private(set) var voices: [Label] = []
    private(set) var cards: [Label] = []
    private(set) var tellings: [PathCurve] = []
    private(set) var takings: [PathCurve] = []

    /// Lays a graph out. The time is that of sorting it.
    init(_ graph: PathGraph) {
        let columns = PathColumns(graph)
        let left = Measure.margin + (graph.voices.isEmpty ? 0 : Measure.voice.width + Measure.gap)
        let firstCard = left + Measure.lane.label + Measure.gap / 2
        width = max(
            firstCard + max(1, columns.count) * (Measure.card.width + Measure.gap) - Measure.gap + Measure.margin, 320)
        placeCards(graph, columns, left: left, firstCard: firstCard)
        placeVoices(graph)
        placeDays(columns, firstCard: firstCard)
        height += Measure.margin
        drawCurves(graph, columns)
    }

    // MARK: Places

    private mutating func placeCards(_ graph: PathGraph, _ columns: PathColumns, left: Int, firstCard: Int) {
        cards = graph.nodes.map { _ in Label(lines: [], box: Box(x: 0, y: 0, width: 0, height: 0)) }
        var y = Measure.header
        for (outlet, members) in columns.lanes {
            var rows: [Int: Int] = [:]
            for node in members {
                let column = columns.column[node]
                let row = rows[column, default: 0]
                rows[column] = row + 1
                let box = Box(
                    x: firstCard + column * (Measure.card.width + Measure.gap),
                    y: y + Measure.lane.strip + row * (Measure.card.height + Measure.card.gap),
                    width: Measure.card.width, height: Measure.card.height)
                // The outlet again, for those who have scrolled the lane's own label away.
                let lines =
                    Self.lines(outlet, width: box.width - (graph.nodes[node].denies ? 34 : 20), most: 1)
                    + Self.lines(graph.nodes[node].title, width: box.width - 20, most: 2)
                cards[node] = Label(lines: lines, box: box)
            }
            let depth = max(1, rows.values.max() ?? 1)
            let band = Box(
                x: left, y: y, width: width - left - Measure.margin / 2,
                height: Measure.lane.strip + depth * (Measure.card.height + Measure.card.gap))
            let label = Label(
                lines: Self.lines(outlet, width: Measure.lane.label - 12, most: 2),
                box: Box(x: left + 8, y: y + Measure.lane.strip, width: Measure.lane.label - 8, height: 34))
            lanes.append((label, band))
            y += band.height + Measure.lane.gap
        }
        height = y
    }

    private mutating func placeVoices(_ graph: PathGraph) {
        var y = Measure.header + Measure.lane.strip
        for voice in graph.voices {
            let box = Box(x: Measure.margin, y: y, width: Measure.voice.width, height: Measure.voice.height)
            voices.append(Label(lines: Self.lines(voice.label, width: box.width - 40, most: 2), box: box))
            y += Measure.voice.height + Measure.voice.gap
        }
        height = max(height, y)
    }

    /// The days stand above their first columns; a day of several columns has its label once.
    private mutating func placeDays(_ columns: PathColumns, firstCard: Int) {
        for (column, day) in columns.days {
            let x = firstCard + column * (Measure.card.width + Measure.gap)
            days.append(Label(lines: [day], box: Box(x: x, y: 6, width: Measure.card.width, height: 18)))
        }
    }

    // MARK: Curves

    private mutating func drawCurves(_ graph: PathGraph, _ columns: PathColumns) {
        let strips = Dictionary(
            columns.lanes.enumerated().flatMap { lane, row in row.nodes.map { ($0, lanes[lane].band.y) } },
            uniquingKeysWith: { first, _ in first })
        var used: [Int: Int] = [:]
        func strip(of node: Int) -> Int {
            let y = strips[node] ?? 0
            defer { used[y, default: 0] += 1 }
            return y + 4 + used[y, default: 0] % 4 * 4
        }
        tellings = graph.tellings.map { telling in
            let (from, to) = (voices[telling.voice].box, cards[telling.node].box)
            return PathCurve(from: from, to: to, strip: strip(of: telling.node))
        }
        takings = graph.takings.map { taking in
            let (from, to) = (cards[taking.giver].box, cards[taking.taker].box)
            let isNext = columns.column[taking.taker] == columns.column[taking.giver] + 1
            return PathCurve(from: from, to: to, strip: isNext ? nil : strip(of: taking.taker))
        }
    }

    // MARK: Text

    /// A text in at most so many lines of a width, cut with an ellipsis.
    static func lines(_ text: String, width: Int, most: Int) -> [String] {
        let limit = max(4, width / Measure.letter)
        let words = PlainText.wrap(text, width: limit)
        var lines = words.prefix(most).map { cut($0, to: limit) }
        if words.count > most, let last = lines.popLast() { lines.append(cut(last + " …", to: limit)) }
        return lines
    }

    private static func cut(_ line: String, to limit: Int) -> String {
        if PlainText.width(line) <= limit { return line }
        var (kept, used) = ("", 0)
        for character in line {
            used += PlainText.width(String(character))
            if used >= limit { break }
            kept.append(character)
        }
        return (kept.hasSuffix(" ") ? String(kept.dropLast()) : kept) + "…"
    }
}
