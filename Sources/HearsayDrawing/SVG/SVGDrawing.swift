internal import HearsayCore

/// A picture as SVG: time from left to right, a lane for each outlet, voices at the left. It needs nothing from elsewhere,
/// runs nothing, and follows the reader's light or dark.
///
/// The columns follow the order of time, not its length. The same picture gives the same bytes.
public enum SVGDrawing {
    /// The drawing as a file of its own.
    public static func bytes(of picture: TracePicture) -> [UInt8] {
        SVGSheet(picture: picture, layout: LaneLayout(picture)).bytes()
    }
}

/// One drawing.
private struct SVGSheet {
    typealias Measure = LaneLayout.Measure

    private static let letter = 12.0
    private static let laneLetter = 12.0
    /// How much wider bold letters are.
    private static let bold = 1.12

    let picture: TracePicture
    let layout: LaneLayout

    func bytes() -> [UInt8] {
        let legend = SVGLegend(picture, width: layout.width - 2 * Measure.margin)
        let height = layout.bottom + 12 + legend.height + Measure.margin
        let size = [("width", layout.width.svg), ("height", height.svg)]
        var svg = SVGWriter()
        svg.element(
            "svg",
            [("xmlns", "http://www.w3.org/2000/svg")] + size
                + [
                    ("viewBox", "0 0 \(layout.width.svg) \(height.svg)"), ("role", "img"),
                    ("aria-labelledby", "title desc"),
                ]
        ) { svg in
            svg.element("title", [("id", "title")], words: picture.title)
            svg.element("desc", [("id", "desc")], words: description)
            svg.raw(SVGStyle.sheet)
            svg.raw(SVGStyle.heads)
            svg.element("rect", [("class", "ground")] + size)
            head(&svg)
            lanes(&svg)
            days(&svg)
            lines(&svg)
            outlets(&svg)
            for (node, box) in zip(picture.nodes, layout.cards) { card(node, box, &svg) }
            for (voice, box) in zip(picture.voices, layout.voices) { self.voice(voice, box, &svg) }
            for (outlet, box) in zip(picture.outsiders, layout.outsiders) { outsider(outlet, box, &svg) }
            legend.write(to: &svg, x: Measure.margin, y: layout.bottom + 12)
        }
        return svg.bytes
    }

    /// What the drawing shows, in words, for those who do not see it.
    private var description: String {
        let most = 40
        var words = [
            picture.summary,
            "Time runs from left to right, a row is an outlet, an arrow leads from whoever gave to whoever took.",
        ]
        if !picture.voices.isEmpty {
            words.append("Voices: " + picture.voices.map { picture.words(of: $0) }.joined(separator: "; ") + ".")
        }
        if !picture.outsiders.isEmpty {
            words.append("Outlets not at hand: " + picture.outsiders.map(cited).joined(separator: "; ") + ".")
        }
        words += picture.arrows.prefix(most).map { picture.words(of: $0) + "." }
        if picture.arrows.count > most { words.append("And \(picture.arrows.count - most) more.") }
        return words.joined(separator: " ")
    }

    private func cited(_ outlet: TracePicture.Outsider) -> String {
        let takers = outlet.citations.prefix(12).map { picture.nodes[$0.node].id }.joined(separator: ", ")
        let more = outlet.citations.count - 12
        return "\(outlet.name), cited by \(takers)" + (more > 0 ? " and \(more) more" : "")
    }

    // MARK: Ground

    private func head(_ svg: inout SVGWriter) {
        let room = layout.width - 2 * Measure.margin
        text(
            DrawnText.cut(picture.title, to: room, size: 16 * Self.bold), Measure.margin, Measure.margin + 16, "title",
            &svg)
        text(picture.summary, Measure.margin, Measure.margin + 36, "soft", &svg)
    }

    /// The days above the lanes, each with a line down to where they end.
    private func days(_ svg: inout SVGWriter) {
        for (place, (x, day)) in layout.days.enumerated() {
            let y = layout.top
            if place > 0 || day == nil {
                line("day", x - 6, y - 30, x - 6, (layout.bands.last?.bottom ?? y), &svg)
            }
            text(day?.description ?? "no date", x, y - 20, "strong", &svg)
            let before = place > 0 ? layout.days[place - 1].day : nil
            if let day, let before, day.number - before.number > 1 {
                text("\(day.number - before.number) days later", x, y - 7, "soft", &svg)
            }
        }
    }

    private func lanes(_ svg: inout SVGWriter) {
        for band in layout.bands { rect("band", band, radius: 6, &svg) }
    }

    /// The outlets' names, over the lines, which they interrupt.
    private func outlets(_ svg: inout SVGWriter) {
        for (lane, band) in layout.bands.enumerated() {
            let name = layout.columns.outlets[lane]
            let room = max(Measure.card.width, band.right - band.x - Measure.gap)
            let x = layout.days.first?.x ?? band.x
            let words = DrawnText.cut(name ?? "unknown outlet", to: min(260, room), size: Self.laneLetter * Self.bold)
            svg.element("g", []) { svg in
                svg.element("title", words: name ?? "unknown outlet")
                text(words, x, band.y + 15, name == nil ? "lane soft" : "lane", &svg)
            }
        }
    }

