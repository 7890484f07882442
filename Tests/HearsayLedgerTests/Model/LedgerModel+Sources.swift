import HearsayCore
import HearsayNames

@testable import HearsayLedger

extension LedgerModel {
    /// Two sources, the one that was there first before the other.
    struct Pair: Hashable {
        let first: Int
        let second: Int

        init(_ a: Int, _ b: Int) { (first, second) = (min(a, b), max(a, b)) }
    }

    /// How alike two sources are.
    struct Likeness {
        var score: Double
        var reason: String
    }

    // MARK: Which source a voice has

    func isStanding(_ decision: Int) -> Bool { decisions[decision - 1].undone == nil }

    /// The source into which one was merged by the decisions that stand.
    func merged(_ source: Int) -> Int? {
        for decision in decisions where decision.undone == nil {
            switch decision.action {
            case .merge(let sources, let target) where sources.contains(source): return target
            case .split(let places, let target) where target != source && places.contains { $0.into == source }:
                return target
            default: continue
            }
        }
        return nil
    }

    func root(_ source: Int) -> Int { merged(source).map(root) ?? source }

    /// Of a source that a split made which was taken back, the one that it was made from.
    private func origin(_ source: Int) -> Int? {
        for decision in decisions where decision.undone != nil {
            guard case .split(let places, _) = decision.action else { continue }
            if let place = places.first(where: { $0.into == source }) { return place.base }
        }
        return nil
    }

    /// The source of a voice before any merging: by its name, or by the last split that stands.
    func base(_ speaker: Speaker) -> Int {
        home(speaker.splits.last { isStanding($0.decision) }?.into ?? speaker.home)
    }

    /// A source, or where its voices went when the split that made it was taken back.
    func home(_ source: Int) -> Int { origin(source).map(home) ?? source }

    func source(_ speaker: Speaker) -> Int { root(base(speaker)) }

    func speakers(of source: Int) -> [Speaker] { speakers.filter { base($0) == source } }

    // MARK: Joining

    /// Gives the voices of a reading their sources.
    /// - Parameter kept: what voices had in the reading before.
    mutating func join(_ reading: Reading, _ revision: RevisionKey, keeping kept: [Speaker] = []) {
        var kept = kept
        for voice in reading.voices {
            var speaker = Speaker(
                revision: revision, id: voice.id, kind: voice.kind, anonymous: voice.anonymous,
                name: Self.line(voice.name), role: Self.line(voice.role), affiliation: Self.line(voice.affiliation),
                home: 0)
            if let place = kept.firstIndex(where: { $0.isCalled(like: speaker) }) {
                (speaker.home, speaker.splits) = (kept[place].home, kept[place].splits)
                kept.remove(at: place)
                learn(speaker, base(speaker))
            } else if speaker.name != nil {
                speaker.home = named(speaker)
            } else if speaker.kind != .unspecified {
                speaker.home = made(speaker)
            } else {
                continue
            }
            speakers.append(speaker)
        }
    }

