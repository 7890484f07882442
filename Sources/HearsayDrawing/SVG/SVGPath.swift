/// Lines in the words of SVG's `d` attribute: numbers and letters only.
enum SVGPath {
    private static let radius = 5.0

    /// A line along corners, each of which is rounded as far as there is room.
    static func rounded(_ corners: [LaneLayout.Point]) -> String {
        let points = withoutRepetition(corners)
        guard let first = points.first, let last = points.last else { return "" }
        var path = "M\(first.x.svg) \(first.y.svg)"
        for place in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[place - 1], points[place], points[place + 1])
            let room = min(radius, length(before, corner) / 2, length(corner, after) / 2)
            let (start, end) = (toward(before, from: corner, room), toward(after, from: corner, room))
            path += "L\(start.x.svg) \(start.y.svg)Q\(corner.x.svg) \(corner.y.svg) \(end.x.svg) \(end.y.svg)"
        }
        return path + "L\(last.x.svg) \(last.y.svg)"
    }

    private static func withoutRepetition(_ corners: [LaneLayout.Point]) -> [LaneLayout.Point] {
        corners.reduce(into: []) { points, point in
            if let last = points.last, length(last, point) < 0.5 { return }
            points.append(point)
        }
    }

    /// Of lines that run straight along one axis.
    private static func length(_ a: LaneLayout.Point, _ b: LaneLayout.Point) -> Double {
        abs(a.x - b.x) + abs(a.y - b.y)
    }

    private static func toward(_ goal: LaneLayout.Point, from start: LaneLayout.Point, _ way: Double)
        -> LaneLayout.Point
    {
        let whole = length(start, goal)
        guard whole > 0 else { return start }
        let share = way / whole
        return LaneLayout.Point(
            x: start.x + (goal.x - start.x) * share, y: start.y + (goal.y - start.y) * share)
    }
}
