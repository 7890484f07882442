import HearsayCore

/// Links of feeds.
enum FeedAddress {
    /// Bytes of an address. Longer ones are those of no page, and many of them would fill the memory.
    static let longest = 4096

    /// The absolute http or https address of a link; nil where there is none, or one that is too long.
    static func resolve(_ link: String, base: String?) -> String? {
        let link = Array(link.utf8)[...].trimmed
        guard !link.isEmpty, let found = WebAddress.resolve(link, base: base), found.utf8.count <= longest else {
            return nil
        }
        var address = Array(found.utf8).filter { $0 >= 0x20 && $0 != 0x7F }[...]
        guard address.startsIgnoringCase("http://") || address.startsIgnoringCase("https://"),
            let mark = address.firstIgnoringCase("://")
        else { return nil }
        let host = address[(mark + 3)...].prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        guard !host.isEmpty, !host.contains(where: { $0 <= 0x20 }) else { return nil }
        address = withoutDots(address, path: host.endIndex)
        return address.contains(0x20)
            ? address.split(separator: 0x20, omittingEmptySubsequences: false).map { $0.string }.joined(
                separator: "%20")
            : address.string
    }

    /// The address with "." and ".." in its path carried out (RFC 3986, 5.2.4).
    private static func withoutDots(_ address: ByteSlice, path start: Int) -> ByteSlice {
        let path = address[start...].prefix { $0 != 0x3F && $0 != 0x23 }
        guard path.first == 0x2F, path.firstIgnoringCase("/.") != nil else { return address }
        var parts: [ByteSlice] = []
        let all = path.dropFirst().split(separator: 0x2F, omittingEmptySubsequences: false)
        for (i, part) in all.enumerated() {
            let isLast = i == all.count - 1
            if part.elementsEqual("..".utf8) {
                _ = parts.popLast()
                if isLast { parts.append([]) }
            } else if part.elementsEqual(".".utf8) {
                if isLast { parts.append([]) }
            } else {
                parts.append(part)
            }
        }
        return address[..<start] + [0x2F] + parts.joined(separator: [0x2F]) + address[path.endIndex...]
    }
}
