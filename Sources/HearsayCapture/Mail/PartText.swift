import HearsayCore

/// The text of bytes in the character set that a mail names for them, which is often not the one they are in.
enum PartText {
    /// The text of decoded bytes. Never fails: where the name cannot be right, the bytes decide.
    static func decoded(_ bytes: [UInt8], charset: String?, isPage: Bool) -> SourceText {
        guard let charset, let encoding = CharacterEncoding(label: Array(charset.utf8)[...]) else {
            return guessed(bytes, isPage: isPage)
        }
        let isWestern = encoding == .windows1252
        if encoding == .utf8 || isWestern {
            let census = UTF8Census(bytes)
            // Programs call UTF-8 "us-ascii", and Windows-1252 "utf-8".
            if encoding == .utf8 ? census.broken > 0 : census.formed > 0 && census.broken == 0 {
                return guessed(bytes, isPage: isPage)
            }
        }
        let text = try? TextDecoding.text(of: bytes, charset: charset, page: isPage)
        return text ?? guessed(bytes, isPage: isPage)
    }

    /// The text of bytes of which no character set is known.
    static func guessed(_ bytes: [UInt8], isPage: Bool = false) -> SourceText {
        (try? TextDecoding.text(of: bytes, charset: nil, page: isPage)) ?? SourceText(decoding: bytes)
    }
}
