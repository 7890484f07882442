import HearsayCore

/// Bytes to text: byte order mark, then what the caller says, then what the page says, then what the bytes allow.
enum TextDecoding {
    /// The text of captured bytes.
    ///
    /// Valid UTF-8 is kept to the last byte, its byte order mark included. Throws for bytes that are no text.
    static func text(
        of bytes: [UInt8], charset: String?, page: Bool
    ) throws(CaptureError) -> SourceText {
        if let kind = BinaryNoise.signature(of: bytes) {
            throw CaptureError(.binary, "this is \(kind), not text", at: .init(byte: 0))
        }
        let text = try decoded(bytes, charset: charset, page: page)
        if let at = BinaryNoise.noise(in: text.utf8) {
            throw CaptureError(.binary, "binary data, not text", at: .init(byte: at))
        }
        return text
    }

    private static func decoded(
        _ bytes: [UInt8], charset: String?, page: Bool
    ) throws(CaptureError) -> SourceText {
        if let mark = ByteOrderMark.detect(bytes) {
            if mark.encoding == .utf8 { return SourceText(decoding: bytes) }
            return try convert(bytes[mark.length...], from: mark.encoding)
        }
        if let charset {
            guard let encoding = CharacterEncoding(label: Array(charset.utf8)[...]) else {
                throw CaptureError(.unknownCharset, "unknown character encoding \"\(charset.prefix(40))\"")
            }
            return try convert(bytes[...], from: encoding)
        }
        if let wide = ByteOrderMark.guessUTF16(bytes) { return try convert(bytes[...], from: wide) }
        let census = UTF8Census(bytes)
        if census.broken == 0 { return SourceText(valid: bytes) }
        if page, let declared = CharsetDeclaration.find(in: bytes), declared != .utf8 {
            return try convert(bytes[...], from: declared)
        }
        if census.isMostlyUTF8 { return SourceText(decoding: bytes) }
        return SourceText(decoding: CharacterConverter.windows1252(bytes[...]))
    }

    private static func convert(_ bytes: ByteSlice, from encoding: CharacterEncoding) throws(CaptureError) -> SourceText
    {
        if encoding == .utf8 { return SourceText(decoding: Array(bytes)) }
        if encoding == .windows1252 { return SourceText(decoding: CharacterConverter.windows1252(bytes)) }
        guard let utf8 = CharacterConverter.convert(bytes, from: encoding) else {
            throw CaptureError(.unknownCharset, "this system cannot convert \(encoding.name)")
        }
        return SourceText(decoding: utf8)
    }
}
