internal import CZip
internal import Glibc
import HearsayCore

/// Writes a zip file whose entries are all stored as they are, so that archives in it can be sought.
enum ZipWriting {
    /// What an entry holds.
    enum Content {
        case bytes([UInt8])
        case file(path: String)
    }

    /// Writes the entries in their order to a path, where nothing is left of an earlier file. All bear the time `date`.
    static func write(
        _ entries: [(name: String, content: Content)], to path: String, date: String
    ) throws(CaptureError) {
        var code: CInt = 0
        guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
            throw CaptureError(.malformed, "\(path) cannot be written (error \(code) of the zip library)")
        }
        let (day, clock) = dosTime(date)
        for (name, content) in entries {
            guard let source = source(of: content) else {
                zip_discard(archive)
                throw CaptureError(.tooLarge, "\u{201C}\(name)\u{201D} cannot be put into the zip file")
            }
            let index = zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
            guard index >= 0 else {
                zip_source_free(source)
                zip_discard(archive)
                throw CaptureError(.malformed, "\u{201C}\(name)\u{201D} cannot be put into the zip file")
            }
            zip_set_file_compression(archive, UInt64(index), ZIP_CM_STORE, 0)
            zip_file_set_dostime(archive, UInt64(index), clock, day, 0)
        }
        guard zip_close(archive) == 0 else {
            let reason = String(cString: zip_strerror(archive))
            zip_discard(archive)
            throw CaptureError(.malformed, "\(path) cannot be written (\(reason.lowercased()))")
        }
    }

    /// The library frees a copy of the bytes when it has written them.
    private static func source(of content: Content) -> OpaquePointer? {
        switch content {
        case .file(let path): return zip_source_file_create(path, 0, -1, nil)
        case .bytes(let bytes):
            guard let copy = malloc(max(1, bytes.count)) else { return nil }
            copy.copyMemory(from: bytes, byteCount: bytes.count)
            guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
                free(copy)
                return nil
            }
            return source
        }
    }

    /// A time as zip files hold it, from 1980 to 2107 and in steps of two seconds.
    private static func dosTime(_ date: String) -> (day: UInt16, clock: UInt16) {
        let digits = RecordTime.digits(RecordTime.utc(date) ?? "").utf8.map { Int($0 &- 0x30) }
        guard digits.count == 14 else { return (1 << 5 | 1, 0) }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let year = min(max(number(0..<4) - 1980, 0), 127)
        let day = year << 9 | number(4..<6) << 5 | number(6..<8)
        return (UInt16(day), UInt16(number(8..<10) << 11 | number(10..<12) << 5 | min(number(12..<14), 59) / 2))
    }
}
