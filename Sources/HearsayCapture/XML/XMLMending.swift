import HearsayCore

/// Makes a well-formed document of a broken one, without its declarations, comments and instructions.
///
/// Stray ampersands and angle brackets are escaped, names of HTML characters replaced, CDATA turned into text, tags that
/// do not fit closed or dropped. Depth and number of elements are bounded here, before any parser sees the bytes.
struct XMLMending {
    /// The mended document.
    private(set) var out: [UInt8] = []
    private let bytes: [UInt8]
    private let limits: CaptureLimits
    private var at = 0
    private var open: [(name: Range<Int>, hash: Int)] = []
    /// How many open elements have a name of this hash: an end tag that closes nothing is told without a search.
    private var openNames: [Int: Int] = [:]
    private var elements = 0
    private var rootHasEnded = false
    private var defects: [(byte: Int, reason: String)] = []
    /// The last place of each quotation mark: behind it, a value in quotes cannot end.
    private let lastQuotes: [UInt8: Int]

    private static let mostDefects = 20
    private static let mostAttributes = 64
    private static let longestName = 256

    /// A document in UTF-8.
    init(_ bytes: [UInt8], limits: CaptureLimits) {
        (self.bytes, self.limits) = (bytes, limits)
        var last: [UInt8: Int] = [:]
        for quote in [UInt8(0x22), 0x27] { last[quote] = bytes.lastIndex(of: quote) }
        lastQuotes = last
        out.reserveCapacity(bytes.count + bytes.count / 8)
    }

    /// What was mended, with its line.
    var problems: [String] {
        var (line, at) = (1, 0)
        return defects.sorted { $0.byte < $1.byte }.map { defect in
            let upTo = min(defect.byte, bytes.count)
            line += bytes[at..<max(at, upTo)].count { $0 == 0x0A }
            at = max(at, upTo)
            return "line \(line): \(defect.reason)"
        }
    }

    private mutating func defect(_ reason: String, at byte: Int) {
        if defects.count < Self.mostDefects { defects.append((byte, reason)) }
    }

    private var rest: ByteSlice { bytes[at...] }

    /// Mends the whole document. Throws when it is too deep, too large, or declares entities.
    mutating func run() throws(CaptureError) {
        let start = bytes.firstIndex(of: 0x3C) ?? bytes.count
        if !bytes[..<start].trimmed.isEmpty { defect("something stands before the first tag", at: 0) }
        at = start
        while at < bytes.count, !rootHasEnded {
            switch bytes[at] {
            case 0x3C: try markup()
            case 0x26: reference()
            default: plain()
            }
        }
        if rootHasEnded { return checkEnd() }
        if !open.isEmpty { defect("it ends before <\(bytes[open[0].name].string)> is closed", at: bytes.count) }
        while !open.isEmpty { closeLast() }
    }

    private mutating func checkEnd() {
        let tail = rest.trimmed
        guard !tail.isEmpty, !tail.starts(with: "<!--".utf8), !tail.starts(with: "<?".utf8) else { return }
        defect("something follows the root element", at: at)
    }

    private mutating func plain() {
        let end = rest.firstIndex { $0 == 0x3C || $0 == 0x26 } ?? bytes.count
        write(bytes[at..<end])
        at = end
    }

    /// Text outside the root is no text of the document.
    private mutating func write(_ words: ByteSlice) {
        guard !open.isEmpty else { return }
        XMLEscaping.append(words, to: &out)
    }

    private mutating func reference() {
        guard !open.isEmpty, let (scalar, length) = NamedCharacters.reference(rest) else {
            write(bytes[at..<at + 1])
            at += 1
            return
        }
        XMLEscaping.append(Array(String(scalar).utf8)[...], to: &out)
        at += length
    }

    // MARK: Markup

    private mutating func markup() throws(CaptureError) {
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        if next == 0x2F {
            try endTag()
        } else if next.isASCIILetter || next == 0x5F || next == 0x3A || next >= 0x80 {
            try startTag()
        } else if rest.starts(with: "<![CDATA[".utf8) {
            characterData()
        } else if rest.starts(with: "<!--".utf8) {
            skip(past: "-->", of: "a comment")
        } else if next == 0x3F {
            skip(past: "?>", of: "an instruction")
        } else if next == 0x21 {
            try declaration()
        } else {
            write(bytes[at..<at + 1])
            at += 1
        }
    }

    private mutating func characterData() {
        let start = at + 9
        let end = bytes[start...].first(of: "]]>")
        if end == nil { defect("a CDATA section does not end", at: at) }
        write(bytes[start..<(end ?? bytes.count)])
        at = end.map { $0 + 3 } ?? bytes.count
    }

    private mutating func skip(past mark: String, of what: String) {
        guard let end = rest.first(of: mark) else {
            defect("\(what) does not end", at: at)
            at = bytes.count
            return
        }
        at = end + mark.utf8.count
    }

