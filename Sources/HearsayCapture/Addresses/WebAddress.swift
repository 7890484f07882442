import HearsayCore

/// Addresses of web pages in running text, and the parts of them.
enum WebAddress {
    /// The first `http(s)://` or `www.` address in some words.
    static func find(in words: ByteSlice) -> (address: String, range: Range<Int>)? {
        var start: Int?
        for mark in ["http://", "https://", "www."] {
            if let at = words.firstIgnoringCase(mark), start.map({ at < $0 }) ?? true { start = at }
        }
        guard let start else { return nil }
        if start > words.startIndex, words[start - 1].isASCIILetter || words[start - 1].isASCIIDigit { return nil }
        var end =
            words[start...].firstIndex { $0.isASCIISpace || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 } ?? words.endIndex
        while end > start, [0x2E, 0x2C, 0x3B, 0x29, 0x5D].contains(words[end - 1]) { end -= 1 }
        let address = words[start..<end]
        guard address.count >= 8, host(of: address) != nil else { return nil }
        return ((address.startsIgnoringCase("www.") ? "https://" : "") + address.string, start..<end)
    }

    /// The host of an address in small letters; nil when it has none that a page can have.
    static func host(of address: ByteSlice) -> String? {
        var rest = address.trimmed
        if rest.startsIgnoringCase("https://") {
            rest = rest.dropFirst(8)
        } else if rest.startsIgnoringCase("http://") {
            rest = rest.dropFirst(7)
        } else if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
        } else if !rest.startsIgnoringCase("www.") {
            return nil
        }
        var host = rest.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
        if let at = host.lastIndex(of: 0x40) { host = host[(at + 1)...] }
        host = host.prefix { $0 != 0x3A }
        guard host.contains(0x2E), host.count <= 253, host.first != 0x2E, host.last != 0x2E else { return nil }
        let legal = host.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2E || $0 >= 0x80 }
        return legal ? String(decoding: host.asciiLowercased, as: UTF8.self) : nil
    }

    /// The absolute address of a link on a page; nil for what leads to no page (scripts, mail, anchors).
    static func resolve(_ link: ByteSlice, base: String?) -> String? {
        let link = unbroken(link.trimmed)
        guard let first = link.first, link.count <= 4096, first != 0x23 else { return nil }
        if link.startsIgnoringCase("http://") || link.startsIgnoringCase("https://") { return link.string }
        let scheme = link.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E }
        if link.dropFirst(scheme.count).first == 0x3A {
            // A misspelt "http" still means a page; it is kept as it stands.
            return scheme.firstIgnoringCase("ttp") != nil && link[scheme.endIndex...].starts(with: "://".utf8)
                ? link.string : nil
        }
        guard let base else { return link.string }
        let bytes = Array(base.utf8)[...]
        guard let mark = bytes.firstIgnoringCase("://") else { return link.string }
        if link.starts(with: "//".utf8) { return bytes[..<(mark + 1)].string + link.string }
        let path = bytes[(mark + 3)...].firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? bytes.endIndex
        let origin = bytes[..<path].string
        if first == 0x2F { return origin + withoutDots(link).string }
        let directory = bytes[path...].prefix { $0 != 0x3F && $0 != 0x23 }
        if first == 0x3F { return origin + directory.string + link.string }
        let folder = directory.lastIndex(of: 0x2F).map { directory[...$0] } ?? [0x2F]
        return origin + withoutDots(folder + link).string
    }

    /// The link without the line breaks and tabs inside it, which browsers take out.
    private static func unbroken(_ link: ByteSlice) -> ByteSlice {
        let breaks: Set<UInt8> = [0x09, 0x0A, 0x0D]
        return link.contains(where: breaks.contains) ? Array(link.lazy.filter { !breaks.contains($0) })[...] : link
    }

    /// A path from its first slash on without "." and ".." in it.
    private static func withoutDots(_ link: ByteSlice) -> ByteSlice {
        let path = link.prefix { $0 != 0x3F && $0 != 0x23 }
        guard path.firstIgnoringCase("/.") != nil else { return link }
        let parts = path.split(separator: 0x2F, omittingEmptySubsequences: false).dropFirst()
        var kept: [ByteSlice] = []
        for part in parts {
            if part.elementsEqual("..".utf8) {
                _ = kept.popLast()
            } else if !part.elementsEqual(".".utf8) {
                kept.append(part)
            }
        }
        // "a/.." is the folder that holds "a".
        if let last = parts.last, last.elementsEqual("..".utf8) || last.elementsEqual(".".utf8) { kept.append([]) }
        return kept.reduce(into: ByteSlice()) { $0 += [0x2F] + $1 } + link[path.endIndex...]
    }

    /// Parameters that tell where a reader came from and change nothing on the page.
    private static let tracking: Set<String> = [
        "src", "source", "ref", "cmpid", "smid", "icid", "intcmp", "cid", "fbclid", "gclid", "mc_cid", "mc_eid",
        "ref_src",
    ]

    /// What is the same for two addresses of one page: without scheme, "www.", tracking parameters, fragment and last slash.
    static func identity(of address: String) -> String {
        var rest = Array(address.utf8)[...].prefix { $0 != 0x23 }
        if let mark = rest.firstIgnoringCase("://") { rest = rest[(mark + 3)...] }
        if rest.startsIgnoringCase("www.") { rest = rest.dropFirst(4) }
        let page = rest.prefix { $0 != 0x3F }
        let host = page.prefix { $0 != 0x2F }
        var path = page[host.endIndex...]
        while path.last == 0x2F { path = path.dropLast() }
        let query = rest[page.endIndex...].dropFirst().split(separator: 0x26).filter { parameter in
            let name = String(decoding: parameter.prefix { $0 != 0x3D }.asciiLowercased, as: UTF8.self)
            return !tracking.contains(name) && !name.hasPrefix("utm_") && !name.hasPrefix("int_")
        }
        let kept = query.isEmpty ? "" : "?" + query.map(\.string).joined(separator: "&")
        return String(decoding: host.asciiLowercased, as: UTF8.self) + path.string + kept
    }
}
