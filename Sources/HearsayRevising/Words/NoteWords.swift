/// How notes about the article itself begin.
enum NoteWords {
    /// Whether a sentence begins as a correction, an update or an editor's note does.
    static func begin(_ sentence: String) -> Bool {
        guard openings.contains(opening(sentence)) else { return false }
        var lower = sentence.lowercased().replacing("\u{2019}", with: "'")
        while let first = lower.unicodeScalars.first, marks.contains(first) {
            lower.unicodeScalars.removeFirst()
        }
        if labels.contains(where: lower.hasPrefix) { return true }
        guard let object = objects.first(where: lower.hasPrefix) else { return false }
        let rest = lower.dropFirst(object.utf8.count).prefix(80)
        return deeds.contains { rest.contains($0) }
    }

    /// The letters with which a text begins, in lower case and without marks before them.
    private static func opening(_ text: String) -> String {
        let letters = text.unicodeScalars.drop(while: marks.contains).prefix {
            $0.isASCII && $0.properties.isAlphabetic
        }
        return String(letters).lowercased()
    }

    private static let marks = Set("([*_\"—–- ".unicodeScalars)
    /// How notes begin; most sentences begin with another word.
    private static let openings = Set((labels + objects).map(opening))

    /// Whether a sentence says only that something could not be checked.
    static func isDoubt(_ lower: [String]) -> Bool {
        guard lower.count <= 22 else { return false }
        let isOpen = lower.indices.contains { i in
            open.contains(lower[i]) || lower[i].hasSuffix("n't")
                || lower[i] == "no" && i + 1 < lower.count && lower[i + 1] == "independent"
        }
        return isOpen && lower.contains { word in checks.contains { word.hasPrefix($0) } }
    }

    /// Words with which it is said that something could not be done.
    static let open = WordLists.words("not unable impossible yet cannot")
    private static let labels = [
        "correction:", "corrections:", "correction (", "correction -", "correction –", "correction —", "clarification:",
        "clarification (", "update:", "updated:", "update (", "editor's note", "editors' note", "ed. note",
        "editorial note", "corrects ", "a correction:", "note to readers",
    ]
    private static let objects = [
        "this article", "this story", "this report", "this piece", "this post", "this page", "this copy",
        "this headline",
        "an earlier version", "an earlier headline", "a previous version", "the original version", "earlier versions",
        "previous versions", "the headline of this",
    ]
    private static let deeds = [
        "amended", "corrected", "updated", "clarified", "revised", "edited", "changed", "misstated", "misspelled",
        "said",
        "stated", "gave", "incorrectly", "wrongly", "mistakenly", "misidentified", "named", "reported", "contained",
        "referred", "described", "removed", "published in error", "attributed", "omitted",
    ]
    private static let checks = ["verif", "confirm", "corroborat", "independent", "checked", "substantiat"]
}
