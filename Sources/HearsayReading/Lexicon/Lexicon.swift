/// The word lists of the reading, from `lexicon.txt`.
struct Lexicon: Sendable {
    /// The sections of the file.
    enum Section: String, CaseIterable, Sendable {
        case sourceNoun = "source-noun"
        case sourceNounPlural = "source-noun-plural"
        case withheldNoun = "withheld-noun"
        case crowdNoun = "crowd-noun"
        case officeNoun = "office-noun"
        case officeNounPlural = "office-noun-plural"
        case outletNoun = "outlet-noun"
        case organisationNoun = "organisation-noun"
        case governmentNoun = "government-noun"
        case documentNoun = "document-noun"
        case title
        case maleTitle = "male-title"
        case femaleTitle = "female-title"
        case male, female
        case maleName = "male-name"
        case femaleName = "female-name"
        case unisexName = "unisex-name"
        case outletEnd = "outlet-end"
        case outletBegin = "outlet-begin"
        case outlet
        case organisationEnd = "organisation-end"
        case organisation
        case governmentEnd = "government-end"
        case government
        case metonym
        case treaty, epithet
        case institutionRole = "institution-role"
        case pointingNoun = "pointing-noun"
        case familyFirst = "family-first"
        case relation
        case notAName = "not-a-name"
        case confirms, denies, asks, urges, intends, believes
        case feeling
        case feelingVerb = "feeling-verb"
        case imperative, principal
        case speech, negation
        case nobodyCue = "nobody-cue"
        case anonymity
        case anonymousWord = "anonymous-word"
        case future, possible, would
        case pluralPronoun = "plural-pronoun"
        case passingLink = "passing-link"
        case citing, quotes, medium, event, publishing, portrait
        case passedOn = "passed-on"
        case outletHead = "outlet-head"
        case hostNoun = "host-noun"
        case telling, listener, occasion, earlier, share, letter, leaker, aired
        case arranged, planning, likely, predicting, expecting, promising, retelling, relative, pronoun, condition
        case wondering, naming
        case datedEvent = "dated-event"
        case attending
        case mereWish = "mere-wish"
        case nounSign = "noun-sign"
        case pastSign = "past-sign"
        case refusing, declining, answering, silence, knowing, christening, being, supposing, quoting
        case citingParticiple = "citing-participle"
        case setPhrase = "set-phrase"
        case emptyContent = "empty-content"
        case clauseVerb = "clause-verb"
        case orderVerb = "order-verb"
        case planVerb = "plan-verb"
        case sayingNoun = "saying-noun"
        case wordsNoun = "words-noun"
        case tellingNoun = "telling-noun"
        case finite, leading, announcing
        case relativePronoun = "relative-pronoun"
        case showing, numeral
        case roleEnd = "role-end"
        case plainSaying = "plain-saying"
        case noSpeaker = "no-speaker"
    }

    private var words: [Section: Set<String>] = [:]
    private var phrases: [Section: [[String]]] = [:]

    /// Reads the file: `[section]` lines, words on shared lines, phrases behind "+".
    /// - Throws: ``ReadingError`` when a section is unknown or missing.
    init(_ bytes: [UInt8]) throws(ReadingError) {
        var section: Section?
        for line in bytes.split(separator: 0x0A) {
            let text = String(decoding: line, as: UTF8.self)
            if text.hasPrefix("#") { continue }
            if text.hasPrefix("[") {
                guard let next = Section(rawValue: String(text.dropFirst().dropLast())) else {
                    throw ReadingError(.resource, "lexicon.txt: unknown section \(text)")
                }
                section = next
                continue
            }
            guard let section else { throw ReadingError(.resource, "lexicon.txt: words before the first section") }
            let parts = text.split(separator: " ").map(String.init)
            if parts.first == "+" {
                guard parts.count > 1 else { throw ReadingError(.resource, "lexicon.txt: an empty phrase") }
                phrases[section, default: []].append(Array(parts.dropFirst()))
            } else {
                words[section, default: []].formUnion(parts)
            }
        }
        for section in Section.allCases where words[section] == nil && phrases[section] == nil {
            throw ReadingError(.resource, "lexicon.txt: section \(section.rawValue) is missing")
        }
    }

    /// Whether a single lower-case word is in a section.
    func has(_ section: Section, _ word: String) -> Bool { words[section]?.contains(word) == true }

    /// Whether lower-case words, together, are an entry of a section.
    func has(_ section: Section, phrase: [String]) -> Bool {
        phrase.count == 1 ? has(section, phrase[0]) : phrases[section]?.contains(phrase) == true
    }

    /// Where the first phrase of a section (two words or more) stands among lower-case words.
    func find(_ section: Section, in lower: [String]) -> Range<Int>? {
        var best: Range<Int>?
        for phrase in phrases[section] ?? [] where phrase.count <= lower.count {
            for start in 0...(lower.count - phrase.count) {
                guard lower[start] == phrase[0], lower[start..<start + phrase.count].elementsEqual(phrase) else {
                    continue
                }
                if best.map({ start < $0.lowerBound || (start == $0.lowerBound && phrase.count > $0.count) }) ?? true {
                    best = start..<start + phrase.count
                }
            }
        }
        return best
    }

    /// How many words at the start of `lower` are one entry of a section; 0 for none. Longest entry first.
    func prefix(_ section: Section, of lower: ArraySlice<String>) -> Int {
        let phrase = (phrases[section] ?? []).filter { lower.starts(with: $0) }.map(\.count).max()
        return phrase ?? (lower.first.map { has(section, $0) } == true ? 1 : 0)
    }
}
