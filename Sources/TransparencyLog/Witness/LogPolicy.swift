/// Whose word it takes to trust a checkpoint: that of a log, and of enough of the witnesses (C2SP tlog-policy).
///
///     log example.org/log+5e2cef00+AepK…
///     witness A witness.example/a+da77ade7+BOvN…
///     witness B witness.example/b+4b7fca75+BAtu…
///     group both all A B
///     quorum both
public struct LogPolicy: Sendable {
    /// Longer policies are refused.
    public static let maximalBytes = 1 << 18
    /// Policies with more logs, witnesses or groups than this, of each, are refused.
    public static let maximalParts = 1024

    /// A log that may have signed.
    public struct Log: Sendable {
        /// Its key, named by the log's origin.
        public let key: VerifierKey
        /// Where it may be reached, if that was told.
        public let url: String?
    }

    /// A witness that may have cosigned.
    public struct Witness: Sendable {
        /// What the policy calls it, and nobody else.
        public let label: Label
        /// Its key.
        public let key: WitnessKey
        /// Where it may be reached, if that was told.
        public let url: String?
    }

    /// Witnesses and groups of which some must have cosigned.
    public struct Group: Sendable {
        /// What the policy calls it.
        public let label: Label
        /// How many of the members are needed; from one to all of them.
        public let threshold: Int
        /// Witnesses, and groups defined before.
        public let members: [Label]
    }

    /// A name inside a policy. Names are bytes: what only looks alike is another name.
    public struct Label: Hashable, Sendable, CustomStringConvertible {
        /// The bytes in the policy.
        public let bytes: [UInt8]
        /// The name for people, repaired where it is not UTF-8.
        public var description: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// The logs, of which one must have signed. May be empty when the caller knows the log otherwise.
    public internal(set) var logs: [Log] = []
    /// The witnesses.
    public internal(set) var witnesses: [Witness] = []
    /// The groups, each after its members.
    public internal(set) var groups: [Group] = []
    /// The witness or group that must have cosigned; nil when nobody must (`quorum none`).
    public internal(set) var quorum: Label?

    init() {}
}

/// What a policy found in a note that it accepts.
public struct PolicyVerdict: Sendable {
    /// The checkpoint, which may now be trusted as far as the policy is.
    public let checkpoint: Checkpoint
    /// The key of the log that signed it.
    public let log: VerifierKey
    /// The witnesses that cosigned it, as the policy calls them, each with its latest cosignature.
    public let cosignatures: [(witness: LogPolicy.Label, cosignature: Cosignature)]
}

extension LogPolicy {
    /// The checkpoint in a note that a log of the policy signed and enough of its witnesses cosigned.
    ///
    /// Signatures by others are passed over; a wrong one by a known log or witness rejects the note.
    ///
    /// - Parameter logs: further logs that are accepted, for policies that name none.
    public func verified(_ note: SignedNote, logs others: [VerifierKey] = []) throws(NoteError) -> PolicyVerdict {
        let keys = logs.map(\.key) + others
        guard !keys.isEmpty else { throw NoteError(.unknownSigners, "the policy names no log, and no key was given") }
        let signatures = try note.verified(by: keys)
        let checkpoint = try Checkpoint(body: note.text)
        let log = keys.first { key in
            key.name.utf8.elementsEqual(checkpoint.origin.utf8) && signatures.contains { $0.isBy(key.keyName) }
        }
        guard let log else {
            throw NoteError(.wrongOrigin, "the checkpoint is of \(checkpoint.origin), which did not sign it", line: 1)
        }
        let all = try note.cosignatures(by: witnesses.map(\.key))
        let cosignatures = witnesses.compactMap { witness in
            all.filter { $0.noteSignature.isBy(witness.key.keyName) }.max { $0.time < $1.time }.map {
                (witness: witness.label, cosignature: $0)
            }
        }
        try checkQuorum(reachedBy: Set(cosignatures.map(\.witness)))
        return PolicyVerdict(checkpoint: checkpoint, log: log, cosignatures: cosignatures)
    }

    /// Checks that the log of a proof file has a leaf of exactly these bytes, by a checkpoint that the policy accepts.
    ///
    /// - Throws: a ``NoteError`` for the checkpoint, a ``ProofError`` for the proof.
    public func verified(
        _ file: LogProofFile, leaf: [UInt8], logs others: [VerifierKey] = []
    ) throws -> PolicyVerdict {
        let verdict = try verified(file.note, logs: others)
        try Proofs.verifyInclusion(
            leaf: .leaf(leaf), index: file.index, size: verdict.checkpoint.size, proof: file.proof,
            root: verdict.checkpoint.root)
        return verdict
    }

    private func checkQuorum(reachedBy witnesses: Set<Label>) throws(NoteError) {
        guard let quorum, !witnesses.contains(quorum) else { return }
        // Members are defined before their groups, so one pass is enough.
        var (reached, reasons) = (witnesses, [Label: String]())
        for group in groups {
            let present = group.members.filter(reached.contains)
            if present.count >= group.threshold {
                reached.insert(group.label)
            } else {
                let missing = group.members.filter { !reached.contains($0) }
                reasons[group.label] =
                    "\(group.label) has \(present.count) of the \(group.threshold) that it needs; missing are "
                    + missing.map { reasons[$0].map { "(\($0))" } ?? $0.description }.joined(separator: ", ")
            }
        }
        if reached.contains(quorum) { return }
        throw NoteError(.quorumMissed, reasons[quorum] ?? "the witness \(quorum) did not cosign")
    }
}
