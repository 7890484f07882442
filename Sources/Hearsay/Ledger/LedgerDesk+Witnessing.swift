internal import HearsayLedger
internal import Timestamping
internal import TransparencyLog

/// A time-stamp of a checkpoint, checked.
public struct StampDetail: Equatable, Sendable {
    /// Its number.
    public var number: Int
    /// The size of the log that it is for.
    public var size: Int
    /// When the authority had the checkpoint, RFC 3339; nil while its reply is waited for.
    public var time: String?
    /// The authority's name, as its certificate gives it.
    public var signer: String?
    /// What its certificate was held against.
    public var trust: String?
}

extension LedgerDesk {
    // MARK: Static files

    /// Writes the log as static files into a folder, those only that are not there yet, and the last signed checkpoint
    /// after them. Any host can serve the folder, and anybody can verify it (C2SP tlog-tiles).
    /// - Returns: how many files were written, and the size of the log in them.
    public func exportTiles(to folder: String) throws -> (files: Int, size: Int) {
        try keeping {
            let (note, signed, tree) = try signedTree()
            let old = try exportedSize(folder, tree: tree)
            guard old <= signed.size else {
                throw DeskError(.unverified, "\(folder) holds a larger log, of \(old) entries")
            }
            var files = 0
            try tree.writeTiles(
                from: old, to: signed.size,
                entries: { range in
                    try self.asking { try $0.entries(from: range.lowerBound, limit: range.count).map(\.leaf) }
                },
                write: { path, bytes in
                    let file = "\(folder)/\(path)"
                    if let slash = file.lastIndex(of: "/") { try FileBytes.createFolder(String(file[..<slash])) }
                    try FileBytes.write(bytes, to: file)
                    files += 1
                })
            try FileBytes.createFolder(folder)
            try FileBytes.write(Array(note.encoded.utf8), to: folder + "/checkpoint")
            return (files + 1, signed.size)
        }
    }

    /// The size of the log that a folder holds, which must be a beginning of this one; 0 for none.
    private func exportedSize(_ folder: String, tree: MerkleTree) throws -> Int {
        guard let bytes = try? FileBytes.read(folder + "/checkpoint", limit: 1 << 20) else { return 0 }
        let old = try Checkpoint(body: SignedNote(bytes: bytes).text)
        guard old.origin == origin, old.size <= tree.count, try tree.root(at: old.size) == old.root else {
            throw DeskError(.unverified, "\(folder) holds another log, or one that this one contradicts")
        }
        return old.size
    }

    /// The last signed note with its checkpoint, and the tree, which agrees with it.
    func signedTree() throws -> (note: SignedNote, checkpoint: Checkpoint, tree: MerkleTree) {
        guard let key = try signingKey(), let (text, checkpoint) = try lastCheckpoint(by: key) else {
            throw DeskError(.notFound, "nothing was signed yet; `hearsay log checkpoint` signs")
        }
        let (note, tree) = (try SignedNote(text), try tree())
        if let finding = disagreement(of: tree, with: checkpoint) { throw DeskError(.unverified, finding.text) }
        return (note, checkpoint, tree)
    }

    // MARK: Witnesses

    /// What a witness is asked: the last signed checkpoint, with the proof that the log only grew since the size that the
    /// witness saw last; 0 if it never saw the log (C2SP tlog-witness).
    public func witnessRequest(since size: Int) throws -> String {
        try keeping {
            let (note, checkpoint, tree) = try signedTree()
            guard (0...checkpoint.size).contains(size) else {
                throw DeskError(.invalid, "the log was never signed with \(size) entries")
            }
            let proof =
                size == 0 || size == checkpoint.size ? [] : try tree.consistencyProof(from: size, to: checkpoint.size)
            return WitnessRequest(oldSize: size, proof: proof, note: note).encoded
        }
    }

