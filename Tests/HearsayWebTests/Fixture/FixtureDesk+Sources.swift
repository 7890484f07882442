import Hearsay
import HearsayCore
import Synchronization

/// What was decided about the sources of a fixture desk.
struct FixtureJoining {
    var decisions: [SourceDecision] = []
    var merged: [Int: Int] = [:]
    /// The sources of voices that were split off, by "article:voice".
    var split: [String: Int] = [:]
    var apart: Set<[Int]> = []

    func root(_ source: Int) -> Int { merged[source].map(root) ?? source }

    func source(_ article: FixtureArticle, _ voice: String) -> Int? {
        split["\(article.id):\(voice)"] ?? article.sources[voice].map(root)
    }
}

extension FixtureDesk {
    private var joining: FixtureJoining { state.withLock { $0.joining } }

    func sources(limit: Int, offset: Int) throws -> [SourceSummary] {
        let joining = joining
        let numbers = Set(
            try articles.flatMap { article in article.voices.compactMap { joining.source(article, $0.id) } })
        return try numbers.sorted().dropFirst(offset).prefix(limit).compactMap { try summary($0) }
    }

    private func summary(_ id: Int) throws -> SourceSummary? { try source(id, limit: .max, offset: 0)?.summary }

    private func pairs(_ id: Int) throws -> [(FixtureArticle, Voice)] {
        let joining = joining
        return try articles.flatMap { article in
            article.voices.filter { joining.source(article, $0.id) == id }.map { (article, $0) }
        }
    }

    func source(_ id: Int, limit: Int, offset: Int) throws -> SourceDetail? {
        let id = joining.root(id)
        let pairs = try pairs(id)
        guard let (_, voice) = pairs.first else { return nil }
        let said = try utterances(pairs)
        let isAnalyst = id == 2
        let tracing = tracing.withLock { $0 }
        var detail = SourceDetail(
            summary: SourceSummary(
                id: id, label: VoiceLabel.label(voice), kind: voice.kind, anonymous: voice.anonymous,
                statements: said.count, articles: Set(pairs.map(\.0.id)).count),
            names: Set(pairs.compactMap(\.1.name)).sorted(), roles: pairs.compactMap(\.1.role),
            reasons: pairs.compactMap(\.1.reason), utterances: Array(said.dropFirst(offset).prefix(limit)),
            record: tracing == .absent
                ? nil
                : Record(
                    open: 1, isTrue: isAnalyst ? 3 : 0, isFalse: isAnalyst ? 1 : 0, void: 0,
                    interval: isAnalyst ? 0.284...0.952 : nil))
        (detail.offset, detail.tracing) = (offset, tracing)
        detail.voices = pairs.map { article, voice in
            SourceDetail.Voice(
                article: article.summary, id: voice.id, name: voice.name, role: voice.role,
                affiliation: voice.affiliation)
        }
        if limit < .max {
            let pairs = try possibleSources(limit: 5, offset: 0)
            detail.possible = pairs.filter { $0.first.id == id || $0.second.id == id }
        }
        return detail
    }

    private func utterances(_ pairs: [(FixtureArticle, Voice)]) throws -> [SourceDetail.Utterance] {
        let isTraced = tracing.withLock { $0 } != .absent
        return pairs.flatMap { article, voice in
            article.reading.statements.enumerated().filter { $0.element.voice == voice.id }.map { index, statement in
                SourceDetail.Utterance(
                    article: article.summary, statement: statement.id, stance: statement.stance,
                    forecast: statement.forecast, words: article.said[index].content,
                    relay: statement.relay.compactMap { id in
                        article.voices.first { $0.id == id }.map(VoiceLabel.label)
                    },
                    claim: isTraced ? article.said[index].claim : nil)
            }
        }
    }

    func sourceNumber(named name: String) throws -> Int {
        let all = try sources(limit: .max, offset: 0)
        guard let found = all.first(where: { $0.id == Int(name) || $0.label == name }) else {
            throw DeskError(.notFound, "there is no source '\(name)'")
        }
        return found.id
    }

    // MARK: Deciding

    /// Sources of one kind with a name that follow one another.
    func possibleSources(limit: Int, offset: Int) throws -> [PossibleSource] {
        let named = try sources(limit: .max, offset: 0).filter { !$0.anonymous }
            .sorted { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }
        let apart = joining.apart
        let pairs = zip(named, named.dropFirst()).filter { a, b in a.kind == b.kind && !apart.contains([a.id, b.id]) }
        return pairs.dropFirst(offset).prefix(limit).map {
            PossibleSource(first: $0, second: $1, score: 0.8, reason: "one vowel: \($0.label), \($1.label)")
        }
    }

