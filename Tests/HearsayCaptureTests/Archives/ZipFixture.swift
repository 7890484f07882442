@testable import HearsayCapture

/// Zip files made byte by byte, also such as no tool would write. All entries are stored.
struct ZipFixture {
    struct Entry {
        var name: String
        var bytes: [UInt8]
        var flags: UInt16 = 0
        var mode: UInt32 = 0o100644
        /// The size that is claimed when unpacked; with it the entry is said to be deflated.
        var claimed: UInt32?
        /// Takes the bytes of the entry before.
        var overlaps = false
    }

    var entries: [Entry] = []

    init(_ files: [(String, [UInt8])]) { entries = files.map { Entry(name: $0.0, bytes: $0.1) } }

    var bytes: [UInt8] {
        var (out, directory, before) = ([UInt8](), [UInt8](), 0)
        for entry in entries {
            let offset = entry.overlaps ? before : out.count
            let shared = shared(entry)
            if !entry.overlaps { out += word(0x0403_4B50) + shared + Array(entry.name.utf8) + entry.bytes }
            directory += word(0x0201_4B50) + half(0x031E) + shared + half(0) + half(0) + half(0)
            directory += word(entry.mode << 16) + word(UInt32(offset)) + Array(entry.name.utf8)
            before = offset
        }
        let count = half(UInt16(entries.count))
        return out + directory + word(0x0605_4B50) + half(0) + half(0) + count + count + word(UInt32(directory.count))
            + word(UInt32(out.count)) + half(0)
    }

    /// The fields that both headers have, from the version to the length of the extra field.
    private func shared(_ entry: Entry) -> [UInt8] {
        half(20) + half(entry.flags) + half(entry.claimed == nil ? 0 : 8) + half(0) + half(0x21)
            + word(crc(entry.bytes))
            + word(UInt32(entry.bytes.count)) + word(entry.claimed ?? UInt32(entry.bytes.count))
            + half(UInt16(entry.name.utf8.count)) + half(0)
    }

    private func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
    private func word(_ value: UInt32) -> [UInt8] { half(UInt16(value & 0xFFFF)) + half(UInt16(value >> 16)) }

    private func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