    /// Skips a DOCTYPE with all that it declares.
    private mutating func declaration() throws(CaptureError) {
        let start = at
        var (quote, brackets) = (UInt8(0), 0)
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x3C, rest.startsIgnoringCase("<!entity") {
                let line = 1 + bytes[..<at].count { $0 == 0x0A }
                throw CaptureError(.unsafe, "it declares entities of its own", at: .init(byte: at, line: line))
            }
            at += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = (lastQuotes[byte] ?? 0) >= at ? byte : 0
            } else if byte == 0x5B {
                brackets += 1
            } else if byte == 0x5D {
                brackets = max(0, brackets - 1)
            } else if byte == 0x3E, brackets == 0 {
                return
            }
        }
        defect("a declaration does not end", at: start)
    }

    // MARK: Tags

    private static func isName(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == 0x5F || byte == 0x3A || byte == 0x2D || byte == 0x2E
            || byte >= 0x80
    }

    private func name(from start: Int) -> Range<Int> {
        start..<(bytes[start...].firstIndex { !Self.isName($0) } ?? bytes.count)
    }

    /// Writes a name that every parser takes: no letters beyond ASCII, and one colon between two parts.
    private mutating func write(name: Range<Int>) {
        let colon = bytes[name].firstIndex(of: 0x3A)
        for i in name {
            let byte = bytes[i]
            let isPrefix = i == colon && i > name.lowerBound && i + 1 < name.upperBound
            let isOK = byte < 0x80 && byte != 0x3A || isPrefix && (bytes[i + 1].isASCIILetter || bytes[i + 1] == 0x5F)
            out.append(isOK ? byte : 0x5F)
        }
    }

    private mutating func count() throws(CaptureError) {
        elements += 1
        if elements > limits.elements { throw CaptureError(.tooLarge, "it has more than \(limits.elements) elements") }
    }

    private mutating func startTag() throws(CaptureError) {
        try count()
        let (start, name) = (at, name(from: at + 1))
        guard name.count <= Self.longestName else {
            throw CaptureError(.malformed, "a tag has a name of \(name.count) bytes", at: .init(byte: at))
        }
        guard open.count < limits.depth else {
            throw CaptureError(.tooDeep, "elements are nested more than \(limits.depth) deep", at: .init(byte: at))
        }
        out.append(0x3C)
        write(name: name)
        let hash = hash(of: name)
        open.append((name, hash))
        openNames[hash, default: 0] += 1
        at = name.upperBound
        var seen: [Range<Int>] = []
        while at < bytes.count {
            let byte = bytes[at]
            if byte == 0x3E {
                at += 1
                out.append(0x3E)
                return
            }
            if byte == 0x2F, at + 1 < bytes.count, bytes[at + 1] == 0x3E {
                at += 2
                out.append(0x3E)
                closeLast()
                return
            }
            if byte == 0x3C { break }
            if Self.isName(byte) { attribute(&seen) } else { at += 1 }
        }
        defect("the tag <\(bytes[name].prefix(40).string) does not end", at: start)
        out.append(0x3E)
    }

    private mutating func attribute(_ seen: inout [Range<Int>]) {
        let name = name(from: at)
        at = name.upperBound
        let equals = rest.drop { $0.isASCIISpace }
        var value = name.upperBound..<name.upperBound
        if equals.first == 0x3D { value = self.value(from: equals.startIndex + 1) }
        let first = bytes[name.lowerBound]
        guard first.isASCIILetter || first == 0x5F, seen.count < Self.mostAttributes,
            name.count <= Self.longestName,
            !seen.contains(where: { bytes[$0].elementsEqual(bytes[name]) })
        else { return defect("an attribute cannot be read, or is repeated", at: name.lowerBound) }
        seen.append(name)
        out.append(0x20)
        write(name: name)
        out += "=\"".utf8
        write(value: value)
        out.append(0x22)
    }

    /// The value that follows an equals sign; goes behind it.
    private mutating func value(from start: Int) -> Range<Int> {
        let value = bytes[start...].drop { $0.isASCIISpace }
        if let quote = value.first, let last = lastQuotes[quote], last > value.startIndex,
            let end = value.dropFirst().firstIndex(of: quote)
        {
            at = end + 1
            return value.startIndex + 1..<end
        }
        let end = value.firstIndex { $0.isASCIISpace || $0 == 0x3E || $0 == 0x3C } ?? bytes.count
        at = end
        return value.startIndex..<end
    }

    private mutating func write(value: Range<Int>) {
        var next = value.lowerBound
        while next < value.upperBound {
            if let (scalar, length) = NamedCharacters.reference(bytes[next..<value.upperBound]) {
                XMLEscaping.append(Array(String(scalar).utf8)[...], to: &out)
                next += length
            } else {
                XMLEscaping.append(bytes[next], to: &out)
                next += 1
            }
        }
    }

    private mutating func endTag() throws(CaptureError) {
        let (start, name) = (at, name(from: at + 2))
        let end = bytes[name.upperBound...].firstIndex { $0 == 0x3E || $0 == 0x3C } ?? bytes.count
        at = end < bytes.count && bytes[end] == 0x3E ? end + 1 : end
        let hash = hash(of: name)
        let isOpen = openNames[hash] != nil
        guard isOpen,
            let level = open.lastIndex(where: { $0.hash == hash && bytes[$0.name].elementsEqual(bytes[name]) })
        else {
            try count()
            return defect("</\(bytes[name].prefix(40).string)> closes nothing", at: start)
        }
        if level < open.count - 1 {
            defect("<\(bytes[open[open.count - 1].name].prefix(40).string)> is not closed", at: start)
        }
        while open.count > level { closeLast() }
    }

    private func hash(of name: Range<Int>) -> Int {
        var hasher = Hasher()
        bytes[name].withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    private mutating func closeLast() {
        guard let (name, hash) = open.popLast() else { return }
        openNames[hash] = openNames[hash].flatMap { $0 > 1 ? $0 - 1 : nil }
        out += "</".utf8
        write(name: name)
        out.append(0x3E)
        if open.isEmpty { rootHasEnded = true }
    }
}

extension ByteSlice {
    /// Where `needle`, which is ASCII, first stands.
    fileprivate func first(of needle: String) -> Int? {
        guard let head = needle.utf8.first else { return nil }
        var next = startIndex
        while let at = self[next...].firstIndex(of: head) {
            if self[at...].starts(with: needle.utf8) { return at }
            next = at + 1
        }
        return nil
    }
}
