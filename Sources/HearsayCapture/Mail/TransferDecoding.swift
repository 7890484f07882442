import HearsayCore

/// How the bytes of a part are written: as they are, quoted-printable, or base64.
enum TransferDecoding {
    /// The bytes that are meant. An encoding that is not known is taken as none.
    static func decode(_ content: ByteSlice, encoding: ByteSlice?) -> [UInt8] {
        guard let encoding = encoding?.trimmed else { return Array(content) }
        if encoding.startsIgnoringCase("quoted-printable") { return quotedPrintable(content) }
        return encoding.startsIgnoringCase("base64") ? base64(content) : Array(content)
    }

    /// The bytes of a quoted-printable text. An "=" that is no part of a code is kept.
    static func quotedPrintable(_ content: ByteSlice) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(content.count)
        var at = content.startIndex
        while at < content.endIndex {
            guard content[at] == 0x3D else {
                // Plain runs are copied whole.
                let end = MailLine.find(0x3D, in: content[at...]) ?? content.endIndex
                out.append(contentsOf: content[at..<end])
                at = end
                continue
            }
            if let next = softBreak(content, at) {
                at = next
            } else if at + 2 < content.endIndex, let high = hex(content[at + 1]), let low = hex(content[at + 2]) {
                out.append(high << 4 | low)
                at += 3
            } else {
                out.append(content[at])
                at += 1
            }
        }
        return out
    }

    /// Where the next line starts behind an "=" that ends its line, perhaps with blanks between.
    private static func softBreak(_ content: ByteSlice, _ start: Int) -> Int? {
        var at = start + 1
        while at < content.endIndex, at - start < 80, content[at] == 0x20 || content[at] == 0x09 { at += 1 }
        guard at < content.endIndex else { return at }
        if content[at] == 0x0A { return at + 1 }
        guard content[at] == 0x0D else { return nil }
        return at + 1 < content.endIndex && content[at + 1] == 0x0A ? at + 2 : at + 1
    }

    /// The value of a hexadecimal digit.
    static func hex(_ byte: UInt8) -> UInt8? {
        if byte.isASCIIDigit { return byte &- 0x30 }
        let letter = byte.asciiLowercased &- 0x61
        return letter < 6 ? letter + 10 : nil
    }

    private static let alphabet: [UInt8] = {
        var out = [UInt8](repeating: 0xFF, count: 256)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
        for (value, letter) in letters.enumerated() { out[Int(letter)] = UInt8(value) }
        // The variant for addresses.
        (out[0x2D], out[0x5F]) = (62, 63)
        return out
    }()

    /// The bytes of a base64 text. What is no letter of base64 is skipped; padding ends a group, more may follow.
    static func base64(_ content: ByteSlice) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(content.count / 4 * 3 + 3)
        content.withUnsafeBufferPointer { source in
            alphabet.withUnsafeBufferPointer { values in
                var (group, bits): (UInt32, Int) = (0, 0)
                for byte in source {
                    let value = values[Int(byte)]
                    if value == 0xFF {
                        if byte == 0x3D { (group, bits) = (0, 0) }
                        continue
                    }
                    group = group << 6 & 0xFF_FFFF | UInt32(value)
                    bits += 6
                    if bits >= 8 {
                        bits -= 8
                        out.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
                    }
                }
            }
        }
        return out
    }
}
