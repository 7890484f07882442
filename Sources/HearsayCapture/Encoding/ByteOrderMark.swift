/// The mark at the start of some files that gives their encoding away.
enum ByteOrderMark {
    /// The encoding and the length of the mark; nil without one.
    static func detect(_ bytes: [UInt8]) -> (encoding: CharacterEncoding, length: Int)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (.utf32LE, 4) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (.utf32BE, 4) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LE, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BE, 2) }
        return nil
    }

    /// UTF-16 without a mark shows itself in Western text by a NUL in every other byte.
    static func guessUTF16(_ bytes: [UInt8]) -> CharacterEncoding? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 8 else { return nil }
        var nulls = [0, 0]
        for (i, byte) in sample.enumerated() where byte == 0 { nulls[i & 1] += 1 }
        let half = sample.count / 2
        if nulls[1] * 2 > half, nulls[0] * 20 < half { return .utf16LE }
        if nulls[0] * 2 > half, nulls[1] * 20 < half { return .utf16BE }
        return nil
    }
}
