internal import Glibc

/// Where results go: standard output, or a file that appears only when it is whole.
public final class ByteSink {
    /// Why bytes could not be written.
    public enum Problem: Error, Equatable, Sendable {
        /// The reader has gone; there is nothing left to do.
        case brokenPipe
        /// The system refused.
        case failed(FileProblem)

        /// The reason, as the end of a sentence.
        var reason: String {
            switch self {
            case .brokenPipe: "nobody reads it"
            case .failed(let problem): problem.reason
            }
        }
    }

    /// The unfinished file, which an interrupted program removes.
    public let temporary: String?
    private let path: String?
    private var descriptor: Int32

    /// Writes to standard output.
    public init() { (path, temporary, descriptor) = (nil, nil, 1) }

    /// Writes to a file, which is replaced by ``finish()``.
    public init(path: String) throws(FileProblem) {
        if let state = try? FileState(of: path), state.isFolder { throw FileProblem(number: EISDIR) }
        self.path = path
        // A device or a pipe is written straight; only a file can be replaced.
        if let state = try? FileState(of: path), !state.isRegular {
            temporary = nil
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
        } else {
            let unfinished = Self.unfinished(path)
            temporary = unfinished
            descriptor = open(unfinished, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        }
        if descriptor < 0 { throw FileProblem(writing: errno) }
    }

    /// The file beside a path in which what will be there grows.
    static func unfinished(_ path: String) -> String { "\(path).\(getpid()).tmp" }

    deinit {
        guard path != nil, descriptor >= 0 else { return }
        close(descriptor)
        if let temporary { unlink(temporary) }
    }

    /// Writes bytes at once, so that a reader at the other end of a pipe sees each result when it is ready.
    public func write(_ bytes: [UInt8]) throws(Problem) {
        let number = Self.writeAll(bytes, to: descriptor)
        if number == EPIPE { throw .brokenPipe }
        if number != 0 { throw .failed(FileProblem(writing: number)) }
    }

    /// Puts the finished file in its place.
    public func finish() throws(Problem) {
        guard let path, descriptor >= 0 else { return }
        // The old file must not give way to one whose bytes are not on the disk. Pipes and devices know no such thing.
        var number = temporary == nil || fsync(descriptor) == 0 ? 0 : errno
        if close(descriptor) != 0, number == 0 { number = errno }
        descriptor = -1
        if number == 0, let temporary, rename(temporary, path) != 0 { number = errno }
        guard number != 0 else { return }
        if let temporary { unlink(temporary) }
        throw .failed(FileProblem(writing: number))
    }

    /// Writes all bytes; the system's error number, or zero.
    static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        bytes.withUnsafeBytes { buffer in
            var at = 0
            while at < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: at), buffer.count - at)
                if count < 0 {
                    if errno == EINTR { continue }
                    return errno
                }
                at += count
            }
            return 0
        }
    }
}
