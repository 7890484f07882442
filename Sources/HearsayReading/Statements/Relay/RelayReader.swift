internal import HearsayCore

/// Reads through whom a content came: "told CNN", "X reported, citing two officials", "a memo obtained by the paper".
struct RelayReader: Sendable {
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon
    let phrases: OutletPhrase

    init(prose: Prose, names: NameBook, lexicon: Lexicon, publisher: Document.Outlet) {
        (self.prose, self.names, self.lexicon) = (prose, names, lexicon)
        phrases = OutletPhrase(
            prose: prose, names: names, lexicon: lexicon, publisher: Publisher(outlet: publisher))
    }

    // MARK: outlets

    /// The words of an outlet that passed a statement on, looked for in its sentence outside content and source;
    /// only within the content that holds it, for a statement inside another one's.
    func outlet(around draft: Draft, sourceWords: Range<Int>?, inside outer: Draft? = nil) -> Range<Int>? {
        guard let cue = draft.cue else { return nil }
        let cueWords = prose.words(touching: cue)
        guard let first = cueWords.first else { return nil }
        let sentence = prose.sentences[prose.sentence(of: first)]
        if let passed = passing(sourceWords, before: first, in: sentence, draft) { return passed }
        let free = free(of: draft, in: sentence, inside: outer).filter { !(sourceWords?.contains($0) ?? false) }
        // "some, who saw it as a slight": what stands before "who" tells of somebody else.
        let isRelative = sourceWords.map { $0.count == 1 && lexicon.has(.relative, prose.words[$0.lowerBound].lower) }
        let begin = isRelative == true ? sourceWords?.upperBound ?? 0 : 0
        for index in free where index >= begin {
            guard lexicon.has(.passingLink, prose.words[index].lower) || isBroadcast(index, sentence) else { continue }
            // A telling that is not this statement's own passes on another one.
            if lexicon.has(.telling, prose.words[index].lower), !cueWords.contains(index) { continue }
            guard let words = outlet(behind: index, near: cueWords, in: sentence) else { continue }
            if words.allSatisfy({ !sentence.contains($0) || free.contains($0) }) { return words }
        }
        return outer == nil ? free.lazy.compactMap { interview(at: $0) }.first ?? opened(before: first) : nil
    }

    /// The outlet of "the interview" that the text told of before: "in an interview with the Coast Ledger".
    private func interview(at link: Int) -> Range<Int>? {
        guard ["in", "during"].contains(prose.words[link].lower), link + 2 < prose.words.count,
            ["the", "that", "same"].contains(prose.words[link + 1].lower), prose.words[link + 2].lower == "interview"
        else { return nil }
        let before = prose.words[..<link].indices.last {
            prose.words[$0].lower == "interview" && ["with", "on", "in", "to"].contains(prose.words[$0 + 1].lower)
        }
        guard let before else { return nil }
        return phrases.words(behind: before + 1, in: prose.sentences[prose.sentence(of: before)])
    }

    /// The outlet in whose story somebody spoke, when the sentence before tells of it first: "In the Coast Ledger's
    /// profile …"
    private func opened(before cue: Int) -> Range<Int>? {
        let number = prose.sentence(of: cue)
        guard number > 0, let start = prose.sentences[number - 1].first, prose.words[start].lower == "in",
            prose.paragraph(of: start) == prose.paragraph(of: cue)
        else { return nil }
        return phrases.medium(behind: start, in: prose.sentences[number - 1])
    }

    /// The outlet that carried what a quoter says: "Radio Skerry, monitored by the Coast Service, quoted a pilot".
    func carrier(of quoter: Range<Int>, _ draft: Draft) -> Range<Int>? {
        passing(quoter, before: quoter.upperBound, in: prose.sentences[prose.sentence(of: quoter.lowerBound)], draft)
    }

    /// The words of a sentence that are none of the statement's content.
    private func free(of draft: Draft, in sentence: Range<Int>, inside outer: Draft?) -> [Int] {
        sentence.filter { index in
            let span = prose.words[index].span
            if draft.content.contains(where: { $0.overlaps(span) }) { return false }
            return outer?.content.contains { $0.contains(span) } ?? true
        }
    }

    private func outlet(behind index: Int, near cue: Range<Int>, in sentence: Range<Int>) -> Range<Int>? {
        let lower = prose.words[index].lower
        if ["in", "on", "during", "at", "for"].contains(lower), let medium = phrases.medium(behind: index, in: sentence)
        {
            return medium
        }
        guard lower != "during", lower != "at" else { return nil }
        // "in The Post" passes on what was written there; "in" before anything else is a place.
        if lower == "for" || lower == "in", !isNear(index, cue) { return nil }
        return phrases.words(behind: index, in: sentence)
    }

