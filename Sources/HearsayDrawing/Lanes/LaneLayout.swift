internal import HearsayCore

/// Where everything of a drawing stands: voices and outlets not at hand, which have no time, at the left, time from left to
/// right, a lane for each outlet.
struct LaneLayout {
    /// A rectangle.
    struct Box: Equatable {
        var x: Double, y: Double, width: Double, height: Double

        var right: Double { x + width }
        var bottom: Double { y + height }
    }

    /// A corner of a line.
    struct Point: Equatable {
        var x: Double, y: Double
    }

    /// Measures, in units of which one is a pixel at normal size.
    enum Measure {
        static let margin = 16.0
        static let title = 52.0  // title and summary
        static let axis = 36.0  // days
        static let label = 21.0  // an outlet's name
        static let card = (width: 120.0, height: 54.0)
        static let voice = (width: 150.0, height: 50.0, gap: 10.0)
        static let track = 6.0
        static let gap = 24.0  // between columns, beside the tracks
        static let lane = (below: 8.0, between: 4.0)
        static let least = 760.0  // width, for the legend
    }

    let columns: LaneColumns
    private(set) var width = 0.0
    /// Where the lanes begin and end, and their left side.
    let top = Measure.margin + Measure.title + Measure.axis
    private(set) var bottom = 0.0
    private(set) var left = Measure.margin
    private(set) var bands: [Box] = []
    private(set) var cards: [Box] = []
    private(set) var voices: [Box] = []
    private(set) var outsiders: [Box] = []
    /// Where each day begins.
    private(set) var days: [(x: Double, day: CivilDay?)] = []
    /// The corners of the line of each arrow, of each voice to each of its articles, and of each outlet not at hand to each
    /// that cites it.
    private(set) var arrows: [[Point]] = []
    private(set) var tellings: [[Point]] = []
    private(set) var citations: [[Point]] = []

    /// Lays a picture out. Heights come first, since where lines run up and down decides how wide the gaps are.
    init(_ picture: TracePicture) {
        columns = LaneColumns(picture)
        let lines = LaneLines(picture, columns)
        placeBeginnings(picture)
        placeLanes(lines)
        let heights = lines.heights(cards + voices + outsiders) { [bands] lane, track in
            bands[lane].y + Measure.label + (Double(track) + 0.5) * Measure.track
        }
        let tracks = lines.gapTracks(heights, gaps: columns.count + 1)
        var (x, gaps) = (left, [(x: Double, width: Double)]())
        for count in tracks.counts {
            gaps.append((x, Measure.gap + Double(count) * Measure.track))
            x += gaps[gaps.count - 1].width + Measure.card.width
        }
        placeColumns(gaps)
        let corners = lines.lines.indices.map { number -> [Point] in
            let (line, height) = (lines.lines[number], heights[number])
            func middle(_ gap: Int, _ track: Int) -> Double {
                gaps[gap].x + Measure.gap / 3 + (Double(track) + 0.5) * Measure.track
            }
            let end = Point(x: gaps[line.arriving].x + gaps[line.arriving].width, y: height.into)
            let first = middle(line.leaving, tracks.leaving[number])
            let start = [Point(x: gaps[line.leaving].x, y: height.out), Point(x: first, y: height.out)]
            guard let along = height.along else { return start + [Point(x: first, y: height.into), end] }
            let last = middle(line.arriving, tracks.arriving[number])
            return start + [Point(x: first, y: along), Point(x: last, y: along), Point(x: last, y: height.into), end]
        }
        arrows = Array(corners.prefix(lines.arrows))
        let told = picture.voices.reduce(0) { $0 + $1.nodes.count }
        tellings = Array(corners.dropFirst(lines.arrows).prefix(told))
        citations = Array(corners.dropFirst(lines.arrows + told))
    }

    /// The boxes at the left.
    private mutating func placeBeginnings(_ picture: TracePicture) {
        let boxes = (0..<picture.voices.count + picture.outsiders.count).map { number in
            Box(
                x: Measure.margin, y: top + Measure.label + Double(number) * (Measure.voice.height + Measure.voice.gap),
                width: Measure.voice.width, height: Measure.voice.height)
        }
        voices = Array(boxes.prefix(picture.voices.count))
        outsiders = Array(boxes.dropFirst(picture.voices.count))
        if !boxes.isEmpty { left += Measure.voice.width }
    }

    /// The heights of lanes and cards.
    private mutating func placeLanes(_ lines: LaneLines) {
        var y = top
        for tracks in lines.strips {
            let height =
                Measure.label + Double(tracks) * Measure.track + 4 + Measure.card.height + Measure.lane.below
            bands.append(Box(x: left, y: y, width: 0, height: height))
            y += height + Measure.lane.between
        }
        bottom = max(y, ((outsiders.last ?? voices.last)?.bottom ?? 0) + Measure.lane.below)
        cards = columns.lane.map { lane in
            Box(
                x: 0, y: bands[lane].bottom - Measure.lane.below - Measure.card.height, width: Measure.card.width,
                height: Measure.card.height)
        }
    }

    /// The places along the axis.
    private mutating func placeColumns(_ gaps: [(x: Double, width: Double)]) {
        for node in cards.indices {
            let gap = gaps[columns.column[node]]
            cards[node].x = gap.x + gap.width
        }
        let end = gaps.last.map { $0.x + $0.width - Measure.gap / 2 } ?? left
        for lane in bands.indices { bands[lane].width = end - left }
        width = max(end + Measure.margin, Measure.least)
        days = columns.days.map { (gaps[$0.column].x + gaps[$0.column].width, $0.day) }
    }
}
