internal import Glibc
internal import TransparencyLog

/// This machine as a witness of other people's logs: its key, and the last checkpoint of each log that it cosigned, are
/// kept in the folder of keys.
public struct WitnessDesk {
    private let keys: KeyFolder
    private let now: () -> Int

    /// A witness whose key and memory lie in a folder; `now` gives the time in seconds since 1970.
    public init(keys: KeyFolder, now: @escaping () -> Int) { (self.keys, self.now) = (keys, now) }

    private static let log = "witness"

    /// The witness's public key, which is made on first use.
    /// - Parameter name: what a new key is called; an existing one keeps its name.
    public func key(named name: String) throws -> String {
        try reporting { try keys.exclusively(Self.log) { try signingKey(named: name).verifier.description } }
    }

    /// Cosigns the checkpoint of a request if the log only grew since this machine last cosigned one of its origin.
    /// - Parameters:
    ///   - request: the bytes that the log's keeper sends.
    ///   - logs: the keys of logs that may ask, as text.
    /// - Returns: the line of the cosignature, which is the answer. What it is about is remembered before.
    public func cosign(_ request: [UInt8], logs: [String], named name: String) throws -> String {
        try reporting {
            try keys.exclusively(Self.log) {
                let request = try WitnessRequest(bytes: request)
                let witness = Witness(
                    key: try signingKey(named: name), logs: try logs.map { text throws in try VerifierKey(text) })
                let origin = try Witness.origin(of: request)
                let memory = "\(Self.log)/" + Digest.hex(Digest.hash(Array(origin.utf8)))
                let last = try keys.checkpoint(of: memory) { body throws(NoteError) in try Checkpoint(body: body) }
                let answer = try witness.cosign(request, last: last?.checkpoint, time: now())
                try keys.keep(checkpoint: answer.checkpoint.body, of: memory)
                return answer.line
            }
        }
    }

    private func signingKey(named name: String) throws -> WitnessSigningKey {
        try keys.signingKey(of: Self.log, WitnessSigningKey.init(secretText:)) {
            let key = try WitnessSigningKey.generate(name: name)
            return (key, key.secretText)
        }
    }

    private func reporting<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let error as WitnessError {
            throw DeskError(.unverified, error.reason)
        } catch let error as NoteError {
            throw DeskError(.unverified, "\(error)")
        } catch let error as FileProblem {
            throw DeskError(.failed, "\(keys.path): \(error.reason)")
        }
    }
}

/// Checks receipts without a ledger.
public enum Receipts {
    /// What a receipt shows.
    public struct Proved: Equatable, Sendable {
        /// The entry's number in the log.
        public var index: Int
        /// The entry's bytes, which hold salted digests and no words.
        public var entry: String
        /// The log.
        public var origin: String
        /// The size of the log that was signed.
        public var size: Int
    }

    /// Checks that the log with a key has the entry that a receipt holds.
    /// - Throws: ``DeskError/Code/unverified`` with the reason when it does not follow.
    public static func check(_ receipt: [UInt8], key: String) throws -> Proved {
        do {
            let proof = try LogProofFile(bytes: receipt)
            guard let leaf = proof.extra else {
                throw DeskError(.unverified, "the receipt does not hold the entry that it is about")
            }
            let checkpoint = try proof.verified(leaf: leaf, by: VerifierKey(key))
            return Proved(
                index: proof.index, entry: PlainText.singleLine(String(decoding: leaf, as: UTF8.self)),
                origin: checkpoint.origin, size: checkpoint.size)
        } catch let error as NoteError {
            throw DeskError(.unverified, "\(error)")
        } catch let error as ProofError {
            throw DeskError(.unverified, error.reason)
        }
    }
}
