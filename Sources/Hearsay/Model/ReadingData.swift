internal import Glibc

/// The reader's own data files (the tagger's weights, word lists, places), verified.
///
/// They are built beside the command; an installation may keep them in `share/hearsay` beside its `bin` folder.
public struct ReadingData: Equatable, Sendable {
    /// The folder that holds them.
    public let folder: String

    /// The tagger's weights as they were trained for this version.
    public static let tagger = FilePin(
        name: "tagger.safetensors", bytes: 22_110_796,
        sha256: "3822576b6496b911644dfdd5e2a26cfaa2f45e96a5f0346e367705fc73d31a1e")

    /// Finds and verifies the data.
    /// - Parameters:
    ///   - named: a folder named by the user; the only one looked at when given.
    ///   - stampFolder: where the stamp of the verification is kept.
    public init(named: String?, stampFolder: String?) throws(ModelFileError) {
        let folders = named.map { [$0] } ?? ProgramFolder.candidates(of: "HearsayReading")
        let found = folders.first { access($0 + "/" + Self.tagger.name, F_OK) == 0 } ?? folders.first ?? "."
        let store = ModelStore(folder: found, stampFolder: stampFolder, pins: [Self.tagger], remedy: .rebuild)
        folder = try store.verified().folder
    }
}
