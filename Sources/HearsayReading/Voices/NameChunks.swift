internal import HearsayCore

/// Finds runs of capitalised words that are names, and parts titles from them.
struct NameChunks {
    /// One run.
    struct Chunk: Sendable {
        /// The name without titles.
        var core: Range<Int>
        /// Titles and name.
        var whole: Range<Int>
        /// Whether the text gives its initials in brackets.
        var isAbbreviated = false
        var hasTitle: Bool { core.lowerBound > whole.lowerBound }
    }

    /// Words that may stand inside a name in lower case.
    private static let inner: Set<String> = [
        "of", "de", "la", "le", "du", "del", "der", "van", "von", "bin", "ibn", "al", "el", "the", "for", "and", "&",
        "da", "dos", "di",
    ]

    let prose: Prose
    let lexicon: Lexicon
    private let lowerCased: Set<String>

    init(prose: Prose, lexicon: Lexicon) {
        (self.prose, self.lexicon) = (prose, lexicon)
        lowerCased = Set(prose.words.lazy.filter { $0.kind == .word && !$0.isCapitalised }.map(\.lower))
    }

    /// The names of all sentences but those in title case, in order.
    func all() -> [Chunk] {
        let chunks = prose.sentences.filter { !isTitleCase($0) }.flatMap(chunks(in:))
        let inside = Set(chunks.filter { !opens($0) || $0.core.count > 1 }.flatMap { prose.lower($0.core) })
        return chunks.filter {
            !opens($0) || $0.hasTitle || $0.core.count > 1 || isName($0.core.lowerBound, inside)
        }
    }

    /// Sentences in which nearly every word is capitalised (headlines within the text): there capitals tell nothing.
    var titleCase: [Range<Int>] { prose.sentences.filter(isTitleCase) }

    private func isTitleCase(_ sentence: Range<Int>) -> Bool {
        let long = prose.words[sentence].filter { $0.kind == .word && $0.span.count > 3 }
        // A short sentence with a stop may be full of names ("It was Prime Minister Odo Hern.").
        let stops = sentence.last.map { prose.words[$0].lower == "." } ?? false
        guard sentence.count >= 4, long.count >= (stops ? 5 : 3) else { return false }
        return long.count { $0.isCapitalised } * 10 >= long.count * (stops ? 10 : 8)
    }

    private func opens(_ chunk: Chunk) -> Bool {
        opensSentence(chunk.whole.lowerBound, prose.sentences[prose.sentence(of: chunk.whole.lowerBound)])
    }

    /// Whether a single word at the start of a sentence is a name: it is one elsewhere, or looks like no common word.
    private func isName(_ index: Int, _ inside: Set<String>) -> Bool {
        let word = prose.words[index]
        if inside.contains(word.lower) || inside.contains(word.stem) { return true }
        let nouns: [Lexicon.Section] = [
            .sourceNoun, .sourceNounPlural, .crowdNoun, .officeNoun, .officeNounPlural, .outletNoun, .organisationNoun,
            .governmentNoun, .documentNoun,
        ]
        if nouns.contains(where: { lexicon.has($0, word.lower) }) { return false }
        if [.outlet, .organisation, .government, .metonym, .maleName, .femaleName, .unisexName].contains(where: {
            lexicon.has($0, word.stem)
        }) {
            return true
        }
        if word.isPossessive || isAcronym(index) { return true }
        let next = index + 1 < prose.words.count ? prose.words[index + 1].lower : ""
        let acts =
            lexicon.has(.speech, next)
            || ["has", "had", "is", "was", "will", "would", "did", "also", ","].contains(next)
        return acts && !["s", "ed", "ing", "ly"].contains { word.lower.hasSuffix($0) }
    }

    /// Whether a word is written in capitals alone.
    private func isAcronym(_ index: Int) -> Bool {
        let span = prose.words[index].span
        return span.count > 1 && span.count < 7 && prose.text.utf8[span.range].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }

    private func chunks(in sentence: Range<Int>) -> [Chunk] {
        var out: [Chunk] = []
        var word = sentence.lowerBound
        let abbreviated = sentence.compactMap { Abbreviated(bracket: $0, in: sentence, prose)?.name }
        while word < sentence.upperBound {
            if let whole = abbreviated.first(where: { $0.lowerBound == word }) {
                out.append(Chunk(core: whole, whole: whole, isAbbreviated: true))
                word = whole.upperBound
                continue
            }
            if let known = knownOutlet(word, sentence) {
                out.append(Chunk(core: known, whole: known))
                word = known.upperBound
                continue
            }
            guard begins(word, sentence) else {
                word += 1
                continue
            }
            let end = end(of: word, sentence)
            if let chunk = parted(word..<end) { out.append(chunk) }
            word = end
        }
        return out
    }

