/// A vector in eight bits a value: `value * scale` is the number that it stands for. The error of a cosine between two
/// such vectors is below 0.01 for the sentence vectors that a ledger holds.
struct SmallVector {
    let scale: Float
    let values: [Int8]

    init(_ vector: [Float]) {
        let most = vector.reduce(Float(0)) { max($0, $1.isFinite ? abs($1) : 0) }
        let factor = 127 / most
        guard most > 0, factor.isFinite else {
            (scale, values) = (0, Array(repeating: 0, count: vector.count))
            return
        }
        scale = most / 127
        values = vector.map { $0.isFinite ? Int8(($0 * factor).rounded()) : 0 }
    }

    /// Bytes that one vector of a width takes.
    static func size(_ width: Int) -> Int { 4 + width }

    /// The vector as it is stored: the scale as a little-endian float32, then a byte a value.
    func append(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: scale.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
        values.withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// The numbers of the vector that is stored from an offset on, which must lie within the bytes.
    static func numbers(_ bytes: UnsafeRawBufferPointer, at offset: Int, width: Int) -> [Float] {
        let scale = Self.scale(bytes, at: offset)
        return (0..<width).map { scale * Float(Int8(bitPattern: bytes[offset + 4 + $0])) }
    }

    static func scale(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Float {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    /// The product of this vector with one that is stored from an offset on.
    func product(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Float {
        var sum: Int32 = 0
        values.withUnsafeBufferPointer { values in
            for place in 0..<values.count {
                sum &+= Int32(values[place]) &* Int32(Int8(bitPattern: bytes[offset + 4 + place]))
            }
        }
        return Float(sum) * scale * Self.scale(bytes, at: offset)
    }
}

/// The signs of a vector, one bit a value: vectors that point alike differ in few of them (Charikar 2002, with the axes as
/// the planes). A tenth of the bytes of the vector itself, and compared in a tenth of the time.
struct VectorSignature {
    private let words: [UInt64]

    init(_ vector: [Float]) {
        var words = [UInt64](repeating: 0, count: (vector.count + 63) / 64)
        for (place, value) in vector.enumerated() where value > 0 { words[place / 64] |= 1 << UInt64(place % 64) }
        self.words = words
    }

    /// Bytes that one signature of vectors of a width takes.
    static func size(_ width: Int) -> Int { (width + 63) / 64 * 8 }

    func append(to bytes: inout [UInt8]) {
        for word in words { withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) } }
    }

    /// In how many values the signs differ from those stored from an offset on.
    func distance(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        var distance = 0
        for place in words.indices {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8 * place, as: UInt64.self))
            distance += (words[place] ^ word).nonzeroBitCount
        }
        return distance
    }
}
