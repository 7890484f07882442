/// How far two spellings lie apart: changes of letters, cheaper where writers mix letters up.
struct SpellingDistance {
    private var rows: [Double] = []

    /// The longest spellings that are compared.
    static let longest = 40

    /// The cost of turning one spelling into the other; a plain change of one letter costs 1.
    mutating func cost<Sign: BinaryInteger>(_ a: [Sign], _ b: [Sign]) -> Double {
        let (n, m) = (min(a.count, Self.longest), min(b.count, Self.longest))
        if n == 0 || m == 0 { return Double(max(n, m)) }
        let width = m + 1
        if rows.count < width * (n + 1) { rows = [Double](repeating: 0, count: width * (n + 1)) }
        rows[0] = 0
        for j in 1...m { rows[j] = rows[j - 1] + Self.lone(b, j - 1) }
        for i in 1...n {
            let row = i * width
            rows[row] = rows[row - width] + Self.lone(a, i - 1)
            for j in 1...m {
                var best = rows[row - width + j - 1] + Self.change(a[i - 1], b[j - 1])
                best = min(best, rows[row - width + j] + Self.lone(a, i - 1))
                best = min(best, rows[row + j - 1] + Self.lone(b, j - 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    best = min(best, rows[row - 2 * width + j - 2] + 1)
                }
                rows[row + j] = best
            }
        }
        return rows[n * width + m]
    }

    /// The cost of a letter that the other spelling lacks.
    private static func lone<Sign: BinaryInteger>(_ word: [Sign], _ at: Int) -> Double {
        let sign = word[at]
        if at > 0, word[at - 1] == sign { return 0.4 }
        return sign == 0x68 ? 0.6 : 1
    }

    private static func change<Sign: BinaryInteger>(_ a: Sign, _ b: Sign) -> Double {
        if a == b { return 0 }
        guard a < 0x80, b < 0x80 else { return 1 }
        let (a, b) = (classes[Int(a)], classes[Int(b)])
        return a != 0 && a == b ? 0.6 : a & b & 0x80 != 0 ? 0.8 : 1
    }

    /// Letters that stand for like sounds share a class; vowels have the high bit.
    private static let classes: [UInt8] = {
        var classes = [UInt8](repeating: 0, count: 128)
        for (index, group) in ["kcq", "sz", "vw", "gh", "bp", "dt"].enumerated() {
            for letter in group.utf8 { classes[Int(letter)] = UInt8(index + 1) }
        }
        for (letters, value) in [("iyj", 0x81), ("ou", 0x82), ("a", 0x83), ("e", 0x84)] {
            for letter in letters.utf8 { classes[Int(letter)] = UInt8(value) }
        }
        return classes
    }()
}
