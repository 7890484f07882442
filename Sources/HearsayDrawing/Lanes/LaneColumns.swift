internal import HearsayCore

/// In which column and lane each article stands. A lane is an outlet. Columns follow time: an article stands in the column
/// of the one published before it, unless that is of another day or outlet's own place is taken, or one took from the other.
struct LaneColumns {
    /// The column of each node.
    private(set) var column: [Int] = []
    /// The lane of each node.
    private(set) var lane: [Int] = []
    /// How many columns there are.
    private(set) var count = 0
    /// The outlets in the order in which they first appear; nil for articles of which it is not known.
    private(set) var outlets: [String?] = []
    /// The first column of each day.
    private(set) var days: [(column: Int, day: CivilDay?)] = []

    init(_ picture: TracePicture) {
        let nodes = picture.nodes
        column = nodes.map { _ in 0 }
        lane = nodes.map { _ in 0 }
        var joined: [Int: Set<Int>] = [:]
        for arrow in picture.arrows {
            joined[arrow.giver, default: []].insert(arrow.taker)
            joined[arrow.taker, default: []].insert(arrow.giver)
        }
        var numbers: [String?: Int] = [:]
        var (present, taken) = ([Int](), Set<Int>())
        for node in Self.ordered(nodes) {
            let own = numbers[nodes[node].outlet] ?? outlets.count
            if own == outlets.count { outlets.append(nodes[node].outlet) }
            numbers[nodes[node].outlet] = own
            lane[node] = own
            let isNewDay = days.isEmpty || days[days.count - 1].day != nodes[node].day
            let isJoined = present.contains { joined[node]?.contains($0) ?? false }
            if isNewDay || isJoined || taken.contains(own) {
                (present, taken) = ([], [])
                count += 1
                if isNewDay { days.append((count - 1, nodes[node].day)) }
            }
            column[node] = count - 1
            present.append(node)
            taken.insert(own)
        }
    }

    /// By day, then in the order of the trace, which is that of time; those without a day last.
    private static func ordered(_ nodes: [TracePicture.Node]) -> [Int] {
        nodes.indices.sorted { (nodes[$0].day?.number ?? .max, $0) < (nodes[$1].day?.number ?? .max, $1) }
    }
}
