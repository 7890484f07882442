/// A text with the signatures of one or more keys below it (C2SP signed-note).
///
/// Reading a note verifies nothing: show and use the text only after ``verified(by:)``.
///
///     The harbour opened at noon.
///
///     — example.org/notes sM5nUg…
public struct SignedNote: Sendable {
    /// Longer notes are refused.
    public static let maximalBytes = 1_000_000
    /// Notes with more signatures are refused.
    public static let maximalSignatures = 100

    /// What a key made of the text, perhaps.
    public struct Signature: Hashable, Sendable {
        /// The key's name.
        public let name: String
        /// The key's number.
        public let keyID: UInt32
        /// The signature itself.
        public let bytes: [UInt8]
    }

    /// The signed text, with its last newline.
    public let text: String
    /// All signatures, in the order of their lines; at least one.
    public private(set) var signatures: [Signature]

    /// Reads a note.
    public init(_ note: String) throws(NoteError) { try self.init(bytes: Array(note.utf8)) }

    /// Reads a note from foreign bytes.
    public init(bytes: [UInt8]) throws(NoteError) {
        try Self.check(bytes)
        // The last blank line divides; the text may have others.
        guard let end = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0A && bytes[$0 + 1] == 0x0A }) else {
            throw NoteError(.malformed, "a note needs a blank line before its signatures")
        }
        guard bytes.count > end + 2, bytes.last == 0x0A else {
            throw NoteError(.malformed, "a note must end with a signature and a newline")
        }
        let lines = bytes[(end + 2)...].dropLast().split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= Self.maximalSignatures else {
            throw NoteError(.tooLarge, "a note may have \(Self.maximalSignatures) signatures, this one \(lines.count)")
        }
        let before = bytes[...end].count { $0 == 0x0A } + 1
        signatures = []
        for (place, line) in lines.enumerated() {
            guard let signature = Signature(line: line) else {
                throw NoteError(.malformed, "not a signature", line: before + place + 1)
            }
            signatures.append(signature)
        }
        text = String(decoding: bytes[...end], as: UTF8.self)
    }

    /// Signs a text, which must end with a newline and hold no other control characters.
    public init(signing text: String, by key: SigningKey) throws(NoteError) {
        let bytes = Array(text.utf8)
        try Self.check(bytes)
        guard bytes.last == 0x0A else { throw NoteError(.malformed, "the text of a note must end with a newline") }
        self.text = text
        signatures = [try Signature(of: bytes, by: key)]
        try checkSize()
    }

    /// The same note with one more signature, in the place of an older one by the same key.
    public func signed(by key: SigningKey) throws(NoteError) -> SignedNote {
        try adding(Signature(of: Array(text.utf8), by: key))
    }

    /// The same note with one more signature, in the place of those by the same key. It is not verified here.
    func adding(_ signature: Signature) throws(NoteError) -> SignedNote {
        var note = self
        note.signatures.removeAll { $0.isBy(name: signature.name, id: signature.keyID) }
        note.signatures.append(signature)
        try note.checkSize()
        return note
    }

    /// The signatures by known keys. At least one there is, and each is right: a wrong one by a known key rejects the
    /// note, while those by unknown keys are passed over.
    public func verified(by keys: [VerifierKey]) throws(NoteError) -> [Signature] {
        let bytes = Array(text.utf8)
        var known: [Signature] = []
        for signature in signatures {
            guard let key = keys.first(where: { signature.isBy($0.keyName) }) else { continue }
            guard key.verifies(signature.bytes, of: bytes) else {
                throw NoteError(.badSignature, "the key \(key.name) did not sign this text")
            }
            known.append(signature)
        }
        guard !known.isEmpty else { throw NoteError(.unknownSigners, "no signature is by a known key") }
        return known
    }

    /// The note as text; reading it gives the same note.
    public var encoded: String { signatures.reduce(text + "\n") { $0 + $1.line } }

    /// What is signed here must be readable elsewhere.
    private func checkSize() throws(NoteError) {
        guard signatures.count <= Self.maximalSignatures, encoded.utf8.count <= Self.maximalBytes else {
            throw NoteError(
                .tooLarge, "a note may have \(Self.maximalBytes) bytes and \(Self.maximalSignatures) signatures")
        }
    }

    private static func check(_ bytes: [UInt8]) throws(NoteError) {
        guard bytes.count <= maximalBytes else {
            throw NoteError(.tooLarge, "a note may have \(maximalBytes) bytes, this one \(bytes.count)")
        }
        guard String(validating: bytes, as: UTF8.self) != nil else { throw NoteError(.malformed, "not UTF-8") }
        if let control = bytes.firstIndex(where: { $0 < 0x20 && $0 != 0x0A }) {
            let line = bytes[..<control].count { $0 == 0x0A } + 1
            throw NoteError(.malformed, "a control character", line: line)
        }
    }
}

extension SignedNote.Signature {
    /// An em dash and a space.
    private static let mark: [UInt8] = [0xE2, 0x80, 0x94, 0x20]

    fileprivate init(of bytes: [UInt8], by key: SigningKey) throws(NoteError) {
        self.init(name: key.name, keyID: key.verifier.id, bytes: try key.signature(of: bytes))
    }

    /// Reads a line without its newline; nil for what is none.
    init?(line: ArraySlice<UInt8>) {
        guard line.starts(with: Self.mark) else { return nil }
        let parts = line.dropFirst(Self.mark.count).split(separator: 0x20, omittingEmptySubsequences: false)
        guard parts.count == 2, let name = String(validating: parts[0], as: UTF8.self), KeyName.isValid(name),
            let bytes = Base64.decode(parts[1]), bytes.count > 4
        else { return nil }
        self.init(name: name, keyID: bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }, bytes: Array(bytes[4...]))
    }

    /// The line with its newline.
    var line: String { "— \(name) \(Base64.encode(KeyName.bytes(of: keyID) + bytes))\n" }

    /// Names are compared by their bytes: a string equals others that are only spelt alike.
    func isBy(name: String, id: UInt32) -> Bool { keyID == id && self.name.utf8.elementsEqual(name.utf8) }

    func isBy(_ key: KeyName) -> Bool { isBy(name: key.name, id: key.id) }
}
