/// Finds sentences that were taken from one place and put in another, among those that have no partner.
struct MoveFinder {
    private static let leastLikeness = 0.6
    /// Sentences with less to say ("No.") are not looked for elsewhere.
    private static let leastWeight = 2.0
    /// The most comparisons that are made for sentences which are not equal.
    private static let mostCells = 250_000

    let old: [Sentence]
    let new: [Sentence]
    private let gone: [Int]
    private let come: [Int]

    init(old: [Sentence], new: [Sentence], pairings: [Pairing]) {
        (self.old, self.new) = (old, new)
        gone = pairings.compactMap { $0.new.isEmpty ? $0.old.first : nil }.sorted()
        come = pairings.compactMap { $0.old.isEmpty ? $0.new.first : nil }.sorted()
    }

    /// Comparisons that ``moves()`` makes.
    var cells: Int {
        let product = gone.count * come.count
        return product <= Self.mostCells ? product : gone.count + come.count
    }

    /// The moved sentences.
    func moves() -> [Pairing] {
        var (moves, takenOld, takenNew) = ([Pairing](), Set<Int>(), Set<Int>())
        func take(_ i: Int, _ j: Int) {
            takenOld.insert(i)
            takenNew.insert(j)
            moves.append(Pairing(old: i..<i + 1, new: j..<j + 1, isMoved: true))
        }
        var places: [Int: [Int]] = [:]
        for i in gone.reversed() { places[old[i].identity, default: []].append(i) }
        for j in come { if let i = places[new[j].identity]?.popLast() { take(i, j) } }
        guard gone.count * come.count <= Self.mostCells else { return moves }
        var likely: [(likeness: Double, old: Int, new: Int)] = []
        for i in gone where !takenOld.contains(i) && old[i].weight >= Self.leastWeight {
            for j in come where !takenNew.contains(j) && new[j].weight >= Self.leastWeight {
                let likeness = old[i].likeness(to: new[j])
                if likeness >= Self.leastLikeness { likely.append((likeness, i, j)) }
            }
        }
        likely.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        for (_, i, j) in likely where !takenOld.contains(i) && !takenNew.contains(j) { take(i, j) }
        return moves
    }
}
