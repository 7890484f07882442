import HearsayCore

/// How many well-formed and how many broken sequences beyond ASCII some bytes hold, read as UTF-8.
struct UTF8Census: Hashable {
    /// Well-formed sequences of two to four bytes.
    private(set) var formed = 0
    /// Bytes that are part of none.
    private(set) var broken = 0

    init(_ bytes: [UInt8]) {
        var at = 0
        while at < bytes.count {
            at = Self.endOfASCII(bytes, from: at)
            guard at < bytes.count else { return }
            let length = Self.length(at, in: bytes)
            if length > 0 { formed += 1 } else { broken += 1 }
            at += max(1, length)
        }
    }

    /// Where the next byte beyond ASCII stands, or the end; eight bytes at a time, of which most pages are nothing else.
    private static func endOfASCII(_ bytes: [UInt8], from start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var at = start
            while at + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                at += 8
            }
            while at < bytes.count, bytes[at] < 0x80 { at += 1 }
            return at
        }
    }

    /// A few broken bytes in a text that is otherwise UTF-8 are damage, not another encoding.
    var isMostlyUTF8: Bool { formed >= 4 * broken && formed > 0 }

    /// Length of the well-formed sequence at an offset (Unicode 16, table 3-7); 0 if there is none.
    private static func length(_ at: Int, in bytes: [UInt8]) -> Int {
        let lead = bytes[at]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, at + length <= bytes.count else { return 0 }
        for i in 1..<length where !bytes[at + i].isUTF8Continuation { return 0 }
        let second = bytes[at + 1]
        switch lead {
        case 0xE0: return second >= 0xA0 ? length : 0
        case 0xED: return second <= 0x9F ? length : 0
        case 0xF0: return second >= 0x90 ? length : 0
        case 0xF4: return second <= 0x8F ? length : 0
        default: return length
        }
    }
}