    func mergeSources(_ sources: [Int], judge: String?) throws -> Int {
        guard let target = sources.first, let other = sources.last, joining.root(target) != joining.root(other) else {
            throw DeskError(.invalid, "these sources are one already")
        }
        if try [target, other].contains(where: { try summary($0)?.anonymous ?? true }) {
            throw DeskError(.invalid, "unnamed sources are never merged")
        }
        let decision = try decide("merge", [other], into: target, judge)
        state.withLock { $0.joining.merged[other] = target }
        return decision
    }

    func splitSource(_ voices: [(article: Int, voice: String)], judge: String?) throws -> (decision: Int, source: Int) {
        guard let first = voices.first, let article = try articles.first(where: { $0.id == first.article }),
            let old = joining.source(article, first.voice)
        else { throw DeskError(.notFound, "there is no such voice") }
        let new = 900 + joining.decisions.count
        let decision = try decide("split", [old], into: new, judge)
        state.withLock { state in
            for voice in voices { state.joining.split["\(voice.article):\(voice.voice)"] = new }
        }
        return (decision, new)
    }

    func splitSource(_ source: Int, named name: String, judge: String?) throws -> (decision: Int, source: Int) {
        try splitSource(
            pairs(source).filter { $0.1.name == name }.map { (article: $0.0.id, voice: $0.1.id) }, judge: judge)
    }

    func keepSourcesApart(_ first: Int, _ second: Int, judge: String?) throws -> Int {
        let decision = try decide("apart", [first, second], into: nil, judge)
        state.withLock { _ = $0.joining.apart.insert([first, second]) }
        return decision
    }

    func undoSourceDecision(_ decision: Int, judge: String?) throws -> Int {
        guard let earlier = try sourceDecision(decision), earlier.action != "undo" else {
            throw DeskError(.notFound, "there is no decision \(decision)")
        }
        if earlier.undone != nil { throw DeskError(.invalid, "it was taken back already") }
        let undo = try decide("undo", [], into: nil, judge, decision: decision)
        state.withLock { state in
            state.joining.decisions[decision - 1].undone = undo
            switch earlier.action {
            case "merge": for source in earlier.sources { state.joining.merged[source] = nil }
            case "apart": state.joining.apart.remove(earlier.sources)
            default: state.joining.split = state.joining.split.filter { $0.value != earlier.into }
            }
        }
        return undo
    }

    private func decide(
        _ action: String, _ sources: [Int], into: Int?, _ judge: String?, decision: Int? = nil
    ) throws -> Int {
        var labels: [Int: String] = [:]
        for source in sources + [into].compactMap(\.self) { labels[source] = try summary(source)?.label }
        return state.withLock { state in
            let id = state.joining.decisions.count + 1
            state.joining.decisions.append(
                SourceDecision(
                    id: id, action: action, sources: sources, into: into, decision: decision, judge: judge,
                    time: "2031-05-21T10:00:00Z", undone: nil, entry: 20 + id, labels: labels,
                    shown: Set(labels.keys)))
            return id
        }
    }

    func sourceDecisions(limit: Int, offset: Int) throws -> [SourceDecision] {
        if let failure { throw failure }
        return joining.decisions.reversed().dropFirst(offset).prefix(limit).map(\.self)
    }

    func sourceDecision(_ id: Int) throws -> SourceDecision? { joining.decisions.first { $0.id == id } }

    // MARK: Revisions

    func changes(_ article: Int, from: Int?, to: Int?) throws -> ArticleChanges {
        guard let found = try articles.first(where: { $0.id == article }),
            let detail = try self.article(article, revision: nil)
        else { throw DeskError(.notFound, "there is no article \(article)") }
        let (from, to) = (from ?? 1, to ?? 2)
        func reading(_ number: Int) throws -> Reading {
            guard let earlier = found.earlier, (1...2).contains(number) else {
                throw DeskError(.notFound, "there is no revision \(number) of article \(article)")
            }
            return number == 1 ? earlier.reading : found.reading
        }
        return ArticleChanges(
            article: found.summary, revisions: detail.revisions, from: from, to: to,
            comparison: RevisionComparison(old: try reading(from), new: try reading(to)))
    }
}
