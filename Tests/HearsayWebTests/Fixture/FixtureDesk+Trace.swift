import Hearsay
import HearsayCore
import Synchronization

extension FixtureDesk {
    func trace(ofClaim id: String) throws -> Trace? {
        let trace = try trace()
        return trace.claims.contains { $0.id == id } ? trace : nil
    }

    func trace() throws -> Trace {
        tracing.withLock { $0 = .current }
        return try whole()
    }

    /// The trace, whatever the desk says of it.
    func whole() throws -> Trace {
        if let failure { throw failure }
        let (articles, judgements) = state.withLock { ($0.articles, $0.judgements) }
        let ids = Set(articles.flatMap { $0.said.compactMap(\.claim) }).sorted()
        return Trace(
            articles: articles.map { Trace.Article(id: $0.traceID, outlet: $0.outlet, published: $0.published) },
            edges: HarbourAffair.edges.filter { edge in articles.contains { $0.traceID == edge.from } },
            outside: articles.flatMap(\.outsideEdges),
            claims: ids.map { Self.claim($0, articles, judged: judgements[$0]?.first?.outcome) })
    }

    func claim(_ id: String) throws -> ClaimDetail? {
        let trace = try whole()
        guard let claim = trace.claims.first(where: { $0.id == id }) else { return nil }
        let (articles, judgements) = state.withLock { ($0.articles, $0.judgements[id] ?? []) }
        let summaries = Dictionary(articles.map { ($0.traceID, $0.summary) }, uniquingKeysWith: { first, _ in first })
        let edges = id == "c1" ? trace.edges : []
        let members = Set(claim.members.map(\.article) + edges.flatMap { [$0.from, $0.to] })
        return ClaimDetail(
            claim: claim,
            places: claim.members.enumerated().compactMap { Self.place($1, number: $0, of: claim, articles) },
            edges: edges, outside: trace.outside.filter { members.contains($0.from) },
            articles: summaries.filter { members.contains($0.key) },
            against: trace.claims.compactMap { other in
                claim.contradicts.first { $0.claim == other.id }.map {
                    ClaimDetail.Against(claim: ClaimSummary(other), clash: $0.clash)
                }
            },
            circles: Self.circles(of: claim, articles), withdrawn: Self.withdrawn(of: claim, articles),
            judgements: judgements)
    }

    /// A circle through the articles that tell a claim.
    private static func circles(of claim: Claim, _ articles: [FixtureArticle]) -> [ClaimDetail.Round] {
        guard claim.id != "c2" else { return [] }
        let told = claim.members.map(\.article)
        let steps = zip(told, told.dropFirst()).map {
            Edge(from: $1, to: $0, kind: .cites, credited: true, confidence: 1, evidence: [])
        }
        let outlets = articles.filter { told.contains($0.traceID) }.map(\.outlet)
        return [
            ClaimDetail.Round(
                circle: Circle(articles: told, outlets: outlets, steps: steps, claims: [claim.id]),
                words: told.map { _ in claim.text })
        ]
    }

    /// What the first article took back of a claim, with all its places resting on it.
    private static func withdrawn(of claim: Claim, _ articles: [FixtureArticle]) -> [ClaimDetail.TakenBack] {
        guard claim.id != "c2", let first = claim.members.first?.article else { return [] }
        let withdrawal = Withdrawal(
            article: first, revision: first, changed: claim.text, kind: .fact, old: TextSpan(0, 1),
            new: TextSpan(0, 1), reason: claim.text, claim: claim.id,
            dependents: claim.members.indices.map {
                .init(member: $0, path: [claim.members[$0].article, first], published: .after)
            })
        return [
            ClaimDetail.TakenBack(withdrawal: withdrawal, old: claim.text, new: claim.text),
            ClaimDetail.TakenBack(withdrawal: withdrawal, old: claim.text, new: nil),
        ]
    }

