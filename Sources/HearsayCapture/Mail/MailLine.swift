internal import Glibc
import HearsayCore

/// The lines of a mail, which end at LF or CR LF.
enum MailLine {
    /// The line that starts at an offset, without its end, and where the next one starts.
    static func line(in bytes: ByteSlice, at start: Int) -> (words: ByteSlice, next: Int) {
        let end = find(0x0A, in: bytes[start...]) ?? bytes.endIndex
        let next = min(end + 1, bytes.endIndex)
        let isCut = end > start && end < bytes.endIndex && bytes[end - 1] == 0x0D
        return (bytes[start..<(isCut ? end - 1 : end)], next)
    }

    /// Where a byte first stands.
    static func find(_ byte: UInt8, in bytes: ByteSlice) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress, let found = memchr(base, Int32(byte), buffer.count) else { return nil }
            return bytes.startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(base))
        }
    }
}
