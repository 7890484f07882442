internal import Hearsay

/// In which column and lane each article of a path stands.
///
/// Columns follow the days. Within a day an article stands to the right of those that it took from.
struct PathColumns: Sendable {
    /// How many columns there are.
    private(set) var count = 0
    /// The column of each node.
    private(set) var column: [Int]
    /// The first column of each day with its label.
    private(set) var days: [(column: Int, label: String)] = []
    /// The outlets in the order in which they first appear, each with its nodes.
    private(set) var lanes: [(outlet: String, nodes: [Int])] = []

    init(_ graph: PathGraph) {
        column = graph.nodes.map { _ in 0 }
        let known = Set(graph.nodes.compactMap { Words.day($0.published) }).sorted()
        for day in known.map(Optional.some) + [nil] {
            let members = graph.nodes.indices.filter { Words.day(graph.nodes[$0].published) == day }
            if members.isEmpty { continue }
            let depths = Self.depths(of: members, graph)
            for (node, depth) in zip(members, depths) { column[node] = count + depth }
            days.append((count, day ?? "no date"))
            count += (depths.max() ?? 0) + 1
        }
        for node in graph.nodes.indices.sorted(by: { (column[$0], $0) < (column[$1], $1) }) {
            let outlet = graph.nodes[node].outlet
            if let lane = lanes.firstIndex(where: { $0.outlet == outlet }) {
                lanes[lane].nodes.append(node)
            } else {
                lanes.append((outlet, [node]))
            }
        }
    }

    /// How many steps of taking lie before each node within its day. A circle ends after as many rounds as nodes.
    private static func depths(of members: [Int], _ graph: PathGraph) -> [Int] {
        let places = Dictionary(members.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let steps = graph.takings.compactMap { taking in
            places[taking.giver].flatMap { giver in places[taking.taker].map { (giver, $0) } }
        }
        var depths = members.map { _ in 0 }
        for _ in members {
            var changed = false
            for (giver, taker) in steps where depths[taker] < depths[giver] + 1 && depths[giver] + 1 < members.count {
                depths[taker] = depths[giver] + 1
                changed = true
            }
            if !changed { break }
        }
        return depths
    }
}