    private static func place(
        _ member: Claim.Member, number: Int, of claim: Claim, _ articles: [FixtureArticle]
    ) -> ClaimDetail.Place? {
        guard let article = articles.first(where: { $0.traceID == member.article }),
            let index = member.statement.flatMap({ Int($0.dropFirst()) })
        else { return nil }
        let said = article.said[index - 1]
        let (before, words, after) = article.sentence(said.content)
        return ClaimDetail.Place(
            member: member, article: article.summary, before: before, words: words, after: after,
            source: article.sources[said.voice],
            origin: claim.sources.firstIndex { $0.members.contains(number) })
    }

    private static func claim(_ id: String, _ articles: [FixtureArticle], judged: Claim.Outcome?) -> Claim {
        var members: [Claim.Member] = []
        var (text, forecast) = ("", Forecast?.none)
        for article in articles {
            for (index, said) in article.said.enumerated() where said.claim == id {
                let voice = article.voices.first { $0.id == said.voice }
                members.append(
                    Claim.Member(
                        article: article.traceID, statement: "s\(index + 1)",
                        span: article.spans(said.content).first ?? TextSpan(0, 0), stance: said.stance,
                        voice: voice.map(VoiceLabel.label), anonymous: voice?.anonymous ?? false,
                        relay: said.relay.compactMap { id in article.voices.first { $0.id == id }?.name }))
                if text.isEmpty { text = said.content }
                forecast = forecast ?? said.forecast
            }
        }
        return Claim(
            id: id, text: text, members: members, origins: origins(id, members).0, sources: origins(id, members).1,
            contradicts: id == "c1"
                ? [.init(claim: "c2", clash: .number)] : id == "c2" ? [.init(claim: "c1", clash: .number)] : [],
            forecast: forecast.map {
                .init(due: $0.due, certainty: $0.certainty, outcome: judged ?? .open, isJudged: judged != nil)
            })
    }

    private static func origins(_ id: String, _ members: [Claim.Member]) -> (OriginCount, [Origin]) {
        guard id == "c1" else {
            let label = members.first?.voice ?? "nobody"
            let kind: Origin.Kind = members.first?.anonymous == true ? .unnamed : .named
            return (
                OriginCount(exactly: 1),
                [
                    Origin(
                        label: label, kind: kind, members: Array(members.indices), least: 1, most: 1,
                        reason: "One voice.")
                ]
            )
        }
        let person = members.firstIndex { $0.stance == .confirms } ?? 0
        let others = members.indices.filter { $0 != person && members[$0].stance == .asserts }
        return (
            OriginCount(least: 1, likely: 1, most: 2),
            [
                Origin(
                    label: "two officials in the Transport Ministry, unnamed", kind: .unnamed, members: others,
                    least: 1,
                    most: 1, reason: "All of these go back to The Lantern of May 16, which heard it from them."),
                Origin(
                    label: "a person close to the ministry, unnamed", kind: .unnamed, members: [person], least: 0,
                    most: 1,
                    reason: "May be one of the two officials: nothing in the descriptions speaks against it."),
            ]
        )
    }

    /// A sentence with "said" is a statement of the words before it.
    static func read(_ text: String, facts: ArticleFacts, id: Int) -> FixtureArticle {
        var pieces = text.split(separator: "\n\n").map(String.init)
        let headline = facts.headline ?? (pieces.isEmpty ? "" : pieces.removeFirst())
        var article = FixtureArticle(
            id: id, outlet: facts.outlet ?? "Pasted", published: facts.published ?? "2031-05-20", headline: headline,
            paragraphs: pieces, voices: [], said: [], sources: [:])
        for paragraph in pieces {
            guard let cue = paragraph.firstRange(of: " said ") else { continue }
            let source = String(paragraph[..<cue.lowerBound])
            let voice = "v\(article.voices.count + 1)"
            article.voices.append(FixtureVoice.named(voice, source))
            article.sources[voice] = id * 100 + article.voices.count
            article.said.append(
                .init(
                    voice: voice, source: source, cue: "said", content: String(paragraph[cue.upperBound...]),
                    claim: "c\(id)\(article.said.count)", forecast: Forecast(due: HarbourAffair.due, certainty: .likely)
                ))
        }
        return article
    }
}
