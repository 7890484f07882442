internal import Glibc

/// Whole files as bytes, bounded.
package enum FileBytes {
    /// The bytes of a file (or of standard input for "-"), at most `limit`.
    package static func read(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while true {
            let chunk = try source.next()
            if chunk.isEmpty { return bytes }
            if bytes.count + chunk.count > limit {
                throw FileProblem("longer than \(limit) bytes, the most that is read")
            }
            bytes.append(contentsOf: chunk)
        }
    }

    /// The SHA-256 of a file, read piece by piece.
    static func digest(of path: String) throws(FileProblem) -> [UInt8] {
        let source = try ByteSource(path: path)
        var digest = StreamingDigest()
        while true {
            let chunk = try source.next()
            if chunk.isEmpty { return digest.finish() }
            chunk.withUnsafeBytes { digest.update($0) }
        }
    }

    /// Writes a file so that a reader sees either the old bytes or all of the new ones.
    static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        let temporary = "\(path).\(getpid()).tmp"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileProblem(number: errno) }
        var written = ByteSink.writeAll(bytes, to: descriptor)
        if written == 0, fsync(descriptor) != 0 { written = errno }
        close(descriptor)
        guard written == 0, rename(temporary, path) == 0 else {
            let number = written == 0 ? errno : written
            unlink(temporary)
            throw FileProblem(number: number)
        }
    }

    /// Creates a folder and those above it; what is there already stays.
    static func createFolder(_ path: String) {
        var at = path.startIndex
        while let slash = path[at...].dropFirst().firstIndex(of: "/") {
            mkdir(String(path[..<slash]), 0o755)
            at = slash
        }
        mkdir(path, 0o755)
    }
}

/// A file that is read from its start in chunks.
final class ByteSource {
    private let descriptor: Int32

    /// Opens a file; "-" is standard input.
    init(path: String) throws(FileProblem) {
        if path == "-" {
            descriptor = 0
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw FileProblem(number: errno) }
    }

    /// Nothing: the end comes at once.
    init() { descriptor = -1 }

    deinit { if descriptor > 0 { close(descriptor) } }

    /// The next bytes; none at the end.
    func next(upTo count: Int = 1 << 18) throws(FileProblem) -> [UInt8] {
        if descriptor < 0 { return [] }
        while true {
            var result = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                result = Glibc.read(descriptor, buffer.baseAddress, count)
                filled = max(0, result)
            }
            if result >= 0 { return chunk }
            if errno != EINTR { throw FileProblem(number: errno) }
        }
    }
}
