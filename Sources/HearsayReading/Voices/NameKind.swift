internal import HearsayCore

/// Guesses what a name names from its words and from the words beside it.
enum NameKind {
    /// The kind and the gender, where the signs are clear.
    static func guess(
        _ chunk: NameChunks.Chunk, _ prose: Prose, _ lexicon: Lexicon
    ) -> (kind: Voice.Kind?, gender: NameBook.Gender?) {
        let tokens = prose.words[chunk.core].map(\.stem)
        if let gender = titleGender(chunk, prose, lexicon) { return (.person, gender) }
        if let kind = fixed(tokens, lexicon) { return (kind, nil) }
        let given = givenGender(tokens[0], lexicon)
        let isGiven = given != nil || lexicon.has(.unisexName, tokens[0])
        if chunk.hasTitle { return (.person, given) }
        if chunk.isAbbreviated { return (byEnding(tokens, prose, chunk, lexicon) ?? .organisation, nil) }
        if let kind = beside(chunk, prose, lexicon) { return (kind, kind == .person ? given : nil) }
        // "Grace Post" is a person; "Grace Harbour Post" and "the Charlotte Observer" are none.
        let ending = byEnding(tokens, prose, chunk, lexicon)
        if let ending, tokens.count > 2 || hasArticle(chunk, prose) { return (ending, nil) }
        if tokens.count > 1, isGiven { return (.person, given) }
        if let ending { return (ending, nil) }
        if tokens.count == 1, !isGiven, isFirm(chunk, prose) { return (.organisation, nil) }
        if tokens.count == 1, isAcronym(prose, chunk) { return (.organisation, nil) }
        if tokens.count == 1, !isGiven { return (nil, nil) }
        // "a Silver Oar mother": an article and a noun behind say that it is no person's name.
        if !isGiven, modifies(chunk, prose, lexicon) { return (nil, nil) }
        return (.person, given)
    }

    private static func hasArticle(_ chunk: NameChunks.Chunk, _ prose: Prose) -> Bool {
        chunk.whole.lowerBound > 0 && prose.words[chunk.whole.lowerBound - 1].lower == "the"
    }

    private static func modifies(_ chunk: NameChunks.Chunk, _ prose: Prose, _ lexicon: Lexicon) -> Bool {
        let (before, after) = (chunk.whole.lowerBound - 1, chunk.core.upperBound)
        guard before >= 0, after < prose.words.count, ["a", "an", "the"].contains(prose.words[before].lower) else {
            return false
        }
        return !prose.words[after].isCapitalised && noun(prose.words[after].lower, lexicon) != nil
    }

    /// "Hartwell, which …", "Hartwell's chief engineer": what is no person has such a clause and such parts.
    private static func isFirm(_ chunk: NameChunks.Chunk, _ prose: Prose) -> Bool {
        let after = chunk.core.upperBound
        guard after + 1 < prose.words.count else { return false }
        let (next, further) = (prose.words[after].lower, prose.words[after + 1].lower)
        if next == ",", further == "which" { return true }
        guard prose.words[after - 1].isPossessive else { return false }
        let parts: Set<String> = [
            "board", "plant", "plants", "shares", "shareholders", "headquarters", "subsidiary", "factory", "fleet",
            "workforce", "customers", "creditors", "ceo",
        ]
        return parts.contains(next) || next == "chief" && ["executive", "engineer", "financial"].contains(further)
    }

    /// The gender that a title tells ("Mr.", "Lady").
    static func titleGender(_ chunk: NameChunks.Chunk, _ prose: Prose, _ lexicon: Lexicon) -> NameBook.Gender? {
        for word in chunk.whole.lowerBound..<chunk.core.lowerBound {
            let lower = prose.words[word].lower
            if lexicon.has(.maleTitle, lower) { return .male }
            if lexicon.has(.femaleTitle, lower) { return .female }
        }
        return nil
    }

    private static func givenGender(_ token: String, _ lexicon: Lexicon) -> NameBook.Gender? {
        if lexicon.has(.maleName, token) { return .male }
        return lexicon.has(.femaleName, token) ? .female : nil
    }

