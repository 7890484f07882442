internal import HearsayCore

/// Makes a reading of drafts: resolves voices, relays, stance, and what the contents say of times and numbers.
struct Assembly {
    private let document: Document
    private let prose: Prose
    private let names: NameBook
    private let lexicon: Lexicon
    private let relays: RelayReader
    private let occasions: OccasionReader
    private let anonymity: AnonymityReader
    private let details: ContentReader
    private let events: EventReader
    private var book: VoiceBook
    private var previous: Int?

    init(document: Document, prose: Prose, lexicon: Lexicon, details: ContentReader) {
        (self.document, self.prose, self.lexicon, self.details) = (document, prose, lexicon, details)
        names = NameBook(prose, lexicon)
        relays = RelayReader(prose: prose, names: names, lexicon: lexicon, publisher: document.outlet)
        occasions = OccasionReader(prose: prose, names: names, lexicon: lexicon, phrases: relays.phrases)
        events = EventReader(
            prose: prose, lexicon: lexicon, times: details.times, published: document.publishedDay)
        anonymity = AnonymityReader(prose: prose, lexicon: lexicon)
        book = VoiceBook(prose: prose, names: names, lexicon: lexicon)
    }

    /// What became of a draft.
    private struct Attributed {
        var draft: Draft
        var voice: Int
        var relay: [Int]
        var isCited = false
    }

    mutating func reading(of drafts: [Draft]) -> Reading {
        var made: [Attributed?] = Array(repeating: nil, count: drafts.count)
        for index in drafts.indices { attribute(index, of: drafts, into: &made) }
        var statements = made.compactMap(\.self)
        let ways = ways(of: statements).settled()
        for index in statements.indices { statements[index].relay = ways[index] }
        withholdNames(statements)
        return finished(statements)
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
        let voice = words.flatMap { $0.isEmpty ? nil : book.resolve($0, previous: previous) } ?? book.nobody()
        var one = Attributed(draft: draft, voice: voice, relay: [])
        let via = relays.outlet(around: draft, sourceWords: words, inside: outer?.draft)
        if let quoter = relays.quoter(of: draft, sourceWords: words) {
            let carrier = relays.carrier(of: quoter, draft)
            one.relay = [book.resolve(quoter, previous: previous)]
            if let carrier { one.relay.insert(outlet(carrier), at: 0) }
            one.isCited = true
        } else if outer == nil, canCite(voice), let cited = relays.cited(by: draft) {
            one.relay = (via.map { [outlet($0)] } ?? []) + [voice]
            book.isOutlet(voice)
            one.voice = book.resolve(cited, previous: previous)
            one.isCited = true
        } else if let listener = draft.via.map({ prose.words(touching: $0) }), !listener.isEmpty {
            one.relay = [book.resolve(listener, previous: previous)]
        } else if let passed = passed ?? via {
            one.relay = [outlet(passed)]
        } else if let leaker = occasions.leak(of: draft, sourceWords: words) {
            one.relay = [outlet(leaker)]
        } else if let words, occasions.isShare(words), let poll = poll(before: words) {
            one.relay = [poll]
        }
        // "The Coast Ledger reported, citing the Coast Ledger": nobody passes on its own words.
        one.relay.removeAll { $0 == one.voice }
        if outer == nil {
            book.heard(one.voice, way: one.relay)
            previous = one.voice
        }
        return one
    }

    /// The voice of an outlet that passes something on; "told Skerry" takes up "told Skerry News".
    private mutating func outlet(_ words: Range<Int>) -> Int {
        let index = book.resolve(words, previous: previous)
        book.isOutlet(index)
        guard let name = book.records[index].voice.name, !name.contains(" ") else { return index }
        let fuller = book.records.indices.filter {
            let voice = book.records[$0].voice
            return voice.kind == .outlet && voice.name?.hasPrefix(name + " ") == true
        }
        return fuller.count == 1 ? fuller[0] : index
    }

    /// The poll or survey that spoke last before some words, one with a name first.
    private func poll(before words: Range<Int>) -> Int? {
        let polls = book.records.indices.filter { index in
            let voice = book.records[index].voice
            let called = (voice.name ?? voice.role ?? "").lowercased()
            return voice.kind == .document && book.records[index].lastWord < words.lowerBound
                && ["poll", "survey"].contains { called.hasSuffix($0) }
        }
        let named = polls.filter { book.records[$0].voice.name != nil }
        return (named.isEmpty ? polls : named).max { book.records[$0].lastWord < book.records[$1].lastWord }
    }