    // MARK: Lines

    private func lines(_ svg: inout SVGWriter) {
        let tells = picture.voices.flatMap { voice in voice.nodes.map { (voice, $0) } }
        for (corners, (voice, node)) in zip(layout.tellings, tells) {
            path(.told, corners, "\(voice.label) speaks in \(picture.nodes[node].id)", isRound: false, &svg)
        }
        let cites = picture.outsiders.flatMap { outlet in outlet.citations.map { (outlet, $0) } }
        for (corners, (outlet, citation)) in zip(layout.citations, cites) {
            path(.cites, corners, picture.words(of: citation, of: outlet), isRound: false, &svg)
        }
        for (arrow, corners) in zip(picture.arrows, layout.arrows) {
            path(arrow.way, corners, picture.words(of: arrow), isRound: arrow.isRound, &svg)
        }
    }

    private func path(
        _ way: TracePicture.Way, _ corners: [LaneLayout.Point], _ words: String, isRound: Bool, _ svg: inout SVGWriter
    ) {
        let attributes = [
            ("class", "arrow \(way.rawValue)" + (isRound ? " round" : "")), ("d", SVGPath.rounded(corners)),
            ("marker-end", "url(#tip-\(way.rawValue))"),
        ]
        svg.element("path", attributes) { $0.element("title", words: words) }
    }

    // MARK: Articles and voices

    private func card(_ node: TracePicture.Node, _ box: LaneLayout.Box, _ svg: inout SVGWriter) {
        svg.element("g", []) { svg in
            svg.element("title", words: picture.words(of: node))
            rect(node.marks.contains(.denies) ? "card denies" : "card", box, radius: 4, &svg)
            let marks = node.marks.sorted()
            for (place, mark) in marks.enumerated() {
                SVGShapes.mark(mark, x: box.right - 16 - 15 * Double(place), y: box.y + 4, to: &svg)
            }
            let room = box.width - 14
            let head = [node.clock, node.id].compactMap(\.self).joined(separator: " · ")
            let free = room - 15 * Double(marks.count)
            text(DrawnText.cut(head, to: free, size: Self.letter * Self.bold), box.x + 7, box.y + 15, "strong", &svg)
            let lines = DrawnText.lines(node.headline ?? "", to: room, size: Self.letter, most: 2)
            for (place, words) in lines.enumerated() {
                text(words, box.x + 7, box.y + 31 + 14 * Double(place), nil, &svg)
            }
        }
    }

    private func voice(_ voice: TracePicture.Voice, _ box: LaneLayout.Box, _ svg: inout SVGWriter) {
        svg.element("g", []) { svg in
            svg.element("title", words: picture.words(of: voice))
            rect("card", box, radius: 6, &svg)
            SVGShapes.voice(voice.kind, x: box.x + 15, y: box.y + box.height / 2, to: &svg)
            let (x, room) = (box.x + 30, box.width - 36)
            let lines = DrawnText.lines(voice.label, to: room, size: Self.letter * Self.bold, most: 2)
            for (place, words) in lines.enumerated() {
                text(words, x, box.y + 15 + 13 * Double(place), "strong", &svg)
            }
            let below = "\(voice.kind.label), \(voice.count)"
            text(DrawnText.cut(below, to: room, size: Self.letter), x, box.y + 42, "soft", &svg)
        }
    }

    private func outsider(_ outlet: TracePicture.Outsider, _ box: LaneLayout.Box, _ svg: inout SVGWriter) {
        svg.element("g", []) { svg in
            svg.element("title", words: picture.words(of: outlet))
            rect("card outside", box, radius: 4, &svg)
            let (x, room) = (box.x + 10, box.width - 16)
            let lines = DrawnText.lines(outlet.name, to: room, size: Self.letter * Self.bold, most: 2)
            for (place, words) in lines.enumerated() {
                text(words, x, box.y + 15 + 13 * Double(place), "strong", &svg)
            }
            text(DrawnText.cut(outlet.label, to: room, size: Self.letter), x, box.y + 42, "soft", &svg)
        }
    }

    // MARK: Elements

    private func rect(_ name: String, _ box: LaneLayout.Box, radius: Int, _ svg: inout SVGWriter) {
        svg.element(
            "rect",
            [
                ("class", name), ("x", box.x.svg), ("y", box.y.svg), ("width", box.width.svg),
                ("height", box.height.svg), ("rx", "\(radius)"),
            ])
    }

    private func line(_ name: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ svg: inout SVGWriter) {
        svg.element("path", [("class", name), ("d", "M\(x1.svg) \(y1.svg)L\(x2.svg) \(y2.svg)")])
    }

    private func text(_ words: String, _ x: Double, _ y: Double, _ name: String?, _ svg: inout SVGWriter) {
        let place = [("x", x.svg), ("y", y.svg)]
        svg.element("text", (name.map { [("class", $0)] } ?? []) + place, words: words)
    }
}
