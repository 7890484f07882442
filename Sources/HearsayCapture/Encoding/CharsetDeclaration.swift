import HearsayCore

/// The encoding that a page declares in its first bytes.
enum CharsetDeclaration {
    /// The declared encoding: `<meta charset>`, `http-equiv`, or an XML declaration within the first 4 KiB.
    static func find(in bytes: [UInt8]) -> CharacterEncoding? {
        let head = bytes.prefix(4096)
        if let xml = head.firstIgnoringCase("<?xml"), let name = value(of: "encoding", in: head[xml...].prefix(200)) {
            return declared(name)
        }
        var rest = head
        while let at = rest.firstIgnoringCase("<meta") {
            let tag = rest[at...].prefix { $0 != 0x3E }
            if let name = value(of: "charset", in: tag) { return declared(name) }
            rest = rest[(at + 5)...]
        }
        return nil
    }

    /// A declaration that can be read byte by byte cannot mean UTF-16; then UTF-8 is meant.
    private static func declared(_ label: ByteSlice) -> CharacterEncoding? {
        guard let encoding = CharacterEncoding(label: label) else { return nil }
        return encoding.extendsASCII ? encoding : .utf8
    }

    private static func value(of name: String, in tag: ByteSlice) -> ByteSlice? {
        guard let at = tag.firstIgnoringCase(name) else { return nil }
        var rest = tag[(at + name.utf8.count)...].drop { $0.isASCIISpace }
        guard rest.first == 0x3D else { return nil }
        rest = rest.dropFirst().drop { $0.isASCIISpace || $0 == 0x22 || $0 == 0x27 }
        let label = rest.prefix {
            !$0.isASCIISpace && $0 != 0x22 && $0 != 0x27 && $0 != 0x3B && $0 != 0x3F && $0 != 0x2F
        }
        return label.isEmpty ? nil : label
    }
}
