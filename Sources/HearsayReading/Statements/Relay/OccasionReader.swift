internal import HearsayCore

/// Reads on which occasion something was said: an interview that goes on, a poll, a leak, or somewhere else.
struct OccasionReader: Sendable {
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon
    let phrases: OutletPhrase

    /// An outlet's own event or story that an article retells from its opening.
    struct Stage: Sendable {
        /// The words of the outlet.
        var outlet: Range<Int>
        /// The word behind the paragraph that tells of it.
        var end: Int
        /// Whether everybody in the article is heard through it, not only those named up to there.
        var isWhole: Bool
    }

    /// Paragraphs in which an article says what it rests on.
    static let opening = 3

    /// Whether the sentence of a statement names an occasion of its own: a speech, a letter, reporters.
    func isElsewhere(_ draft: Draft, sourceWords: Range<Int>?) -> Bool {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first else { return false }
        let sentence = prose.sentences[prose.sentence(of: first)]
        // "Kolen, who has long backed the plan": a clause that only describes.
        if let words = sourceWords, words.count == 1, lexicon.has(.relative, prose.words[words.lowerBound].lower) {
            return true
        }
        if let start = cue.first, ["has", "have", "had"].contains(prose.words[start].lower), sourceWords != nil {
            return true
        }
        for index in sentence {
            let word = prose.words[index]
            guard !draft.content.contains(where: { $0.overlaps(word.span) }),
                !(sourceWords?.contains(index) ?? false)
            else { continue }
            if lexicon.has(.occasion, word.lower) { return true }
            if cue.contains(index), ["told", "tells", "telling"].contains(word.lower), isAnotherListener(index + 1) {
                return true
            }
        }
        return false
    }

    /// Whether a statement is set off as an earlier one: "told the Ledger then".
    func isEarlier(_ draft: Draft) -> Bool {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first else { return false }
        return prose.sentences[prose.sentence(of: first)].contains { index in
            lexicon.has(.earlier, prose.words[index].lower)
                && !draft.content.contains { $0.overlaps(prose.words[index].span) }
        }
    }

    /// "told us", "told Mira Kolen", but not "told the host".
    private func isAnotherListener(_ index: Int) -> Bool {
        guard index < prose.words.count else { return false }
        if ["us", "this"].contains(prose.words[index].lower) { return true }
        let name = prose.words[index].lower == "the" ? index + 1 : index
        guard let entity = names.entity(at: name) else { return false }
        return phrases.hosts[entity] == nil && names.entities[entity].kind != .outlet
            || phrases.publisher.isCalled(names.entities[entity].name)
    }

    // MARK: what an article rests on

    /// The event or story of another outlet that the opening says the article retells.
    func stage() -> Stage? {
        for paragraph in prose.paragraphs.prefix(Self.opening + 1) {
            for index in paragraph {
                let sentence = prose.sentences[prose.sentence(of: index)]
                if ["at", "during", "in"].contains(prose.words[index].lower),
                    let outlet = phrases.medium(behind: index, in: sentence), isEvent(behind: outlet, sentence)
                {
                    return Stage(outlet: outlet, end: paragraph.upperBound, isWhole: false)
                }
                if lexicon.has(.publishing, prose.words[index].lower), let outlet = subject(of: index, sentence),
                    isStory(behind: index, sentence)
                {
                    return Stage(outlet: outlet, end: paragraph.upperBound, isWhole: true)
                }
            }
        }
        return nil
    }

    private func isEvent(behind outlet: Range<Int>, _ sentence: Range<Int>) -> Bool {
        (outlet.upperBound..<min(outlet.upperBound + 4, sentence.upperBound)).contains {
            lexicon.has(.event, prose.words[$0].lower)
        }
    }

    /// The outlet right before "ran", "published".
    private func subject(of verb: Int, _ sentence: Range<Int>) -> Range<Int>? {
        guard verb > sentence.lowerBound, let entity = names.entity(at: verb - 1),
            names.entities[entity].kind == .outlet, !phrases.publisher.isCalled(names.entities[entity].name)
        else { return nil }
        return names.entities[entity].mentions.first { $0.upperBound == verb }
    }

    private func isStory(behind verb: Int, _ sentence: Range<Int>) -> Bool {
        (verb + 1..<min(verb + 6, sentence.upperBound)).contains { lexicon.has(.portrait, prose.words[$0].lower) }
    }

    // MARK: polls and leaks

    /// Whether the words of a source are a share of the people whom a poll asked.
    func isShare(_ words: Range<Int>) -> Bool {
        words.contains { index in
            let word = prose.words[index]
            if lexicon.has(.share, word.lower) { return true }
            // "eight of 10 voters"
            guard ["of", "in"].contains(word.lower), index > words.lowerBound, index + 1 < words.upperBound else {
                return false
            }
            return [index - 1, index + 1].allSatisfy { NumberWords.number(in: prose.words, at: $0) != nil }
        }
    }

    /// The words of the leaker through whom a letter came, in the sentence of a statement or the one before it.
    func leak(of draft: Draft, sourceWords: Range<Int>?) -> Range<Int>? {
        guard let cue = draft.cue.map({ prose.words(touching: $0) }), let first = cue.first else { return nil }
        let number = prose.sentence(of: first)
        let sentence = prose.sentences[number]
        let outside = sentence.filter { index in
            !draft.content.contains { $0.overlaps(prose.words[index].span) }
        }
        guard outside.contains(where: { lexicon.has(.letter, prose.words[$0].lower) }) else { return nil }
        let before =
            number > 0
                && prose.paragraph(of: prose.sentences[number - 1].lowerBound)
                    == prose.paragraph(of: first)
            ? prose.sentences[number - 1] : first..<first
        let leaker = (outside + Array(before)).first { lexicon.has(.leaker, prose.words[$0].stem) }
        guard let leaker, !(sourceWords?.first == leaker) || sourceWords?.count != 1 else { return nil }
        return leaker..<leaker + 1
    }
}
