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
        var (runs, counts) = ([RunIndex.Run](), [Int]())
        runs.reserveCapacity(texts.reduce(0) { $0 + $1.count / 5 })
        for (number, text) in texts.enumerated() {
            let before = runs.count
            Self.append(text, UInt32(truncatingIfNeeded: number), to: &runs)
            counts.append(runs.count - before)
        }
        var pairs: [Pair] = []
        RunIndex(runs, texts: texts.count, linked: Self.linked).eachPair { first, second, common in
            let share = Double(common) / Double(max(1, min(counts[first], counts[second])))
            if common >= shared, share >= containment {
                pairs.append(Pair(first: first, second: second, shared: common, containment: min(1, share)))
            }
        }
        return pairs
    }

    /// Whether a byte belongs to a word: letters and digits of ASCII, and all beyond it but for the blocks of punctuation,
    /// which begin with C2 (signs of Latin-1) and E2 (dashes, quotation marks, symbols).
    @inline(__always)
    private static func isInWord(_ byte: UInt8, isFirst: Bool) -> Bool {
        if byte < 0x80 { return (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
        return byte < 0xC0 ? !isFirst : byte > 0xC2 && byte != 0xE2
    }

    /// Hashes the runs of a text, in small letters.
    private static func append(_ text: [UInt8], _ number: UInt32, to runs: inout [RunIndex.Run]) {
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
                        runs.append(RunIndex.Run(hash: UInt32(truncatingIfNeeded: mixed >> 32), text: number))
                    }
                }
            }
        }
    }
}