    /// The outlet by which a source was quoted or to which a document was leaked: "a memo obtained by the Ledger says".
    private func passing(_ source: Range<Int>?, before cue: Int, in sentence: Range<Int>, _ draft: Draft) -> Range<Int>?
    {
        guard let source, let start = source.first, sentence.contains(start) else { return nil }
        let end = min(max(source.upperBound, min(cue, source.upperBound + 12)), sentence.upperBound - 1)
        for index in start..<max(start, end) where lexicon.has(.passedOn, prose.words[index].lower) {
            let span = prose.words[index].span
            guard !draft.content.contains(where: { $0.overlaps(span) }) else { continue }
            var link = index + 1
            // "monitored in Bangkok by the Indochina Service"
            while link < min(index + 4, end), !["by", "to", "in"].contains(prose.words[link].lower) { link += 1 }
            if prose.words[link].lower == "in", link + 2 < end, prose.words[link + 2].lower == "by" { link += 2 }
            guard ["by", "to", "in"].contains(prose.words[link].lower) else { continue }
            if let words = phrases.words(behind: link, in: sentence) { return words }
            // Whoever monitors or carries a report is an outlet, whatever it is called.
            if lexicon.has(.aired, prose.words[index].lower), let name = phrases.name(behind: link, in: sentence) {
                return name
            }
        }
        return nil
    }

    /// A content at whose end "to the Globe" was taken in gives that back, as what passed it on.
    func parted(_ draft: Draft) -> (draft: Draft, outlet: Range<Int>?) {
        guard let last = draft.content.last else { return (draft, nil) }
        let words = prose.words(touching: last)
        guard let end = words.last, let to = words.suffix(5).last(where: { prose.words[$0].lower == "to" }),
            to > words.lowerBound, let outlet = phrases.words(behind: to, in: words.lowerBound..<end + 1),
            outlet.upperBound == end + 1
        else { return (draft, nil) }
        var out = draft
        out.content[out.content.count - 1] = prose.span(words.lowerBound..<to)
        return (out, outlet)
    }

    /// "on this week's broadcast of", "in an interview of".
    private func isBroadcast(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard prose.words[index].lower == "of", index > sentence.lowerBound else { return false }
        return lexicon.has(.medium, prose.words[index - 1].lower)
    }

    private func isNear(_ index: Int, _ cue: Range<Int>) -> Bool {
        index >= cue.lowerBound && index - cue.upperBound <= 4
    }

    // MARK: citing

    /// The noun phrase that an outlet cites ("…, citing two officials"), behind its cue.
    func cited(by draft: Draft) -> Range<Int>? {
        guard let cue = draft.cue, let last = prose.words(touching: cue).last else { return nil }
        let sentence = prose.sentences[prose.sentence(of: last)]
        for index in sentence where lexicon.has(.citing, prose.words[index].lower) || quotes(index, sentence) {
            guard !draft.content.contains(where: { $0.overlaps(prose.words[index].span) }) else { continue }
            return phrase(from: index + 1, in: sentence, draft)
        }
        return nil
    }

    /// Who quotes the source: "A minute of the meeting records the treasurer as saying".
    func quoter(of draft: Draft, sourceWords: Range<Int>?) -> Range<Int>? {
        guard let source = sourceWords, let first = source.first, source.upperBound < prose.words.count,
            prose.words[source.upperBound].lower == "as"
        else { return nil }
        let sentence = prose.sentences[prose.sentence(of: first)]
        guard first - 1 > sentence.lowerBound, lexicon.has(.quotes, prose.words[first - 1].lower) else { return nil }
        let verb = first - 1
        if ["was", "were", "is", "been", "being"].contains(prose.words[verb - 1].lower) { return nil }
        let stops: Set<String> = ["which", "that", "where", ";", ":", "\"", "“", "”", "and", "but"]
        var start = verb
        while start > sentence.lowerBound, !stops.contains(prose.words[start - 1].lower) { start -= 1 }
        var end = verb
        while end > start, prose.words[end - 1].kind == .punctuation || prose.words[end - 1].lower == "also" {
            end -= 1
        }
        return start < end ? start..<end : nil
    }

    /// "quoted a villager as saying", not "was quoted as saying".
    private func quotes(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard prose.words[index].lower == "quoted", index + 1 < sentence.upperBound else { return false }
        guard
            index == sentence.lowerBound
                || !["was", "were", "is", "been", "being"].contains(prose.words[index - 1].lower)
        else { return false }
        return prose.words[index + 1].lower != "as"
            && (index + 1..<sentence.upperBound).contains { prose.words[$0].lower == "as" }
    }

    /// A noun phrase up to the end of its clause.
    private func phrase(from start: Int, in sentence: Range<Int>, _ draft: Draft) -> Range<Int>? {
        var end = start
        let stops: Set<String> = [".", ";", "that", "as", "\"", "“", "”", "—", "!", "?", "who"]
        while end < sentence.upperBound, !stops.contains(prose.words[end].lower),
            !draft.content.contains(where: { $0.overlaps(prose.words[end].span) })
        {
            if prose.words[end].lower == ",", !(end + 1 < sentence.upperBound && prose.words[end + 1].isCapitalised) {
                break
            }
            end += 1
        }
        return end > start ? start..<end : nil
    }
}
