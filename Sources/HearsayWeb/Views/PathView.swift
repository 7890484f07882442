internal import HearsayCore

/// The drawing of a claim's path, ready for its template: places, classes and words, no logic.
struct PathView: Sendable {
    struct Line: Sendable {
        var text: String
        var x: Int
        var y: Int
    }

    struct Band: Sendable {
        var x: Int, y: Int, width: Int, height: Int
        var laneLines: [Line]
    }

    struct Shape: Sendable {
        var href: String
        var name: String
        var kindClass: String
        var x: Int, y: Int, width: Int, height: Int
        var plateWidth: Int, plateHeight: Int
        /// Which figure stands for the kind, told apart without colour.
        var isNamed: Bool, isUnnamed: Bool, isDocument: Bool, isUnattributed: Bool
        var textLines: [Line]
    }

    struct Card: Sendable {
        var href: String
        var name: String
        var x: Int, y: Int, width: Int, height: Int
        var plateWidth: Int, plateHeight: Int
        var denies: Bool
        /// Where the mark of a denial stands.
        var markX: Int
        var outletLine: Line?
        var textLines: [Line]
    }

    struct Arrow: Sendable {
        var d: String
        var kind: String
        var note: String
    }

    var width: Int
    var height: Int
    var summary: String
    var dayLines: [Line]
    var bands: [Band]
    var arrows: [Arrow]
    var shapes: [Shape]
    var cards: [Card]
    /// Which kinds of arrows the drawing holds, for its key.
    var hasCites: Bool, hasCopies: Bool, hasRewrites: Bool, hasUnnamed: Bool, hasDenial: Bool

    init(_ graph: PathGraph) {
        let layout = PathLayout(graph)
        (width, height) = (layout.width, layout.height)
        summary = Self.summary(graph)
        dayLines = layout.days.flatMap { Self.lines($0, inset: 0, top: 13) }
        bands = layout.lanes.map { label, band in
            Band(
                x: band.x, y: band.y, width: band.width, height: band.height,
                laneLines: Self.lines(label, inset: 0, top: 14))
        }
        let told = zip(graph.tellings, layout.tellings).map { telling, curve in
            Arrow(
                d: curve.d, kind: PathGraph.Kind.told.rawValue,
                note: "\(graph.voices[telling.voice].label) in \(graph.nodes[telling.node].outlet)")
        }
        let taken = zip(graph.takings, layout.takings).map { taking, curve in
            Arrow(d: curve.d, kind: taking.kind.rawValue, note: taking.note)
        }
        arrows = told + taken
        shapes = zip(graph.voices, layout.voices).map(Self.shape)
        cards = zip(graph.nodes, layout.cards).map(Self.card)
        let kinds = Set(graph.takings.map(\.kind))
        (hasCites, hasCopies) = (kinds.contains(.cites), kinds.contains(.copies))
        (hasRewrites, hasUnnamed) = (kinds.contains(.rewrites), graph.voices.contains { $0.kind == .unnamed })
        hasDenial = graph.nodes.contains(where: \.denies)
    }

    private static func summary(_ graph: PathGraph) -> String {
        let outlets = Set(graph.nodes.map(\.outlet)).count
        return "\(Words.count(graph.voices.count, "voice")) at the left, \(Words.count(graph.nodes.count, "article")) "
            + "of \(Words.count(outlets, "outlet")) in order of time to the right, "
            + "\(Words.count(graph.takings.count, "arrow")) for who took from whom. The lists below say the same in words."
    }

    private static func shape(_ voice: PathGraph.Voice, _ label: PathLayout.Label) -> Shape {
        let box = label.box
        return Shape(
            href: voice.href, name: "\(voice.label), \(kind(voice.kind))", kindClass: voice.kind.rawValue, x: box.x,
            y: box.y, width: box.width, height: box.height, plateWidth: box.width - 2, plateHeight: box.height - 2,
            isNamed: voice.kind == .named,
            isUnnamed: voice.kind == .unnamed, isDocument: voice.kind == .document,
            isUnattributed: voice.kind == .unattributed,
            textLines: lines(label, inset: 34, top: 0, centred: true, local: true))
    }

    private static func card(_ node: PathGraph.Node, _ label: PathLayout.Label) -> Card {
        let box = label.box
        let name = [node.outlet, Words.day(node.published), node.title, node.denies ? "holds a denial" : nil]
        let lines = lines(label, inset: 10, top: 0, centred: true, local: true)
        return Card(
            href: node.href, name: name.compactMap(\.self).joined(separator: ", "), x: box.x, y: box.y,
            width: box.width, height: box.height, plateWidth: box.width - 2, plateHeight: box.height - 2,
            denies: node.denies, markX: box.width - 17, outletLine: lines.first, textLines: Array(lines.dropFirst()))
    }

    private static func kind(_ kind: Origin.Kind) -> String {
        switch kind {
        case .named: "a voice with a name"
        case .unnamed: "a voice without a name"
        case .document: "a document"
        case .unattributed: "nobody is given"
        }
    }

    /// The base lines of a label's text; `local` counts from the label's own corner.
    private static func lines(
        _ label: PathLayout.Label, inset: Int, top: Int, centred: Bool = false, local: Bool = false
    ) -> [Line] {
        let (x, y) = local ? (0, 0) : (label.box.x, label.box.y)
        let first = centred ? label.box.height / 2 + 4 - (label.lines.count - 1) * 8 : top
        return label.lines.enumerated().map { Line(text: $1, x: x + inset, y: y + first + $0 * 16) }
    }
}
