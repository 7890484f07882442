import HearsayCore

/// How a run of words ends and starts: as a whole sentence, or in the middle of one.
enum SentenceEnd {
    private static let closers: [[UInt8]] = [
        [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x99], [0xC2, 0xBB], [0xE2, 0x80, 0xBA], [0x22], [0x27], [0x29], [0x5D],
        [0x7D],
    ]
    private static let joiners: Set<String> = Set(
        """
        a an the to of in on at by for from with without into onto over under between among against about after before \
        during since until through toward towards than as and or but nor so that which who whom whose while when where if \
        because although though whether is are was were be been being am has have had do does did will would shall should \
        may might can could must his her its their our my your this these those not no very more most such per via mr mrs \
        ms dr sen rep gov gen president minister
        """.split(separator: " ").map(String.init))

    /// The bytes without closing quotes and brackets at the end.
    static func withoutClosers(_ bytes: ByteSlice) -> ByteSlice {
        var rest = bytes.trimmed
        var changed = true
        while changed {
            changed = false
            for closer in closers where rest.count >= closer.count && rest.suffix(closer.count).elementsEqual(closer) {
                rest = rest.dropLast(closer.count).trimmed
                changed = true
            }
        }
        return rest
    }

    /// Whether the words end with a full stop, an exclamation or question mark, a colon, a semicolon or an ellipsis.
    static func closes(_ bytes: ByteSlice) -> Bool {
        let rest = withoutClosers(bytes)
        guard let last = rest.last else { return false }
        if [0x2E, 0x21, 0x3F, 0x3A, 0x3B].contains(last) { return true }
        return rest.suffix(3).elementsEqual([0xE2, 0x80, 0xA6])
    }

    /// Whether the words end with one after which a sentence must go on ("to", "the"), a comma or a hyphen.
    static func mustGoOn(_ bytes: ByteSlice) -> Bool {
        guard let last = bytes.last else { return false }
        if last == 0x2C || last == 0x2D { return true }
        guard last.isASCIILetter else { return false }
        let word = bytes.suffix(12).reversed().prefix { $0.isASCIILetter }.reversed()
        // "Mr" and the like are listed in lower case; an all-capital word ends a heading ("WHAT TO LOOK AT").
        if word.count > 1, word.allSatisfy(\.isASCIIUpper) { return false }
        return joiners.contains(String(decoding: Array(word).map(\.asciiLowercased), as: UTF8.self))
    }

    /// Whether the words start in the middle of a sentence, with a small letter.
    static func startsWithin(_ bytes: ByteSlice) -> Bool {
        guard let first = bytes.first, first.isASCIILower else { return false }
        // "iPhone sales", "eBay" and addresses are no ordinary words.
        let word = bytes.prefix { !$0.isASCIISpace }
        return !word.dropFirst().contains { $0.isASCIIUpper || $0 == 0x2F || $0 == 0x40 }
            && !word.starts(with: "http".utf8)
    }

    /// Whether a sentence ends somewhere inside the words.
    static func holdsSentence(_ bytes: ByteSlice) -> Bool {
        var previous: UInt8 = 0
        var letters = 0
        for byte in bytes {
            if byte == 0x20, letters > 2, [0x2E, 0x21, 0x3F].contains(previous) { return true }
            if byte == 0x20 { letters = 0 } else if byte.isASCIILower { letters += 1 }
            previous = byte
        }
        return false
    }
}
