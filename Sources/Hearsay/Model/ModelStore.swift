internal import Glibc

/// Finds the encoder's files and makes sure that they are the pinned ones.
///
/// Hashing 90 MB takes a noticeable part of a short run, so a stamp beside the cache remembers which file (path, inode,
/// size, times of change) had which digest; a file whose state differs is hashed again.
public struct ModelStore: Sendable {
    /// The folder that holds the files.
    public let folder: String
    private let stampFolder: String?
    private let pins: [FilePin]
    private let remedy: ModelFileError.Remedy

    /// The store in a folder. `stampFolder` keeps the stamp; without it, every verification hashes.
    public init(
        folder: String, stampFolder: String? = nil, pins: [FilePin] = FilePin.encoder,
        remedy: ModelFileError.Remedy = .fetch
    ) {
        self.folder = folder
        self.stampFolder = stampFolder
        self.pins = pins
        self.remedy = remedy
    }

    /// The store that a user means: the folder named on the command line, else `HEARSAY_MODEL`, else the cache. A folder
    /// that is named is the only one looked at, so a mistyped name is an error and not another model.
    public static func chosen(option: String?, environment: [String: String]) -> ModelStore {
        let cache = cacheFolder(environment)
        let named = [option, environment["HEARSAY_MODEL"]].compactMap(\.self).first { !$0.isEmpty }
        return ModelStore(folder: named ?? cache, stampFolder: cache)
    }

    /// `$XDG_CACHE_HOME/hearsay`, else `~/.cache/hearsay`.
    public static func cacheFolder(_ environment: [String: String]) -> String {
        if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return cache + "/hearsay" }
        return (environment["HOME"] ?? "/root") + "/.cache/hearsay"
    }

    /// The files, verified. With `rehash`, the stamp is not believed.
    public func verified(rehash: Bool = false) throws(ModelFileError) -> EncoderFiles {
        for pin in pins { try verify(pin, rehash: rehash) }
        return EncoderFiles(folder: folder)
    }

    private func verify(_ pin: FilePin, rehash: Bool) throws(ModelFileError) {
        let file = folder + "/" + pin.name
        let state: FileState
        do { state = try FileState(of: file) } catch {
            let isAbsent = error.number == ENOENT || error.number == ENOTDIR
            throw ModelFileError(
                code: isAbsent ? .absent : .unreadable(reason: error.reason), file: file, remedy: remedy)
        }
        guard state.isRegular else {
            throw ModelFileError(code: .unreadable(reason: "it is not a file"), file: file, remedy: remedy)
        }
        if state.size < pin.bytes {
            throw ModelFileError(code: .cutShort(bytes: state.size, of: pin.bytes), file: file, remedy: remedy)
        }
        let line = VerificationStamp.line(file: file, state: state, digest: pin.sha256)
        let stamp = stampFolder.map { VerificationStamp(folder: $0) }
        if !rehash, let stamp, stamp.holds(line) { return }
        let digest: String
        do { digest = Digest.hex(try FileBytes.digest(of: file)) } catch {
            throw ModelFileError(code: .unreadable(reason: error.reason), file: file, remedy: remedy)
        }
        guard digest == pin.sha256 else {
            throw ModelFileError(code: .altered(digest: digest), file: file, remedy: remedy)
        }
        // A file that changed while it was hashed gets no stamp, and neither does one in a cache that cannot be written.
        if (try? FileState(of: file)) == state { stamp?.remember(line, file: file) }
    }
}
