internal import HearsayCore
internal import HearsayLedger
internal import Timestamping
internal import TransparencyLog

extension LedgerDesk: Desk {
    /// The name under which the log signs: the ledger's own id, so that no two logs share one.
    var origin: String { "hearsay/ledger/" + logID }

    var logID: String { Digest.hex(ledger.id) }

    /// The transparency log with its latest entries.
    public func log(limit: Int) throws -> LogDetail {
        let tree = try tree()
        let (note, key) = try keeping { (try keys.checkpoint(of: logID), try signingKey()) }
        let signed = try keeping { try key.flatMap { try lastCheckpoint(by: $0)?.checkpoint } }
        let entries = try asking { try $0.latestEntries(limit: limit) }
        return LogDetail(
            origin: origin, size: tree.count, root: tree.root().hex, checkpoint: note, signedSize: signed?.size,
            verifierKey: key?.verifier.description,
            entries: entries.map { entry in
                LogDetail.Entry(
                    index: entry.index, kind: entry.kind.rawValue, time: entry.time, hash: entry.hash.hex,
                    about: entry.about, article: entry.revision?.article)
            })
    }

    /// Signs the log as it stands, unless that would contradict the last checkpoint.
    public func checkpoint() throws -> String {
        try keeping {
            try keys.exclusively(logID) {
                let tree = try tree()
                guard tree.count > 0 else { throw DeskError(.invalid, "the log is empty; add an article first") }
                let key = try keys.signingKey(of: logID, SigningKey.init(secretText:), orNew: newKey)
                if let (text, last) = try lastCheckpoint(by: key) {
                    if let finding = disagreement(of: tree, with: last) { throw DeskError(.unverified, finding.text) }
                    // What witnesses cosigned stays.
                    if last.size == tree.count { return text }
                }
                let note = try Checkpoint(origin: origin, size: tree.count, root: tree.root()).signed(by: key)
                try keys.keep(checkpoint: note, of: logID)
                return note
            }
        }
    }

    /// The entry of the reading that carries a claim first: what a receipt for the claim is about.
    /// - Throws: ``DeskError/Code/notFound`` when there is no such claim.
    public func entry(ofClaim id: String) throws -> Int {
        let snapshot = try snapshot()
        guard let first = snapshot.claim(id)?.members.first, let key = snapshot.revisions[first.article] else {
            throw DeskError(.notFound, "there is no claim \(id)")
        }
        guard let revision = try asking({ try $0.revisions(of: key.article).first { $0.key == key } }) else {
            throw DeskError(.damaged, "the reading that carries the claim is missing")
        }
        return revision.readingEntry
    }

    /// A proof that an entry is in the log as it was last signed; the entry's own bytes go along.
    public func proof(ofEntry index: Int) throws -> String {
        try keeping {
            let (note, signed, tree) = try signedTree()
            guard let key = try signingKey() else { throw DeskError(.notFound, "the key of this log is not here") }
            guard index >= 0, index < signed.size,
                let entry = try asking({ try $0.entries(from: index, limit: 1).first })
            else {
                throw DeskError(
                    .notFound, "entry \(index) is not in the signed log, which has \(signed.size); sign it anew first")
            }
            let proof = LogProofFile(
                index: index, proof: try tree.inclusionProof(of: index, in: signed.size),
                note: note, extra: entry.leaf)
            _ = try proof.verified(leaf: entry.leaf, by: key.verifier, origin: origin)
            return proof.encoded
        }
    }

    /// Recomputes the log from what is stored, and holds it against the last checkpoint.
    public func verify() throws -> LogVerification { try verify(against: nil) }

