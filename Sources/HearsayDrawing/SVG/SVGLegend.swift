internal import HearsayCore

/// What the lines and figures of a drawing mean; only those that stand in it.
struct SVGLegend {
    private enum Item {
        case way(TracePicture.Way)
        case voice(Origin.Kind)
        case mark(TracePicture.Mark)
        case outsider
        case words(String)

        var label: String {
            switch self {
            case .way(let way): way.label
            case .voice(.named): "a voice with a name"
            case .voice(.unnamed): "a voice without a name"
            case .voice(.document): "a document"
            case .voice(.unattributed): "nobody given"
            case .mark(let mark): mark.label
            case .outsider: "an outlet of which no article is at hand"
            case .words(let words): words
            }
        }
    }

    private static let row = 20.0
    private static let figure = 42.0
    private static let letter = 12.0

    private var items: [(item: Item, x: Double, y: Double)] = []
    /// The height of all its rows.
    private(set) var height = 0.0

    /// The legend of a picture in rows of a width.
    init(_ picture: TracePicture, width: Double) {
        let ways = Set(picture.arrows.map(\.way)).union(picture.voices.isEmpty ? [] : [.told])
            .union(picture.outsiders.isEmpty ? [] : [.cites])
        let kinds = Set(picture.voices.map(\.kind))
        let marks = Set(picture.nodes.flatMap(\.marks))
        let all =
            TracePicture.Way.allCases.filter(ways.contains).map(Item.way)
            + Origin.Kind.allCases.filter(kinds.contains).map(Item.voice)
            + (picture.outsiders.isEmpty ? [] : [.outsider])
            + TracePicture.Mark.allCases.filter(marks.contains).map(Item.mark)
            + (picture.arrows.contains(where: \.isRound) ? [.words("thick: part of a circle")] : [])
            + (picture.otherVoices > 0 ? [.words("\(picture.otherVoices) more voices are not shown")] : [])
            + (picture.otherOutsiders > 0
                ? [.words("\(picture.otherOutsiders) more outlets not at hand are not shown")] : [])
            + [.words("columns follow the order of time, not its length")]
        var (x, y) = (0.0, 0.0)
        for item in all {
            let needed = Self.indent(item) + DrawnText.width(item.label, size: Self.letter) + 14
            if x > 0, x + needed > width { (x, y) = (0, y + Self.row) }
            items.append((item, x, y))
            x += needed
        }
        height = y + Self.row
    }

    private static func indent(_ item: Item) -> Double {
        switch item {
        case .way: figure
        case .voice, .mark: 22
        case .outsider: 30
        case .words: 0
        }
    }

    func write(to svg: inout SVGWriter, x left: Double, y top: Double) {
        for (item, x, y) in items {
            let (x, y) = (left + x, top + y)
            switch item {
            case .way(let way):
                svg.element(
                    "path",
                    [
                        ("class", "arrow \(way.rawValue)"), ("d", "M\(x.svg) \((y + 8).svg)h34"),
                        ("marker-end", "url(#tip-\(way.rawValue))"),
                    ])
            case .voice(let kind): SVGShapes.voice(kind, x: x + 9, y: y + 8, to: &svg)
            case .mark(let mark): SVGShapes.mark(mark, x: x + 3, y: y + 2, to: &svg)
            case .outsider:
                svg.element(
                    "rect",
                    [
                        ("class", "card outside"), ("x", (x + 1).svg), ("y", (y + 1).svg), ("width", "24"),
                        ("height", "14"), ("rx", "3"),
                    ])
            case .words: break
            }
            svg.element(
                "text", [("class", "soft"), ("x", (x + Self.indent(item)).svg), ("y", (y + 12).svg)], words: item.label)
        }
    }
}
