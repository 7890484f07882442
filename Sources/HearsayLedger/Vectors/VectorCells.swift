/// Centres around which signatures gather, found by k-majority: each signature belongs to the centre that it differs from
/// least, and each centre takes the signs that most of its signatures have.
struct VectorCells {
    private static let rounds = 4
    /// Signatures that a centre is found from, on average.
    private static let sample = 64

    /// Words of one signature.
    private let size: Int
    /// One centre after the other.
    private var words: [UInt64]

    /// How many cells there are.
    var count: Int { words.count / max(1, size) }

    init(centres: [VectorSignature]) {
        size = centres.first?.words.count ?? 0
        words = centres.flatMap(\.words)
    }

    /// - Parameters:
    ///   - count: how many centres.
    ///   - signatures: at least one, of `size` words each, one after the other. Costs rounds x count² x 64 comparisons.
    init(count: Int, of signatures: [UInt64], size: Int) {
        precondition(count > 0 && size > 0 && signatures.count >= size, "centres need something to gather")
        self.size = size
        let there = signatures.count / size
        let stride = max(1, there / (count * Self.sample))
        let sample = Swift.stride(from: 0, to: there, by: stride).flatMap { signatures[$0 * size..<($0 + 1) * size] }
        words = (0..<count).flatMap { cell in
            let start = cell * (sample.count / size) / count * size
            return sample[start..<start + size]
        }
        for _ in 0..<Self.rounds { gather(sample) }
    }

    /// A centre.
    func centre(_ cell: Int) -> VectorSignature {
        VectorSignature(words: Array(words[cell * size..<(cell + 1) * size]))
    }

    /// The cell that a signature belongs to.
    func cell(of signature: ArraySlice<UInt64>) -> Int {
        signature.withUnsafeBufferPointer { signature in
            words.withUnsafeBufferPointer { words in
                var (best, least) = (0, Int.max)
                for cell in 0..<count {
                    var distance = 0
                    for place in 0..<size {
                        distance &+= (signature[place] ^ words[cell &* size &+ place]).nonzeroBitCount
                    }
                    if distance < least { (best, least) = (cell, distance) }
                }
                return best
            }
        }
    }

    /// The cells whose centres a signature differs from least, the nearest first.
    func cells(near signature: VectorSignature, _ most: Int) -> [Int] {
        let distances = (0..<count).map { centre($0).distance(to: signature) }
        return Array(distances.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.prefix(most))
    }

    private mutating func gather(_ sample: [UInt64]) {
        let bits = size * 64
        var votes = [Int32](repeating: 0, count: count * bits)
        var sizes = [Int32](repeating: 0, count: count)
        for start in stride(from: 0, to: sample.count, by: size) {
            let cell = cell(of: sample[start..<start + size])
            sizes[cell] += 1
            for bit in 0..<bits { votes[cell * bits + bit] += Int32(sample[start + bit / 64] >> UInt64(bit % 64) & 1) }
        }
        for cell in 0..<count where sizes[cell] > 0 {
            for place in 0..<size {
                words[cell * size + place] = (0..<64).reduce(0) { word, bit in
                    2 * votes[cell * bits + 64 * place + bit] > sizes[cell] ? word | 1 << UInt64(bit) : word
                }
            }
        }
    }
}
