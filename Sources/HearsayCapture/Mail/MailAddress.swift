import HearsayCore

/// Who sent a mail: "Harbour Post <news@harbourpost.example>".
struct MailAddress: Hashable {
    /// The name that is shown; nil without one.
    private(set) var name: String?
    /// The host behind the "@", in small letters.
    private(set) var host: String?

    /// The first address of a header's raw value; nil when it holds neither a name nor an address.
    init?(_ value: ByteSlice) {
        let value = value.prefix(2000)
        var address = value
        var shown = ByteSlice()
        if let close = value.firstIndex(of: 0x3E), let open = value[..<close].lastIndex(of: 0x3C) {
            address = value[(open + 1)..<close]
            shown = value[..<open]
        } else if let open = value.firstIndex(of: 0x28), value[..<open].contains(0x40) {
            // The old form: news@harbourpost.example (Harbour Post)
            address = value[..<open]
            shown = value[(open + 1)...].prefix { $0 != 0x29 }
        } else if !value.contains(0x40) {
            (address, shown) = ([], value)
        }
        host = Self.host(of: address)
        name = Self.name(shown)
        if host == nil, name == nil { return nil }
    }

    private static func host(of address: ByteSlice) -> String? {
        guard let at = address.lastIndex(of: 0x40) else { return nil }
        let host = address[(at + 1)...].prefix {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2E || $0 >= 0x80
        }
        guard host.contains(0x2E), host.first != 0x2E, host.last != 0x2E, host.count <= 253 else { return nil }
        return String(decoding: host.asciiLowercased, as: UTF8.self)
    }

    /// A name without quotation marks; an address in its place is none.
    private static func name(_ shown: ByteSlice) -> String? {
        let plain = Array(shown.trimmed.filter { $0 != 0x22 && $0 != 0x5C })
        let words = Whitespace.collapsed(EncodedWords.decode(plain[...].trimmed))
        guard words.count >= 2, words.count <= 120, !words.contains(0x40) else { return nil }
        return words.string
    }

    /// The registered domain of the host, where it is the outlet's own and not that of a service that sends for many.
    var ownDomain: String? {
        guard let host else { return nil }
        let domain = RegisteredDomain.of(host: host)
        return MailingServices.contains(domain) ? nil : domain
    }
}
