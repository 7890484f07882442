import HearsayCore

/// Tells the notes by which an outlet says that it changed an article, or what its editors tell the readers.
enum UpdateNote {
    private static let most = 2500
    private static let labels: [(words: String, kind: Document.Update.Kind, needsMark: Bool)] = [
        ("corrections and clarifications", .correction, true), ("correction and clarification", .correction, true),
        ("correction appended", .correction, true), ("correction notice", .correction, true),
        ("correction", .correction, true), ("corrections", .correction, true), ("corrected", .correction, true),
        ("erratum", .correction, true), ("errata", .correction, true), ("corrigendum", .correction, true),
        ("retraction", .correction, true), ("for the record", .correction, true),
        ("clarification", .clarification, true), ("clarifications", .clarification, true),
        ("clarified", .clarification, true), ("editor's note", .editorsNote, true),
        ("editors' note", .editorsNote, true), ("editors's note", .editorsNote, true),
        ("editors note", .editorsNote, true),
        ("editor note", .editorsNote, true), ("editorial note", .editorsNote, true), ("ed. note", .editorsNote, true),
        ("ed note", .editorsNote, true), ("ed's note", .editorsNote, true), ("publisher's note", .editorsNote, true),
        ("note from the editor", .editorsNote, true), ("note from the editors", .editorsNote, true),
        ("a note from the editor", .editorsNote, true), ("a note from the editors", .editorsNote, true),
        ("note to readers", .editorsNote, true), ("note to our readers", .editorsNote, true),
        ("a note to readers", .editorsNote, true), ("a note to our readers", .editorsNote, true),
        ("an important note to readers", .editorsNote, true), ("to our readers", .editorsNote, true),
        ("update", .update, true), ("updates", .update, true), ("updated", .update, true),
        ("story update", .update, true),
        ("updated with", .update, false), ("updated to", .update, false), ("updated at", .update, false),
        ("updated throughout", .update, false), ("updates with", .update, false), ("corrects", .correction, false),
        ("corrects", .correction, true), ("corrected to", .correction, false), ("clarifies", .clarification, false),
        ("amendment", .correction, true), ("amended", .correction, true),
    ]
    static let subjects = [
        "story", "article", "post", "report", "piece", "page", "blog", "blogpost", "column", "review", "analysis",
        "item", "essay",
        "headline", "caption", "interview", "dispatch", "newsletter", "transcript", "op-ed", "editorial", "obituary",
        "graphic", "list", "guide",
    ]
    private static let versions = [
        "an earlier version of", "a previous version of", "a prior version of", "an original version of",
        "an early version of",
        "an initial version of", "the original version of", "the initial version of", "earlier versions of",
        "previous versions of",
        "an earlier headline", "a previous headline", "the original headline", "in an earlier version of",
        "in a previous version of",
        "in the original version of",
    ]
    private static let agencyVerbs = [
        "corrects", "clarifies", "updates", "updated", "adds", "refiles", "recasts", "removes", "fixes", "deletes",
        "repeats", "rewrites",
        "inserts", "amends", "changes",
    ]
    static let errors = [
        "correct", "error", "misstat", "misspel", "mistak", "wrong", "inaccura", "misidentif", "erroneous", "amended",
        "misattribut", "misquot",
    ]
    static let doubts = ["clarif", "make clear", "made clear", "make it clear", "unclear"]

    /// The kind of note that a paragraph is; nil for any other.
    ///
    /// `atEdge`: it stands where notes stand, first or last in its article or in a box of its own. Elsewhere a note must
    /// have a label, or speak of an error in the article: news is told of other lists, guides and pages, too.
    static func kind(of words: ByteSlice, atEdge: Bool = false) -> Document.Update.Kind? {
        let (words, isBracketed) = withoutMarks(words)
        guard words.count <= most, !words.isEmpty else { return nil }
        let head = lowered(words.prefix(320))
        for (label, kind, needsMark) in labels where head.starts(with: label.utf8) {
            let rest = head[label.utf8.count...]
            if needsMark ? isMark(rest, kind) : rest.first == 0x20 || rest.first == 0x2C { return kind }
        }
        if let kind = ofAgency(head[...], isBracketed) ?? ofVersion(head[...]) { return kind }
        let told = aboutItself(head[...], atEdge: atEdge) ?? (atEdge ? ofOpening(head[...]) : nil)
        return told == nil || isReported(head[...]) ? nil : told
    }

