/// Elements in sets that are only ever joined (union by size, with paths halved).
struct DisjointSets {
    private var parent: [Int]
    private var size: [Int]

    /// Every element in a set of its own.
    init(count: Int) { (parent, size) = (Array(0..<count), [Int](repeating: 1, count: count)) }

    mutating func areApart(_ a: Int, _ b: Int) -> Bool { root(a) != root(b) }

    mutating func join(_ a: Int, _ b: Int) {
        let (x, y) = (root(a), root(b))
        guard x != y else { return }
        let (large, small) = size[x] >= size[y] ? (x, y) : (y, x)
        parent[small] = large
        size[large] += size[small]
    }

    /// The sets, each sorted, by their first elements.
    mutating func sets() -> [[Int]] {
        var sets: [Int: [Int]] = [:]
        for element in parent.indices { sets[root(element), default: []].append(element) }
        return sets.values.sorted { $0[0] < $1[0] }
    }

    private mutating func root(_ element: Int) -> Int {
        var element = element
        while parent[element] != element {
            parent[element] = parent[parent[element]]
            element = parent[element]
        }
        return element
    }
}
