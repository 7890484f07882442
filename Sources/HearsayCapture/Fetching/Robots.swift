import HearsayCore

/// What a site's robots.txt asks of programs (RFC 9309).
struct Robots: Hashable, Sendable {
    private struct Rule: Hashable {
        let allows: Bool
        /// The path's bytes, percent-encoded in one way; "*" stands for any bytes, "$" at the end for the end.
        let pattern: [UInt8]
    }

    /// So much of the file is read.
    static let most = 500 << 10
    private static let mostRules = 10_000
    /// Steps that comparing one path may take. A site whose rules take more is made to be slow, and left alone.
    private static let mostSteps = 2_000_000
    /// Longer pauses are not kept: the site means somebody who fetches all of it.
    static let longestPause = 60.0

    private var rules: [Rule] = []
    /// Seconds that the site wants between two requests.
    private(set) var pause: Double?

    /// Everything is allowed.
    static let open = Robots()
    private init() {}

    /// What a file asks of the program with a name ("hearsay"): of its own groups, else of those for all.
    init(_ bytes: [UInt8], agent: String) {
        var (own, general) = (Robots(), Robots())
        var (hasOwn, isOwn, isGeneral, inNames) = (false, false, false, false)
        let text =
            bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3).prefix(Self.most) : bytes.prefix(Self.most)
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let words = line.prefix { $0 != 0x23 }
            guard let colon = words.firstIndex(of: 0x3A) else { continue }
            let (name, value) = (words[..<colon].trimmed, words[(colon + 1)...].trimmed)
            if name.equalsIgnoringCase("user-agent") {
                if !inNames { (isOwn, isGeneral, inNames) = (false, false, true) }
                isGeneral = isGeneral || value.elementsEqual([0x2A])
                isOwn = isOwn || Self.token(value).equalsIgnoringCase(agent)
                hasOwn = hasOwn || isOwn
            } else if ["allow", "disallow", "crawl-delay"].contains(where: { name.equalsIgnoringCase($0) }) {
                inNames = false
                if isOwn { own.take(name, value) }
                if isGeneral { general.take(name, value) }
            }
        }
        self = hasOwn ? own : general
    }

    /// The letters by which a program is named; a version may follow them.
    private static func token(_ value: ByteSlice) -> ByteSlice {
        value.prefix { $0.isASCIILetter || $0 == 0x2D || $0 == 0x5F }
    }

    private mutating func take(_ name: ByteSlice, _ value: ByteSlice) {
        if name.equalsIgnoringCase("crawl-delay") {
            if let seconds = Double(value.string), seconds >= 0 { pause = min(seconds, Self.longestPause) }
            return
        }
        // An empty rule says nothing.
        guard !value.isEmpty, value.count <= 2000, rules.count < Self.mostRules else { return }
        rules.append(Rule(allows: name.equalsIgnoringCase("allow"), pattern: Self.normalized(value, isPattern: true)))
    }

    /// Whether a path with its query ("/a?b") may be fetched. The longest rule that fits decides; of two, the one that allows.
    func allows(_ path: String) -> Bool {
        if path == "/robots.txt" { return true }
        let path = Self.normalized(Array(path.utf8).slice, isPattern: false)
        var (best, steps) = ((length: -1, allows: true), 0)
        for rule in rules where rule.pattern.count >= best.length {
            guard rule.pattern.count > best.length || rule.allows && !best.allows else { continue }
            if Self.fits(path, rule.pattern, &steps) { best = (rule.pattern.count, rule.allows) }
            if steps > Self.mostSteps { return false }
        }
        return best.allows
    }

    /// Whether a pattern fits the beginning of a path; in time of both lengths multiplied.
    private static func fits(_ path: [UInt8], _ pattern: [UInt8], _ steps: inout Int) -> Bool {
        let isWhole = pattern.last == 0x24
        let pattern = isWhole ? pattern.dropLast() : pattern[...]
        var (at, star, mark) = (0, -1, 0)
        var p = 0
        while steps <= mostSteps {
            steps += 1
            if p == pattern.count {
                if !isWhole || at == path.count { return true }
            } else if pattern[p] == 0x2A {
                (star, mark) = (p, at)
                p += 1
                continue
            } else if at < path.count, pattern[p] == path[at] {
                (p, at) = (p + 1, at + 1)
                continue
            }
            // Back to the last star, which takes one byte more.
            guard star >= 0, mark < path.count else { return false }
            mark += 1
            (p, at) = (star + 1, mark)
        }
        return false
    }

    /// Bytes that need no percent-encoding without it, all others with it, in capitals. The two signs that mean something
    /// in a pattern are themselves where they are encoded, and always in a path.
    private static func normalized(_ path: ByteSlice, isPattern: Bool) -> [UInt8] {
        let hex = Array("0123456789ABCDEF".utf8)
        var (out, at) = ([UInt8](), path.startIndex)
        while at < path.endIndex {
            var byte = path[at]
            var isEncoded = false
            if byte == 0x25, at + 2 < path.endIndex, let high = Self.digit(path[at + 1]),
                let low = Self.digit(path[at + 2])
            {
                (byte, isEncoded) = (high << 4 | low, true)
                at += 2
            }
            at += 1
            let isPlain = byte.isASCIILetter || byte.isASCIIDigit || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
            let isSign = byte == 0x2A && !isPattern || byte == 0x24 && !(isPattern && at == path.endIndex)
            if isPlain || !isEncoded && byte < 0x80 && byte > 0x20 && !isSign {
                out.append(byte)
            } else {
                out += [0x25, hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            }
        }
        return out
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }
}
