/// Finds the sentences of a paragraph.
///
/// A sentence ends at ".", "!", "?" or "…" with the quotation marks and brackets that close after it, when white
/// space and something that can start a sentence follow. Abbreviations, initials and decimals do not end one.
public enum SentenceSplitter {
    /// The sentences of a paragraph, trimmed of white space, in order. Line breaks count as spaces; a blank line ends
    /// a sentence, unless what stands before it plainly goes on ("the target set to").
    public static func sentences(in text: SourceText, paragraph: TextSpan) -> [TextSpan] {
        let scan = StopScan(bytes: text.utf8, limit: paragraph.end)
        var (sentences, start, i) = ([TextSpan](), paragraph.start, paragraph.start)
        func close(at end: Int) {
            let sentence = text.trimmed(TextSpan(start, end))
            if !sentence.isEmpty { sentences.append(sentence) }
            start = end
        }
        while i < paragraph.end {
            if let after = scan.blankLine(at: i) {
                if !scan.goesOn(over: i, to: after) { close(at: i) }
                i = after
            } else if let after = scan.stop(at: i) {
                if scan.ends(stopAt: i, after: after, sentence: start) { close(at: after) }
                i = after
            } else {
                i += 1
            }
        }
        close(at: paragraph.end)
        return sentences
    }
}

private struct StopScan {
    let bytes: [UInt8]
    let limit: Int

    /// Words that a stop follows without ending the sentence.
    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "gen", "lt", "col", "sgt", "capt", "cmdr", "adm", "maj", "brig", "cpl",
        "pvt", "rep", "reps", "sen", "sens", "gov", "pres", "rev", "fr", "hon", "msgr", "st", "ste", "mt", "ft", "vs",
        "messrs", "supt", "det", "insp", "atty", "no", "nos", "art", "fig", "pp", "vol", "approx", "ca", "cf", "e.g",
        "i.e", "al",
    ]
    /// Words that a stop may follow inside a sentence as well as at its end.
    private static let abbreviations: Set<String> = [
        "jr", "sr", "inc", "co", "corp", "ltd", "bros", "etc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
        "sept", "oct", "nov", "dec", "u.s", "u.k", "u.n", "e.u", "d.c", "a.m", "p.m", "ph.d", "b.c", "a.d", "est",
        "ave", "blvd", "rd", "dept", "univ", "assn", "gov't", "ariz", "calif", "conn", "fla", "ill", "mass", "mich",
        "minn", "pa", "tenn", "tex", "va", "wash", "wis", "km", "min", "max",
    ]
    /// Words that start a sentence even after an abbreviation.
    private static let starters: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "you", "but", "and", "in", "on", "at", "this", "that",
        "these", "those", "his", "her", "its", "their", "there", "when", "while", "after", "before", "if", "as",
        "however", "meanwhile", "what", "who", "so", "for", "not", "no", "some", "one", "both", "by", "from", "since",
    ]

    func blankLine(at i: Int) -> Int? {
        guard bytes[i] == 0x0A else { return nil }
        var j = i + 1
        while j < limit, bytes[j] == 0x20 || bytes[j] == 0x09 || bytes[j] == 0x0D { j += 1 }
        return j < limit && bytes[j] == 0x0A ? j : nil
    }

    /// Words after which no sentence ends.
    private static let links: Set<String> = [
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "and", "or", "that", "its",
        "their", "his",
        "her", "which", "into", "as",
    ]

    /// Whether the sentence that a blank line cuts goes on behind it: a link word stands before, and no stop.
    func goesOn(over line: Int, to next: Int) -> Bool {
        var end = line
        while end > 0, bytes[end - 1].isASCIISpace { end -= 1 }
        return next < limit && end > 0 && bytes[end - 1].isASCIILetter
            && Self.links.contains(lowerWord(endingAt: end, from: 0))
    }

    /// One past a stop and everything that closes with it.
    func stop(at i: Int) -> Int? {
        guard isStop(i) else { return nil }
        var j = i
        while j < limit, isStop(j) { j += bytes[j] == 0xE2 ? 3 : 1 }
        while j < limit, let length = closer(at: j) { j += length }
        return min(j, limit)
    }

    private func isStop(_ i: Int) -> Bool {
        switch bytes[i] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
        case 0xE2: i + 2 < limit && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA6
        default: false
        }
    }

    private func closer(at i: Int) -> Int? {
        switch bytes[i] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): 1
        case 0xE2 where i + 2 < limit && bytes[i + 1] == 0x80 && (bytes[i + 2] == 0x99 || bytes[i + 2] == 0x9D): 3
        case 0xC2 where i + 1 < limit && bytes[i + 1] == 0xBB: 2
        default: nil
        }
    }

    /// Whether the sentence that began at `sentence` ends with the stop at `i`.
    func ends(stopAt i: Int, after: Int, sentence: Int) -> Bool {
        guard after < limit else { return true }
        guard isSpace(after) else { return false }
        var next = after
        while next < limit, isSpace(next) { next += bytes[next] == 0xC2 ? 2 : 1 }
        guard next < limit else { return true }
        while next < limit, let length = opener(at: next) { next += length }
        guard next < limit, startsSentence(next) else { return false }
        guard bytes[i] == UInt8(ascii: "."), after == i + 1 else { return true }
        return endsAfterWord(before: i, next: next, sentence: sentence)
    }

    private func isSpace(_ i: Int) -> Bool {
        bytes[i].isASCIISpace || (bytes[i] == 0xC2 && i + 1 < limit && bytes[i + 1] == 0xA0)
    }

    private func opener(at i: Int) -> Int? {
        switch bytes[i] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["): 1
        case 0xE2 where i + 2 < limit && bytes[i + 1] == 0x80:
            // ‘ ‚ “ „ and dashes
            [0x98, 0x9A, 0x9C, 0x9E, 0x93, 0x94, 0x95].contains(bytes[i + 2]) ? 3 : nil
        case 0xC2 where i + 1 < limit && bytes[i + 1] == 0xAB: 2
        default: nil
        }
    }

    private func startsSentence(_ i: Int) -> Bool {
        let byte = bytes[i]
        if byte < 0x80 { return byte &- 0x41 < 26 || byte.isASCIIDigit || byte == 0x24 || byte == 0x3C }
        return !UTF8Decoding.scalar(in: bytes, at: i).scalar.properties.isLowercase
    }

    private func endsAfterWord(before i: Int, next: Int, sentence: Int) -> Bool {
        let last = lowerWord(endingAt: i, from: sentence)
        if Self.titles.contains(last) {
            return last == "no" && !bytes[next].isASCIIDigit || last == "al" && Self.starters.contains(word(at: next))
        }
        let isInitial = last.utf8.count == 1 && last != "i" && bytes[i - 1] &- 0x41 < 26
        if isInitial || Self.abbreviations.contains(last) || last.utf8.contains(UInt8(ascii: ".")) {
            return Self.starters.contains(word(at: next))
        }
        return true
    }

    private func lowerWord(endingAt end: Int, from start: Int) -> String {
        var i = end
        while i > start, bytes[i - 1].isASCIILetter || bytes[i - 1] == 0x2E || bytes[i - 1] == 0x27 { i -= 1 }
        return Self.lowered(bytes[i..<end])
    }

    private func word(at start: Int) -> String {
        var i = start
        while i < limit, bytes[i].isASCIILetter { i += 1 }
        return Self.lowered(bytes[start..<i])
    }

    private static func lowered(_ slice: ArraySlice<UInt8>) -> String {
        String(decoding: slice.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
