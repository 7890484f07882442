internal import HearsayCore

/// What the words of a source say: whether they name, describe or point back, and whom.
struct SourcePhrase: Sendable {
    /// How the words refer.
    enum Form: Equatable, Sendable {
        /// Nobody is given.
        case nobody
        /// "he", "they", "we", …
        case pronoun(String)
        /// A name: the number of its entity.
        case name(Int)
        /// Several names: the numbers of their entities.
        case names([Int])
        /// A name and a noun that make a new one ("the Trump campaign").
        case named(String)
        /// A description by a common noun, its last word.
        case noun(String)
        /// "one", "another", "one of them": a member of a group that was mentioned.
        case member
    }

    /// How a description is introduced.
    enum Determiner: Sendable { case definite, indefinite, possessive, bare }

    var form: Form
    var words: Range<Int>
    /// The words up to the first comma or clause: what introduces the voice.
    var core: Range<Int>
    var kind: Voice.Kind
    var determiner: Determiner = .bare
    var people: Voice.People?
    var anonymous = false
    var affiliation: String?
    var role: String?
}

/// Takes the words of a source apart.
struct SourcePhraseReader {
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon

    private static let stops: Set<String> = [
        ",", "who", "which", "that", "whose", "whom", "with", "in", "at", "from", "for", "of", "to", "on", "by",
        "inside", "within", "close", "familiar", "briefed", "speaking", "(", "—", "–", "near", "among", "not",
        "about", "after", "before", "present", "involved", "privy", "seen", "dated", "released", "aboard", "under",
        "working", "using", "named", "identified", "asking", "along", "including", "behind", "around", ";", ":",
    ]
    private static let numbers: [String: Int] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "dozen": 12, "both": 2, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    ]
    private static let pronouns: Set<String> = [
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
    private func withoutVerb(_ lower: String) -> String {
        guard let mark = lower.firstIndex(where: { $0 == "'" || $0 == "\u{2019}" }) else { return lower }
        let subject = String(lower[..<mark])
        return Self.pronouns.contains(subject) ? subject : lower
    }

    private func pronoun(_ lower: String, _ words: Range<Int>) -> SourcePhrase {
        let kind: Voice.Kind =
            lexicon.has(.pluralPronoun, lower) ? .people : lower.hasPrefix("it") ? .organisation : .person
        var phrase = SourcePhrase(form: .pronoun(lower), words: words, core: words, kind: kind)
        phrase.people = kind == .person ? .init(least: 1, most: 1) : kind == .people ? .init(least: 2, most: nil) : nil
        return phrase
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, prose.words[start].kind == .punctuation { start += 1 }
        while end > start, prose.words[end - 1].kind == .punctuation { end -= 1 }
        return start..<end
    }

    /// Up to the first stop that is not part of a name.
    private func core(of words: Range<Int>) -> Range<Int> {
        for index in words.dropFirst() where Self.stops.contains(prose.words[index].lower) || opensClause(index, words)
        {
            if let entity = names.entity(at: index), names.entity(at: index - 1) == entity { continue }
            if prose.words[index].lower == "of",
                lexicon.has(.title, phrase: prose.lower(index - 1..<min(index + 2, words.upperBound)))
            {
                continue
            }
            if prose.words[index].lower == "-", prose.words[index].isGlued { continue }
            return words.lowerBound..<index
        }
        return words
    }

    /// Whether a participle opens a clause behind its noun ("research conducted by", "judges handling lawsuits").
    private func opensClause(_ index: Int, _ words: Range<Int>) -> Bool {
        let (word, next) = (prose.words[index], index + 1 < words.upperBound ? prose.words[index + 1].lower : "")
        guard index > words.lowerBound + (determiner(words) == .bare ? 0 : 1), !word.isCapitalised else { return false }
        if word.lower.hasSuffix("ing") { return isHuman(prose.words[index - 1].lower) != nil && !next.isEmpty }
        let irregular: Set<String> = [
            "written", "drawn", "taken", "run", "led", "sent", "held", "made", "put", "known",
        ]
        let links: Set<String> = [
            "by", "in", "on", "at", "to", "with", "for", "from", "as", "last", "this", "of", "up",
        ]
        return (word.lower.hasSuffix("ed") || irregular.contains(word.lower)) && links.contains(next)
    }

    /// "A and B", "A, B and C" of names.
    private func coordination(_ words: Range<Int>) -> SourcePhrase? {
        guard words.contains(where: { prose.words[$0].lower == "and" && names.entity(at: $0) == nil }) else {
            return nil
        }
        var found: [Int] = []
        // "Presidential candidates A and B": the description ahead of the names.
        let first = words.first { names.entity(at: $0) != nil } ?? words.lowerBound
        let described = words.lowerBound..<first
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
                return nil
            }
        }
        guard found.count > 1 else { return nil }
        let kinds = Set(found.map { names.entities[$0].kind })
        let kind: Voice.Kind = kinds == [.person] ? .people : kinds.first { $0 != .person } ?? .people
        var phrase = SourcePhrase(form: .names(found), words: words, core: words, kind: kind)
        phrase.people = kind == .people ? .init(least: found.count, most: found.count) : nil
        return phrase
    }

    private func name(_ entity: Int, _ words: Range<Int>, _ core: Range<Int>) -> SourcePhrase {
        let kind = names.entities[entity].kind
        var phrase = SourcePhrase(form: .name(entity), words: words, core: core, kind: kind)
        phrase.people = kind == .person ? .init(least: 1, most: 1) : nil
        let details = Details(prose: prose, names: names, lexicon: lexicon)
        phrase.role = details.role(of: entity, words)
        phrase.affiliation = details.affiliation(words, head: core.upperBound - 1, named: entity)
        return phrase
    }

    /// A person's name set off by a comma behind a description ("The chairwoman, Odile Banst").
    private func apposition(_ words: Range<Int>, behind core: Range<Int>) -> Int? {
        guard isHuman(prose.words[core.upperBound - 1].lower) != nil || core.count < 4 else { return nil }
        for index in core.upperBound..<words.upperBound where prose.words[index].lower == "," {
            let rest = index + 1..<words.upperBound
            let end = rest.first { prose.words[$0].lower == "," || prose.words[$0].lower == "(" } ?? words.upperBound
            guard end > index + 1, end - index <= 8, let entity = names.entity(at: end - 1) else { continue }
            // A clause ("who met Odo Hern") is no apposition.
            let lower = prose.lower(index + 1..<end)
            if lower.contains(where: { ["who", "which", "of", "for", "in", "from", "with"].contains($0) }) { continue }
            if names.entities[entity].kind != .government { return entity }
        }
        return nil
    }

    /// Whether a noun names human beings: true for several, false for one, nil for neither.
    private func isHuman(_ noun: String) -> Bool? {
        if lexicon.has(.sourceNounPlural, noun) || lexicon.has(.crowdNoun, noun) || lexicon.has(.officeNounPlural, noun)
        {
            return true
        }
        if lexicon.has(.sourceNoun, noun) || lexicon.has(.officeNoun, noun) { return false }
        return nil
    }

    private func description(_ words: Range<Int>, _ core: Range<Int>) -> SourcePhrase {
        var head = core.upperBound - 1
        let adverbs: Set<String> = [
            "there", "here", "himself", "herself", "themselves", "alike", "also", "each", "together",
        ]
        if let noun = partOf(core, words) { head = noun }
        while head > core.lowerBound, prose.words[head].kind != .word || adverbs.contains(prose.words[head].lower) {
            head -= 1
        }
        let noun = prose.words[head].lower
        let first = prose.words[core.lowerBound].lower
        if ["one", "another", "others", "some", "both", "neither", "each"].contains(first), core.count == 1,
            !(first == "others" || first == "some") || words.count > 1 && isPartitive(words)
        {
            return member(words, core, first)
        }
        let kind = kind(noun, core, words)
        // "a panel of the Court of Tides": the court.
        if ["panel", "bench"].contains(noun), core.upperBound + 1 < words.upperBound,
            prose.words[core.upperBound].lower == "of",
            let entity = (core.upperBound + 1..<min(core.upperBound + 3, words.upperBound))
                .compactMap({ names.entity(at: $0) }).first, names.entities[entity].kind != .person
        {
            return SourcePhrase(form: .name(entity), words: words, core: core, kind: names.entities[entity].kind)
        }
        if kind != .person, kind != .people, let made = compound(core, head) {
            return SourcePhrase(form: .named(made), words: words, core: core, kind: kind)
        }
        var phrase = SourcePhrase(form: .noun(noun), words: words, core: core, kind: kind)
        phrase.determiner = determiner(core)
        phrase.people = people(core, kind)
        phrase.role = role(words)
        let details = Details(prose: prose, names: names, lexicon: lexicon)
        phrase.affiliation = details.affiliation(words, head: head, named: nil)
        phrase.anonymous = isAnonymous(phrase, noun)
        return phrase
    }

    /// The noun behind "of" in "two of those friends".
    private func partOf(_ core: Range<Int>, _ words: Range<Int>) -> Int? {
        guard let last = core.last,
            Self.numbers[prose.words[last].lower] != nil || prose.words[last].lower == "several",
            core.upperBound < words.upperBound, prose.words[core.upperBound].lower == "of"
        else { return nil }
        let rest = core.upperBound + 1..<words.upperBound
        let end = rest.first { Self.stops.contains(prose.words[$0].lower) } ?? rest.upperBound
        return end > rest.lowerBound ? end - 1 : nil
    }

    private func isPartitive(_ words: Range<Int>) -> Bool {
        words.count > 2 && prose.words[words.lowerBound + 1].lower == "of"
    }

    private func member(_ words: Range<Int>, _ core: Range<Int>, _ first: String) -> SourcePhrase {
        let several = first == "others" || first == "some" || first == "both"
        var phrase = SourcePhrase(form: .member, words: words, core: core, kind: several ? .people : .person)
        phrase.people = several ? .init(least: 2, most: first == "both" ? 2 : nil) : .init(least: 1, most: 1)
        phrase.role = prose.string(words)
        phrase.anonymous = !several
        return phrase
    }

    private func kind(_ noun: String, _ core: Range<Int>, _ words: Range<Int>) -> Voice.Kind {
        let pair = core.count > 1 ? [prose.words[core.upperBound - 2].lower, noun] : [noun]
        if lexicon.has(.outletNoun, phrase: pair) { return .outlet }
        if lexicon.has(.governmentNoun, phrase: pair) { return .government }
        if ["group", "groups", "handful", "dozens", "hundreds", "thousands", "scores", "crowds"].contains(noun),
            let part = partHead(core, words), isHuman(part) == true
        {
            return .people
        }
        if let several = isHuman(noun) { return several || isCounted(core) ? .people : .person }
        if ["percent", "majority", "half", "third", "number", "group"].contains(noun), words.count > core.count + 1,
            prose.words[core.upperBound].lower == "of"
        {
            return .people
        }
        if let kind = NameKind.noun(noun, lexicon) { return kind }
        if let kind = NameKind.noun(Self.singular(noun), lexicon) { return kind == .person ? .people : kind }
        if ["two", "three", "four", "five", "percent", "%", "more", "all"].contains(noun) { return .people }
        for ending in ["man", "woman", "ist", "eer"] where noun.hasSuffix(ending) { return .person }
        for ending in ["men", "women", "ists", "eers", "ers", "ians"] where noun.hasSuffix(ending) { return .people }
        for ending in ["er", "or", "ian"] where noun.hasSuffix(ending) && noun.utf8.count > 4 { return .person }
        return .unspecified
    }

    /// The head of what stands behind "of" ("a group of young doctors": doctors).
    private func partHead(_ core: Range<Int>, _ words: Range<Int>) -> String? {
        guard core.upperBound + 1 < words.upperBound, prose.words[core.upperBound].lower == "of" else { return nil }
        let rest = core.upperBound + 1..<words.upperBound
        let end = rest.first {
            Self.stops.contains(prose.words[$0].lower) || $0 > rest.lowerBound && opensClause($0, rest)
        }
        return prose.words[(end ?? rest.upperBound) - 1].lower
    }

    private static func singular(_ noun: String) -> String {
        if noun.hasSuffix("ies") { return noun.dropLast(3) + "y" }
        return noun.hasSuffix("s") ? String(noun.dropLast()) : noun
    }

    private func isCounted(_ core: Range<Int>) -> Bool {
        core.contains { Self.numbers[prose.words[$0].lower] != nil || prose.words[$0].lower == "several" }
    }

    /// "Trump campaign", "Bloomberg poll": a name before an institution's noun.
    private func compound(_ core: Range<Int>, _ head: Int) -> String? {
        guard head > core.lowerBound, names.entity(at: head) == nil else { return nil }
        var last = head - 1
        while last > core.lowerBound, names.entity(at: last) == nil, prose.words[last].kind == .word { last -= 1 }
        guard let entity = names.entity(at: last) else { return nil }
        var start = last
        while start > core.lowerBound, names.entity(at: start - 1) == entity { start -= 1 }
        // "Odo Hern's brief" is a title of its own, "Odo Hern's campaign" is the Odo Hern campaign.
        if prose.words[last].isPossessive, !lexicon.has(.documentNoun, prose.words[head].lower) {
            return names.entities[entity].name + " " + prose.string(last + 1..<head + 1)
        }
        // "the new Coast Ledger-NTR national poll": a document's name begins with its first capital.
        if lexicon.has(.documentNoun, prose.words[head].lower) {
            start =
                core.first {
                    prose.words[$0].isCapitalised && !lexicon.has(.notAName, prose.words[$0].lower) && $0 <= start
                } ?? start
        }
        return prose.string(start..<head + 1)
    }

    private func determiner(_ core: Range<Int>) -> SourcePhrase.Determiner {
        let first = prose.words[core.lowerBound]
        switch first.lower {
        case "the", "this", "that", "these", "those", "both": return .definite
        case "a", "an", "one", "another", "several", "some": return .indefinite
        case "his", "her", "its", "their", "our", "my": return .possessive
        default:
            if core.dropLast().contains(where: { prose.words[$0].isPossessive }) { return .possessive }
            return Self.numbers[first.lower] != nil || first.kind == .number ? .indefinite : .bare
        }
    }

    private func people(_ core: Range<Int>, _ kind: Voice.Kind) -> Voice.People? {
        if kind == .person { return .init(least: 1, most: 1) }
        guard kind == .people else { return nil }
        for index in core {
            let word = prose.words[index]
            if let number = Self.numbers[word.lower] { return .init(least: number, most: number) }
            if word.kind == .number, let number = Int(word.lower), number > 1, number < 10_000 {
                return .init(least: number, most: number)
            }
        }
        return .init(least: 2, most: nil)
    }

    /// The description up to the first comma or relative clause.
    private func role(_ words: Range<Int>) -> String {
        let end = words.first { index in
            let lower = prose.words[index].lower
            guard index > words.lowerBound else { return false }
            // A list of institutions goes on behind a comma ("in the Kremlin, Defense Ministry and …").
            if lower == ",", index + 1 < words.upperBound,
                names.entity(at: index + 1).map({ names.entities[$0].kind != .person }) ?? false
            {
                return false
            }
            return [",", "who", "which", "whose", "(", "that"].contains(lower)
        }
        return prose.string(words.lowerBound..<(end ?? words.upperBound))
    }

    private func isAnonymous(_ phrase: SourcePhrase, _ noun: String) -> Bool {
        guard phrase.kind == .person || phrase.kind == .people else { return false }
        let lower = prose.lower(phrase.words)
        if lower.contains(where: { lexicon.has(.anonymousWord, $0) }) || lexicon.find(.anonymity, in: lower) != nil {
            return true
        }
        if ["source", "sources", "insider", "insiders", "spokesman", "spokeswoman", "spokesperson"].contains(noun) {
            return true
        }
        // "Many lawmakers", "a group of parents": more people than anybody would name.
        let opens = prose.words[phrase.core.lowerBound].lower
        if phrase.kind == .people,
            ["many", "most", "numerous", "countless", "all", "few"].contains(opens)
                || ["group", "groups", "percent", "number", "majority"].contains(noun)
        {
            return false
        }
        if lexicon.has(.officeNounPlural, noun), isCounted(phrase.core) { return true }
        if lexicon.has(.officeNoun, noun) || lexicon.has(.officeNounPlural, noun) {
            return phrase.determiner == .indefinite && phrase.kind == .person
        }
        if lexicon.has(.crowdNoun, noun) { return phrase.determiner == .indefinite && isCounted(phrase.core) }
        if lexicon.has(.sourceNounPlural, noun) { return true }
        switch phrase.determiner {
        case .definite: return lexicon.has(.withheldNoun, noun)
        case .possessive:
            let own = ["my", "our"].contains(prose.words[phrase.core.lowerBound].lower)
            return own || lexicon.has(.withheldNoun, noun) || prose.lower(phrase.core).contains("former")
        case .indefinite: return true
        case .bare: return phrase.kind == .person && lexicon.has(.sourceNoun, noun)
        }
    }
}
