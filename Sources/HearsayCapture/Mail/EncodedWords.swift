import HearsayCore

/// Words of header lines in other character sets: "=?utf-8?B?…?=" and "=?iso-8859-1?Q?…?=" (RFC 2047).
enum EncodedWords {
    private struct Word {
        var charset: ByteSlice
        var isBase64: Bool
        var content: ByteSlice
        var end: Int
    }

    /// The value with its encoded words decoded, as UTF-8. What is no whole encoded word is kept as it stands.
    static func decode(_ value: ByteSlice) -> ByteSlice {
        guard value.firstIgnoringCase("=?") != nil else { return PartText.guessed(Array(value)).utf8[...] }
        var (out, at) = ([UInt8](), value.startIndex)
        // Neighbouring words may share a character that was cut in two, so their bytes are decoded together.
        var (pending, charset) = ([UInt8](), ByteSlice())
        func flush() {
            if !pending.isEmpty { out += PartText.decoded(pending, charset: charset.string, isPage: false).utf8 }
            pending = []
        }
        while at < value.endIndex {
            if let word = word(at, in: value) {
                if !pending.isEmpty, !word.charset.elementsEqual(charset) { flush() }
                charset = word.charset
                pending += word.isBase64 ? TransferDecoding.base64(word.content) : quoted(word.content)
                at = word.end
                // White space between two encoded words is none of the text.
                let gap = value[at...].prefix(while: \.isASCIISpace)
                if self.word(gap.endIndex, in: value) != nil { at = gap.endIndex }
            } else {
                flush()
                out.append(value[at])
                at += 1
            }
        }
        flush()
        return SourceText(decoding: out).utf8[...]
    }

    private static func word(_ start: Int, in value: ByteSlice) -> Word? {
        let rest = value[start...]
        guard rest.starts(with: [0x3D, 0x3F]) else { return nil }
        let parts = rest.dropFirst(2).prefix(2000)
        guard let first = parts.firstIndex(of: 0x3F), first > parts.startIndex, first - start < 60 else { return nil }
        let (kind, mark) = (first + 1, first + 2)
        guard mark < parts.endIndex, parts[mark] == 0x3F else { return nil }
        let isBase64 = parts[kind].asciiLowercased == 0x62
        guard isBase64 || parts[kind].asciiLowercased == 0x71 else { return nil }
        var end = mark + 1
        while end + 1 < parts.endIndex, !(parts[end] == 0x3F && parts[end + 1] == 0x3D) {
            end += 1
        }
        guard end + 1 < parts.endIndex else { return nil }
        // "*en" behind the charset names the language (RFC 2231).
        let charset = parts[..<first].prefix { $0 != 0x2A }
        return Word(charset: charset, isBase64: isBase64, content: parts[(mark + 1)..<end], end: end + 2)
    }

    private static func quoted(_ content: ByteSlice) -> [UInt8] {
        TransferDecoding.quotedPrintable(Array(content.lazy.map { $0 == 0x5F ? 0x20 : $0 })[...])
    }
}