    /// Recomputes the log from what is stored, and holds it against a signed note in a file, else against the last
    /// checkpoint that was kept outside the ledger.
    public func verify(against file: String?) throws -> LogVerification {
        try keeping {
            // Before the ledger is read: a later one may be of more entries than are seen.
            let isSigned = try keys.checkpoint(of: logID) != nil
            let key = try signingKey()
            if isSigned, key == nil { throw keys.missingKey(of: logID) }
            let remembered = try key.flatMap { try lastCheckpoint(by: $0)?.checkpoint }
            let given = try file.map { try checkpoint(in: $0, by: key) }
            let check = try asking { try $0.verify() }
            let tree = MerkleTree(leaves: check.leafHashes)
            var findings = check.findings.map { LogVerification.Finding(index: $0.index, text: $0.text) }
            var anchor = LogVerification.Anchor.itself
            // A note that is named does not stand in for the remembered one: an older one would hide a restored copy.
            for signed in [remembered, given].compactMap(\.self) {
                anchor = .checkpoint(size: signed.size)
                if let finding = disagreement(of: tree, with: signed), !findings.contains(finding) {
                    findings.append(finding)
                }
            }
            return LogVerification(
                entries: tree.count, root: tree.root().hex, anchor: anchor, findings: findings)
        }
    }

    /// Why what is added from now on cannot be signed, as far as that shows at a glance: fewer entries than were signed.
    /// Nil when nothing shows; ``verify()`` tells for sure.
    public func shortfall() throws -> String? {
        guard let note = try? keys.checkpoint(of: logID), let body = try? SignedNote(note).text,
            let signed = try? Checkpoint(body: body)
        else { return nil }
        let size = try asking { try $0.logSize() }
        return size < signed.size ? Self.shortfall(size, of: signed.size) : nil
    }

    private static func shortfall(_ size: Int, of signed: Int) -> String {
        "the log has \(size) entries, but \(signed) were signed; entries were taken away, or an older copy was put back"
    }

    // MARK: Parts

    func tree() throws -> MerkleTree {
        MerkleTree(leaves: try asking { try $0.leafHashes() })
    }

    /// The checkpoint of a signed note that the user keeps elsewhere.
    private func checkpoint(in file: String, by key: SigningKey?) throws -> Checkpoint {
        let text: String
        do { text = String(decoding: try FileBytes.read(file, limit: 1 << 16), as: UTF8.self) } catch {
            throw DeskError(.notFound, "\(file): \(error.reason)")
        }
        guard let key else { throw DeskError(.notFound, "the key of this ledger's log is not on this machine") }
        do { return try Checkpoint.verified(note: text, by: key.verifier, origin: origin) } catch {
            throw DeskError(.unverified, "\(file): \(error)")
        }
    }

    func signingKey() throws -> SigningKey? { try keys.signingKey(of: logID, SigningKey.init(secretText:)) }

    private func newKey() throws -> (key: SigningKey, text: String) {
        let key = try SigningKey.generate(name: origin)
        return (key, key.secretText)
    }

    /// The last signed checkpoint with its note; nil when none was signed.
    func lastCheckpoint(by key: SigningKey) throws -> (note: String, checkpoint: Checkpoint)? {
        try keys.checkpoint(of: logID) { note throws(NoteError) in
            try Checkpoint.verified(note: note, by: key.verifier, origin: origin)
        }
    }

    /// Why the log does not begin with what was signed; nil when it does.
    func disagreement(of tree: MerkleTree, with signed: Checkpoint) -> LogVerification.Finding? {
        guard signed.size <= tree.count else {
            return LogVerification.Finding(index: nil, text: Self.shortfall(tree.count, of: signed.size))
        }
        guard (try? tree.root(at: signed.size)) == signed.root else {
            return LogVerification.Finding(
                index: nil,
                text:
                    "the first \(signed.size) entries are not those that were signed; they were changed, or an older copy "
                    + "was put back and added to")
        }
        return nil
    }

    /// Runs `body`, turning what files, keys and notes throw into the desk's errors.
    func keeping<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch let problem as FileProblem {
            throw DeskError(.failed, "\(keys.path): \(problem.reason)")
        } catch let error as NoteError {
            throw DeskError(.unverified, "\(keys.path): \(error)")
        } catch let error as TimestampError {
            throw DeskError(.unverified, "the time-stamp: \(error)")
        } catch let error as ProofError {
            throw DeskError(.unverified, error.reason)
        } catch let error as TileError {
            throw DeskError(.unverified, "\(error)")
        }
    }
}