    /// The kind of note whose label, perhaps with a date, is all that a paragraph holds; the note itself follows.
    static func label(_ words: ByteSlice) -> Document.Update.Kind? {
        let (words, _) = withoutMarks(words)
        guard words.count <= 80 else { return nil }
        let head = lowered(words)
        for (label, kind, needsMark) in labels where needsMark && kind != .update && head.starts(with: label.utf8) {
            let rest = head[label.utf8.count...].drop { [0x20, 0x3A, 0x2E, 0x2C, 0x29, 0x5D, 0x2D].contains($0) }
            if rest.isEmpty || isTime(rest) { return kind }
        }
        return nil
    }

    /// Whether words only tell when the article was changed ("Updated at 5:30 p.m.").
    static func isTimeOnly(_ words: ByteSlice) -> Bool {
        let (words, _) = withoutMarks(words)
        guard words.count <= 80, words.startsIgnoringCase("update") || words.startsIgnoringCase("last update") else {
            return false
        }
        return isTime(words.dropFirst(words.prefix { !$0.isASCIISpace && $0 != 0x3A }.count))
    }

    private static func isTime(_ words: ByteSlice) -> Bool {
        var scanner = DateScanner(words)
        var hasTime = false
        while !scanner.isAtEnd {
            if scanner.date() != nil || scanner.clock() != nil {
                hasTime = true
            } else if let word = scanner.word() {
                guard DateWords.isFiller(word) || DateWords.isWeekday(word) || DateWords.zone(word) != nil else {
                    return false
                }
                scanner.at += 1
            } else if case .mark = scanner.tokens[scanner.at] {
                scanner.at += 1
            } else {
                return false
            }
        }
        return hasTime
    }

    /// Words without stars, arrows, bullets, brackets and the like before them; quotation marks stay.
    private static func withoutMarks(_ words: ByteSlice) -> (words: ByteSlice, isBracketed: Bool) {
        var (words, isBracketed) = (words.trimmed, false)
        while let first = words.first {
            if first == 0x22 || first == 0x27 || first.isASCIILetter || first.isASCIIDigit { break }
            if first < 0x80 {
                isBracketed = isBracketed || first == 0x28 || first == 0x5B
                words = words.dropFirst().trimmed
            } else if first == 0xE2, !isQuotationMark(words) {
                words = words.dropFirst(3).trimmed
            } else if first == 0xF0 {
                words = words.dropFirst(4).trimmed
            } else if first == 0xC2 || first == 0xEF {
                words = words.dropFirst(first == 0xC2 ? 2 : 3).trimmed
            } else {
                break
            }
        }
        return (words, isBracketed)
    }

    /// U+2018 to U+201F.
    private static func isQuotationMark(_ words: ByteSlice) -> Bool {
        let head = Array(words.prefix(3))
        return head.count == 3 && head[1] == 0x80 && (0x98...0x9F).contains(head[2])
    }