    /// Names that are in the lists.
    private static func fixed(_ tokens: [String], _ lexicon: Lexicon) -> Voice.Kind? {
        let withArticle = ["the"] + tokens
        if lexicon.has(.outlet, phrase: tokens) || lexicon.has(.outlet, phrase: withArticle) { return .outlet }
        if lexicon.has(.government, phrase: tokens) || lexicon.has(.metonym, phrase: tokens) { return .government }
        if lexicon.has(.organisation, phrase: tokens) { return .organisation }
        return nil
    }

    private static func byEnding(
        _ tokens: [String], _ prose: Prose, _ chunk: NameChunks.Chunk, _ lexicon: Lexicon
    ) -> Voice.Kind? {
        guard let last = tokens.last else { return nil }
        for ending in ["press", "news", "media", "radio"] where last.hasSuffix(ending) && last != ending {
            return .outlet
        }
        if tokens.count > 1, lexicon.has(.outletEnd, last) || lexicon.has(.outletBegin, tokens[0]) { return .outlet }
        // "Ministry of Tides", "Bank of Loam": the noun before "of" decides.
        let head = tokens.firstIndex { $0 == "of" || $0 == "for" }.map { $0 > 0 ? tokens[$0 - 1] : last } ?? last
        if tokens.count > 1, lexicon.has(.documentNoun, head) || lexicon.has(.treaty, head) { return .document }
        if tokens.count > 2, lexicon.has(.outletNoun, phrase: Array(tokens.suffix(2))) { return .outlet }
        // Agencies of several states belong to none.
        let isShared = ["international", "world", "european", "global"].contains(tokens[0])
        if isShared, lexicon.has(.governmentEnd, head), tokens.count > 1 { return .organisation }
        if lexicon.has(.governmentEnd, head), tokens.count > 1 { return .government }
        if lexicon.has(.organisationEnd, head), tokens.count > 1 { return .organisation }
        return nil
    }

    /// What the noun right before a name ("the newspaper Ranní Hlas", "analyst Mira Kolen") or an apposition right
    /// behind it ("Volna, a news agency,") says.
    private static func beside(_ chunk: NameChunks.Chunk, _ prose: Prose, _ lexicon: Lexicon) -> Voice.Kind? {
        var before = chunk.whole.lowerBound - 1
        // "the weekly The Lantern": the article belongs to the name.
        if before > 0, prose.words[before].lower == "the", prose.words[before].isCapitalised { before -= 1 }
        if before >= 0, prose.words[before].kind == .word {
            // "the agency Volna" is a wire; government agencies carry the word in their names.
            if prose.words[before].lower == "agency" { return .outlet }
            if let kind = noun(prose.words[before].lower, lexicon) { return kind }
        }
        let after = chunk.core.upperBound
        guard after + 2 < prose.words.count, prose.words[after].lower == ",",
            ["a", "an", "the"].contains(prose.words[after + 1].lower)
        else { return nil }
        for index in after + 2..<min(after + 7, prose.words.count) {
            let word = prose.words[index]
            guard word.kind == .word, !["of", "in", "at", "that", "which", "who", "for"].contains(word.lower) else {
                return nil
            }
            let next = index + 1 < prose.words.count ? prose.words[index + 1] : nil
            let ends = next.map {
                $0.kind != .word || ["of", "in", "at", "that", "which", "who", "for"].contains($0.lower)
            }
            guard ends ?? true else { continue }
            // "a news agency" is an outlet, though an agency is none.
            if lexicon.has(.outletNoun, phrase: [prose.words[index - 1].lower, word.lower]) { return .outlet }
            if let kind = noun(word.lower, lexicon) { return kind }
        }
        return nil
    }

    /// The kind of voice that a common noun names one of.
    static func noun(_ word: String, _ lexicon: Lexicon) -> Voice.Kind? {
        if lexicon.has(.sourceNoun, word) || lexicon.has(.officeNoun, word) { return .person }
        if lexicon.has(.outletNoun, word) { return .outlet }
        if lexicon.has(.organisationNoun, word) { return .organisation }
        if lexicon.has(.governmentNoun, word) { return .government }
        if lexicon.has(.documentNoun, word) { return .document }
        return nil
    }

    private static func isAcronym(_ prose: Prose, _ chunk: NameChunks.Chunk) -> Bool {
        let span = prose.words[chunk.core.lowerBound].span
        guard span.count >= 2, span.count <= 6 else { return false }
        return prose.text.utf8[span.range].allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2E }
    }
}