    private static func line(_ text: String?) -> String? {
        let words = (text ?? "").split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private mutating func made(_ speaker: Speaker) -> Int {
        var source = Source(kind: speaker.kind, label: speaker.label, anonymous: speaker.anonymous)
        source.isNamed = speaker.name != nil
        if let affiliation = speaker.affiliation, source.isNamed { source.affiliations = [affiliation] }
        sources.append(source)
        return sources.count
    }

    private mutating func named(_ speaker: Speaker) -> Int {
        // The very name is enough, and what else it may be was noted when it came first.
        let known = sources.firstIndex {
            $0.isNamed && $0.kind == speaker.kind && $0.label == speaker.name && !$0.clashes(with: speaker.affiliation)
        }
        if let known {
            learn(speaker, known + 1)
            return known + 1
        }
        let (best, possible) = compare(speaker)
        let source = best ?? made(speaker)
        if best != nil { learn(speaker, source) }
        note(possible, source)
        return source
    }

    /// The source that a named voice belongs to, and those that it may belong to, of all there are.
    private func compare(_ speaker: Speaker) -> (best: Int?, possible: [(source: Int, Likeness)]) {
        guard let name = speaker.name else { return (nil, []) }
        var best: (source: Int, score: Double)?
        var possible: [(Int, Likeness)] = []
        for (place, source) in sources.enumerated() where source.isNamed && source.kind == speaker.kind {
            let match = NameMatcher.compare(name, source.label, kind: speaker.kind)
            if match.verdict == .different { continue }
            if match.verdict == .possible {
                possible.append((place + 1, Likeness(score: match.score, reason: match.reason)))
            } else if source.clashes(with: speaker.affiliation) {
                let reason =
                    "one name, but of \(source.affiliations[0]) there and of \(speaker.affiliation ?? "") here"
                possible.append((place + 1, Likeness(score: match.score, reason: reason)))
            } else if match.score > best?.score ?? -1 {
                best = (place + 1, match.score)
            }
        }
        return (best?.source, possible)
    }

    private mutating func learn(_ speaker: Speaker, _ source: Int) {
        guard speaker.name != nil, let affiliation = speaker.affiliation else { return }
        let known = sources[source - 1].affiliations
        if known.count < 12, !known.contains(affiliation) { sources[source - 1].affiliations.append(affiliation) }
    }

    private mutating func note(_ possible: [(source: Int, Likeness)], _ source: Int) {
        for (other, likeness) in possible where other != source {
            let pair = Pair(source, other)
            if pairs[pair] == nil { pairs[pair] = likeness }
        }
    }

    // MARK: Bringing in line

    /// Makes of sources what their voices are called now.
    mutating func settle(_ settled: Set<Int>) {
        for source in settled.sorted() {
            let own = speakers(of: source)
            sources[source - 1].label = own.first?.label ?? ""
            sources[source - 1].isNamed = own.first?.name != nil
            if let first = own.first { sources[source - 1].anonymous = first.anonymous }
            sources[source - 1].affiliations = []
            for speaker in own { learn(speaker, source) }
            pairs = pairs.filter { $0.key.first != source && $0.key.second != source }
        }
        for source in settled.sorted() {
            for speaker in speakers(of: source) { note(compare(speaker).possible, source) }
        }
    }

    // MARK: Asking

    /// A source as lists show it; nil when no latest revision has a voice of it.
    func stored(source: Int) -> StoredSource? {
        guard (1...max(1, sources.count)).contains(source), !sources.isEmpty else { return nil }
        let own = speakers.filter { self.source($0) == source }
        let shown = latest.flatMap { revision in own.filter { $0.revision == revision.key } }
        guard !shown.isEmpty else { return nil }
        let known = sources[source - 1]
        let statements = shown.reduce(0) { sum, speaker in
            sum + (revision(speaker.revision)?.reading?.statements.count { $0.voice == speaker.id } ?? 0)
        }
        return StoredSource(
            id: source, label: known.label.isEmpty ? own.first?.label ?? "" : known.label, kind: known.kind,
            anonymous: known.anonymous, statements: statements, articles: Set(shown.map(\.revision)).count)
    }

    var storedSources: [StoredSource] { (1...max(1, sources.count)).compactMap { stored(source: $0) } }

    func rows(ofSource source: Int) -> SourceRows? {
        guard let stored = stored(source: source) else { return nil }
        var rows = SourceRows(source: stored, voices: [], statements: [])
        // Of equal dates, what came in last comes first.
        let order = latest.sorted { ($0.ordering, $0.captureEntry) > ($1.ordering, $1.captureEntry) }
        for revision in order {
            guard let reading = revision.reading else { continue }
            let own = speakers.filter { $0.revision == revision.key && self.source($0) == source }
            rows.voices += own.map {
                StoredVoice(
                    revision: $0.revision, id: $0.id, source: source, name: $0.name, role: $0.role,
                    affiliation: $0.affiliation, reason: nil)
            }
            for statement in reading.statements where own.contains(where: { $0.id == statement.voice }) {
                rows.statements.append(
                    StoredStatement(
                        revision: revision.key, id: statement.id,
                        words: reading.document.text.string(statement.content[0]),
                        voice: statement.voice, source: source, stance: statement.stance,
                        forecast: statement.forecast, isRelayed: !statement.relay.isEmpty))
            }
        }
        return rows
    }

    /// Pairs that nobody has decided on, the likeliest first; of those merged, of what they were merged into.
    var possible: [PossiblePair] {
        var found: [Pair: PossiblePair] = [:]
        let likeliest = pairs.filter { !isApart($0.key) }.sorted {
            ($1.value.score, $0.key.first, $0.key.second) < ($0.value.score, $1.key.first, $1.key.second)
        }
        var order: [Pair] = []
        for (pair, likeness) in likeliest {
            let roots = Pair(root(pair.first), root(pair.second))
            if roots.first == roots.second || found[roots] != nil || isApart(roots) { continue }
            guard let first = stored(source: roots.first), let second = stored(source: roots.second) else { continue }
            found[roots] = PossiblePair(first: first, second: second, score: likeness.score, reason: likeness.reason)
            order.append(roots)
        }
        return order.compactMap { found[$0] }
    }

    func isApart(_ pair: Pair) -> Bool {
        decisions.contains { decision in
            guard decision.undone == nil else { return false }
            switch decision.action {
            case .apart(let a, let b): return Pair(a, b) == pair
            case .split(let places, _):
                return places.contains { place in places.contains { Pair(place.base, $0.into) == pair } }
            case .merge, .undo: return false
            }
        }
    }

    func named(_ name: String) -> [StoredSource] {
        func live(_ fits: (Source) -> Bool) -> [StoredSource] {
            let found = sources.indices.filter { sources[$0].isNamed && fits(sources[$0]) }.map { root($0 + 1) }
            return Set(found).sorted().compactMap { stored(source: $0) }
        }
        let words = Self.nameWords(name)
        let exact = live { Self.nameWords($0.label) == words }
        return exact.isEmpty ? holding(ModelWords.words(of: name)) : exact
    }

    /// Sources that a latest revision gives a name with all these words.
    private func holding(_ words: [String]) -> [StoredSource] {
        let shown = Set(latest.map(\.key))
        let found = speakers.filter { speaker in
            shown.contains(speaker.revision) && !words.isEmpty
                && Set(ModelWords.words(of: speaker.name ?? "")).isSuperset(of: words)
        }
        return Set(found.map { source($0) }).sorted().compactMap { stored(source: $0) }
    }

    private static func nameWords(_ name: String) -> [String] {
        let words = ModelWords.words(of: name)
        return words.count > 1 && words[0] == "the" ? Array(words.dropFirst()) : words
    }
}

extension LedgerModel.Source {
    /// Whether none of its affiliations goes with another one.
    func clashes(with affiliation: String?) -> Bool {
        affiliation != nil && !affiliations.isEmpty
            && affiliations.allSatisfy { AffiliationMatch.compare($0, affiliation) == .clashes }
    }
}

extension LedgerModel.Speaker {
    func isCalled(like other: LedgerModel.Speaker) -> Bool {
        kind == other.kind && name == other.name && role == other.role
    }

    /// What it makes known of its source.
    func tells(like other: LedgerModel.Speaker) -> Bool {
        name == other.name && role == other.role && affiliation == other.affiliation && anonymous == other.anonymous
    }
}
