/// Why the encoder cannot be used: which file, what is wrong with it, and what to do.
public struct ModelError: Error, Equatable, Sendable, CustomStringConvertible {
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

    /// What is wrong.
    public let code: Code
    /// The file.
    public let file: String

    /// One line: the file, the reason, and what to do.
    public var description: String {
        let name = PlainText.singleLine(file)
        return switch code {
        case .absent: "\(name): the encoder's file is absent; run `make model`, or name its folder with --model"
        case .cutShort(let bytes, let whole):
            "\(name): cut short, \(bytes) of \(whole) bytes; run `make model` to fetch it again"
        case .altered(let digest):
            "\(name): altered, its SHA-256 is \(digest.prefix(16))… and not the pinned one; run `make model` to fetch it again"
        case .unreadable(let reason): "\(name): cannot be read: \(reason); check its permissions, or run `make model`"
        }
    }
}
