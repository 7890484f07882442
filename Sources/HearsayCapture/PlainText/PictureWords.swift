import HearsayCore

/// The words of a picture that are known to be such, cut into caption and credit.
struct PictureWords {
    /// What is not the credit.
    private(set) var caption: ByteSlice
    /// The credit without its label; nil without one.
    private(set) var credit: ByteSlice?
    /// Whether a label says that it is the credit.
    private(set) var isLabelled = false

    /// Cuts words whose credit, if any, stands at the end, or which are a credit alone.
    init(_ words: ByteSlice) {
        let words = words.trimmed
        caption = words
        guard !words.isEmpty, words.count <= 4000 else { return }
        if let label = PictureLabel(words) {
            let rest = words.dropFirst(label.length).trimmed
            if !rest.isEmpty, PictureCredit.mayFollowLabel(rest), !SentenceEnd.holdsSentence(rest) {
                (caption, credit, isLabelled) = (words.prefix(0), rest, true)
                return
            }
        }
        if let found = Self.inBrackets(words) ?? Self.afterLabel(words) {
            (caption, credit, isLabelled) = found
        } else if let found = Self.lastSentence(words) ?? Self.status(words) {
            (caption, credit) = found
        } else if PictureCredit.isLikely(Self.withoutMarks(words)), words.words.count <= 8 {
            (caption, credit) = (words.prefix(0), words)
        }
    }

    /// A credit without brackets, dashes and a full stop around it.
    static func withoutMarks(_ words: ByteSlice) -> ByteSlice {
        var words = words.trimmed
        if let label = PictureLabel(words) { words = words.dropFirst(label.length).trimmed }
        while let first = words.first,
            [0x28, 0x5B, 0x2D, 0x7C, 0x2F, 0x3A].contains(first) || words.starts(with: [0xE2, 0x80, 0x94])
                || words.starts(with: [0xE2, 0x80, 0x93])
        {
            words = words.dropFirst(first == 0xE2 ? 3 : 1).trimmed
            if let label = PictureLabel(words) { words = words.dropFirst(label.length).trimmed }
        }
        while let last = words.last {
            let isStop = last == 0x2E && !endsWithInitials(words)
            guard
                isStop || last == 0x29 && !words.contains(0x28) || last == 0x5D && !words.contains(0x5B) || last == 0x7C
            else {
                break
            }
            words = words.dropLast().trimmed
        }
        return withoutFile(words)
    }

    /// "AFP file photo": whose picture it is, without the words for an old one.
    private static func withoutFile(_ words: ByteSlice) -> ByteSlice {
        for ending in [" file photo", " file image", " file picture", " archive photo", " file"]
        where words.count > ending.utf8.count + 1 && words.suffix(ending.utf8.count).startsIgnoringCase(ending) {
            return words.dropLast(ending.utf8.count).trimmed
        }
        return words
    }

    /// "Inc.", "Jr.", "U.S.": the stop belongs to the word.
    private static func endsWithInitials(_ words: ByteSlice) -> Bool {
        guard let word = words.words.last else { return false }
        return ["inc.", "jr.", "sr.", "co.", "ltd.", "corp."].contains(
            String(decoding: word.asciiLowercased, as: UTF8.self))
            || word.dropLast().contains(0x2E) && word.count <= 5
    }

    /// "… (Photo: Jane Roe)", "… (AP)", "… [File: Reuters]".
    private static func inBrackets(_ words: ByteSlice) -> (caption: ByteSlice, credit: ByteSlice?, isLabelled: Bool)? {
        var end = words
        if let last = end.last, last == 0x2E || last == 0x2C { end = end.dropLast().trimmed }
        guard let last = end.last, last == 0x29 || last == 0x5D,
            let open = opening(of: end, last == 0x29 ? 0x28 : 0x5B, last)
        else { return nil }
        let inner = end[(open + 1)...].dropLast().trimmed
        guard !inner.isEmpty, inner.count <= 200 else { return nil }
        let before = words[..<open].trimmed
        if let label = PictureLabel(inner) {
            let rest = inner.dropFirst(label.length).trimmed
            return rest.isEmpty || !PictureCredit.mayFollowLabel(rest) ? nil : (before, rest, true)
        }
        if PictureCredit.isLikely(inner) { return (before, inner, false) }
        let isAddress = !inner.contains(0x20) && inner.dropFirst().contains(0x2E)
        guard before.isEmpty || SentenceEnd.closes(before), PictureCredit.isName(inner, most: 8) || isAddress else {
            return nil
        }
        return (before, inner, false)
    }

    private static func opening(of words: ByteSlice, _ open: UInt8, _ close: UInt8) -> Int? {
        var (at, depth) = (words.endIndex - 1, 0)
        while at >= words.startIndex {
            if words[at] == close { depth += 1 }
            if words[at] == open {
                depth -= 1
                if depth == 0 { return at }
            }
            at -= 1
        }
        return nil
    }

