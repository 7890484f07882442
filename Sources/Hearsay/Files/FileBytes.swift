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

    /// Writes a file so that a reader sees either the old bytes or all of the new ones, also after a power cut.
    static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
        try place(bytes, at: path, mode: 0o644) { rename($0, $1) }
    }

    /// Writes a file where there is none, whole or not at all. One that is there is never replaced.
    static func create(_ bytes: [UInt8], at path: String, mode: mode_t) throws(FileProblem) {
        try place(bytes, at: path, mode: mode, by: moveWithoutReplacing)
    }

    /// Writes a file beside its place, and puts it there when its bytes are on the disk.
    private static func place(
        _ bytes: [UInt8], at path: String, mode: mode_t, by move: (String, String) -> Int32
    ) throws(FileProblem) {
        let temporary = ByteSink.unfinished(path)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw FileProblem(writing: errno) }
        var written = ByteSink.writeAll(bytes, to: descriptor)
        if written == 0, fsync(descriptor) != 0 { written = errno }
        close(descriptor)
        if written == 0, move(temporary, path) != 0 { written = errno }
        guard written == 0 else {
            unlink(temporary)
            throw FileProblem(writing: written)
        }
        try syncFolder(of: path)
    }

    private static func moveWithoutReplacing(_ old: String, _ new: String) -> Int32 {
        // Unlike a renaming, a link replaces nothing that came there meanwhile.
        if link(old, new) == 0 { return unlink(old) }
        // Some file systems, such as those of sticks, have no links; there a look before must do.
        guard errno == EPERM || errno == ENOTSUP else { return -1 }
        var status = stat()
        guard lstat(new, &status) != 0 else {
            errno = EEXIST
            return -1
        }
        return rename(old, new)
    }

    /// Puts on the disk which files the folder of a path has, without which a file that was made or renamed there may be
    /// gone after a power cut.
    static func syncFolder(of path: String) throws(FileProblem) {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "."
        let descriptor = open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileProblem(writing: errno) }
        defer { close(descriptor) }
        // A file system that knows no such thing does it by itself, or cannot.
        if fsync(descriptor) != 0, errno != EINVAL { throw FileProblem(writing: errno) }
    }

    /// What a folder holds, in no order.
    static func names(in folder: String) throws(FileProblem) -> [String] {
        guard let stream = opendir(folder) else { throw FileProblem(number: errno) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Creates a folder and those above it; what is there already stays.
    static func createFolder(_ path: String) throws(FileProblem) {
        var (at, problem) = (path.startIndex, Int32(0))
        func make(_ folder: String) throws(FileProblem) {
            if mkdir(folder, 0o755) == 0 { return try syncFolder(of: folder) }
            if errno != EEXIST, problem == 0 { problem = errno }
        }
        while let slash = path[at...].dropFirst().firstIndex(of: "/") {
            try make(String(path[..<slash]))
            at = slash
        }
        try make(path)
        // A folder above that may not be made may be there.
        if problem != 0, !((try? FileState(of: path))?.isFolder ?? false) { throw FileProblem(writing: problem) }
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
