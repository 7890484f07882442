/// Which words of two names belong together, and which are left over.
struct Alignment {
    /// Words taken together: places in either name, and how they relate.
    struct Pair {
        var a: Range<Int>
        var b: Range<Int>
        var match: WordMatch
    }

    /// From here on two words may be one.
    static let least = 0.3

    private(set) var pairs: [Pair] = []
    /// Words of either name that found no counterpart.
    private(set) var leftA: [Int] = []
    private(set) var leftB: [Int] = []

    private let a: [NameWord]
    private let b: [NameWord]
    private var comparison = WordComparison()

    /// The most words of a name that are aligned.
    static let mostWords = 12

    /// Aligns the words of two forms, the likest first.
    init(_ first: NameForm, _ second: NameForm) {
        a = Array(first.words.prefix(Self.mostWords))
        b = Array(second.words.prefix(Self.mostWords))
        pairWords()
        joinWords()
        pairs.sort { $0.a.lowerBound < $1.a.lowerBound }
        dropRepeated()
    }

    private mutating func pairWords() {
        var found: [Pair] = []
        for i in a.indices {
            for j in b.indices {
                let match = comparison.match(a[i], b[j])
                if match.alike >= least(a[i], b[j]) || match.ground == .clash {
                    found.append(Pair(a: i..<i + 1, b: j..<j + 1, match: match))
                }
            }
        }
        found.sort { ($0.match.alike, $0.nearness) > ($1.match.alike, $1.nearness) }
        var (usedA, usedB) = (Set<Int>(), Set<Int>())
        for pair in found where !usedA.contains(pair.a.lowerBound) && !usedB.contains(pair.b.lowerBound) {
            pairs.append(pair)
            usedA.insert(pair.a.lowerBound)
            usedB.insert(pair.b.lowerBound)
        }
        leftA = a.indices.filter { !usedA.contains($0) }
        leftB = b.indices.filter { !usedB.contains($0) }
    }

    /// Words that many names share are one or not; they are not alike.
    private func least(_ one: NameWord, _ other: NameWord) -> Double {
        one.role == .generic || other.role == .generic ? 0.7 : Self.least
    }

    // MARK: - Words that were parted or run together

    private mutating func joinWords() {
        if !leftA.isEmpty { for j in b.indices { join(long: b, at: j, parts: a, inFirst: false) } }
        if !leftB.isEmpty { for i in a.indices { join(long: a, at: i, parts: b, inFirst: true) } }
    }

    /// Takes neighbouring leftover or ill-matched words together when they make one word of the other name.
    private mutating func join(long: [NameWord], at index: Int, parts: [NameWord], inFirst: Bool) {
        guard let whole = long[index].latin.first, whole.count > 4, parts.count > 1,
            !isSure(index..<index + 1, inFirst: inFirst)
        else { return }
        for start in parts.indices {
            var text: [UInt8] = []
            for end in start..<min(parts.count, start + 4) {
                text += parts[end].latin.first ?? []
                if text.count > whole.count + 2 { break }
                let range = start..<end + 1
                guard range.count > 1, isFree(range, inFirst: !inFirst) else { continue }
                let alike = comparison.alike(text, whole)
                guard alike > 0.84 else { continue }
                let match = WordMatch(ground: text == whole ? .joined : .near, alike: alike)
                take(range, index..<index + 1, match, inFirst: inFirst)
                return
            }
        }
    }

    /// Whether no word of the run is matched for sure.
    private func isFree(_ range: Range<Int>, inFirst: Bool) -> Bool {
        let left = inFirst ? leftA : leftB
        return range.contains(where: left.contains) && !isSure(range, inFirst: inFirst)
    }

    /// Whether a word of the run is matched for sure.
    private func isSure(_ range: Range<Int>, inFirst: Bool) -> Bool {
        pairs.contains { $0.match.alike > 0.8 && (inFirst ? $0.a : $0.b).overlaps(range) }
    }

    private mutating func take(_ parts: Range<Int>, _ whole: Range<Int>, _ match: WordMatch, inFirst: Bool) {
        let pair = inFirst ? Pair(a: whole, b: parts, match: match) : Pair(a: parts, b: whole, match: match)
        for broken in pairs where broken.a.overlaps(pair.a) || broken.b.overlaps(pair.b) {
            leftA += broken.a
            leftB += broken.b
        }
        pairs.removeAll { $0.a.overlaps(pair.a) || $0.b.overlaps(pair.b) }
        pairs.append(pair)
        leftA = leftA.filter { !pair.a.contains($0) }.sorted()
        leftB = leftB.filter { !pair.b.contains($0) }.sorted()
    }

    /// A word that its name has twice says nothing more.
    private mutating func dropRepeated() {
        leftA = leftA.filter { left in
            !a.indices.contains { $0 != left && !leftA.contains($0) && a[$0].native == a[left].native }
        }
        leftB = leftB.filter { left in
            !b.indices.contains { $0 != left && !leftB.contains($0) && b[$0].native == b[left].native }
        }
    }
}

extension Alignment.Pair {
    /// How near to its place a word was found.
    fileprivate var nearness: Int { -abs(a.lowerBound - b.lowerBound) }
}
