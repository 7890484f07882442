import Glibc

/// Converts bytes of a known encoding to UTF-8. What cannot be converted becomes U+FFFD.
enum CharacterConverter {
    /// The 32 code points that Windows-1252 has where ISO-8859-1 has control characters.
    private static let high: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D,
        0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
        0x9D,
        0x017E, 0x0178,
    ]

    /// UTF-8 of Windows-1252, of which ISO-8859-1 as used on the web is a part. Never fails.
    static func windows1252(_ bytes: ByteSlice) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 {
                out.append(byte)
                continue
            }
            let value = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
            if value >= 0x800 {
                out.append(0xE0 | UInt8(value >> 12))
                out.append(0x80 | UInt8(value >> 6 & 0x3F))
            } else {
                out.append(0xC0 | UInt8(value >> 6))
            }
            out.append(0x80 | UInt8(value & 0x3F))
        }
        return out
    }

    /// UTF-8 of any encoding that the system knows; nil when it does not know it.
    static func convert(_ bytes: ByteSlice, from encoding: CharacterEncoding) -> [UInt8]? {
        guard let descriptor = iconv_open("UTF-8", encoding.name), descriptor != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(descriptor) }
        var input = Array(bytes).map { CChar(bitPattern: $0) }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count * 3 / 2)
        var buffer = [CChar](repeating: 0, count: 1 << 16)
        var done = 0
        while done < input.count {
            let (taken, made) = step(descriptor, &input, from: done, into: &buffer)
            out.append(contentsOf: buffer[..<made].lazy.map { UInt8(bitPattern: $0) })
            done += taken
            if taken == 0 && made == 0 {
                out.append(contentsOf: [0xEF, 0xBF, 0xBD])
                done += 1
            }
        }
        return out
    }

    /// One call of the converter: bytes taken and bytes made. Nothing of either means that it met a broken sequence.
    private static func step(
        _ descriptor: iconv_t, _ input: inout [CChar], from done: Int, into buffer: inout [CChar]
    ) -> (taken: Int, made: Int) {
        var (left, room) = (input.count - done, buffer.count)
        let (before, capacity) = (left, room)
        input.withUnsafeMutableBufferPointer { source in
            buffer.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress.map { $0 + done }
                var to = target.baseAddress
                _ = iconv(descriptor, &from, &left, &to, &room)
            }
        }
        return (before - left, capacity - room)
    }
}
