/// A vector in four bits a value: `(level - 7.5) * scale` is the number that a level from 0 to 15 stands for. The error of
/// a cosine between two such vectors of 384 values is 0.008 (one standard deviation).
struct SmallVector {
    let scale: Float
    /// Two levels a byte, the first one in the lower half.
    let levels: [UInt8]

    /// The step that loses least of values that are spread normally, in standard deviations (Max 1960, for 16 levels).
    private static let step: Float = 0.3352

    init(_ vector: [Float]) {
        var squares: Float = 0
        for value in vector where value.isFinite { squares += value * value }
        let step = Self.step * (squares / Float(max(1, vector.count))).squareRoot()
        var levels = [UInt8](repeating: 0x88, count: (vector.count + 1) / 2)
        guard step > 0, step.isFinite, (1 / step).isFinite else {
            (scale, self.levels) = (0, levels)
            return
        }
        let factor = 1 / step
        var product: Float = 0
        for (place, value) in vector.enumerated() {
            let value = value.isFinite ? value : 0
            let level = UInt8(min(15, max(0, (value * factor + 8).rounded(.down))))
            product += value * (Float(level) - 7.5)
            let half = UInt8(place & 1) * 4
            levels[place / 2] = levels[place / 2] & (0xF0 >> half) | level << half
        }
        // With this scale, products with other vectors come out right in the mean.
        scale = squares / product
        self.levels = levels
    }

    /// Bytes that one vector of a width takes.
    static func size(_ width: Int) -> Int { 4 + (width + 1) / 2 }

    /// The vector as it is stored: the scale as a little-endian float32, then the levels.
    func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: scale.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: levels)
    }

    /// The numbers of the vector that is stored from an offset on, which must lie within the bytes.
    static func numbers(_ bytes: UnsafeRawBufferPointer, at offset: Int, width: Int) -> [Float] {
        let scale = Self.scale(bytes, at: offset)
        return (0..<width).map { place in
            let level = bytes[offset + 4 + place / 2] >> (UInt8(place & 1) * 4) & 15
            return scale * (Float(level) - 7.5)
        }
    }

    static func scale(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Float {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
}

/// A vector that many stored ones are compared with, in eight bits a value.
struct VectorProbe {
    let width: Int
    private let scale: Float
    /// The values at even and at odd places, as the halves of a stored byte hold them.
    private var even: [Int8] = []
    private var odd: [Int8] = []
    private var sum: Int32 = 0

    init(_ vector: [Float]) {
        width = vector.count
        let most = vector.reduce(Float(0)) { max($0, $1.isFinite ? abs($1) : 0) }
        let factor = 127 / most
        scale = most > 0 && factor.isFinite ? most / 127 : 0
        for (place, value) in vector.enumerated() {
            let small = scale > 0 && value.isFinite ? Int8((value * factor).rounded()) : 0
            if place & 1 == 0 { even.append(small) } else { odd.append(small) }
            sum += Int32(small)
        }
        if odd.count < even.count { odd.append(0) }
    }

    /// The product of this vector with one that is stored from an offset on.
    func product(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Float {
        var total: Int32 = 0
        even.withUnsafeBufferPointer { even in
            odd.withUnsafeBufferPointer { odd in
                for place in 0..<even.count {
                    let byte = bytes[offset + 4 + place]
                    total &+= Int32(even[place]) &* Int32(byte & 15) &+ Int32(odd[place]) &* Int32(byte >> 4)
                }
            }
        }
        return (Float(total) - 7.5 * Float(sum)) * scale * SmallVector.scale(bytes, at: offset)
    }
}
