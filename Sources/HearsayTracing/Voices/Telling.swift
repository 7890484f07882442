internal import HearsayCore

/// What one unit does: who says it, through which outlets, and whether it asserts or denies.
struct Telling {
    /// What kind of voice a unit has.
    enum Kind { case none, named, described, unnamed, document }

    var kind: Kind
    /// The voice as the article calls it; nil when nobody is given.
    var label: String?
    /// The voice, for what else is known of it.
    var voice: Voice?
    /// The outlets through which it came, nearest first: those of the set, and numbered after them those outside.
    var outlets: [Int]
    /// The names of the outlets and people through which it came, nearest first.
    var relay: [String]
    /// Whether the voice confirms or denies what it is about; what it asserts may still be a negation.
    var stance: Claim.Stance
    /// Whether its words deny something.
    var isNegated: Bool
}

/// Reads the tellings of all units.
struct TellingReader {
    private static let denials = Terms.words(
        "denied denies deny denying rejected rejects dismissed dismisses refuted withdrew untrue fiction false wrongly"
    )
    private static let confirmations = Terms.words("confirmed confirms confirming confirm")
    /// Nouns by which a sentence goes on about the outlet that was named before.
    private static let outletNouns = Terms.words(
        "newspaper paper agency site website portal magazine publication daily weekly channel broadcaster station report announcement"
    )
    private static let cues = Terms.words(
        "said says reported reports added adds wrote writes according cited quoted claimed indicates sets")

    let corpus: Corpus
    let names: OutletNames
    let outside: OutsideOutlets
    let citations: CitationFinder

    /// One telling for each unit of the set.
    func tellings() -> [Telling] {
        corpus.articles.indices.flatMap { number -> [Telling] in
            let article = corpus.articles[number]
            let mentions = names.mentions(in: article)
            var last: Int?
            return article.units.map { unit in
                let telling = telling(unit, in: number, mentions: mentions, before: last)
                last = telling.outlets.first ?? last
                return telling
            }
        }
    }

    private func telling(
        _ unit: Int, in number: Int, mentions: [OutletNames.Mention], before: Int?
    ) -> Telling {
        let article = corpus.articles[number]
        let range = corpus.units[unit].words
        let words = range.map { article.words[$0].lower }
        let statement = corpus.statement(unit)
        var telling = Telling(
            kind: .none, label: nil, voice: nil, outlets: [], relay: [], stance: .asserts,
            isNegated: Self.isNegated(words))
        if let statement { read(statement, of: article.reading, into: &telling) }
        if telling.kind == .none, telling.outlets.isEmpty, Self.isUnderstood(words) {
            (telling.label, telling.kind) = ("a source of the outlet", .unnamed)
        } else if telling.kind == .unnamed, let document = document(for: corpus.units[unit].span, in: article.reading) {
            (telling.label, telling.voice, telling.kind) = (document.name ?? document.role, document, .document)
        }
        if let statement, telling.stance == .asserts, isDenied(statement, in: article.reading, corpus.units[unit].span)
        {
            telling.stance = .denies
        }
        for mention in mentions where range.contains(mention.words.lowerBound) {
            guard mention.outlet != names.outlets[number], !telling.outlets.contains(mention.outlet),
                citations.isNearCue(mention, in: article, unit)
            else { continue }
            telling.outlets.append(mention.outlet)
            if let name = citations.name(of: mention.outlet) { telling.relay.append(name) }
        }
        if telling.outlets.isEmpty, telling.kind == .none, let before, goesOn(words) {
            telling.outlets = [before]
            if let name = citations.name(of: before) { telling.relay.append(name) }
        }
        telling.outlets.removeAll { $0 == names.outlets[number] }
        if statement == nil || statement?.stance == .asserts {
            if words.contains(where: Self.denials.contains), statement?.relay.isEmpty ?? true {
                telling.stance = .denies
            }
            if words.contains(where: Self.confirmations.contains) { telling.stance = .confirms }
        }
        return telling
    }

    /// "It is understood that": somebody told the outlet, and it does not say who.
    private static func isUnderstood(_ words: [String]) -> Bool {
        zip(words, words.dropFirst()).contains { $0 == "is" && $1 == "understood" }
    }

    /// The document by which a sentence tells what unnamed people found: "inspectors found …, according to a letter".
    private func document(for sentence: TextSpan, in reading: Reading) -> Voice? {
        for statement in reading.statements {
            guard let voice = reading.voice(statement.voice), voice.kind == .document, voice.name ?? voice.role != nil,
                statement.content.reduce(0, { $0 + $1.overlap(sentence) }) * 2 >= sentence.count
            else { continue }
            return voice
        }
        return nil
    }

