/// What a witness says of a checkpoint: that at this time it knew of no larger log of that origin, and of none that
/// contradicts this one (C2SP tlog-cosignature, Ed25519).
public struct Cosignature: Hashable, Sendable {
    /// The witness's name.
    public let name: String
    /// The number of the witness's key.
    public let keyID: UInt32
    /// When it was made by the witness's clock, in seconds since 1970.
    public let time: Int
    /// The Ed25519 signature, 64 bytes.
    let signature: [UInt8]

    init(name: String, keyID: UInt32, time: Int, signature: [UInt8]) {
        (self.name, self.keyID, self.time, self.signature) = (name, keyID, time, signature)
    }

    /// What a line of a note holds: eight bytes of time, the highest first, and the signature. Nil for anything else.
    init?(_ line: SignedNote.Signature) {
        guard line.bytes.count == 72,
            let time = Int(exactly: line.bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        else { return nil }
        self.init(name: line.name, keyID: line.keyID, time: time, signature: Array(line.bytes[8...]))
    }

    /// The same as a signature of a note.
    var noteSignature: SignedNote.Signature {
        let time = withUnsafeBytes(of: UInt64(time).bigEndian) { Array($0) }
        return SignedNote.Signature(name: name, keyID: keyID, bytes: time + signature)
    }

    /// The line of a note, with its newline; what a witness answers.
    public var line: String { noteSignature.line }

    /// What is signed.
    static func message(time: Int, body: String) -> [UInt8] { Array("cosignature/v1\ntime \(time)\n\(body)".utf8) }
}

extension SignedNote {
    /// The cosignatures by known witnesses, perhaps none. A wrong one by a known witness rejects the note, while
    /// signatures by anybody else are passed over. One witness may have cosigned more than once.
    public func cosignatures(by witnesses: [WitnessKey]) throws(NoteError) -> [Cosignature] {
        var known: [Cosignature] = []
        for signature in signatures {
            guard let key = witnesses.first(where: { signature.isBy($0.keyName) }) else { continue }
            guard let cosignature = Cosignature(signature), key.verifies(cosignature, of: text) else {
                throw NoteError(.badSignature, "the witness \(key.name) did not cosign this checkpoint")
            }
            known.append(cosignature)
        }
        return known
    }

    /// The same note with a cosignature, which must be right and by one of the witnesses, in the place of an older one
    /// by the same witness.
    public func adding(_ cosignature: Cosignature, by witnesses: [WitnessKey]) throws(NoteError) -> SignedNote {
        let signature = cosignature.noteSignature
        guard let key = witnesses.first(where: { signature.isBy($0.keyName) }) else {
            throw NoteError(.unknownSigners, "\(cosignature.name) is not a known witness")
        }
        guard key.verifies(cosignature, of: text) else {
            throw NoteError(.badSignature, "the witness \(key.name) did not cosign this checkpoint")
        }
        let others = signatures.filter { $0.isBy(key.keyName) }.compactMap { Cosignature($0) }
        let isOutdated = others.contains { $0.time > cosignature.time && key.verifies($0, of: text) }
        return isOutdated ? self : try adding(signature)
    }

    /// The same note with the cosignatures in a witness's answer: lines as they stand in a note. Those by unknown
    /// witnesses are left out; at least one must be by a known one, and each of these right.
    public func adding(lines: [UInt8], by witnesses: [WitnessKey]) throws(NoteError) -> SignedNote {
        let whole = try SignedNote(bytes: Array((text + "\n").utf8) + lines)
        // Lines that are a note of their own would have moved the blank line that divides.
        guard whole.text.utf8.elementsEqual(text.utf8) else {
            throw NoteError(.malformed, "an answer may only hold the lines of signatures")
        }
        let cosignatures = try whole.cosignatures(by: witnesses)
        guard !cosignatures.isEmpty else { throw NoteError(.unknownSigners, "no cosignature is by a known witness") }
        var note = self
        for cosignature in cosignatures { note = try note.adding(cosignature, by: witnesses) }
        return note
    }

    /// The same note, a checkpoint, with a cosignature of the time in seconds since 1970.
    ///
    /// Nothing is compared with what the witness cosigned before: that is for ``Witness``.
    func cosigned(by key: WitnessSigningKey, time: Int) throws(NoteError) -> SignedNote {
        _ = try Checkpoint(body: text)
        return try adding(key.cosignature(of: text, time: time).noteSignature)
    }
}
