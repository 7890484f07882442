import HearsayCore

/// The header lines of a message or of one of its parts, unfolded.
struct MailHeaders {
    private struct Field {
        var name: [UInt8]
        var value: [UInt8]
    }

    private var fields: [Field] = []

    /// Reads header lines from an offset up to the first blank line; returns them and the offset behind that line.
    ///
    /// A line without a colon ends the block too: what follows was meant as text.
    /// Throws when the block is longer than ``MailLimits`` allow.
    static func read(_ bytes: ByteSlice) throws(CaptureError) -> (headers: MailHeaders, end: Int) {
        var (out, at) = (MailHeaders(), bytes.startIndex)
        while at < bytes.endIndex {
            let line = MailLine.line(in: bytes, at: at)
            if line.words.allSatisfy(\.isASCIISpace) { return (out, line.next) }
            guard line.next - bytes.startIndex <= MailLimits.headers, out.fields.count < MailLimits.fields else {
                throw CaptureError(.tooLarge, "the header lines are longer than any mail's", at: .init(byte: at))
            }
            if let first = line.words.first, first == 0x20 || first == 0x09 {
                out.goOn(line.words)
            } else if let field = field(line.words) {
                out.fields.append(field)
            } else if !line.words.starts(with: ">From ".utf8) {
                return (out, at)
            }
            at = line.next
        }
        return (out, at)
    }

    private static func field(_ line: ByteSlice) -> Field? {
        guard let name = name(of: line) else { return nil }
        let value = line[(name.endIndex + 1)...].prefix(MailLimits.value).trimmed
        return Field(name: name.trimmed.asciiLowercased, value: Array(value))
    }

    /// The name before the colon of a header line; nil for any other line.
    static func name(of line: ByteSlice) -> ByteSlice? {
        let name = line.prefix(80).prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
        guard !name.isEmpty, name.endIndex < line.endIndex, line[name.endIndex] == 0x3A else { return nil }
        return name
    }

    private mutating func goOn(_ line: ByteSlice) {
        guard let last = fields.indices.last else { return }
        let room = MailLimits.value - fields[last].value.count
        guard room > 1 else { return }
        fields[last].value.append(0x20)
        fields[last].value.append(contentsOf: line.trimmed.prefix(room - 1))
    }

    /// The raw value of the first field of a name in small letters.
    func raw(_ name: String) -> ByteSlice? {
        fields.first { $0.name.elementsEqual(name.utf8) }?.value[...]
    }

    /// The first value of a name in small letters, with its encoded words decoded and its white space collapsed; nil when
    /// it is empty.
    func text(_ name: String) -> String? {
        guard let raw = raw(name) else { return nil }
        let words = Whitespace.collapsed(EncodedWords.decode(raw))
        return words.isEmpty ? nil : words.string
    }

    /// Whether there is a field of a name in small letters.
    func has(_ name: String) -> Bool { raw(name) != nil }

    /// Whether there is no field at all.
    var isEmpty: Bool { fields.isEmpty }
}
