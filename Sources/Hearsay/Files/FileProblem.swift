internal import Glibc

/// What the system said when a file could not be used.
public struct FileProblem: Error, Equatable, Sendable {
    /// The system's error number; zero when the problem is ours.
    public let number: Int32
    /// The reason, as the end of a sentence.
    public let reason: String

    init(number: Int32) {
        self.number = number
        reason = Self.words(for: number)
    }

    init(writing number: Int32) {
        self.number = number
        reason = number == EACCES || number == EPERM ? "no permission to write it" : Self.words(for: number)
    }

    init(_ reason: String) {
        number = 0
        self.reason = reason
    }

    private static func words(for number: Int32) -> String {
        switch number {
        case ENOENT: "no such file or folder"
        case EACCES, EPERM: "no permission to read it"
        case EISDIR: "it is a folder"
        default: String(cString: strerror(number)).lowercased()
        }
    }
}

/// The state of a file by which a change shows.
package struct FileState: Equatable {
    let size: Int
    let inode: UInt64
    let modified: Int
    let changed: Int
    let isRegular: Bool
    package let isFolder: Bool

    package init(of path: String) throws(FileProblem) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw FileProblem(number: errno) }
        size = Int(status.st_size)
        inode = UInt64(status.st_ino)
        modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isFolder = status.st_mode & S_IFMT == S_IFDIR
    }
}