    /// Adds the cosignatures of a witness's answer to the last checkpoint, once they are found right.
    /// - Parameter witnesses: keys of witnesses, as text.
    /// - Returns: the note with them.
    public func addCosignatures(_ answer: [UInt8], by witnesses: [String]) throws -> String {
        try keeping {
            try keys.exclusively(logID) {
                let (note, _, _) = try signedTree()
                let known = try witnesses.map { text throws in try WitnessKey(text) }
                let cosigned = try note.adding(lines: answer, by: known).encoded
                try keys.keep(checkpoint: cosigned, of: logID)
                return cosigned
            }
        }
    }

    /// Holds the last checkpoint against a policy of which logs and witnesses must have signed (C2SP tlog-policy).
    /// - Returns: the names of the witnesses that cosigned, with the times in seconds since 1970.
    public func judge(byPolicy policy: [UInt8]) throws -> [(witness: String, time: Int)] {
        try keeping {
            let (note, _, _) = try signedTree()
            let own = try signingKey().map { [$0.verifier] } ?? []
            let verdict = try LogPolicy(bytes: policy).verified(note, logs: own)
            return verdict.cosignatures.map { ($0.witness.description, $0.cosignature.time) }
        }
    }

    // MARK: Time

    /// A request for a time-stamp of the last checkpoint, to be sent to an authority (RFC 3161); it is kept.
    public func stampRequest() throws -> [UInt8] {
        try keeping {
            let (note, _, _) = try signedTree()
            let request = try TimestampRequest(of: Array(note.encoded.utf8))
            _ = try keys.exclusively(logID) {
                try keys.keepStamp(request: request.der, of: note.encoded, in: logID)
            }
            return request.der
        }
    }

    /// Checks an authority's reply against the requests that wait for one, and keeps it as it came.
    /// - Parameter anchors: certificates of trusted authorities in PEM; without them the signature alone is checked.
    public func keepStamp(_ reply: [UInt8], anchors: [UInt8]?) throws -> StampDetail {
        try keeping {
            try keys.exclusively(logID) {
                let waiting = try keys.stamps(of: logID).filter { $0.reply == nil }
                guard !waiting.isEmpty else {
                    throw DeskError(.notFound, "no time-stamp was asked for; `hearsay log stamp` makes the request")
                }
                var failure: (any Error)?
                for var stamp in waiting.reversed() {
                    stamp.reply = reply
                    do {
                        let detail = try Self.checked(stamp, anchors: anchors)
                        try keys.keepStamp(reply: reply, number: stamp.number, in: logID)
                        return detail
                    } catch let error as TimestampError { failure = failure ?? error }
                }
                throw failure ?? DeskError(.failed, "the reply fits no request")
            }
        }
    }

    /// The time-stamps of this log's checkpoints, each checked again.
    public func stamps(anchors: [UInt8]?) throws -> [StampDetail] {
        try keeping {
            try keys.stamps(of: logID).map { stamp in
                do { return try Self.checked(stamp, anchors: anchors) } catch let error as TimestampError {
                    let size = try Checkpoint(body: SignedNote(stamp.note).text).size
                    return StampDetail(
                        number: stamp.number, size: size, time: "no proved time", signer: "nobody who can be checked",
                        trust: "not verified: \(error)")
                }
            }
        }
    }

    private static func checked(_ stamp: KeptStamp, anchors: [UInt8]?) throws -> StampDetail {
        let size = try Checkpoint(body: SignedNote(stamp.note).text).size
        var detail = StampDetail(number: stamp.number, size: size, time: nil, signer: nil, trust: nil)
        guard let reply = stamp.reply else { return detail }
        let timestamp = try TimestampReply(der: reply).verified(
            of: Array(stamp.note.utf8), request: TimestampRequest(der: stamp.request),
            anchors: anchors.map { pem throws in try TrustAnchors(pem: pem) })
        (detail.time, detail.signer) = (timestamp.time, timestamp.signer)
        detail.trust = timestamp.trust.description
        return detail
    }
}
