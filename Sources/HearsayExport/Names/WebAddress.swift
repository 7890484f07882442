internal import HearsayCore

/// Foreign addresses made fit for formats that take URIs only (RFC 3986).
enum WebAddress {
    /// The address with everything percent-encoded that a URI may not hold; nil when it is no http or https address.
    static func uri(_ text: String?) -> String? {
        guard let text else { return nil }
        let bytes = Array(text.utf8)
        let schemes = ["https://", "http://"].map { Array($0.utf8) }
        let scheme = schemes.first { bytes.count > $0.count && lowercased(bytes.prefix($0.count)) == $0 }
        guard let scheme else { return nil }
        let rest = bytes[scheme.count...]
        let authority = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        guard let host = encodedAuthority(Array(authority)) else { return nil }
        return String(decoding: scheme + host + encodedPath(Array(rest[authority.endIndex...])), as: UTF8.self)
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
    }

    /// Host and port, perhaps after a user; nil when there is no host, or what stands there is none.
    private static func encodedAuthority(_ bytes: [UInt8]) -> [UInt8]? {
        let at = bytes.lastIndex(of: 0x40).map { $0 + 1 } ?? 0
        let user = encoded(Array(bytes[..<at])) { isUnreserved($0) || "!$&'()*+,;=:@".utf8.contains($0) }
        var host = Array(bytes[at...])
        var port: [UInt8] = []
        if let colon = host.lastIndex(of: 0x3A), host[colon...].dropFirst().allSatisfy(\.isASCIIDigit) {
            port = Array(host[colon...])
            host = Array(host[..<colon])
        }
        guard !host.isEmpty, user.filter({ $0 == 0x40 }).count <= 1 else { return nil }
        if host.first == 0x5B { return isIPv6(host) ? user + host + port : nil }
        guard !host.contains(0x3A) else { return nil }
        return user + encoded(host) { isUnreserved($0) || "!$&'()*+,;=".utf8.contains($0) } + port
    }

    private static func isIPv6(_ host: [UInt8]) -> Bool {
        let inner = host.dropFirst().dropLast()
        guard host.last == 0x5D, inner.contains(0x3A), inner.count <= 39 else { return false }
        let groups = inner.split(separator: 0x3A, omittingEmptySubsequences: false)
        let gaps = groups.indices.dropFirst().count { groups[$0].isEmpty && groups[$0 - 1].isEmpty }
        let short = inner.starts(with: [0x3A, 0x3A]) || inner.suffix(2).elementsEqual([0x3A, 0x3A])
        let empties = groups.count { $0.isEmpty }
        let isWhole = empties == 0 && groups.count == 8
        let isShort = groups.count <= 8 && gaps <= 1 && (short ? empties == 2 : empties == 1)
        return (isWhole || isShort)
            && groups.allSatisfy {
                $0.count <= 4 && $0.allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
            }
    }

    /// Path, query and fragment. A second "#" belongs to the fragment, where it is not allowed.
    private static func encodedPath(_ bytes: [UInt8]) -> [UInt8] {
        let fragment = bytes.firstIndex(of: 0x23)
        let head = encoded(Array(bytes[..<(fragment ?? bytes.count)]), isPath)
        return fragment.map { head + [0x23] + encoded(Array(bytes[($0 + 1)...]), isPath) } ?? head
    }

    private static func isPath(_ byte: UInt8) -> Bool { isUnreserved(byte) || "!$&'()*+,;=:@/?".utf8.contains(byte) }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte)
    }

    private static func encoded(_ bytes: [UInt8], _ allowed: (UInt8) -> Bool) -> [UInt8] {
        var result: [UInt8] = []
        for (i, byte) in bytes.enumerated() {
            if allowed(byte) || byte == 0x25 && isEscape(bytes[i...]) {
                result.append(byte)
            } else {
                result.append(0x25)
                result.append(contentsOf: Hexadecimal.digits(of: byte).map { $0 > 0x39 ? $0 - 0x20 : $0 })
            }
        }
        return result
    }

    private static func isEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= 3
            && bytes.dropFirst().prefix(2).allSatisfy { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
    }
}
