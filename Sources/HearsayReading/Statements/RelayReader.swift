internal import HearsayCore

/// Reads through whom a content came: "told CNN", "X reported, citing two officials", "quoted by the paper".
struct RelayReader: Sendable {
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon
    let publisher: Document.Outlet

    /// Words behind which an outlet passes something on.
    private static let links: Set<String> = [
        "told", "tells", "tell", "telling", "to", "with", "by", "on", "for", "via", "assured", "informed", "in",
    ]
    private static let citing: Set<String> = ["citing", "quoting", "cited", "quotes", "cites"]

    /// The words of an outlet that passed a statement on, looked for in its sentence outside content and source.
    func outlet(around draft: Draft, sourceWords: Range<Int>?) -> Range<Int>? {
        guard let cue = draft.cue else { return nil }
        let cueWords = prose.words(touching: cue)
        guard let first = cueWords.first else { return nil }
        let sentence = prose.sentences[prose.sentence(of: first)]
        let free = sentence.filter { index in
            let span = prose.words[index].span
            return !draft.content.contains { $0.overlaps(span) } && !(sourceWords?.contains(index) ?? false)
        }
        for index in free {
            guard Self.links.contains(prose.words[index].lower) || isBroadcast(index, sentence),
                let words = outlet(behind: index, in: sentence)
            else { continue }
            let lower = prose.words[index].lower
            // "in The Post" passes on what was written there; "in" before anything else is a place.
            if lower == "for" || lower == "in", !isNear(index, cueWords) { continue }
            if words.allSatisfy({ free.contains($0) }) { return words }
        }
        return nil
    }

    /// A content at whose end "to the Globe" was taken in gives that back, as what passed it on.
    func parted(_ draft: Draft) -> (draft: Draft, outlet: Range<Int>?) {
        guard let last = draft.content.last else { return (draft, nil) }
        let words = prose.words(touching: last)
        guard let end = words.last, let to = words.suffix(5).last(where: { prose.words[$0].lower == "to" }),
            to > words.lowerBound, let outlet = outlet(behind: to, in: words.lowerBound..<end + 1),
            outlet.upperBound == end + 1
        else { return (draft, nil) }
        var out = draft
        out.content[out.content.count - 1] = prose.span(words.lowerBound..<to)
        return (out, outlet)
    }

    /// The noun phrase that an outlet cites ("…, citing two officials"), behind its cue.
    func cited(by draft: Draft) -> Range<Int>? {
        guard let cue = draft.cue, let last = prose.words(touching: cue).last else { return nil }
        let sentence = prose.sentences[prose.sentence(of: last)]
        for index in sentence where Self.citing.contains(prose.words[index].lower) || quotes(index, sentence) {
            guard !draft.content.contains(where: { $0.overlaps(prose.words[index].span) }) else { continue }
            return phrase(from: index + 1, in: sentence, draft)
        }
        return nil
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

    /// "on this week's broadcast of", "in an interview of".
    private func isBroadcast(_ index: Int, _ sentence: Range<Int>) -> Bool {
        guard prose.words[index].lower == "of", index > sentence.lowerBound else { return false }
        return ["broadcast", "edition", "episode", "interview", "show", "program", "programme", "issue"]
            .contains(prose.words[index - 1].lower)
    }

    private func isNear(_ index: Int, _ cue: Range<Int>) -> Bool {
        index >= cue.lowerBound && index - cue.upperBound <= 4
    }

    /// The words of an outlet right behind a link: "the", up to four lower-case words, and its name or noun.
    private func outlet(behind link: Int, in sentence: Range<Int>) -> Range<Int>? {
        var index = link + 1
        while index < sentence.upperBound, index - link <= 6 {
            let word = prose.words[index]
            if let entity = names.entity(at: index) {
                guard names.entities[entity].kind == .outlet else {
                    // "the Warsaw daily Kurier": a place or people may stand before.
                    if names.entities[entity].kind == .government {
                        index += 1
                        continue
                    }
                    return nil
                }
                if isPublisher(names.entities[entity].name) { return nil }
                var end = index
                while end < sentence.upperBound, names.entity(at: end) == entity { end += 1 }
                // "on NTR's Morning Talk": the programme is what passed it on.
                if prose.words[end - 1].isPossessive, let programme = outlet(behind: end - 1, in: sentence) {
                    return programme
                }
                return link + 1..<end
            }
            if QuotationMark(prose.text, word.span) != nil {
                index += 1
                continue
            }
            guard word.kind == .word else { return nil }
            if lexicon.has(.outletNoun, word.lower), link + 1 < index,
                ["the", "that"].contains(prose.words[link + 1].lower), index - link == 2,
                index + 1 >= sentence.upperBound || names.entity(at: index + 1) == nil
            {
                return link + 1..<index + 1
            }
            if Self.links.contains(word.lower) || ["of", "at", "from", "and"].contains(word.lower) { return nil }
            if ["this", "us", "reporters", "journalists", "that", "him", "her", "them"].contains(word.lower),
                index == link + 1
            {
                return nil
            }
            index += 1
        }
        return nil
    }

    private func isPublisher(_ name: String) -> Bool {
        let letters = String(name.lowercased().filter { $0.isLetter || $0.isNumber })
        let label = publisher.domain?.split(separator: ".").first.map { String($0.filter { $0 != "-" }) } ?? ""
        if label.utf8.count > 4, letters.hasSuffix(label) || label.hasSuffix(letters) { return true }
        guard let publisher = publisher.name else { return false }
        let parts = { (s: String) in
            s.lowercased().split { $0 == " " || $0 == "-" }.filter { $0 != "the" && $0 != "com" }
        }
        // Publishers are often known by a short form ("coast-ledg" for "The Coast Ledger").
        let (long, short) = (parts(name), parts(publisher))
        return !short.isEmpty && short.count <= long.count && zip(long, short).allSatisfy { $0.hasPrefix($1) }
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
