import HearsayCore

/// Finds all parts of names at once, in one pass (A. Aho, M. Corasick, "Efficient string matching", 1975): there are some
/// four hundred parts, and thousands of elements on a page.
struct NameFinder {
    /// A part with conditions at its ends.
    private struct Bounded {
        let length: Int
        let mark: NameMarks
        let edges: NamePattern.Edges
    }

    /// Letters, digits, "-", "_", a space, and all else.
    private static let width = 40

    private var next: [UInt16]
    private var free: [NameMarks] = [[]]
    private var bounded: [[Bounded]] = [[]]
    private var hasBounded: [Bool] = []

    /// A finder of patterns in small letters.
    init(_ patterns: [NamePattern]) {
        next = [UInt16](repeating: 0, count: Self.width)
        for pattern in patterns { add(pattern) }
        link()
        hasBounded = bounded.map { !$0.isEmpty }
    }

    private mutating func add(_ pattern: NamePattern) {
        var state = 0
        for byte in pattern.part.utf8 {
            let at = state * Self.width + Self.symbol(byte)
            if next[at] == 0 {
                next[at] = UInt16(free.count)
                free.append([])
                bounded.append([])
                next.append(contentsOf: repeatElement(0, count: Self.width))
            }
            state = Int(next[at])
        }
        if pattern.edges == .none {
            free[state].insert(pattern.mark)
        } else {
            bounded[state].append(Bounded(length: pattern.part.utf8.count, mark: pattern.mark, edges: pattern.edges))
        }
    }

    /// Fills in where to go on from where no pattern does, nearest states first.
    private mutating func link() {
        var fail = [Int](repeating: 0, count: free.count)
        var queue: [Int] = []
        for symbol in 0..<Self.width where next[symbol] != 0 { queue.append(Int(next[symbol])) }
        var read = 0
        while read < queue.count {
            let state = queue[read]
            read += 1
            free[state].formUnion(free[fail[state]])
            bounded[state] += bounded[fail[state]]
            for symbol in 0..<Self.width {
                let at = state * Self.width + symbol
                let other = next[fail[state] * Self.width + symbol]
                if next[at] == 0 {
                    next[at] = other
                } else {
                    fail[Int(next[at])] = Int(other)
                    queue.append(Int(next[at]))
                }
            }
        }
    }

    /// The marks of names with white space between. One name is a box of further reading only if it says nothing else.
    func marks(in names: ByteSlice) -> NameMarks {
        names.withUnsafeBufferPointer { names in
            var (all, name, state) = (NameMarks(), NameMarks(), 0)
            for at in names.indices {
                let symbol = Self.symbol(names[at])
                if symbol == Self.space {
                    all.formUnion(Self.concluded(name))
                    name = []
                }
                state = Int(next[state * Self.width + symbol])
                name.formUnion(free[state])
                guard hasBounded[state] else { continue }
                for part in bounded[state] where Self.fits(part, endingAt: at, in: names) { name.insert(part.mark) }
            }
            return all.union(Self.concluded(name))
        }
    }

    private static func concluded(_ name: NameMarks) -> NameMarks {
        name.contains(.apart) ? name.subtracting([.related, .apart]) : name
    }

    private static func fits(_ part: Bounded, endingAt end: Int, in names: UnsafeBufferPointer<UInt8>) -> Bool {
        let before = end >= part.length ? names[end - part.length] : 0x20
        let after = end + 1 < names.count ? names[end + 1] : 0x20
        switch part.edges {
        case .none: return true
        case .start: return !before.isNameLetter
        case .word: return !before.isNameLetter && !after.isNameLetter
        case .name: return before.isASCIISpace && after.isASCIISpace
        }
    }

    /// The number of the symbol for white space.
    private static let space = 38

    private static func symbol(_ byte: UInt8) -> Int {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x30...0x39: Int(byte) - 0x30 + 26
        case 0x2D: 36
        case 0x5F: 37
        case 0x20, 0x09, 0x0A, 0x0C, 0x0D: space
        default: 39
        }
    }
}

extension UInt8 {
    /// A letter or a digit.
    fileprivate var isNameLetter: Bool { isASCIILetter || isASCIIDigit }
}