    /// "… in Kelmoor. Photo: Jane Roe", "… in Kelmoor Photograph: Jane Roe/AFP", "… | Courtesy of the harbour".
    private static func afterLabel(_ words: ByteSlice) -> (caption: ByteSlice, credit: ByteSlice?, isLabelled: Bool)? {
        var at = words.startIndex + 1
        while at < words.endIndex {
            let previous = words[at - 1]
            let first = words[at]
            guard previous.isASCIISpace || previous == 0x2E || previous == 0x7C || previous == 0x29 || previous == 0x2F,
                first.isASCIIUpper || first == 0xC2 || first == 0x28 || first == 0x70 || first == 0x76
            else {
                at += 1
                continue
            }
            let rest = words[at...]
            if let label = PictureLabel(rest) {
                let tail = rest.dropFirst(label.length).trimmed
                let before = words[..<at].trimmed
                let isSetOff =
                    before.last.map {
                        [0x2E, 0x21, 0x3F, 0x7C, 0x2D, 0x22, 0x29, 0x2C, 0x3B, 0x94, 0x9D, 0x93, 0x2F].contains($0)
                    } ?? true
                let isMarked = words[..<tail.startIndex].trimmed.last == 0x3A || first == 0xC2
                if isSetOff || isMarked && first.isASCIIUpper || label.isPlain && first.isASCIIUpper, !tail.isEmpty,
                    PictureCredit.mayFollowLabel(tail), !SentenceEnd.holdsSentence(tail), tail.words.count <= 16
                {
                    return (withoutSeparator(before), tail, true)
                }
            }
            at += 1
        }
        return nil
    }

    /// "… on Friday. Jane Roe/AFP", "… on Friday. Jane Roe", "… on Friday | AFP".
    private static func lastSentence(_ words: ByteSlice) -> (caption: ByteSlice, credit: ByteSlice?)? {
        var at = words.endIndex - 2
        while at > words.startIndex, words.endIndex - at <= 120 {
            let byte = words[at]
            let isStop =
                [0x2E, 0x21, 0x3F, 0x7C, 0x22, 0x9D].contains(byte) || byte == 0x2D && words[at - 1].isASCIISpace
                || (byte == 0x94 || byte == 0x93) && words[at - 1] == 0x80
            if isStop, words[at + 1].isASCIISpace || byte == 0x2E && words[at + 1].isASCIIUpper, !isInitial(words, at) {
                let tail = words[(at + 1)...].trimmed
                let isSoft = byte == 0x2D || byte == 0x94 || byte == 0x93
                let plain = tail.last == 0x2E ? tail.dropLast() : tail
                let isName =
                    !isSoft && tail.last != 0x2E && tail.words.count >= 2 && PictureCredit.isName(tail, most: 4)
                if PictureCredit.isLikely(plain) || isName { return (withoutSeparator(words[...at]), plain) }
                return nil
            }
            at -= 1
        }
        return nil
    }

    /// "Jane Roe Submitted photo": what stands in place of a name.
    private static func status(_ words: ByteSlice) -> (caption: ByteSlice, credit: ByteSlice?)? {
        let all = words.words
        guard all.count > 3, let last = all.last, last.equalsIgnoringCase("photo") || last.equalsIgnoringCase("image")
        else { return nil }
        let kind = all[all.count - 2]
        let kinds = [
            "submitted", "contributed", "courtesy", "provided", "staff", "file", "handout", "stock", "supplied",
        ]
        guard kinds.contains(where: { kind.equalsIgnoringCase($0) }), kind.first?.isASCIIUpper ?? false else {
            return nil
        }
        return (words[..<kind.startIndex].trimmed, words[kind.startIndex...])
    }

    /// "J. Roe", "U.S.": a stop that ends no sentence.
    private static func isInitial(_ words: ByteSlice, _ at: Int) -> Bool {
        guard words[at] == 0x2E, at - 2 >= words.startIndex else { return false }
        return words[at - 1].isASCIIUpper && !words[at - 2].isASCIILetter
    }

    private static func withoutSeparator(_ words: ByteSlice) -> ByteSlice {
        var words = words.trimmed
        while let last = words.last {
            if [0x7C, 0x2D, 0x2F, 0x28, 0x5B].contains(last) {
                words = words.dropLast().trimmed
            } else if words.suffix(3).elementsEqual([0xE2, 0x80, 0x94])
                || words.suffix(3).elementsEqual([0xE2, 0x80, 0x93])
            {
                words = words.dropLast(3).trimmed
            } else {
                break
            }
        }
        return words
    }
}