    /// What the ways of statements hang on.
    private mutating func ways(of statements: [Attributed]) -> Ways {
        let stage = occasions.stage()
        let host = stage.map { outlet($0.outlet) }
        let heard = statements.map { one in
            let record = book.records[one.voice]
            let holder = one.draft.outer.map { statements[$0] }
            var heard = Ways.Heard(
                voice: one.voice, own: one.relay, isCited: one.isCited,
                outer: holder?.draft.cue == nil ? nil : one.draft.outer,
                paragraph: prose.paragraph(of: prose.words(touching: one.draft.extent).lowerBound))
            heard.hasSource = one.draft.source != nil
            heard.isTurn = isTurn(one.draft)
            heard.isElsewhere = occasions.isElsewhere(
                one.draft, sourceWords: one.draft.source.map { prose.words(touching: $0) })
            heard.isEarlier = occasions.isEarlier(one.draft)
            heard.isUnnamed = record.voice.anonymous || record.voice.name == nil
            heard.inherited = record.inherited
            if stage?.isWhole == true { heard.isElsewhere = false }
            heard.isOnStage = stage.map { isOn($0, record) } ?? false
            return heard
        }
        return Ways(heard: heard, stage: host)
    }

    /// Whether a voice is heard through the event or story that the article retells.
    private func isOn(_ stage: OccasionReader.Stage, _ record: VoiceBook.Record) -> Bool {
        if stage.isWhole { return [.person, .people].contains(record.voice.kind) }
        let first = record.entity.flatMap { names.entities[$0].mentions.first?.lowerBound }
        return record.voice.kind == .person && (first ?? .max) < stage.end
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

    /// "KOLEN: We never said so."
    private func isTurn(_ draft: Draft) -> Bool {
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
        let made = statements.indices.map { index in
            // "We believe that it will rain" is the voice's own forecast.
            let holds = statements.filter { $0.draft.outer == index && !isOwn($0, statements[index].voice) }
                .flatMap(\.draft.content)
            let outer = statements[index].draft.outer.map { statements[$0].draft }
            return statement(statements[index], id: "s\(index + 1)", number, holds: holds, inside: outer)
        }
        return Reading(document: document, voices: voices, statements: sameDay(made, statements))
    }

    /// Whether a statement inside another one is its voice's own: "I think", "our view", "she believes".
    private func isOwn(_ inner: Attributed, _ voice: Int) -> Bool {
        guard inner.voice != voice, let source = inner.draft.source else { return true }
        let first = prose.words[prose.words(touching: source).lowerBound].lower
        return ["i", "we", "my", "our", "me", "us"].contains(first)
    }

    /// What a voice goes on to say in the paragraph was said on the same day.
    private func sameDay(_ made: [Statement], _ attributed: [Attributed]) -> [Statement] {
        var out = made
        var last: [String: (paragraph: Int, said: DayInterval)] = [:]
        for (index, one) in attributed.enumerated() where one.draft.outer == nil {
            let paragraph = prose.paragraph(of: prose.words(touching: one.draft.extent).lowerBound)
            if let said = out[index].said {
                last[out[index].voice] = (paragraph, said)
            } else if let before = last[out[index].voice], before.paragraph == paragraph, one.draft.cue != nil {
                out[index].said = before.said
            }
        }
        return out
    }

    private func statement(
        _ one: Attributed, id: String, _ number: [Int: String], holds held: [TextSpan], inside outer: Draft?
    ) -> Statement {
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
        let reader = ForecastReader(lexicon: lexicon)
        let certainty = reader.certainty(
            cue: cue, content: content, stance: statement.stance, held: held,
            isDirect: statement.quotation != .indirect, in: prose)
        let open = reader.open(cue: cue, content: content, stance: statement.stance, held: held, in: prose)
        statement.forecast = (certainty ?? open).map { Forecast(due: nil, certainty: $0) }
        details.complete(&statement, inside: outer)
        if certainty == nil, !details.isAhead(statement) { statement.forecast = nil }
        if statement.forecast?.due == nil {
            statement.forecast?.due = events.day(in: content, of: prose) ?? events.day(around: content, of: prose)
        }
        statement.confidence = Confidence.of(draft, quotation: statement.quotation)
        return statement
    }
}
