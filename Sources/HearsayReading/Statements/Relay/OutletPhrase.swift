internal import HearsayCore

/// Recognises the words of an outlet where one is to be expected: behind "told", "on", "quoted by".
struct OutletPhrase: Sendable {
    let prose: Prose
    let names: NameBook
    let lexicon: Lexicon
    let publisher: Publisher
    /// For people who ask on behalf of an outlet, the words that name the outlet.
    let hosts: [Int: Range<Int>]

    init(prose: Prose, names: NameBook, lexicon: Lexicon, publisher: Publisher) {
        (self.prose, self.names, self.lexicon, self.publisher) = (prose, names, lexicon, publisher)
        hosts = Hosts(prose: prose, names: names, lexicon: lexicon).outlets
    }

    /// The words of an outlet right behind a link: "the", up to four lower-case words, and its name or noun.
    func words(behind link: Int, in sentence: Range<Int>) -> Range<Int>? {
        var index = link + 1
        while index < sentence.upperBound, index - link <= 6 {
            let word = prose.words[index]
            if let entity = names.entity(at: index) {
                let mention = mention(of: entity, at: index, in: sentence)
                if isOutlet(entity, mention, after: link) { return named(mention, behind: link, in: sentence) }
                // "the Warsaw daily Kurier": a place may stand before.
                guard isPlace(entity, mention) else { return host(entity) }
                index = mention.upperBound
                continue
            }
            if QuotationMark(prose.text, word.span) != nil {
                index += 1
                continue
            }
            guard word.kind == .word else { return nil }
            if isNoun(index, link, in: sentence) { return link + 1..<index + 1 }
            if lexicon.has(.passingLink, word.lower) || ["of", "at", "from", "and"].contains(word.lower) { return nil }
            if index == link + 1, lexicon.has(.listener, word.lower) { return nil }
            index += 1
        }
        return nil
    }

    /// The outlet in whose interview, article or programme something was said: "in a Coast Ledger interview",
    /// "during Radio Skerry's town hall". Its name alone.
    func medium(behind link: Int, in sentence: Range<Int>) -> Range<Int>? {
        var index = link + 1
        while index < sentence.upperBound, index - link <= 4, names.entity(at: index) == nil {
            guard prose.words[index].kind == .word, !lexicon.has(.passingLink, prose.words[index].lower) else {
                return nil
            }
            index += 1
        }
        guard index < sentence.upperBound, let entity = names.entity(at: index) else { return nil }
        let mention = mention(of: entity, at: index, in: sentence)
        guard isOutlet(entity, mention, after: link), !publisher.isCalled(names.entities[entity].name) else {
            return nil
        }
        for next in mention.upperBound..<min(mention.upperBound + 4, sentence.upperBound) {
            guard prose.words[next].kind == .word, !prose.words[next].isCapitalised else { return nil }
            if lexicon.has(.medium, prose.words[next].lower) { return mention }
        }
        return nil
    }

    /// The name right behind a link that is nobody's in person.
    func name(behind link: Int, in sentence: Range<Int>) -> Range<Int>? {
        let start = link + 1 < sentence.upperBound && prose.words[link + 1].lower == "the" ? link + 2 : link + 1
        guard sentence.contains(start), let entity = names.entity(at: start), names.entities[entity].kind != .person,
            !publisher.isCalled(names.entities[entity].name)
        else { return nil }
        return mention(of: entity, at: start, in: sentence)
    }

    /// Whether a name is that of an outlet, by itself or by the noun beside it ("the agency Volna", "ERX television").
    func isOutlet(_ entity: Int, _ mention: Range<Int>, after link: Int) -> Bool {
        let known = names.entities[entity]
        if known.kind == .outlet { return true }
        if mention.lowerBound - 1 > link, isHead(mention.lowerBound - 1) { return true }
        let next = mention.upperBound
        if next < prose.words.count, !prose.words[next].isCapitalised, isHead(next), names.entity(at: next + 1) == nil {
            return true
        }
        // "The Odo Hern Show"
        if known.tokens.count > 2, let last = known.tokens.last, lexicon.has(.outletNoun, last) { return true }
        guard known.gender == nil, known.descriptions.isEmpty else { return false }
        if known.tokens.count > 1, known.kind != .government,
            known.tokens.contains(where: { lexicon.has(.outletEnd, $0) || lexicon.has(.outletBegin, $0) })
        {
            return true
        }
        return known.tokens.count == 1 && looksLikeASite(known.name)
    }

    /// Whether a noun says of the name beside it that it is an outlet's.
    private func isHead(_ index: Int) -> Bool {
        let word = prose.words[index]
        return names.entity(at: index) == nil
            && (lexicon.has(.outletHead, word.lower) || lexicon.has(.outletNoun, word.lower))
    }

    /// "NewsHarbour", "skerry.com": the way in which sites write their names, and people do not.
    private func looksLikeASite(_ name: String) -> Bool {
        if name.lowercased().hasSuffix(".com") { return true }
        let letters = Array(name)
        guard letters.count > 5, !name.hasPrefix("Mc"), !name.hasPrefix("Mac"), !name.hasPrefix("De") else {
            return false
        }
        return zip(letters.dropFirst(), letters.dropFirst(2)).contains { $0.isLowercase && $1.isUppercase }
    }

    private func isPlace(_ entity: Int, _ mention: Range<Int>) -> Bool {
        if names.entities[entity].kind == .government { return true }
        let next = mention.upperBound
        return mention.count == 1 && next + 1 < prose.words.count && isHead(next) && names.entity(at: next + 1) != nil
    }

    private func mention(of entity: Int, at index: Int, in sentence: Range<Int>) -> Range<Int> {
        var end = index
        while end < sentence.upperBound, names.entity(at: end) == entity { end += 1 }
        return index..<end
    }

    private func named(_ mention: Range<Int>, behind link: Int, in sentence: Range<Int>) -> Range<Int>? {
        if publisher.isCalled(prose.string(mention)) { return nil }
        // "on NTR's Morning Talk": the programme is what passed it on.
        if prose.words[mention.upperBound - 1].isPossessive,
            let programme = words(behind: mention.upperBound - 1, in: sentence)
        {
            return programme
        }
        return link + 1..<mention.upperBound
    }

    /// The outlet of a person who was told: "told Odo Hern of Radio Skerry", or known elsewhere to ask for it.
    private func host(_ entity: Int) -> Range<Int>? {
        guard let outlet = hosts[entity], !publisher.isCalled(prose.string(outlet)) else { return nil }
        return outlet
    }

    /// "the newspaper", without a name behind it.
    private func isNoun(_ index: Int, _ link: Int, in sentence: Range<Int>) -> Bool {
        guard isHead(index) else { return false }
        // "public radio said": a kind of station without an article.
        let bare = index == link + 2 && ["state", "public", "local"].contains(prose.words[link + 1].lower)
        let definite = index == link + 2 && ["the", "that"].contains(prose.words[link + 1].lower)
        let next = index + 1
        let ends = next >= sentence.upperBound || names.entity(at: next) == nil && !isHead(next)
        return (bare || definite) && ends
    }
}
