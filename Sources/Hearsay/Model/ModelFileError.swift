/// Why a model's file cannot be used: which file, what is wrong with it, and what to do.
public struct ModelFileError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: Equatable, Sendable {
        /// There is no such file.
        case absent
        /// The file is there, but shorter than it must be.
        case cutShort(bytes: Int, of: Int)
        /// The file has other bytes than the pinned ones.
        case altered(digest: String)
        /// The system does not let the file be read.
        case unreadable(reason: String)
    }

    /// What the user can do.
    public enum Remedy: Equatable, Sendable {
        /// Fetch the encoder's files.
        case fetch
        /// Build or install anew; the file belongs to this version.
        case rebuild
    }

    /// What is wrong.
    public let code: Code
    /// The file.
    public let file: String
    /// What the user can do.
    public let remedy: Remedy

    init(code: Code, file: String, remedy: Remedy = .fetch) {
        (self.code, self.file, self.remedy) = (code, file, remedy)
    }

    /// One line: the file, the reason, and what to do.
    public var description: String {
        let name = PlainText.singleLine(file)
        let again = remedy == .fetch ? "run `make model` to fetch it again" : "build or install this version anew"
        return switch code {
        case .absent where remedy == .fetch:
            "\(name): the encoder's file is absent; run `make model`, or name its folder with --model"
        case .absent: "\(name): the reader's weights are absent; \(again)"
        case .cutShort(let bytes, let whole): "\(name): cut short, \(bytes) of \(whole) bytes; \(again)"
        case .altered(let digest):
            "\(name): altered, its SHA-256 is \(digest.prefix(16))… and not the pinned one; \(again)"
        case .unreadable(let reason): "\(name): cannot be read: \(reason); check its permissions, or \(again)"
        }
    }
}
