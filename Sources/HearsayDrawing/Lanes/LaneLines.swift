/// The lines of a drawing, in tracks of their own, so that no two run over one another and none over a card.
///
/// A line leaves its box at the right and runs up or down in the gap between two columns. Where its goal is not in the next
/// column it then runs along the strip above the goal's lane, and down in the gap before its goal.
struct LaneLines {
    /// A line from a box to a card; boxes are articles by their number, then voices, then outlets not at hand.
    struct Line {
        var giver: Int
        var taker: Int
        /// The gap behind the giver's column and the one before the taker's; gap 0 lies before column 0.
        var leaving: Int
        var arriving: Int
        var lane: Int

        var isDirect: Bool { leaving == arriving }
    }

    let lines: [Line]
    /// How many arrows stand before the lines of voices and outlets not at hand.
    let arrows: Int
    /// The track of each line in the strip of its goal's lane; nil for lines that need none.
    private(set) var strip: [Int?]
    /// How many tracks each lane's strip has.
    private(set) var strips: [Int]

    init(_ picture: TracePicture, _ columns: LaneColumns) {
        let count = picture.nodes.count
        arrows = picture.arrows.count
        let beginnings = picture.voices.map(\.nodes) + picture.outsiders.map { $0.citations.map(\.node) }
        lines =
            picture.arrows.map { arrow in
                Line(
                    giver: arrow.giver, taker: arrow.taker, leaving: columns.column[arrow.giver] + 1,
                    arriving: columns.column[arrow.taker], lane: columns.lane[arrow.taker])
            }
            + beginnings.enumerated().flatMap { number, nodes in
                nodes.map { node in
                    Line(
                        giver: count + number, taker: node, leaving: 0, arriving: columns.column[node],
                        lane: columns.lane[node])
                }
            }
        strip = lines.map { _ in nil }
        strips = columns.outlets.map { _ in 0 }
        for (lane, own) in Dictionary(grouping: lines.indices.filter { !lines[$0].isDirect }, by: { lines[$0].lane }) {
            let tracks = Tracks(
                own.map { number in
                    let (a, b) = (Double(lines[number].leaving), Double(lines[number].arriving))
                    return min(a, b)...max(a, b)
                }, apart: 1)
            strips[lane] = tracks.count
            for (number, track) in zip(own, tracks.track) { strip[number] = track }
        }
    }

    // MARK: Heights

    /// The heights at which a line leaves, runs along its strip, and arrives.
    struct Heights {
        var out: Double
        var along: Double?
        var into: Double

        /// The stretch in the gap that it leaves by, and in the one that it arrives by.
        var first: ClosedRange<Double> { min(out, along ?? into)...max(out, along ?? into) }
        var last: ClosedRange<Double> { min(along ?? out, into)...max(along ?? out, into) }
    }

    /// The heights of all lines, which leave and arrive at their boxes in the order of where they lead.
    /// - Parameters:
    ///   - boxes: the articles' boxes, then those of what stands at the left.
    ///   - along: the height of a track of a lane's strip.
    func heights(_ boxes: [LaneLayout.Box], along: (_ lane: Int, _ track: Int) -> Double) -> [Heights] {
        var heights = lines.indices.map { number in
            Heights(out: 0, along: strip[number].map { along(lines[number].lane, $0) }, into: 0)
        }
        func goal(_ number: Int) -> Double { heights[number].along ?? boxes[lines[number].taker].y }
        for (giver, own) in Dictionary(grouping: lines.indices, by: { lines[$0].giver }) {
            let order = own.sorted { (goal($0), $0) < (goal($1), $1) }
            for (place, number) in order.enumerated() { heights[number].out = boxes[giver].port(place, of: own.count) }
        }
        for (taker, own) in Dictionary(grouping: lines.indices, by: { lines[$0].taker }) {
            // What comes along the strip arrives above what comes from beside.
            func rank(_ number: Int) -> (Int, Double, Int) {
                (lines[number].isDirect ? 1 : 0, boxes[lines[number].giver].y, number)
            }
            let order = own.sorted { rank($0) < rank($1) }
            for (place, number) in order.enumerated() { heights[number].into = boxes[taker].port(place, of: own.count) }
        }
        return heights
    }

    // MARK: Gaps

    /// The track of each line in the gap that it leaves by and in the one that it arrives by, and how many each gap has.
    func gapTracks(_ heights: [Heights], gaps count: Int) -> (leaving: [Int], arriving: [Int], counts: [Int]) {
        var (leaving, arriving) = (lines.map { _ in 0 }, lines.map { _ in 0 })
        var stretches: [[(number: Int, isLeaving: Bool, stretch: ClosedRange<Double>)]] = Array(
            repeating: [], count: count)
        for (number, line) in lines.enumerated() {
            stretches[line.leaving].append((number, true, heights[number].first))
            if !line.isDirect { stretches[line.arriving].append((number, false, heights[number].last)) }
        }
        let counts = stretches.map { all in
            let tracks = Tracks(all.map(\.stretch), apart: 4)
            for (item, track) in zip(all, tracks.track) {
                if item.isLeaving { leaving[item.number] = track } else { arriving[item.number] = track }
            }
            return tracks.count
        }
        return (leaving, arriving, counts)
    }
}

extension LaneLayout.Box {
    /// The height of one of several lines that share a side.
    fileprivate func port(_ place: Int, of count: Int) -> Double {
        y + height * Double(place + 1) / Double(count + 1)
    }
}
