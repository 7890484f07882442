import HearsayCore

@testable import HearsayLedger

extension LedgerModel {
    private func refusal(_ code: LedgerError.Code) -> LedgerError { LedgerError(code, "", path: "") }

    // MARK: Renewing

    mutating func renew(_ key: RevisionKey, _ reading: Reading, stages: [String: String]) throws(LedgerError) -> Bool {
        guard let old = revision(key) else { throw refusal(.notFound) }
        if old.reading == reading, old.stages == stages { return false }
        let before = speakers.filter { $0.revision == key }.map { (speaker: $0, base: base($0)) }
        let kept = before.map(\.speaker).filter { one in before.count { one.isCalled(like: $0.speaker) } == 1 }
        let entry = append(.reading)
        change(key) {
            ($0.reading, $0.stages, $0.hasUnits) = (reading, stages, false)
            $0.readingEntries.append(entry)
        }
        speakers.removeAll { $0.revision == key }
        join(reading, key, keeping: kept)
        var changed: Set<Int> = []
        for (speaker, source) in before {
            let own = speakers(of: source)
            if !own.isEmpty, !own.contains(where: { $0.tells(like: speaker) }) { changed.insert(source) }
        }
        settle(changed)
        return true
    }

    private mutating func change(_ key: RevisionKey, _ body: (inout Revision) -> Void) {
        body(&articles[key.article - 1].revisions[key.number - 1])
    }

    // MARK: Erasing

    mutating func erase(_ keys: [RevisionKey], reason: String?, time: String) throws(LedgerError) -> Erasure {
        let keys = Set(keys).sorted()
        let gone = keys.compactMap { key in revision(key) }
        guard !keys.isEmpty, gone.count == keys.count else { throw refusal(.notFound) }
        let settled = Set(speakers.filter { keys.contains($0.revision) }.map { base($0) })
        var entries = Set(gone.flatMap { [$0.captureEntry] + $0.readingEntries })
        for document in gone.compactMap(\.reading?.document.id)
        where !left.contains(where: { !keys.contains($0.key) && $0.reading?.document.id == document }) {
            let resting = judgements.filter { $0.judgement.anchors.contains { $0.document == document } }
            entries.formUnion(resting.map(\.entry))
            judgements.removeAll { $0.judgement.anchors.contains { $0.document == document } }
        }
        for key in keys { change(key) { ($0.capture, $0.reading, $0.hasUnits) = (nil, nil, false) } }
        speakers.removeAll { keys.contains($0.revision) }
        for article in Set(keys.map(\.article)) { entries.formUnion(leave(article)) }
        let voiceless = sources.indices.map { $0 + 1 }.filter { source in
            !sources[source - 1].label.isEmpty && speakers(of: source).isEmpty
        }
        settle(settled.union(voiceless))
        let entry = append(.erasure, about: reason ?? "")
        let erasure = Erasure(time: time, reason: reason, revisions: keys, entries: entries.sorted(), entry: entry)
        erasures.append(erasure)
        return erasure
    }

    /// What is left of an article after an erasure, and the entries of looks that went.
    private mutating func leave(_ article: Int) -> [Int] {
        articles[article - 1].page?.seen = nil
        articles[article - 1].page?.shown = nil
        guard latest(of: articles[article - 1]) == nil else { return [] }
        let entries = looks.filter { $0.article == article }.compactMap(\.entry)
        looks.removeAll { $0.article == article }
        (articles[article - 1].key, articles[article - 1].page) = (nil, nil)
        for place in sightings.indices where sightings[place].article == article { sightings[place].title = nil }
        return entries
    }

    // MARK: Judging

    mutating func judge(_ judgement: Judgement) -> Int {
        let entry = append(.judgement)
        judgements.append(Judged(judgement: judgement, entry: entry))
        return entry
    }

    // MARK: Deciding about sources

    private mutating func decide(_ action: Joining.Action, time: String) -> Int {
        let entry = append(.joining, about: action.word)
        decisions.append(
            Joining(id: decisions.count + 1, action: action, judge: nil, time: time, undone: nil, entry: entry))
        return decisions.count
    }

    private func existing(_ source: Int) throws(LedgerError) -> Int {
        guard sources.indices.contains(source - 1) else { throw refusal(.notFound) }
        return source
    }

    mutating func merge(_ given: [Int], into target: Int, time: String) throws(LedgerError) -> Int {
        let root = root(try existing(target))
        var roots: Set<Int> = []
        for source in given { roots.insert(self.root(try existing(source))) }
        roots.remove(root)
        if roots.isEmpty { throw refusal(.invalid) }
        for source in given + [target] where !sources[source - 1].isNamed {
            if !speakers.contains(where: { self.source($0) == source && $0.name != nil }) { throw refusal(.invalid) }
        }
        return decide(.merge(sources: roots.sorted(), into: root), time: time)
    }

    mutating func split(
        _ voices: [(revision: RevisionKey, voice: String)], time: String
    ) throws(LedgerError) -> (decision: Int, source: Int) {
        var chosen: [Int] = []
        for voice in voices {
            let place = speakers.firstIndex { $0.revision == voice.revision && $0.id == voice.voice }
            guard let place else { throw refusal(.notFound) }
            if !chosen.contains(place) { chosen.append(place) }
        }
        guard let first = chosen.first else { throw refusal(.notFound) }
        guard Set(chosen.map { source(speakers[$0]) }).count == 1 else { throw refusal(.invalid) }
        var (made, places) = ([Int: Int](), [Joining.Place]())
        for place in chosen {
            let (speaker, base) = (speakers[place], base(speakers[place]))
            if made[base] == nil {
                sources.append(Source(kind: sources[base - 1].kind, anonymous: sources[base - 1].anonymous))
                made[base] = sources.count
            }
            places.append(
                .init(revision: speaker.revision, voice: speaker.id, base: base, into: made[base] ?? base))
        }
        let target = made[base(speakers[first])] ?? 0
        let decision = decide(.split(voices: places, into: target), time: time)
        for (place, of) in zip(chosen, places) { speakers[place].splits.append((decision, of.into)) }
        settle(Set(places.flatMap { [$0.base, $0.into] }))
        return (decision, target)
    }

    mutating func keepApart(_ first: Int, _ second: Int, time: String) throws(LedgerError) -> Int {
        let pair = Pair(root(try existing(first)), root(try existing(second)))
        if pair.first == pair.second || isApart(pair) { throw refusal(.invalid) }
        return decide(.apart(pair.first, pair.second), time: time)
    }

    mutating func undo(_ decision: Int, time: String) throws(LedgerError) -> Int {
        guard decisions.indices.contains(decision - 1) else { throw refusal(.notFound) }
        let action = decisions[decision - 1].action
        if case .undo = action { throw refusal(.notFound) }
        if decisions[decision - 1].undone != nil { throw refusal(.invalid) }
        let undo = decide(.undo(decision), time: time)
        decisions[decision - 1].undone = undo
        if case .split(let places, _) = action {
            settle(Set(places.flatMap { [$0.into, home($0.base)] }))
        }
        return undo
    }
}
