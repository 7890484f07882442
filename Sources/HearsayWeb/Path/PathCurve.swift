/// A line from the right side of one box to the left side of another.
struct PathCurve: Equatable, Sendable {
    /// The line in the words of SVG's `d` attribute: numbers and letters only.
    let d: String

    /// A line that bends once, or one that runs along a free strip at `strip` above its goal, so that it does not cross
    /// what lies between.
    init(from: PathLayout.Box, to: PathLayout.Box, strip: Int?) {
        let bend = PathLayout.Measure.gap / 2
        let (x1, y1, x2, y2) = (from.right, from.middle, to.x - 3, to.middle)
        if x2 <= x1 {
            // Both in one column, which only a circle of takings brings about: around the right side.
            let x = max(from.right, to.right) + bend
            d = "M\(x1) \(y1)C\(x) \(y1) \(x) \(y2) \(to.right + 3) \(y2)"
        } else if let strip, x2 - x1 > 2 * bend {
            d =
                "M\(x1) \(y1)C\(x1 + bend) \(y1) \(x1 + bend / 2) \(strip) \(x1 + bend + 8) \(strip)"
                + "L\(x2 - bend - 8) \(strip)C\(x2 - bend / 2) \(strip) \(x2 - bend) \(y2) \(x2) \(y2)"
        } else {
            d = "M\(x1) \(y1)C\(x1 + bend) \(y1) \(x2 - bend) \(y2) \(x2) \(y2)"
        }
    }
}
