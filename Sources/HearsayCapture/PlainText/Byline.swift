import HearsayCore

/// The line that names the authors of an article.
enum Byline {
    private static let labels = [
        "written by", "story by", "words by", "reported by", "posted by", "published by", "by",
    ]
    /// "By" in other languages; names begin with some of these words, so names must follow.
    private static let foreignLabels = ["Von ", "Par ", "Por ", "Door ", "VON ", "PAR ", "POR ", "DOOR "]
    private static let roles: [String] = [
        "writer", "staff", "reporter", "correspondent", "editor", "contributor", "columnist",
        "associated press", "reuters", "opinion", "analyst", "bureau chief", "photographer", "producer", "press",
        "news",
        "times", "post",
    ]
    /// Roles that one person has: another author may follow them.
    private static let personalRoles = [
        "writer", "reporter", "correspondent", "editor", "contributor", "columnist", "chief", "photographer",
        "producer", "analyst",
    ]

    /// The authors of a line that is a byline and nothing else; nil for any other line.
    ///
    /// Without "By", a name must be followed by the post ("Jane Roe, Staff Writer").
    static func authors(of line: ByteSlice) -> [String]? {
        let line = line.trimmed
        guard line.count <= 200 else { return nil }
        if let rest = afterLabel(line) { return names(in: rest) }
        guard let comma = line.firstIndex(of: 0x2C), PersonName.matches(line[..<comma]) else { return nil }
        let role = line[(comma + 1)...].trimmed
        return isRole(role) ? [line[..<comma].trimmed.string] : nil
    }

    /// The people that a line names which is marked as a byline, with or without "By"; none if it cannot be read.
    static func people(_ line: ByteSlice) -> [String] {
        let line = line.trimmed
        let rest = afterLabel(line) ?? afterForeignLabel(line) ?? line
        return names(in: rest) ?? []
    }

    /// The names in a byline that is known to be one, with or without "By"; what is no name is kept as it stands.
    static func authors(given line: String) -> [String] {
        let bytes = Array(line.utf8)[...].trimmed
        let rest = afterLabel(bytes) ?? afterForeignLabel(bytes) ?? bytes
        if let names = names(in: rest) { return names }
        return rest.isEmpty ? [] : [rest.string]
    }

    /// What follows "By"; nil without it.
    static func afterLabel(_ line: ByteSlice) -> ByteSlice? {
        for label in labels where line.startsIgnoringCase(label) {
            var rest = line.dropFirst(label.utf8.count)
            guard let next = rest.first, next.isASCIISpace || next == 0x3A || next == 0xC2 else { return nil }
            if next == 0x3A { rest = rest.dropFirst() }
            return rest.trimmed
        }
        return nil
    }

    private static func afterForeignLabel(_ line: ByteSlice) -> ByteSlice? {
        guard let label = foreignLabels.first(where: { line.starts(with: $0.utf8) }) else { return nil }
        let rest = line.dropFirst(label.utf8.count).trimmed
        return names(in: rest) == nil ? nil : rest
    }

    private static func isRole(_ bytes: ByteSlice) -> Bool {
        guard bytes.count <= 60, bytes.words.count <= 6, !SentenceEnd.closes(bytes) else { return false }
        return roles.contains { bytes.suffix($0.utf8.count).equalsIgnoringCase($0) }
    }

    private static func isPersonalRole(_ bytes: ByteSlice) -> Bool {
        personalRoles.contains { bytes.suffix($0.utf8.count).equalsIgnoringCase($0) }
    }

