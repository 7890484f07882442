internal import HearsayCore

/// Makes a reading of drafts: resolves voices, relays, stance, and what the contents say of times and numbers.
struct Assembly {
    private let document: Document
    private let prose: Prose
    private let names: NameBook
    private let lexicon: Lexicon
    private let relays: RelayReader
    private let anonymity: AnonymityReader
    private let details: ContentReader
    private var book: VoiceBook
    private var previous: Int?
    /// The outlet on whose interview or report the whole article rests, where its opening says so.
    private var basis: Int?

    init(document: Document, prose: Prose, lexicon: Lexicon, details: ContentReader) {
        (self.document, self.prose, self.lexicon, self.details) = (document, prose, lexicon, details)
        names = NameBook(prose, lexicon)
        relays = RelayReader(prose: prose, names: names, lexicon: lexicon, publisher: document.outlet)
        anonymity = AnonymityReader(prose: prose, lexicon: lexicon)
        book = VoiceBook(prose: prose, names: names, lexicon: lexicon)
    }

    /// What became of a draft.
    private struct Attributed {
        var draft: Draft
        var voice: Int
        var relay: [Int]
    }

    mutating func reading(of drafts: [Draft]) -> Reading {
        var made: [Attributed?] = Array(repeating: nil, count: drafts.count)
        for index in drafts.indices { attribute(index, of: drafts, into: &made) }
        let statements = made.compactMap(\.self).map(resting)
        withholdNames(statements)
        return finished(statements)
    }

    /// The opening of an article that rests on one interview comes through that outlet too, though it tells so later.
    private func resting(_ one: Attributed) -> Attributed {
        guard let basis, one.relay.isEmpty, one.draft.outer == nil, book.records[one.voice].way.first == basis,
            prose.paragraph(of: prose.words(touching: one.draft.extent).lowerBound) < 3
        else { return one }
        var out = one
        out.relay = [basis]
        return out
    }

    /// Attributes a draft, after the one that holds it.
    private mutating func attribute(_ index: Int, of drafts: [Draft], into made: inout [Attributed?]) {
        guard made[index] == nil else { return }
        if let outer = drafts[index].outer { attribute(outer, of: drafts, into: &made) }
        made[index] = attributed(drafts[index], inside: drafts[index].outer.flatMap { made[$0] })
    }

    // MARK: voices and ways

    private mutating func attributed(_ whole: Draft, inside outer: Attributed?) -> Attributed {
        let (draft, passed) = relays.parted(whole)
        let words = draft.source.map { prose.words(touching: $0) }
        let paragraph = prose.paragraph(of: prose.words(touching: draft.extent).lowerBound)
        var voice = words.flatMap { $0.isEmpty ? nil : book.resolve($0, previous: previous) } ?? book.nobody()
        var relay: [Int] = []
        if outer == nil, canCite(voice), let cited = relays.cited(by: draft) {
            relay = [voice]
            book.isOutlet(voice)
            voice = book.resolve(cited, previous: previous)
        } else if let passed = passed ?? relays.outlet(around: draft, sourceWords: words) {
            let outlet = book.resolve(passed, previous: previous)
            if outlet != voice { relay = [outlet] }
            if basis == nil, paragraph < 3 { basis = relay.first }
        } else if goesOn(voice, paragraph) {
            relay = book.records[voice].way
        } else if let basis, isTranscript(draft), basis != voice {
            relay = [basis]
        }
        // "The Coast Ledger reported, citing the Coast Ledger": nobody passes on its own words.
        relay.removeAll { $0 == voice }
        if let outer {
            let via = book.records[outer.voice].voice.kind == .unspecified ? [] : [outer.voice]
            relay = (outer.relay + via).filter { $0 != voice }
        } else {
            book.heard(voice, way: relay, paragraph: paragraph)
            previous = voice
        }
        return Attributed(draft: draft, voice: voice, relay: relay)
    }

    /// Outlets cite; and what cites and is neither a person nor anything else known is an outlet.
    private func canCite(_ voice: Int) -> Bool {
        let record = book.records[voice]
        if record.voice.kind == .outlet { return true }
        guard record.voice.kind == .person || record.voice.kind == .organisation, let entity = record.entity else {
            return false
        }
        return names.entities[entity].gender == nil && names.entities[entity].descriptions.isEmpty
    }

    /// Whether a voice that was heard through somebody is still heard through them: an unnamed one always is; a named
    /// one within the paragraph, or all along when the article rests on that interview.
    private func goesOn(_ voice: Int, _ paragraph: Int) -> Bool {
        let record = book.records[voice]
        guard !record.way.isEmpty else { return false }
        return record.voice.anonymous || record.voice.name == nil || record.way.first == basis
            || paragraph == record.paragraph
    }

    /// "KOLEN: We never said so."
    private func isTranscript(_ draft: Draft) -> Bool {
        guard let cue = draft.cue, let source = draft.source, document.text.string(cue) == ":" else { return false }
        return document.text.utf8[source.range].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) }
    }

    // MARK: anonymity

    /// Looks in the sentence of each unnamed voice, and in the one behind it, for a name withheld and the reason.
    private mutating func withholdNames(_ statements: [Attributed]) {
        for one in statements {
            let voice = book.records[one.voice].voice
            guard voice.name == nil, voice.kind == .person || voice.kind == .people, voice.reason == nil,
                let place = one.draft.source ?? one.draft.cue
            else { continue }
            let sentence = prose.sentence(of: prose.words(touching: place).lowerBound)
            let same = anonymity.reading(sentence: prose.sentences[sentence])
            if same.withheld {
                book.withhold(one.voice, reason: same.reason)
            } else if sentence + 1 < prose.sentences.count, voice.anonymous {
                let next = anonymity.reading(sentence: prose.sentences[sentence + 1])
                if next.withheld { book.withhold(one.voice, reason: next.reason) }
            }
        }
    }

    // MARK: the result

    private func finished(_ statements: [Attributed]) -> Reading {
        let used = Set(statements.flatMap { [$0.voice] + $0.relay }).sorted()
        var number: [Int: String] = [:]
        var voices: [Voice] = []
        for index in used {
            var voice = book.records[index].voice
            voice.id = "v\(voices.count + 1)"
            voice.mentions.sort()
            number[index] = voice.id
            voices.append(voice)
        }
        let made = statements.enumerated().map { index, one in
            statement(one, id: "s\(index + 1)", number)
        }
        return Reading(document: document, voices: voices, statements: made)
    }

    private func statement(_ one: Attributed, id: String, _ number: [Int: String]) -> Statement {
        let draft = one.draft
        var statement = Statement(
            id: id, source: draft.source.map { [$0] } ?? [], cue: draft.cue.map { [$0] } ?? [],
            content: draft.content.sorted(), voice: number[one.voice] ?? "")
        statement.relay = one.relay.compactMap { number[$0] }
        statement.quotation = QuotationReader.quotation(draft.content, prose)
        let cue = draft.cue.map { prose.words(touching: $0) }
        let content = draft.content.map { prose.words(touching: $0) }
        statement.stance = StanceReader(lexicon: lexicon)
            .stance(cue: cue, content: content, in: prose)
        let forecast = ForecastReader(lexicon: lexicon)
            .certainty(cue: cue, content: content, stance: statement.stance, in: prose)
        statement.forecast = forecast.map { Forecast(due: nil, certainty: $0) }
        details.complete(&statement)
        statement.confidence = Confidence.of(draft, quotation: statement.quotation)
        return statement
    }
}
