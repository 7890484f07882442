import Synchronization

/// Gzip files of one byte repeated, packed as tightly as the format can.
enum Gzip {
    /// `byte` once and then 258 times for each match; `times` must be 1 more than a multiple of 258.
    static func repeated(_ byte: UInt8, times: Int) -> [UInt8] {
        precondition(byte < 144 && times % 258 == 1)
        var bits = Bits()
        bits.append(0b011, count: 3)  // last block, fixed codes
        bits.append(code: 0x30 + UInt32(byte), count: 8)
        for _ in 0..<(times / 258) {
            bits.append(code: 0b1100_0101, count: 8)  // length 258
            bits.append(code: 0, count: 5)  // distance 1
        }
        bits.append(code: 0, count: 7)  // end of block
        let crc = crc32(byte, times: times)
        let trailer = [crc, UInt32(truncatingIfNeeded: times)].flatMap { word in
            (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) }
        }
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.bytes + trailer
    }

    private struct Bits {
        var bytes: [UInt8] = []
        private var used = 8

        /// A number, lowest bit first.
        mutating func append(_ value: UInt32, count: Int) {
            for index in 0..<count { append(bit: value >> UInt32(index) & 1) }
        }

        /// A Huffman code, highest bit first.
        mutating func append(code: UInt32, count: Int) {
            for index in (0..<count).reversed() { append(bit: code >> UInt32(index) & 1) }
        }

        private mutating func append(bit: UInt32) {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            bytes[bytes.count - 1] |= UInt8(bit) << UInt8(used)
            used += 1
        }
    }

    private static func crc32(_ byte: UInt8, times: Int) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for _ in 0..<times {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}

/// True the first time it is asked, false ever after.
final class OneOpening: Sendable {
    private let isOpen = Mutex(true)

    func take() -> Bool {
        isOpen.withLock { open in
            defer { open = false }
            return open
        }
    }
}
