import HearsayCore

/// Notes without a label, told by how they begin; they count where notes stand alone.
extension UpdateNote {
    /// An article that speaks of itself.
    static let itself = subjects.filter { !["list", "guide", "page", "item"].contains($0) }.map { "this " + $0 }
    private static let wholes = ["story", "article", "post", "report", "piece", "column", "blogpost", "headline"]
    private static let verbs = ["updated", "amended", "corrected", "edited", "revised", "clarified", "changed"]

    /// "A correction was made on …", "Story updated at …", "We originally reported …", "After publication, …".
    static func ofOpening(_ head: ByteSlice) -> Document.Update.Kind? {
        for opening in ["note: ", "last updated: ", "the text of "] where head.starts(with: opening.utf8) {
            return kind(of: head.dropFirst(opening.utf8.count), atEdge: true)
        }
        if let colon = head.prefix(40).firstIndex(of: 0x3A), isDay(head[..<colon]) {
            return kind(of: head[(colon + 1)...], atEdge: true)
        }
        return ofAddition(head) ?? ofShortForm(head) ?? ofHistory(head) ?? ofConfession(head) ?? ofOutlet(head)
            ?? ofOtherArticle(head)
    }

    /// "A correction was made on March 3: …", "A clarification has been added to this article".
    private static func ofAddition(_ head: ByteSlice) -> Document.Update.Kind? {
        let kinds: [(String, Document.Update.Kind)] = [
            ("a correction ", .correction), ("a clarification ", .clarification), ("an update ", .update),
            ("an editor's note ", .editorsNote),
        ]
        guard let (opening, kind) = kinds.first(where: { head.starts(with: $0.0.utf8) }) else { return nil }
        let rest = head.dropFirst(opening.utf8.count)
        let acts = ["was made", "was added", "has been added", "has been made", "was appended", "has been appended"]
        guard acts.contains(where: { rest.startsIgnoringCase($0) }) else { return nil }
        if holds(itself + ["version of"], rest) { return kind }
        guard let on = rest.firstIgnoringCase(" on "), let colon = rest[on...].firstIndex(of: 0x3A) else { return nil }
        return isDay(rest[(on + 4)..<colon]) ? kind : nil
    }

    /// "Story updated at 6:10 p.m.", "Article amended on 3 May".
    private static func ofShortForm(_ head: ByteSlice) -> Document.Update.Kind? {
        let words = head.words.prefix(4).map(\.string)
        guard words.count > 2, wholes.contains(words[0]), verbs.contains(words[1].filter(\.isLetter)) else {
            return nil
        }
        let joints = ["at", "on", "to", "with", "since", "after", "throughout"]
        guard joints.contains(words[2]) || words[2].contains(where: \.isNumber) else { return nil }
        return kind(of: words[1], head)
    }

    /// "This story was first published on June 3. It was updated …", "This is a developing story and has been updated".
    private static func ofHistory(_ head: ByteSlice) -> Document.Update.Kind? {
        let isDeveloping = ["this is a developing", "this is a breaking"].contains { head.startsIgnoringCase($0) }
        if isDeveloping { return holds(["has been updated", "was updated"], head) ? .update : nil }
        if itself.contains(where: { head.startsIgnoringCase($0 + ", ") }) {
            let found = verbs.first { holds([", has been " + $0, ", was " + $0], head) }
            return found.map { kind(of: $0, head) }
        }
        guard itself.contains(where: { head.startsIgnoringCase($0 + " was ") }),
            ["first published", "originally published", "published"].contains(where: { words in
                head.words.dropFirst(3).prefix(2).map(\.string).joined(separator: " ").hasPrefix(words)
            })
        else { return nil }
        for verb in verbs {
            let helpers = ["was ", "has been ", "has since been ", "been ", "and "]
            if let at = helpers.lazy.compactMap({ head.firstIgnoringCase($0 + verb) }).first {
                return kind(of: verb, head[at...])
            }
        }
        return nil
    }

    /// "We originally reported that …. We regret the error", "After publication, the ministry sent a statement".
    private static func ofConfession(_ head: ByteSlice) -> Document.Update.Kind? {
        if ["we originally ", "we initially ", "we previously ", "we incorrectly ", "we wrongly ", "we mistakenly "]
            .contains(where: { head.startsIgnoringCase($0) })
        {
            return holds(errors + ["regret", "apologi", "in fact"], head) ? .correction : nil
        }
        let openings = ["after publication, ", "since publication, ", "following publication, "]
        guard let opening = openings.first(where: { head.startsIgnoringCase($0) }) else { return nil }
        let rest = head.dropFirst(opening.utf8.count)
        let answers = ["statement", "contacted us", "responded", "told us", "got in touch", "wrote to us"]
        if holds(itself, rest) { return holds(errors, rest) ? .correction : .update }
        return holds(answers, rest) ? .update : nil
    }

    /// "The Harbour Post has corrected this article to …".
    private static func ofOutlet(_ head: ByteSlice) -> Document.Update.Kind? {
        for verb in ["corrected", "amended", "updated", "clarified", "revised"] {
            guard let at = head.prefix(90).firstIgnoringCase(" has \(verb) this ") else { continue }
            let words = head[at...].words
            return words.count > 3 && subjects.contains(words[3].filter(\.isASCIILetter)[...].string)
                ? kind(of: verb, head) : nil
        }
        return nil
    }

    /// "An article on Tuesday about … misstated …": the note of a newspaper on its own page.
    private static func ofOtherArticle(_ head: ByteSlice) -> Document.Update.Kind? {
        let words = head.words.prefix(4).map(\.string)
        let kinds = ["article", "story", "report", "column", "headline", "caption", "editorial", "review", "graphic"]
        guard words.count == 4, words[0] == "an" || words[0] == "a", kinds.contains(words[1]),
            ["on", "in", "last", "published", "about", "with"].contains(words[2])
        else { return nil }
        let faults = [
            "misstated", "misspelled", "misidentified", "misattributed", "incorrectly", "erroneously", "misquoted",
        ]
        return holds(faults, head) ? .correction : nil
    }

    private static func kind(of verb: String, _ head: ByteSlice) -> Document.Update.Kind {
        if holds(doubts, head) { return .clarification }
        if verb.hasPrefix("correct") || verb.hasPrefix("amend") { return .correction }
        return holds(errors, head) ? .correction : .update
    }

    /// Whether somebody else says it: "…, the firm said.", "…, according to the indictment".
    static func isReported(_ head: ByteSlice) -> Bool {
        let end = head.indices.first { at in
            head[at] == 0x2E && (at + 1 == head.endIndex || head[at + 1] == 0x20) && at - head.startIndex > 40
        }
        let sentence = head[..<(end ?? head.endIndex)]
        guard let comma = sentence.lastIndex(of: 0x2C) else { return false }
        let clause = sentence[(comma + 1)...].words.map { $0.filter(\.isASCIILetter)[...].string }
        let speech: Set<String> = [
            "said", "says", "wrote", "writes", "announced", "told", "argued", "claimed", "asked", "found", "according",
        ]
        return clause.count <= 12 && !clause.contains("we") && !speech.isDisjoint(with: clause)
    }
}
