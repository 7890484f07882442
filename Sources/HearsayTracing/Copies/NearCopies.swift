/// Finds texts that hold much of another one, among many.
///
/// Every run of five words is counted, exactly, through a sorted index: what counts is containment, the share of the
/// shorter text's runs that the longer one has, since copies are cut, led in and put beside other matter. A resemblance of
/// whole sets (Jaccard, which MinHash estimates) misses those.
public struct NearCopies: Sendable {
    /// Two texts of which one holds much of the other.
    public struct Pair: Hashable, Sendable {
        /// The texts, by their places; the first comes before the second.
        public var first: Int
        /// The later place.
        public var second: Int
        /// How many different runs both have.
        public var shared: Int
        /// The share of the runs of the text with fewer of them, 0 to 1.
        public var containment: Double
    }

    /// Words in a run.
    private static let run = 5
    /// A run of more texts than this links each of them to the first so many only, so that what everybody prints below
    /// every article costs no more than its length.
    private static let linked = 48

    /// The least containment that makes a pair.
    public var containment: Double
    /// The least number of shared runs that makes a pair.
    public var shared: Int

    /// A search for pairs.
    public init(containment: Double = 0.3, shared: Int = 8) { (self.containment, self.shared) = (containment, shared) }

    /// The pairs among texts in UTF-8, by their places. Cost is linear in the words, and in the pairs that share runs.
    public func pairs(of texts: [[UInt8]]) -> [Pair] {
        var (runs, counts) = ([Run](), [Int]())
        runs.reserveCapacity(texts.reduce(0) { $0 + $1.count / 5 })
        for (number, text) in texts.enumerated() {
            let before = runs.count
            Self.append(text, UInt32(truncatingIfNeeded: number), to: &runs)
            counts.append(runs.count - before)
        }
        RadixSort.sort(&runs)
        var pairs: [Pair] = []
        let holders = Holders(runs, texts: texts.count, linked: Self.linked)
        var sharing = [Int32](repeating: 0, count: texts.count)
        for text in texts.indices {
            var met: [Int] = []
            holders.eachEarlier(than: text) { other in
                if sharing[other] == 0 { met.append(other) }
                sharing[other] += 1
            }
            for other in met.sorted() {
                let common = Int(sharing[other])
                sharing[other] = 0
                let share = Double(common) / Double(max(1, min(counts[text], counts[other])))
                if common >= shared, share >= containment {
                    pairs.append(Pair(first: other, second: text, shared: common, containment: min(1, share)))
                }
            }
        }
        return pairs
    }

    /// A run's hash and the text that has it.
    struct Run {
        var hash: UInt32
        var text: UInt32
    }

    /// Whether a byte belongs to a word: letters and digits of ASCII, and all beyond it but for the blocks of punctuation,
    /// which begin with C2 (signs of Latin-1) and E2 (dashes, quotation marks, symbols).
    @inline(__always)
    private static func isInWord(_ byte: UInt8, isFirst: Bool) -> Bool {
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
        return byte < 0xC0 ? !isFirst : byte > 0xC2 && byte != 0xE2
    }

    /// Hashes the runs of a text, in small letters.
    private static func append(_ text: [UInt8], _ number: UInt32, to runs: inout [Run]) {
        let prime: UInt64 = 0x9E37_79B9_7F4A_7C15
        // The leading word leaves a run with its factor.
        let power = (1..<run).reduce(prime) { power, _ in power &* prime }
        var (words, rolling, next, count) = ((UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0)), UInt64(0), 0, 0)
        text.withUnsafeBufferPointer { bytes in
            withUnsafeMutableBytes(of: &words) { ring in
                let ring = ring.bindMemory(to: UInt64.self)
                var i = 0
                while i < bytes.count {
                    var word: UInt64 = 0
                    while i < bytes.count {
                        guard isInWord(bytes[i], isFirst: word == 0) else { break }
                        word = (word ^ UInt64(bytes[i] | 0x20)) &* 0x100_0000_01B3
                        i += 1
                    }
                    i += 1
                    if word == 0 { continue }
                    rolling = rolling &* prime &+ word &- ring[next] &* power
                    ring[next] = word
                    next = next == run - 1 ? 0 : next + 1
                    count += 1
                    if count >= run {
                        let mixed = (rolling ^ rolling >> 32) &* 0xD6E8_FEB8_6659_FD93
                        runs.append(Run(hash: UInt32(truncatingIfNeeded: mixed >> 32), text: number))
                    }
                }
            }
        }
    }
}

/// For every text the earlier ones that have its runs.
private struct Holders {
    /// Later and earlier text of each shared run, by the later one.
    private var earlier: [UInt32]
    private var starts: [Int]

    /// - Parameter runs: sorted by hash, then by text.
    init(_ runs: [NearCopies.Run], texts: Int, linked: Int) {
        var starts = [Int](repeating: 0, count: texts + 1)
        Self.eachLink(runs, linked) { later, _ in starts[Int(later) + 1] += 1 }
        for text in 0..<texts { starts[text + 1] += starts[text] }
        var (next, earlier) = (starts, [UInt32](repeating: 0, count: starts[texts]))
        Self.eachLink(runs, linked) { later, before in
            earlier[next[Int(later)]] = before
            next[Int(later)] += 1
        }
        (self.starts, self.earlier) = (starts, earlier)
    }

    @inline(__always)
    private static func eachLink(_ runs: [NearCopies.Run], _ linked: Int, _ body: (UInt32, UInt32) -> Void) {
        runs.withUnsafeBufferPointer { runs in
            var i = 0
            while i < runs.count {
                var end = i + 1
                while end < runs.count, runs[end].hash == runs[i].hash { end += 1 }
                if end > i + 1, runs[end - 1].text != runs[i].text { link(runs, i..<end, linked, body) }
                i = end
            }
        }
    }

    /// The texts of one run, each with those before it; a text that has a run twice counts once.
    @inline(__always)
    private static func link(
        _ runs: UnsafeBufferPointer<NearCopies.Run>, _ range: Range<Int>, _ linked: Int,
        _ body: (UInt32, UInt32) -> Void
    ) {
        var first = range.lowerBound
        for i in range.dropFirst() where runs[i].text != runs[i - 1].text {
            first = i
            var (before, links, last) = (range.lowerBound, 0, UInt32.max)
            while before < first, links < linked {
                if runs[before].text != last {
                    last = runs[before].text
                    body(runs[i].text, last)
                    links += 1
                }
                before += 1
            }
        }
    }

    func eachEarlier(than text: Int, _ body: (Int) -> Void) {
        for place in starts[text]..<starts[text + 1] { body(Int(earlier[place])) }
    }
}

/// Sorts by hash; runs come by text already, and stay so within a hash.
private enum RadixSort {
    static func sort(_ runs: inout [NearCopies.Run]) {
        var other = [NearCopies.Run](repeating: .init(hash: 0, text: 0), count: runs.count)
        for shift in [UInt32(0), 11, 22] {
            var places = [Int](repeating: 0, count: 2048)
            for run in runs { places[Int(run.hash >> shift & 2047)] += 1 }
            var sum = 0
            for bucket in places.indices { (places[bucket], sum) = (sum, sum + places[bucket]) }
            runs.withUnsafeBufferPointer { from in
                other.withUnsafeMutableBufferPointer { to in
                    places.withUnsafeMutableBufferPointer { places in
                        for run in from {
                            let bucket = Int(run.hash >> shift & 2047)
                            to[places[bucket]] = run
                            places[bucket] += 1
                        }
                    }
                }
            }
            swap(&runs, &other)
        }
    }
}
