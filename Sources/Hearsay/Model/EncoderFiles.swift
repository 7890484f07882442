/// The files of the encoder, verified.
public struct EncoderFiles: Equatable, Sendable {
    /// The folder that holds them.
    public let folder: String
    /// `model.safetensors`.
    public let weights: String
    /// `vocab.txt`.
    public let vocabulary: String

    /// The names of the two files in a folder.
    public init(folder: String) {
        self.folder = folder
        weights = folder + "/model.safetensors"
        vocabulary = folder + "/vocab.txt"
    }
}

/// What a file must be: its name, length and digest.
public struct FilePin: Equatable, Sendable {
    /// The file's name within its folder.
    public let name: String
    /// Its length.
    public let bytes: Int
    /// Its SHA-256 in hexadecimal.
    public let sha256: String

    /// A pin.
    public init(name: String, bytes: Int, sha256: String) {
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
    }

    /// The files of all-MiniLM-L6-v2 (Apache-2.0), for which the tagger's weights were trained.
    public static let encoder = [
        FilePin(
            name: "model.safetensors", bytes: 90_868_376,
            sha256: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"),
        FilePin(
            name: "vocab.txt", bytes: 231_508,
            sha256: "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3"),
    ]
}
