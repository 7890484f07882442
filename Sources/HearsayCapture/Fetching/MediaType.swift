/// What a Content-Type header says: "text/html; charset=utf-8".
struct MediaType: Hashable, Sendable {
    /// "text/html", in small letters.
    let name: String
    /// The value of the parameter "charset", as it is written.
    let charset: String?

    /// The type of a header's value; nil when it names none.
    init?(_ value: String) {
        let parts = Array(value.utf8).split(separator: 0x3B, omittingEmptySubsequences: false)
        guard let first = parts.first?.trimmed, first.contains(0x2F) else { return nil }
        name = String(decoding: first.asciiLowercased, as: UTF8.self)
        charset = parts.dropFirst().lazy.compactMap(Self.charset).first
    }

    private static func charset(_ parameter: ByteSlice) -> String? {
        guard let equals = parameter.firstIndex(of: 0x3D), parameter[..<equals].trimmed.equalsIgnoringCase("charset")
        else { return nil }
        let value = parameter[(equals + 1)...].trimmed.filter { $0 != 0x22 && $0 != 0x27 }
        return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }

    /// Whether an article may come as this: any text, XHTML, XML and the feeds that are XML.
    var mayBeArticle: Bool {
        name.hasPrefix("text/") || name == "application/xml"
            || name.hasPrefix("application/") && name.hasSuffix("+xml")
    }
}
