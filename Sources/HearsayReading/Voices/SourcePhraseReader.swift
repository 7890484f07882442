internal import HearsayCore

/// Takes the words of a source apart.
struct SourcePhraseReader {
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon

    static let stops: Set<String> = [
        ",", "who", "which", "that", "whose", "whom", "with", "in", "at", "from", "for", "of", "to", "on", "by",
        "inside", "within", "close", "familiar", "briefed", "speaking", "(", "—", "–", "near", "among", "not",
        "about", "after", "before", "present", "involved", "privy", "seen", "dated", "released", "aboard", "under",
        "working", "using", "named", "identified", "asking", "along", "including", "behind", "around", ";", ":", "--",
    ]
    static let numbers: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "dozen": 12, "both": 2, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    ]
    static let pronouns: Set<String> = [
        "he", "she", "they", "it", "we", "i", "you", "him", "her", "them", "us", "me", "himself", "herself", "itself",
        "themselves", "his", "its", "their", "our", "my", "your",
    ]

    /// Reads the words of a source span; no words mean nobody.
    func read(_ range: Range<Int>) -> SourcePhrase {
        let words = trimmed(range)
        guard let first = words.first else {
            return SourcePhrase(form: .nobody, words: range, core: range, kind: .unspecified)
        }
        let lower = withoutVerb(prose.words[first].lower)
        if words.count == 1, Self.pronouns.contains(lower) { return pronoun(lower, words) }
        let core = core(of: words)
        if let several = coordination(words) { return several }
        if let entity = names.last(in: core.upperBound - 1..<core.upperBound) {
            return name(entity, words, core)
        }
        if let entity = apposition(words, behind: core) { return name(entity, words, core) }
        return description(words, core)
    }

    /// "she" of "she's", "they" of "they've".
    func withoutVerb(_ lower: String) -> String {
        guard let mark = lower.firstIndex(where: { $0 == "'" || $0 == "\u{2019}" }) else { return lower }
        let subject = String(lower[..<mark])
        return Self.pronouns.contains(subject) ? subject : lower
    }

    func pronoun(_ lower: String, _ words: Range<Int>) -> SourcePhrase {
        let kind: Voice.Kind =
            lexicon.has(.pluralPronoun, lower) ? .people : lower.hasPrefix("it") ? .organisation : .person
        var phrase = SourcePhrase(form: .pronoun(lower), words: words, core: words, kind: kind)
        phrase.people = kind == .person ? .init(least: 1, most: 1) : kind == .people ? .init(least: 2, most: nil) : nil
        return phrase
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, prose.words[start].kind == .punctuation { start += 1 }
        while end > start, prose.words[end - 1].kind == .punctuation { end -= 1 }
        // "Odo Hern himself"
        if end - start > 1, ["himself", "herself", "itself", "themselves"].contains(prose.words[end - 1].lower) {
            end -= 1
        }
        return start..<end
    }

    /// Up to the first stop that is not part of a name.
    func core(of words: Range<Int>) -> Range<Int> {
        for index in words.dropFirst()
        where Self.stops.contains(prose.words[index].lower) || opensClause(index, words) || isDash(index, words) {
            if let entity = names.entity(at: index), names.entity(at: index - 1) == entity { continue }
            if prose.words[index].lower == "of",
                lexicon.has(.title, phrase: prose.lower(index - 1..<min(index + 2, words.upperBound)))
            {
                continue
            }
            if prose.words[index].lower == "-", prose.words[index].isGlued, !isDash(index, words) { continue }
            return words.lowerBound..<index
        }
        return words
    }

    /// Whether two hyphens stand for a dash ("Hern -- an analyst -- said").
    private func isDash(_ index: Int, _ words: Range<Int>) -> Bool {
        prose.words[index].lower == "-" && index + 1 < words.upperBound && prose.words[index + 1].lower == "-"
            && prose.words[index + 1].isGlued
    }

    /// Whether a participle opens a clause behind its noun ("research conducted by", "judges handling lawsuits").
    func opensClause(_ index: Int, _ words: Range<Int>) -> Bool {
        let (word, next) = (prose.words[index], index + 1 < words.upperBound ? prose.words[index + 1].lower : "")
        guard index > words.lowerBound + (determiner(words) == .bare ? 0 : 1), !word.isCapitalised else { return false }
        if word.lower.hasSuffix("ing") { return isHuman(prose.words[index - 1].lower) != nil && !next.isEmpty }
        let irregular: Set<String> = [
            "written", "drawn", "taken", "run", "led", "sent", "held", "made", "put", "known",
        ]
        let links: Set<String> = [
            "by", "in", "on", "at", "to", "with", "for", "from", "as", "last", "this", "of", "up", "through", "over",
            "into", "under", "out", "off", "about",
        ]
        return (word.lower.hasSuffix("ed") || irregular.contains(word.lower)) && links.contains(next)
    }

    /// Words behind which a name tells where somebody is from, not who it is.
    private static let belonging: Set<String> = [
        "in", "inside", "within", "of", "from", "at", "for", "with", "near", "to", "around", "across", "among",
        "between", "on", "by", "under",
    ]

    /// "A and B", "A, B and C" of names.
    func coordination(_ words: Range<Int>) -> SourcePhrase? {
        guard words.contains(where: { prose.words[$0].lower == "and" && names.entity(at: $0) == nil }) else {
            return nil
        }
        var found: [Int] = []
        // "Presidential candidates A and B": the description ahead of the names.
        let first = words.first { names.entity(at: $0) != nil } ?? words.lowerBound
        let described = words.lowerBound..<first
        // "lawyers for Mira and Odo Kolen" are neither of the two.
        if described.contains(where: { lexicon.has(.relation, prose.words[$0].lower) }) { return nil }
        // "sources in the Harbour Office and the ministry" are neither of the two either.
        if described.contains(where: { Self.belonging.contains(prose.words[$0].lower) }) { return nil }
        guard
            described.isEmpty || described.contains(where: { isHuman(prose.words[$0].lower) == true })
                || described.allSatisfy({
                    lexicon.has(.title, prose.words[$0].lower) || ["the", "both", "."].contains(prose.words[$0].lower)
                })
        else { return nil }
        for index in first..<words.upperBound {
            if let entity = names.entity(at: index) {
                if found.last != entity { found.append(entity) }
            } else if !["and", ",", "both", "the"].contains(prose.words[index].lower),
                !lexicon.has(.title, prose.words[index].lower), prose.words[index].lower != "."
            {
                return joint(found, index, words)
            }
        }
        guard found.count > 1 else { return nil }
        let kinds = Set(found.map { names.entities[$0].kind })
        let kind: Voice.Kind = kinds == [.person] ? .people : kinds.first { $0 != .person } ?? .people
        var phrase = SourcePhrase(form: .names(found), words: words, core: words, kind: kind)
        phrase.people = kind == .people ? .init(least: found.count, most: found.count) : nil
        return phrase
    }

    /// "The Coast Ledger and the Brask newspaper chain": institutions of which the last one's noun tells what it is.
    private func joint(_ found: [Int], _ index: Int, _ words: Range<Int>) -> SourcePhrase? {
        let kinds = found.map { names.entities[$0].kind }
        guard found.count > 1, !kinds.contains(.person), words.upperBound - index <= 2, let last = words.last,
            let kind = NameKind.noun(prose.words[last].lower, lexicon), kind != .person, kind != .document
        else { return nil }
        return SourcePhrase(form: .named(prose.string(words)), words: words, core: words, kind: kinds[0])
    }

    func name(_ entity: Int, _ words: Range<Int>, _ core: Range<Int>) -> SourcePhrase {
        let kind = names.entities[entity].kind
        var phrase = SourcePhrase(form: .name(entity), words: words, core: core, kind: kind)
        phrase.people = kind == .person ? .init(least: 1, most: 1) : nil
        let details = Details(prose: prose, names: names, lexicon: lexicon)
        phrase.role = details.role(of: entity, words)
        phrase.affiliation = details.affiliation(words, head: core.upperBound - 1, named: entity)
        return phrase
    }

    /// A person's name set off by a comma behind a description ("The chairwoman, Odile Banst").
    func apposition(_ words: Range<Int>, behind core: Range<Int>) -> Int? {
        guard isHuman(prose.words[core.upperBound - 1].lower) != nil || core.count < 4 else { return nil }
        for index in core.upperBound..<words.upperBound where prose.words[index].lower == "," {
            let rest = index + 1..<words.upperBound
            let end = rest.first { prose.words[$0].lower == "," || prose.words[$0].lower == "(" } ?? words.upperBound
            guard end > index + 1, end - index <= 8, let entity = names.entity(at: end - 1) else { continue }
            // A clause ("who met Odo Hern") is no apposition.
            let lower = prose.lower(index + 1..<end)
            if ["like", "including", "such"].contains(lower[0]) { return nil }
            if lower.contains(where: {
                ["who", "which", "of", "for", "in", "from", "with"].contains($0)
            }) {
                continue
            }
            if names.entities[entity].kind != .government { return entity }
        }
        return nil
    }

    /// Whether a noun names human beings: true for several, false for one, nil for neither.
    func isHuman(_ noun: String) -> Bool? {
        if lexicon.has(.sourceNounPlural, noun) || lexicon.has(.crowdNoun, noun) || lexicon.has(.officeNounPlural, noun)
        {
            return true
        }
        if lexicon.has(.sourceNoun, noun) || lexicon.has(.officeNoun, noun) { return false }
        return nil
    }
}
