public import HearsayCore

/// Finds what rests on words that an article took back or changed in a later version.
///
/// The words are found again by the claim that their sentence carries. A place of that claim in another article rests on
/// them when its article leads back, edge by edge, through articles that all tell the claim, to the version that had the
/// words or to one before it; never through the version that has them no more. Places that deny the claim rest on nothing,
/// nor do those for which their article has a voice of its own and cites nobody. A sentence that is gone while the later
/// version tells its claim elsewhere was not taken back. Where only what is reported changed, places that have none of
/// the changed words, or another figure, do not rest on them.
///
/// Works on the trace and the changes alone; for changes nobody took from, ``supersessions(in:)`` saves comparing versions.
public enum WithdrawalFinder {
    /// The versions of articles from which others took, each with the version after it.
    public static func supersessions(in trace: Trace) -> [(article: String, revision: String)] {
        let paths = TakingPaths(trace)
        return trace.articles.compactMap { revision in
            guard let article = revision.revisionOf else { return nil }
            let versions = [article] + paths.versions(before: article)
            let isTaken = versions.contains { version in
                paths.givings(of: version).contains { !isVersion($0.from, of: version, paths) }
            }
            return isTaken ? (article, revision.id) : nil
        }
    }

    /// What rests on changed words, in the order of the changes.
    /// - Parameters:
    ///   - trace: a trace that has all versions as articles.
    ///   - superseded: what changed between them.
    ///   - text: the text of an article, where it is at hand.
    public static func withdrawals(
        in trace: Trace, of superseded: [Superseded], text: (String) throws -> SourceText?
    ) rethrows -> [Withdrawal] {
        if superseded.isEmpty { return [] }
        let wanted = Set(superseded.map(\.article))
        var claims: [String: [Claim]] = [:]
        for claim in trace.claims {
            for article in Set(claim.members.map(\.article)) where wanted.contains(article) {
                claims[article, default: []].append(claim)
            }
        }
        let search = WithdrawalSearch(
            paths: TakingPaths(trace),
            published: Dictionary(trace.articles.map { ($0.id, PublicationTime($0.published)) }) { first, _ in first })
        return try superseded.flatMap { version in
            try version.changes.flatMap { change in
                try (claims[version.article] ?? []).compactMap {
                    try search.withdrawal(of: change, in: version, claim: $0, text: text)
                }
            }
        }
    }

    fileprivate static func isVersion(_ article: String, of other: String, _ paths: TakingPaths) -> Bool {
        article == other || first(article, paths) == first(other, paths)
    }

    private static func first(_ article: String, _ paths: TakingPaths) -> String {
        paths.versions(before: article).last ?? article
    }
}

/// One claim, one change.
private struct WithdrawalSearch {
    let paths: TakingPaths
    let published: [String: PublicationTime?]

    func withdrawal(
        of change: Superseded.Change, in version: Superseded, claim: Claim, text: (String) throws -> SourceText?
    ) rethrows -> Withdrawal? {
        let gone = change.words.isEmpty ? [change.old] : change.words
        let carries = claim.members.contains { member in
            member.article == version.article && member.stance != .denies && gone.contains { $0.overlaps(member.span) }
        }
        guard carries, let kind = change.kinds.first else { return nil }
        if change.new == nil,
            claim.members.contains(where: { $0.article == version.revision && $0.stance != .denies })
        {
            return nil
        }
        var dependents = self.dependents(on: version, claim)
        if !dependents.isEmpty, change.kinds == [.fact], change.new != nil, let old = try text(version.article) {
            let words = ChangedWords(change, in: old)
            dependents = try dependents.filter { dependent in
                let member = claim.members[dependent.member]
                return try text(member.article).map { words.stand(in: $0, member.span) } ?? true
            }
        }
        if dependents.isEmpty { return nil }
        return Withdrawal(
            article: version.article, revision: version.revision, changed: version.changed, kind: kind,
            old: change.old, new: change.new, reason: change.reason, claim: claim.id, dependents: dependents)
    }

    /// The places of a claim that lead back to a version or one before it.
    private func dependents(on version: Superseded, _ claim: Claim) -> [Withdrawal.Dependent] {
        let telling = Set(claim.members.lazy.filter { $0.stance != .denies }.map(\.article))
        let versions = ([version.article] + paths.versions(before: version.article)).filter(telling.contains)
        var came: [String: Edge] = [:]
        var (queue, next) = (versions, 0)
        while next < queue.count {
            let giver = queue[next]
            next += 1
            for edge in paths.givings(of: giver) where came[edge.from] == nil && telling.contains(edge.from) {
                if WithdrawalFinder.isVersion(edge.from, of: version.article, paths) { continue }
                came[edge.from] = edge
                queue.append(edge.from)
            }
        }
        let own = Set(versions)
        return claim.members.enumerated().compactMap { number, member in
            guard member.stance != .denies, let edge = came[member.article],
                !isIndependent(number, of: claim, from: own, by: edge)
            else { return nil }
            let path = sequence(first: member.article) { came[$0]?.to }
            return Withdrawal.Dependent(
                member: number, path: Array(path), published: moment(of: member.article, version.changed))
        }
    }

    /// Whether an article cites nobody for a place, and has it from a voice that the changed article does not have.
    private func isIndependent(_ number: Int, of claim: Claim, from versions: Set<String>, by edge: Edge) -> Bool {
        let member = claim.members[number]
        guard edge.kind != .copies, member.relay.isEmpty, member.voice != nil,
            let origin = claim.sources.first(where: { $0.members.contains(number) })
        else { return false }
        return !origin.members.contains {
            claim.members.indices.contains($0) && versions.contains(claim.members[$0].article)
        }
    }

    private func moment(of article: String, _ change: String?) -> Withdrawal.Moment? {
        guard let change = PublicationTime(change), let time = published[article] ?? nil else { return nil }
        return time.isAfter(change) ? .after : change.isAfter(time) ? .before : nil
    }
}

/// The words and figures that a change took away.
private struct ChangedWords {
    private let stems: Set<String>
    private let figures: [Figure]

    init(_ change: Superseded.Change, in text: SourceText) {
        let sentence = WordScanner.words(in: text, span: change.old)
        let isGone = { (word: Word) in change.words.contains { $0.overlaps(word.span) } }
        figures = FigureReader.figures(in: sentence, sentence.indices).filter { figure in
            sentence[figure.words].contains { isGone($0) && $0.kind == .number }
        }
        stems = Self.stems(sentence.filter(isGone))
    }

    /// Whether a place has any of them. What is none of a sentence's own words ("his", "would") may stand anywhere.
    func stand(in text: SourceText, _ span: TextSpan) -> Bool {
        let words = WordScanner.words(in: text, span: span)
        if !figures.isEmpty {
            let others = FigureReader.figures(in: words, words.indices)
            return figures.contains { figure in
                others.contains {
                    figure.agrees(with: $0) && (figure.unit == $0.unit || figure.unit == nil || $0.unit == nil)
                        || figure.value == $0.value
                }
            }
        }
        return stems.isEmpty || !stems.isDisjoint(with: Self.stems(words))
    }

    private static func stems(_ words: [Word]) -> Set<String> {
        Set(
            words.lazy.filter { $0.kind != .punctuation && !Terms.idle.contains($0.lower) }.map { Terms.stem($0.lower) }
        )
    }
}