    /// The names of "Jane Roe, John Doe and Mary Major, Staff Writers"; nil when the first is none.
    ///
    /// Behind a place, a name counts if a place follows it in turn ("Jane Roe in Kelmoor and John Doe in Ostrand"): places
    /// are joined, too.
    private static func names(in list: ByteSlice) -> [String]? {
        var (names, isOver) = ([String](), false)
        let parts = parts(of: withoutTail(list))
        for (i, part) in parts.enumerated() {
            let hasPlace = i + 1 < parts.count && parts[i + 1].joint == .place
            switch part.joint {
            case .place:
                if names.isEmpty { return nil }
                isOver = true
            case .work: return names.isEmpty ? nil : names
            case .and, .comma:
                if PersonName.matches(part.words), !isOver || part.joint == .and && (hasPlace || isPost(parts[i - 1])) {
                    names.append(part.words.string)
                    isOver = false
                } else if names.isEmpty || !isOver && !isTrailer(part.words) {
                    return nil
                } else {
                    isOver = true
                }
            }
        }
        return names.isEmpty ? nil : names
    }

    private static func isPost(_ part: Part) -> Bool { part.joint == .comma && isPersonalRole(part.words) }

    private static func isTrailer(_ part: ByteSlice) -> Bool {
        part.words.count <= 6 && !SentenceEnd.closes(part)
    }

    /// A part of a byline, and what joins it to the one before.
    private struct Part {
        enum Joint { case comma, and, place, work }
        var joint: Joint
        var words: ByteSlice
    }

    private static let joints: [(word: String, joint: Part.Joint)] = [
        (" and ", .and), (" und ", .and), (" et ", .and), (" for ", .work), (" in ", .place), (" from ", .place),
        (" with ", .comma),
    ]

    /// The parts between commas, semicolons, "&" and "and", places, and what the article was written for.
    private static func parts(of list: ByteSlice) -> [Part] {
        var (out, start, joint) = ([Part](), list.startIndex, Part.Joint.comma)
        var at = list.startIndex
        while at < list.endIndex {
            guard let (next, length) = separator(list[at...]) else {
                at += 1
                continue
            }
            let words = list[start..<at].trimmed
            if !words.isEmpty { out.append(Part(joint: joint, words: words)) }
            joint = next
            at += length
            start = at
        }
        let words = list[min(start, list.endIndex)...].trimmed
        if !words.isEmpty { out.append(Part(joint: joint, words: words)) }
        return out
    }

    /// What separates two parts at the start of some words, and its length.
    private static func separator(_ rest: ByteSlice) -> (joint: Part.Joint, length: Int)? {
        switch rest.first {
        case 0x26: return (.and, 1)
        case 0x2C, 0x3B: return rest.dropFirst().startsIgnoringCase(" and ") ? (.and, 6) : (.comma, 1)
        case 0x20:
            return joints.first { rest.startsIgnoringCase($0.word) }.map { ($0.joint, $0.word.utf8.count) }
        default: return nil
        }
    }

    /// A byline without what is set off behind it: a post, an outlet, a date.
    private static func withoutTail(_ list: ByteSlice) -> ByteSlice {
        var list = list
        let stops = ["|", "\u{2022}", "\u{B7}", " - ", " \u{2013} ", " \u{2014} "]
        for stop in stops { if let at = list.dropFirst().firstIgnoringCase(stop) { list = list[..<at] } }
        var words = list.words
        guard let number = words.indices.dropFirst().first(where: { words[$0].first?.isASCIIDigit ?? false }) else {
            return withoutDay(list)
        }
        words = Array(words[..<number])
        while words.count > 1, let last = words.last, isAboutDates(last) { words.removeLast() }
        return list[..<(words.last?.endIndex ?? list.startIndex)]
    }

    /// A line without "on Monday" at its end.
    private static func withoutDay(_ list: ByteSlice) -> ByteSlice {
        guard let on = list.firstIgnoringCase(" on "), list[on...].words.dropFirst().allSatisfy(isAboutDates) else {
            return list
        }
        return list[..<on]
    }

    private static func isAboutDates(_ word: ByteSlice) -> Bool {
        let plain = word.filter { $0.isASCIILetter || $0 >= 0x80 }
        if plain.isEmpty { return true }
        let lower = String(decoding: plain.map(\.asciiLowercased), as: UTF8.self)
        return DateWords.month(lower) != nil || DateWords.isWeekday(lower) || DateWords.isFiller(lower)
    }
}