    /// Whether the same voice denies something in the same sentence: "she denied it; she was quoted as saying that …".
    private func isDenied(_ statement: Statement, in reading: Reading, _ sentence: TextSpan) -> Bool {
        reading.statements.contains { other in
            other.stance == .denies && other.voice == statement.voice
                && other.content.contains { $0.overlaps(sentence) }
        }
    }

    private func read(_ statement: Statement, of reading: Reading, into telling: inout Telling) {
        switch statement.stance {
        case .denies: telling.stance = .denies
        case .confirms: telling.stance = .confirms
        default: telling.stance = .asserts
        }
        for id in statement.relay {
            guard let name = reading.voice(id)?.name else { continue }
            telling.relay.append(name)
            if let outlet = names.outlet(named: name) ?? outside.number(of: name) { telling.outlets.append(outlet) }
        }
        guard let voice = reading.voice(statement.voice), voice.kind != .unspecified else { return }
        if let name = voice.name ?? voice.role, let outlet = names.outlet(in: name) {
            if OutletNames.words(of: reading.document.outlet.name ?? "") == names.names[outlet] {
                readOwnSource(of: reading, into: &telling)
            } else {
                telling.outlets.append(outlet)
                telling.relay.append(name)
            }
            return
        }
        if voice.kind == .outlet, let name = voice.name, let outlet = outside.number(of: name) {
            telling.outlets.append(outlet)
            telling.relay.append(name)
        }
        guard let label = voice.name ?? voice.role ?? voice.affiliation, voice.kind != .outlet,
            isSomebody(label, reading)
        else { return }
        telling.label = label
        telling.voice = voice
        telling.kind = Self.kind(of: voice, label)
    }

    /// "This paper understands": somebody told it; the unnamed voice of the article, where it has one.
    private func readOwnSource(of reading: Reading, into telling: inout Telling) {
        let voice = reading.voices.first { $0.anonymous && ($0.role ?? $0.affiliation) != nil }
        telling.voice = voice
        telling.label = voice.flatMap { $0.role ?? $0.affiliation } ?? "a source of the outlet"
        telling.kind = .unnamed
    }

    private static func kind(of voice: Voice, _ label: String) -> Telling.Kind {
        if voice.kind == .document { return .document }
        if voice.anonymous { return .unnamed }
        let isHuman = voice.kind == .person || voice.kind == .people
        // "South Korean company" has capitals and is no name.
        if let name = voice.name, isHuman || endsAsName(name) { return .named }
        let words = OutletNames.words(of: label)
        return isHuman && words.contains(where: Terms.someone.contains) ? .unnamed : .described
    }

    private static func endsAsName(_ name: String) -> Bool {
        let words = WordScanner.words(of: name)
        guard let last = words.last else { return false }
        return words.count < 2 || last.kind == .number || !Terms.bodies.contains(last.lower) || last.isCapitalised
    }

    /// Not a pronoun that was left unresolved, nor a part of the outlet's own name, which agencies open a story with.
    private func isSomebody(_ label: String, _ reading: Reading) -> Bool {
        let words = OutletNames.words(of: label)
        if words.allSatisfy({ Terms.idle.contains($0) || Self.outletNouns.contains($0) }) { return false }
        let outlet = OutletNames.words(of: reading.document.outlet.name ?? "")
        return !words.allSatisfy(outlet.contains) || words.count == outlet.count
    }

    /// "the newspaper said", "it also reported".
    private func goesOn(_ words: [String]) -> Bool {
        guard words.contains(where: Self.cues.contains) else { return false }
        return words.contains(where: Self.outletNouns.contains)
            || words.prefix(3).contains("it") && words.contains("reported")
    }

    /// Whether the main clause of a sentence says that something is not so. "No later than" and "not only" say nothing of
    /// the kind; a negation inside a condition ("if it is not withdrawn") says nothing of what follows from it.
    private static func isNegated(_ words: [String]) -> Bool {
        // What stands behind the main clause ("…, a day after she said no such plan existed") is another matter.
        let end = words.indices.first { $0 >= 8 && words[$0] == "," } ?? words.count
        var isCondition = words.first.map { ["has", "had", "should", "were"].contains($0) } ?? false
        for (i, word) in words[..<end].enumerated() {
            if Terms.conditions.contains(word) { isCondition = true }
            if word == "," { isCondition = false }
            let next = i + 1 < words.count ? words[i + 1] : ""
            if isCondition || ["later", "only", "more", "less", "fewer", "immediately"].contains(next) { continue }
            // "who asked not to be named" is about the source, not about what it says.
            if words[i..<min(i + 6, words.count)].contains(where: Terms.withholding.contains) { continue }
            if Terms.negations.contains(word) { return true }
        }
        return false
    }
}
