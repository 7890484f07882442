/// Cosigns checkpoints, each only after checking that the log still holds all that was cosigned before (C2SP
/// tlog-witness). It keeps nothing: the caller remembers the last checkpoint of each log.
///
///     let last = …                                    // of this origin, under a lock until the new one is stored
///     let answer = try witness.cosign(request, last: last, time: now)
///     …                                               // store answer.checkpoint durably, then send answer.line
public struct Witness: Sendable {
    /// A checkpoint that was cosigned.
    public struct Answer: Sendable {
        /// What must be stored as the log's last checkpoint before the cosignature is given to anybody.
        public let checkpoint: Checkpoint
        /// The cosignature.
        public let cosignature: Cosignature
        /// The note with the log's and all other signatures, and the cosignature.
        public let note: SignedNote

        /// What is sent back: the cosignature's line.
        public var line: String { cosignature.line }
    }

    private let key: WitnessSigningKey
    private let logs: [VerifierKey]

    /// A witness for the logs that have these keys. A log's origin is the name of its key; it may have several keys.
    public init(key: WitnessSigningKey, logs: [VerifierKey]) { (self.key, self.logs) = (key, logs) }

    /// The witness's public key.
    public var verifier: WitnessKey { key.verifier }

    /// Cosigns the checkpoint of a request, or says why not.
    ///
    /// - Parameters:
    ///   - last: the last checkpoint of this origin that the witness cosigned; nil if it never did. Two calls for one
    ///     origin must not overlap: the second must be given what came of the first.
    ///   - time: the time of the cosignature, in seconds since 1970.
    public func cosign(_ request: WitnessRequest, last: Checkpoint?, time: Int) throws(WitnessError) -> Answer {
        let checkpoint = try verified(request.note)
        if let last, !last.origin.utf8.elementsEqual(checkpoint.origin.utf8) {
            throw WitnessError(.unknownLog, "the checkpoint is of \(checkpoint.origin), the last one of \(last.origin)")
        }
        try Self.check(checkpoint, after: last, oldSize: request.oldSize, proof: request.proof)
        do {
            let cosignature = try key.cosignature(of: request.note.text, time: time)
            let note = try request.note.adding(cosignature.noteSignature)
            return Answer(checkpoint: checkpoint, cosignature: cosignature, note: note)
        } catch {
            throw WitnessError(.malformed, "the checkpoint cannot be cosigned: \(error)")
        }
    }

    /// The origin of a note's checkpoint, whose last one the caller must look up before asking to cosign it. Nothing is
    /// verified.
    public static func origin(of request: WitnessRequest) throws(WitnessError) -> String {
        do { return try Checkpoint(body: request.note.text).origin } catch {
            throw WitnessError(.malformed, "not a checkpoint: \(error)")
        }
    }

    /// The checkpoint, by the log that it is of.
    private func verified(_ note: SignedNote) throws(WitnessError) -> Checkpoint {
        let origin: String
        do { origin = try Checkpoint(body: note.text).origin } catch {
            throw WitnessError(.malformed, "not a checkpoint: \(error)")
        }
        let keys = logs.filter { $0.name.utf8.elementsEqual(origin.utf8) }
        guard !keys.isEmpty else { throw WitnessError(.unknownLog, "no log is known by the origin \(origin)") }
        do {
            _ = try note.verified(by: keys)
            return try Checkpoint(body: note.text)
        } catch {
            throw WitnessError(.notSigned, "the log did not sign this checkpoint: \(error)")
        }
    }

    /// Checks that a log only grew.
    private static func check(
        _ checkpoint: Checkpoint, after last: Checkpoint?, oldSize: Int, proof: [LogHash]
    ) throws(WitnessError) {
        guard oldSize <= checkpoint.size else {
            throw WitnessError(.malformed, "the old size \(oldSize) is larger than the new one, \(checkpoint.size)")
        }
        let lastSize = last?.size ?? 0
        guard oldSize == lastSize else {
            throw WitnessError(
                .conflict, "the last checkpoint was of the size \(lastSize), not \(oldSize)", lastSize: lastSize)
        }
        guard checkpoint.size > 0 || checkpoint.root == .emptyRoot else {
            throw WitnessError(.inconsistent, "a log without leaves has another root")
        }
        guard let last, oldSize > 0 else {
            guard proof.isEmpty else { throw WitnessError(.inconsistent, "a first checkpoint needs no proof") }
            return
        }
        if oldSize == checkpoint.size {
            guard checkpoint.root == last.root else {
                throw WitnessError(
                    .conflict, "the log has two roots for the size \(oldSize): it forked", lastSize: lastSize)
            }
        }
        do {
            try Proofs.verifyConsistency(
                first: oldSize, second: checkpoint.size, proof: proof, firstRoot: last.root,
                secondRoot: checkpoint.root)
        } catch {
            throw WitnessError(.inconsistent, "not proved that the log only grew: \(error)")
        }
    }
}
