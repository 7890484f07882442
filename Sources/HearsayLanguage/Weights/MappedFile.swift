#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A file mapped into memory for reading. Pages are loaded when touched; closing happens with the last reference.
public final class MappedFile: @unchecked Sendable {
    // Safe to share: the mapping is private, read-only and never changes after `init`.

    /// The file's bytes, valid as long as this object lives.
    public let bytes: UnsafeRawBufferPointer
    /// Where the file is.
    public let path: String

    /// Maps a file.
    /// - Throws: ``ModelError`` with code `unreadable` when the file cannot be opened or is no plain file.
    public init(path: String) throws(ModelError) {
        self.path = path
        // Without O_NONBLOCK a pipe without a writer would wait for one before it could be refused.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw ModelError(.unreadable, String(cString: strerror(errno)), place: path)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw ModelError(.unreadable, "not a plain file", place: path)
        }
        let count = Int(status.st_size)
        guard count > 0 else { throw ModelError(.truncated, "the file is empty", place: path) }
        guard let base = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw ModelError(.unreadable, String(cString: strerror(errno)), place: path)
        }
        bytes = UnsafeRawBufferPointer(start: base, count: count)
    }

    /// A copy of a whole file.
    /// - Throws: ``ModelError`` as `init` does.
    public static func contents(path: String) throws(ModelError) -> [UInt8] {
        let file = try MappedFile(path: path)
        return withExtendedLifetime(file) { Array(file.bytes) }
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
}
