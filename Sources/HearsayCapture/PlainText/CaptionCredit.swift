import HearsayCore

/// A caption and its credit, told apart.
struct CaptionCredit: Hashable {
    /// The caption; nil for a lone credit.
    var caption: String?
    /// Whose picture it is.
    var credit: String

    /// A caption that ends with a credit, or a lone credit; nil for any other words.
    ///
    /// `isEarly`: among the first lines of a text, where a bare agency name after a sentence is a credit.
    init?(_ words: ByteSlice, isEarly: Bool) {
        let words = words.trimmed
        // "Featured image: …" is of a picture that stands elsewhere.
        if let label = PictureLabel(words), !label.isPlain { return nil }
        guard words.count <= 600, words.count >= 2, let found = Self.split(words, isEarly) else { return nil }
        let credit = Self.withoutLabel(found.credit)
        guard !credit.isEmpty else { return nil }
        caption = found.caption.trimmed.isEmpty ? nil : found.caption.trimmed.string
        self.credit = credit.string
    }

    private static func split(_ words: ByteSlice, _ isEarly: Bool) -> (caption: ByteSlice, credit: ByteSlice)? {
        if words.last == 0x29, let open = words.lastIndex(of: 0x28) {
            let inner = words[(open + 1)...].dropLast()
            if PictureCredit.isCertain(inner) && !PictureCredit.isAgency(inner) || startsWithLabel(inner) {
                return (words[..<open], inner)
            }
        }
        if startsWithLabel(words), words.words.count <= 12, !SentenceEnd.holdsSentence(words) {
            return (words.prefix(0), words)
        }
        if let cut = lastCut(in: words) {
            let tail = words[cut...].trimmed
            guard tail.words.count <= 9, !tail.isEmpty else { return nil }
            let plain = tail.last == 0x2E ? tail.dropLast() : tail
            if startsWithLabel(tail) || PictureCredit.isCertain(plain) && (!PictureCredit.isAgency(plain) || isEarly) {
                return (words[..<cut], plain)
            }
            return nil
        }
        return words.words.count <= 6 && PictureCredit.isCertain(words) && !PictureCredit.isAgency(words)
            ? (words.prefix(0), words) : nil
    }

    /// Where the last sentence of the words starts; initials ("J. Roe") do not end one.
    private static func lastCut(in words: ByteSlice) -> Int? {
        var at = words.endIndex - 2
        while at > words.startIndex {
            let isStop = words[at] == 0x2E || words[at] == 0x21 || words[at] == 0x3F || words[at] == 0x7C
            if isStop || words[at] == 0x22 || words[at] == 0x9D, words[at + 1].isASCIISpace {
                let initial =
                    words[at] == 0x2E && at - 2 >= words.startIndex && words[at - 1].isASCIIUpper
                    && !words[at - 2].isASCIILetter
                if !initial { return at + 1 }
            }
            at -= 1
        }
        return nil
    }

    private static func startsWithLabel(_ words: ByteSlice) -> Bool { PictureLabel(words.trimmed)?.isPlain ?? false }

    private static func withoutLabel(_ words: ByteSlice) -> ByteSlice {
        let words = words.trimmed
        return PictureLabel(words).map { words.dropFirst($0.length).trimmed } ?? words
    }
}
