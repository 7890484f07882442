internal import HearsayCore

/// The small figures of a drawing, each of which means one thing.
enum SVGShapes {
    /// A voice, around a place: a filled circle with a name, a hollow diamond without, a square for a document, a broken ring
    /// where nobody is given.
    static func voice(_ kind: Origin.Kind, x: Double, y: Double, to svg: inout SVGWriter) {
        let name = ("class", "shape \(kind.rawValue)")
        switch kind {
        case .named: svg.element("circle", [name, ("cx", x.svg), ("cy", y.svg), ("r", "7")])
        case .unnamed:
            let d = "M\(x.svg) \((y - 9).svg)L\((x + 9).svg) \(y.svg)L\(x.svg) \((y + 9).svg)L\((x - 9).svg) \(y.svg)z"
            svg.element("path", [name, ("d", d)])
        case .document:
            let d = "M\((x - 7).svg) \((y - 8).svg)h14v16h-14zM\((x - 3).svg) \((y - 3).svg)h6m-6 3h6m-6 3h6"
            svg.element("path", [name, ("d", d)])
        case .unattributed: svg.element("circle", [name, ("cx", x.svg), ("cy", y.svg), ("r", "7")])
        }
    }

    /// A mark of an article, in a field of 12 by 12 with its upper left corner at a place.
    static func mark(_ mark: TracePicture.Mark, x: Double, y: Double, to svg: inout SVGWriter) {
        let d =
            switch mark {
            // A cross; an arrow that runs back; a struck line; a triangle that stands on its tip.
            case .denies: "M2 2l8 8m0 -8l-8 8"
            case .circle: "M9.5 3.5A4.5 4.5 0 1 0 10.5 7M10.5 0.5V4.5H6.5"
            case .changed: "M1 3h10M1 9h10M2 11L10 1"
            case .rests: "M1 2h10L6 11zM6 4v3"
            }
        svg.element(
            "path",
            [("class", "mark"), ("transform", "translate(\(x.svg) \(y.svg))"), ("d", d)])
    }
}