    /// An outlet of several words that is in the list, whatever its capitals ("Face the Nation").
    private func knownOutlet(_ word: Int, _ sentence: Range<Int>) -> Range<Int>? {
        guard prose.words[word].isCapitalised, prose.words[word].kind == .word else { return nil }
        let rest = prose.words[word..<min(word + 5, sentence.upperBound)].map(\.stem)
        let count = lexicon.prefix(.outlet, of: rest[...])
        guard count > 1, prose.words[word + count - 1].isCapitalised || prose.words[word + count - 1].kind == .number
        else {
            return nil
        }
        // A longer name goes on behind ("The Times of …", "Harbour Post-Radio Skerry"): leave it to the general rule.
        let next = word + count
        if next < sentence.upperBound, prose.words[next].lower == "-", prose.words[next].isGlued, joins(next, sentence)
        {
            return nil
        }
        if next < sentence.upperBound, prose.words[next].isCapitalised, prose.words[next].kind == .word,
            !prose.words[next - 1].isPossessive, !lexicon.has(.notAName, prose.words[next].lower)
        {
            return nil
        }
        return word..<next
    }

    /// Whether a name begins at a word.
    private func begins(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let word = prose.words[index]
        guard word.kind == .word, word.isCapitalised, word.lower != "i", !word.lower.hasPrefix("i'") else {
            return false
        }
        if opensInstitution(index, sentence) { return true }
        if lexicon.has(.notAName, word.stem) || lexicon.has(.notAName, word.lower) { return false }
        if opensSentence(index, sentence), lowerCased.contains(word.lower), !lexicon.has(.title, word.lower) {
            // A common word at the start, unless a name goes on behind it ("Apple Inc.").
            return false
        }
        return true
    }

    /// "Polish Customs Service": an adjective that belongs to an institution's name.
    private func opensInstitution(_ index: Int, _ sentence: Range<Int>) -> Bool {
        let lower = prose.words[index].lower
        guard lexicon.has(.notAName, lower), lower.utf8.count > 4 else { return false }
        var end = index + 1
        while end < sentence.upperBound, prose.words[end].isCapitalised, prose.words[end].kind == .word,
            !lexicon.has(.notAName, prose.words[end].lower)
        {
            end += 1
        }
        guard end > index + 1 else { return false }
        let last = prose.words[end - 1].lower
        return lexicon.has(.governmentEnd, last) || lexicon.has(.organisationEnd, last)
    }

    private func opensSentence(_ index: Int, _ sentence: Range<Int>) -> Bool {
        var before = index - 1
        while before >= sentence.lowerBound, prose.words[before].kind == .punctuation {
            if prose.words[before].lower == ":" { return true }
            before -= 1
        }
        return before < sentence.lowerBound
            || (index > 0 && QuotationMark(prose.text, prose.words[index - 1].span) != nil)
    }

    private func end(of start: Int, _ sentence: Range<Int>) -> Int {
        var end = start + 1
        while end < sentence.upperBound, !prose.words[end - 1].isPossessive {
            let word = prose.words[end]
            // "Harbour Today": a day's word in capitals belongs to an outlet's name.
            let isName = !lexicon.has(.notAName, word.lower) || lexicon.has(.outletEnd, word.lower)
            if word.kind == .word, word.isCapitalised, isName {
                end += 1
            } else if word.lower == ".", word.isGlued, isAbbreviation(end - 1), end + 1 < sentence.upperBound {
                end += 1
            } else if word.kind == .number, end + 1 < sentence.upperBound || end > start, isShortNumber(word) {
                end += 1
            } else if word.lower == "-", word.isGlued, joins(end, sentence) {
                end += 2
            } else if Self.inner.contains(word.lower), let next = continues(end, sentence) {
                end = next
            } else {
                break
            }
        }
        while end > start + 1, prose.words[end - 1].kind == .punctuation { end -= 1 }
        // "Fox News Sunday": a day may belong to a known outlet.
        if end < sentence.upperBound, lexicon.has(.outlet, phrase: prose.lower(start..<end + 1)) { end += 1 }
        return end
    }

    /// Whether a hyphen joins two parts of a name ("Ki-moon").
    private func joins(_ hyphen: Int, _ sentence: Range<Int>) -> Bool {
        guard hyphen + 1 < sentence.upperBound else { return false }
        let next = prose.words[hyphen + 1]
        return next.isGlued && next.kind == .word && (next.isCapitalised || next.span.count <= 4)
    }

    /// "Rytas 24", "60 Minutes": a number of at most two digits inside a name.
    private func isShortNumber(_ word: Word) -> Bool { word.lower.utf8.count <= 2 }

    private func isAbbreviation(_ index: Int) -> Bool {
        let lower = prose.words[index].lower
        return lower.utf8.count == 1 || lexicon.has(.title, lower) || ["jr", "sr", "st", "u.s", "u.n"].contains(lower)
    }

