internal import HearsayCore

/// Descriptions by common nouns.
extension SourcePhraseReader {
    func description(_ words: Range<Int>, _ core: Range<Int>) -> SourcePhrase {
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
        // "a Tory-run council" is described; "a Coast Ledger poll" is the name that such a document has.
        let isNew = ["a", "an"].contains(first) && kind != .document && kind != .outlet
        if kind != .person, kind != .people, !isNew, let made = compound(core, head) {
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

    func determiner(_ core: Range<Int>) -> SourcePhrase.Determiner {
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
