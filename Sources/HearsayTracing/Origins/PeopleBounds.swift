/// The smallest and the largest number of people that some mentions of people can stand for.
///
/// Articles speak of "an official", "two people close to the board", "a diplomat". Some of them may be one person; some
/// cannot be, because the articles call them different things. At most every mention is of people of its own. At least,
/// people are shared wherever nothing forbids it: the smallest number is that of colours with which the mentions can be
/// coloured, each with as many as it has people, so that no two mentions of different people share one.
struct PeopleBounds: Equatable {
    /// How many people one mention speaks of.
    struct Mention: Hashable {
        var least: Int
        var most: Int
    }

    /// People up to which the smallest number is computed exactly; above, it is a bound that is never too high.
    static let exactUpTo = 16

    let least: Int
    let most: Int
    /// Whether ``least`` is exact, and not only no higher than the smallest number.
    let isExact: Bool

    /// The bounds of some mentions; `areDistinct` says of two whether they can share nobody.
    init(_ mentions: [Mention], areDistinct: (Int, Int) -> Bool) {
        most = mentions.reduce(0) { $0 + $1.most }
        // One vertex for each person that a mention needs at least; those of one mention are distinct.
        let people = mentions.indices.flatMap { [Int](repeating: $0, count: max(0, mentions[$0].least)) }
        let clashes = people.indices.map { i in
            people.indices.filter { j in
                j != i && (people[i] == people[j] || areDistinct(min(people[i], people[j]), max(people[i], people[j])))
            }
        }
        isExact = people.count <= Self.exactUpTo
        let clique = Self.greedyClique(clashes)
        least = isExact ? Colouring(clashes, atLeast: clique).fewest() : clique
    }

    /// The size of a set of people that are all distinct, which is never more than the smallest number.
    private static func greedyClique(_ clashes: [[Int]]) -> Int {
        let neighbours = clashes.map(Set.init)
        return clashes.indices.reduce(0) { best, start in
            var clique = [start]
            // Those first that are distinct from most others.
            for next in clashes[start].sorted(by: { (-clashes[$0].count, $0) < (-clashes[$1].count, $1) })
            where clique.allSatisfy(neighbours[next].contains) {
                clique.append(next)
            }
            return max(best, clique.count)
        }
    }
}

/// Colours vertices with as few colours as possible so that none shares its colour with one that it clashes with.
///
/// Branch and bound: every vertex in turn takes each colour that is free, or one new colour; a branch ends when it has as
/// many colours as the best found. Only one new colour is tried, because new colours are alike.
private struct Colouring {
    private let clashes: [[Int]]
    private let atLeast: Int
    private let order: [Int]
    private var colours: [Int?]
    private var best: Int

    init(_ clashes: [[Int]], atLeast: Int) {
        (self.clashes, self.atLeast, best) = (clashes, atLeast, clashes.count)
        order = clashes.indices.sorted { (-clashes[$0].count, $0) < (-clashes[$1].count, $1) }
        colours = [Int?](repeating: nil, count: clashes.count)
    }

    consuming func fewest() -> Int {
        colour(0, used: 0)
        return best
    }

    private mutating func colour(_ place: Int, used: Int) {
        guard used < best, best > atLeast else { return }
        guard place < order.count else {
            best = used
            return
        }
        let vertex = order[place]
        let taken = Set(clashes[vertex].compactMap { colours[$0] })
        for colour in 0...used where !taken.contains(colour) {
            colours[vertex] = colour
            self.colour(place + 1, used: max(used, colour + 1))
        }
        colours[vertex] = nil
    }
}