    /// Past an inner word and the capitalised one behind it ("Bank of England"); "and" only joins "X and Y Ltd"-like
    /// names and so is left out unless an ampersand is written.
    private func continues(_ index: Int, _ sentence: Range<Int>) -> Int? {
        if prose.words[index].lower == "and" { return institution(behind: index, sentence) }
        var next = index + 1
        // "of the", "van der", "de la"
        if next < sentence.upperBound, ["the", "der", "den", "la"].contains(prose.words[next].lower) { next += 1 }
        guard next < sentence.upperBound, prose.words[next].isCapitalised, prose.words[next].kind == .word,
            !lexicon.has(.notAName, prose.words[next].lower)
        else { return nil }
        // "the" alone does not join, and "of" or "for" join only what an institution is called.
        let lower = prose.words[index].lower
        if lower == "the" { return nil }
        if lower == "for" || lower == "of" {
            let before = prose.words[index - 1].lower
            guard
                lexicon.has(.organisationEnd, before) || lexicon.has(.governmentEnd, before)
                    || lexicon.has(.organisationNoun, before) || lexicon.has(.governmentNoun, before)
                    || ["secretary", "house", "appeals", "head", "bureau", "department", "council", "state", "states"]
                        .contains(
                            before)
            else { return nil }
        }
        return next + 1
    }

    /// Past "and" and what follows when both make one institution ("Securities and Exchange Commission").
    private func institution(behind and: Int, _ sentence: Range<Int>) -> Int? {
        guard !lexicon.has(.organisationEnd, prose.words[and - 1].lower) else { return nil }
        var end = and + 1
        while end < sentence.upperBound, prose.words[end].isCapitalised, prose.words[end].kind == .word { end += 1 }
        guard end > and + 1, end - and <= 4 else { return nil }
        let last = prose.words[end - 1].lower
        let first = prose.words[and - 1].lower
        guard lexicon.has(.organisationEnd, last) || lexicon.has(.governmentEnd, last) else { return nil }
        let given = [.maleName, .femaleName, .unisexName].contains { lexicon.has($0, first) }
        return given || lexicon.has(.metonym, first) ? nil : end
    }

    /// Parts leading titles; nil when nothing but titles is left.
    private func parted(_ whole: Range<Int>) -> Chunk? {
        var start = whole.lowerBound
        if isInstitution(whole) { return Chunk(core: whole, whole: whole) }
        while start < whole.upperBound {
            let rest = prose.words[start..<whole.upperBound].map(\.lower)
            let titles = lexicon.prefix(.title, of: rest[...])
            if titles > 0, start + titles < whole.upperBound {
                start += titles
            } else if start == whole.lowerBound, whole.upperBound - start > 2, isOffice(rest[0]),
                !endsInstitution(whole)
            {
                start += 1
            } else if prose.words[start].kind == .punctuation, start > whole.lowerBound {
                start += 1
            } else {
                break
            }
        }
        guard start < whole.upperBound else { return nil }
        let rest = prose.words[start..<whole.upperBound].map(\.lower)
        if rest.count == 1, lexicon.has(.title, rest[0]) { return nil }
        if let inner = innerTitle(start..<whole.upperBound) { start = inner }
        return Chunk(core: start..<whole.upperBound, whole: whole)
    }

    /// Whether a run is in the lists as a whole ("General Staff").
    private func isInstitution(_ words: Range<Int>) -> Bool {
        let lower = prose.words[words].map(\.stem)
        return words.count > 1 && (lexicon.has(.government, phrase: lower) || lexicon.has(.organisation, phrase: lower))
    }

    private func isOffice(_ word: String) -> Bool {
        lexicon.has(.title, word) || lexicon.has(.officeNoun, word) || lexicon.has(.sourceNoun, word)
    }

    /// Whether a run ends as institutions, outlets or documents do.
    private func endsInstitution(_ words: Range<Int>) -> Bool {
        let lower = prose.words[words].map(\.stem)
        guard let last = lower.last else { return false }
        let ends: [Lexicon.Section] = [.organisationEnd, .governmentEnd, .outletEnd, .documentNoun]
        return ends.contains { lexicon.has($0, last) } || lexicon.has(.outlet, phrase: lower)
    }

    /// Where a person's name begins behind an office inside the run ("House Speaker Odo Hern"); nil without one.
    private func innerTitle(_ words: Range<Int>) -> Int? {
        guard words.count > 2, !endsInstitution(words) else { return nil }
        for index in words.dropFirst().dropLast().reversed() {
            guard isOffice(prose.words[index].lower) else { continue }
            var next = index + 1
            while next < words.upperBound, prose.words[next].kind == .punctuation { next += 1 }
            return next < words.upperBound ? next : nil
        }
        return nil
    }
}
