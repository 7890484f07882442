import HearsayCore

/// A header value with parameters: "text/html; charset=utf-8; name*=utf-8''caf%C3%A9.html" (RFC 2045, RFC 2231).
struct HeaderParameters {
    private static let most = 100

    /// What stands before the first semicolon, in small letters.
    let value: String
    private var parameters: [(name: String, value: ByteSlice)] = []

    /// Reads a value; nil when nothing stands before the parameters.
    init?(_ bytes: ByteSlice) {
        let pieces = Self.pieces(of: bytes)
        guard let first = pieces.first, !first.isEmpty else { return nil }
        value = String(decoding: first.asciiLowercased, as: UTF8.self)
        for piece in pieces.dropFirst() {
            guard let equals = piece.firstIndex(of: 0x3D) else { continue }
            let name = String(decoding: piece[..<equals].trimmed.asciiLowercased, as: UTF8.self)
            parameters.append((name, Self.unquoted(piece[(equals + 1)...].trimmed)))
        }
    }

    /// The value of a parameter, put together from its sections and decoded; nil without it.
    subscript(_ name: String) -> String? {
        if let plain = first(name) { return EncodedWords.decode(plain).string }
        if let extended = first(name + "*") { return Self.extended(extended) }
        var (out, isExtended) = ([UInt8](), false)
        for section in 0..<Self.most {
            if let part = first("\(name)*\(section)*") {
                isExtended = true
                out += part
            } else if let part = first("\(name)*\(section)") {
                out += part
            } else {
                break
            }
        }
        guard !out.isEmpty else { return nil }
        return isExtended ? Self.extended(out[...]) : out[...].string
    }

    private func first(_ name: String) -> ByteSlice? { parameters.first { $0.name == name }?.value }

    /// "charset'language'words", with bytes as "%C3".
    private static func extended(_ value: ByteSlice) -> String {
        let parts = value.split(separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return value.string }
        var (out, at) = ([UInt8](), parts[2].startIndex)
        let words = parts[2]
        while at < words.endIndex {
            if words[at] == 0x25, at + 2 < words.endIndex, let high = TransferDecoding.hex(words[at + 1]),
                let low = TransferDecoding.hex(words[at + 2])
            {
                out.append(high << 4 | low)
                at += 3
            } else {
                out.append(words[at])
                at += 1
            }
        }
        return PartText.decoded(out, charset: parts[0].string, isPage: false).string
    }

    /// The pieces between semicolons that stand in no quotation marks.
    private static func pieces(of bytes: ByteSlice) -> [ByteSlice] {
        var (out, start, at, quoted) = ([ByteSlice](), bytes.startIndex, bytes.startIndex, false)
        while at < bytes.endIndex, out.count < most {
            if bytes[at] == 0x5C, quoted {
                at += 1
            } else if bytes[at] == 0x22 {
                quoted.toggle()
            } else if bytes[at] == 0x3B, !quoted {
                out.append(bytes[start..<at].trimmed)
                start = at + 1
            }
            at += 1
        }
        out.append(bytes[min(start, bytes.endIndex)...].trimmed)
        return out
    }

    private static func unquoted(_ value: ByteSlice) -> ByteSlice {
        guard value.first == 0x22 else { return value.prefix { !$0.isASCIISpace } }
        var (out, escaped) = ([UInt8](), false)
        for byte in value.dropFirst() {
            if byte == 0x22, !escaped { break }
            if byte == 0x5C, !escaped {
                escaped = true
                continue
            }
            out.append(byte)
            escaped = false
        }
        return out[...]
    }
}