    /// Small letters, and typewriter apostrophes for curly ones.
    private static func lowered(_ words: ByteSlice) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(words.count)
        words.withUnsafeBufferPointer { words in
            var at = 0
            while at < words.count {
                if words[at] == 0xE2, at + 2 < words.count, words[at + 1] == 0x80, words[at + 2] & 0xFE == 0x98 {
                    out.append(0x27)
                    at += 3
                } else {
                    out.append(words[at].asciiLowercased)
                    at += 1
                }
            }
        }
        return out
    }

    /// "(Corrects name in paragraph 3)", "(Adds quotes)": how agencies begin.
    private static func ofAgency(_ head: ByteSlice, _ isBracketed: Bool) -> Document.Update.Kind? {
        guard isBracketed, let verb = agencyVerbs.first(where: { head.startsIgnoringCase($0 + " ") }) else {
            return nil
        }
        let close = head.firstIndex { $0 == 0x29 || $0 == 0x5D } ?? head.endIndex
        guard close == head.endIndex || close >= head.endIndex - 2 || head.count < 320 else { return nil }
        switch verb {
        case "corrects", "fixes", "deletes", "removes", "amends": return .correction
        case "clarifies": return .clarification
        default: return holds(errors, head[..<close]) ? .correction : .update
        }
    }

    /// "An earlier version of this article misspelled …", but not "… of this article appeared in the Harbour Post".
    private static func ofVersion(_ head: ByteSlice) -> Document.Update.Kind? {
        let causes = ["due to ", "because of ", "owing to ", "through a"]
        if causes.contains(where: { head.startsIgnoringCase($0) }),
            holds([" error", " incorrect", " mistake", " misunderst"], head.prefix(45)),
            holds(["editing error", "production error", "reporting error"], head)
                || holds(versions, head) && holds(subjects, head) || holds(itself, head)
        {
            return .correction
        }
        guard let opening = versions.first(where: { head.startsIgnoringCase($0) }) else { return nil }
        let rest = head.dropFirst(opening.utf8.count)
        guard holds(subjects, rest.prefix(60)) || opening.hasSuffix("headline") && holds(errors, rest) else {
            return nil
        }
        if holds(doubts, rest) { return .clarification }
        let elsewhere = [
            "appeared in", "appeared on", "was published", "was first published", "was originally", "ran in",
            "first appeared",
        ]
        return holds(elsewhere, rest.prefix(90)) && !holds(errors, rest) ? nil : .correction
    }

    /// "This story has been updated …", "The headline of this article was changed …", "We have corrected this post …".
    private static func aboutItself(_ head: ByteSlice, atEdge: Bool) -> Document.Update.Kind? {
        guard ["this ", "the ", "our ", "we ", "we've "].contains(where: { head.starts(with: $0.utf8) }) else {
            return nil
        }
        var words = head.words.map { Array($0.filter { $0 != 0x2C && $0 != 0x28 && $0 != 0x22 })[...] }
        guard let first = words.first?.string else { return nil }
        if first == "this" || first == "the" || first == "our" {
            if let kind = ofCopy(words, head) { return kind }
            guard let at = words.prefix(first == "this" ? 5 : 2).firstIndex(where: { subjects.contains($0.string) }),
                at > 0
            else { return nil }
            let isHeadline = ["headline", "caption"].contains(words[at].string)
            let isArticle = atEdge && ["story", "article", "post"].contains(words[at].string)
            guard first == "this" || isHeadline || isArticle else { return nil }
            words.removeFirst(at + 1)
            // "The headline of this article …"
            if isHeadline, let of = words.first?.string, of == "of" || of == "on" || of == "to" {
                words.removeFirst(min(3, words.count))
            }
        } else if first == "we" || first == "we've" {
            guard holds(subjects.flatMap { ["this " + $0, "the " + $0, "our " + $0] }, head.prefix(90)) else {
                return nil
            }
            words.removeFirst()
            if first == "we've" { words.insert(Array("have".utf8)[...], at: 0) }
        } else {
            return nil
        }
        guard let kind = ofVerb(words, head) else { return nil }
        let isThing = ["this list ", "this guide ", "this page ", "this item "].contains { head.starts(with: $0.utf8) }
        let acts = ["updated to ", "updated with ", "updated throughout", "edited to ", "revised to ", "changed to "]
        let isOwn = kind != .update || holds(itself, head.prefix(60)) && holds(acts, head.prefix(80))
        return atEdge || holds(errors + doubts, head) || isOwn && !isThing ? kind : nil
    }

    /// "This is a corrected version of …", "This version corrects …".
    private static func ofCopy(_ words: [ByteSlice], _ head: ByteSlice) -> Document.Update.Kind? {
        let opening = words.prefix(6).map(\.string)
        guard opening.count >= 4 else { return nil }
        if opening[1] == "version" || opening[1] == "copy" || subjects.contains(opening[1]) && opening[0] == "this" {
            if ["corrects", "fixes", "removes", "deletes"].contains(opening[2]) { return .correction }
            if opening[2] == "clarifies" { return .clarification }
            if opening[2] == "updates" || opening[2] == "adds" { return .update }
        }
        if opening[1] == "version" || opening[1] == "copy" { return ofVerb(Array(words.dropFirst(2)), head) }
        guard opening[1] == "is", opening.contains("version") else { return nil }
        if opening.contains("corrected") { return .correction }
        return opening.contains("updated") || opening.contains("revised") ? .update : nil
    }

    /// The kind that a verb in the passive tells, at the start of what is said of the article.
    private static func ofVerb(_ words: [ByteSlice], _ head: ByteSlice) -> Document.Update.Kind? {
        let helpers: Set<String> = [
            "has", "have", "was", "were", "is", "been", "being", "since", "also", "now", "later", "subsequently",
            "recently", "and",
            "slightly", "substantially", "further", "briefly",
        ]
        let start = words.prefix { helpers.contains($0.string) }.count
        guard (1...5).contains(start), words.count > start else { return nil }
        let verb = words[start].string.split(separator: ".").first.map(String.init) ?? ""
        let next = words.dropFirst(start + 1).first?.string
        let isEnd = words[start].last == 0x2E || next == nil
        guard isEnd || next != "by" else { return nil }
        switch verb {
        case "corrected", "amended", "refiled", "retracted": return .correction
        case "clarified": return .clarification
        case "updated":
            if holds(["to clarif", "to make clear", "to make it clear"], head) { return .clarification }
            return holds(["to correct", "with a correction", "to fix", "with corrections", "to remove an error"], head)
                ? .correction : .update
        case "changed", "revised", "edited", "modified", "altered", "adjusted":
            let joints: Set<String> = [
                "to", "on", "at", "since", "after", "with", "because", "for", "following", "in", "from",
            ]
            guard isEnd || joints.contains(next ?? "") else { return nil }
            if holds(doubts, head) { return .clarification }
            return holds(errors, head.dropFirst(20)) ? .correction : .update
        default: return nil
        }
    }

    /// A colon or a dash, perhaps after a date or time, with or without brackets, or up to four words ("UPDATE, March 3:");
    /// or a date and the end of the line or what was changed ("Updated March 3, with the verdict").
    private static func isMark(_ rest: ByteSlice, _ kind: Document.Update.Kind) -> Bool {
        let head = rest.prefix(64)
        guard let first = head.first else { return false }
        if first == 0x3A || head.starts(with: [0x20, 0xE2, 0x80]) || head.starts(with: [0xE2, 0x80, 0x94])
            || head.starts(with: [0x20, 0x2D, 0x20])
        {
            return true
        }
        if first == 0x29 || first == 0x5D { return kind != .update }
        guard first == 0x20 || first == 0x2C || first == 0x28 else { return false }
        var end = head.startIndex
        while let colon = head[end...].firstIndex(of: 0x3A) {
            if isDay(head[..<colon].trimmed) { return true }
            end = colon + 1
        }
        if let with = head.firstIgnoringCase(" with ") ?? head.firstIgnoringCase(" to "), isDay(head[..<with].trimmed) {
            return true
        }
        guard let colon = head.firstIndex(of: 0x3A) else { return false }
        let between = head[..<colon].trimmed
        // "Update 3:" counts the pieces of a running report.
        if between.allSatisfy({ $0.isASCIIDigit || $0 == 0x23 }), between.count <= 2 { return false }
        return between.contains { $0.isASCIIDigit } && between.words.count <= 5 && !between.contains(0x2E)
    }

    /// Whether words hold a day or a time of day and nothing else; the year may be missing.
    static func isDay(_ words: ByteSlice) -> Bool {
        let tokens = DateToken.tokens(of: words)
        var (numbers, names) = (0, 0)
        for token in tokens {
            switch token {
            case .number: numbers += 1
            case .word(let word):
                if DateWords.month(word) != nil || DateWords.isWeekday(word) || ["am", "pm", "m"].contains(word) {
                    names += 1
                } else if !DateWords.isFiller(word), DateWords.zone(word) == nil, !["a", "p"].contains(word) {
                    return false
                }
            case .mark: break
            }
        }
        return numbers > 0 && (names > 0 || numbers > 1)
    }

    static func holds(_ needles: [String], _ words: ByteSlice) -> Bool {
        needles.contains { words.firstIgnoringCase($0) != nil }
    }
}
