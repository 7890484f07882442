import HearsayCore

/// Tells the notes by which an outlet says that it changed an article.
enum UpdateNote {
    private static let labels: [(words: String, kind: Document.Update.Kind, needsMark: Bool)] = [
        ("correction", .correction, true), ("corrections", .correction, true), ("corrected", .correction, true),
        ("clarification", .clarification, true), ("clarifications", .clarification, true),
        ("editor's note", .editorsNote, true), ("editors' note", .editorsNote, true),
        ("editors note", .editorsNote, true),
        ("editor\u{2019}s note", .editorsNote, true), ("editors\u{2019} note", .editorsNote, true),
        ("update", .update, true), ("updates", .update, true), ("updated", .update, true),
        ("updated with", .update, false), ("updated to", .update, false), ("updated at", .update, false),
        ("updated throughout", .update, false), ("updates with", .update, false), ("corrects", .correction, false),
        ("an earlier version of this", .correction, false), ("a previous version of this", .correction, false),
    ]
    private static let subjects = ["story", "article", "post", "report", "piece"]

    /// The kind of note that a paragraph is; nil for any other.
    static func kind(of words: ByteSlice) -> Document.Update.Kind? {
        var words = words.trimmed
        while let first = words.first, [0x2A, 0x5B, 0x28, 0x2D].contains(first) { words = words.dropFirst().trimmed }
        guard words.count <= 1500 else { return nil }
        for (label, kind, needsMark) in labels where words.startsIgnoringCase(label) {
            let rest = words.dropFirst(label.utf8.count)
            if needsMark ? isMark(rest) : rest.first == 0x20 || rest.first == 0x2C { return kind }
        }
        return aboutItself(words)
    }

    /// "This story has been updated …", "This article was corrected on …".
    private static func aboutItself(_ words: ByteSlice) -> Document.Update.Kind? {
        guard words.startsIgnoringCase("this "), words.words.count <= 60 else { return nil }
        let rest = words.dropFirst(5)
        guard let subject = subjects.first(where: { rest.startsIgnoringCase($0 + " ") }) else { return nil }
        let verb = rest.dropFirst(subject.utf8.count + 1)
        guard ["has been ", "was ", "is being "].contains(where: { verb.startsIgnoringCase($0) }) else { return nil }
        let head = verb.prefix(40)
        if head.firstIgnoringCase("correct") != nil || head.firstIgnoringCase("amended") != nil { return .correction }
        if head.firstIgnoringCase("clarified") != nil { return .clarification }
        return head.firstIgnoringCase("updated") != nil ? .update : nil
    }

    /// A colon or a dash, perhaps after a date or time in brackets or up to four words ("UPDATE, March 3:").
    private static func isMark(_ rest: ByteSlice) -> Bool {
        let head = rest.prefix(48)
        guard let first = head.first else { return false }
        if first == 0x3A || head.starts(with: [0x20, 0xE2, 0x80]) || head.starts(with: [0x20, 0x2D, 0x20]) {
            return true
        }
        guard first == 0x20 || first == 0x2C || first == 0x28, let colon = head.firstIndex(of: 0x3A) else {
            return false
        }
        let between = head[..<colon]
        return between.contains { $0.isASCIIDigit } && between.words.count <= 5 && !between.contains(0x2E)
    }
}
