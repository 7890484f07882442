public import HearsayCore
internal import HearsayLedger
internal import HearsayTracing

/// What to look for in a ledger, for ``Desk/search(_:limit:after:)``.
public struct SearchRequest: Equatable, Sendable {
    /// What is looked through.
    public enum Scope: String, Sendable, CaseIterable {
        /// Contents of statements, and who says them.
        case statements
        /// Headlines and bodies.
        case articles
        /// Names, descriptions and affiliations.
        case voices
    }

    /// Words that must all be there, or with ``byMeaning`` a sentence that means about the same.
    public var words: String
    /// What is looked through; everything if nothing is named.
    public var scopes: Set<Scope> = []
    /// Compares meanings instead of words. Near is not the same: a sentence's opposite is near it too.
    public var byMeaning = false
    /// Only of this source.
    public var source: Int?
    /// Only of the outlet with this name or domain.
    public var outlet: String?
    /// Only statements with this stance.
    public var stance: Statement.Stance?
    /// Only what was said within these days; where the article does not tell, its day of publication counts.
    public var said: DayInterval?
    /// Only forecasts that fall due within these days.
    public var due: DayInterval?
    /// Only of sources without a name (true), or with one (false).
    public var isUnnamed: Bool?
    /// Only what came through somebody else (true), or first-hand (false).
    public var isRelayed: Bool?

    /// The days that stand for no bound on one side.
    public static let earliest = CivilDay(number: -700_000), latest = CivilDay(number: 2_900_000)

    /// A request for words.
    public init(_ words: String) { self.words = words }

    /// Whether it asks for anything.
    public var isEmpty: Bool {
        !words.utf8.contains { $0 > 0x20 } && source == nil && outlet == nil && stance == nil && said == nil
            && due == nil
            && isUnnamed == nil && isRelayed == nil
    }

    fileprivate var query: SearchQuery {
        let all: [(Scope, SearchQuery.Scope)] = [
            (.statements, .statements), (.articles, .articles), (.voices, .voices),
        ]
        let chosen = all.filter { scopes.isEmpty || scopes.contains($0.0) }.map(\.1)
        var query = SearchQuery(words, scopes: Set(chosen))
        (query.source, query.outlet, query.stance) = (source, outlet, stance)
        (query.said, query.due, query.isUnnamed, query.isRelayed) = (said, due, isUnnamed, isRelayed)
        return query
    }
}

/// Some of what a search found, best first.
public struct SearchResult: Equatable, Sendable {
    /// The places.
    public var hits: [SearchHit]
    /// From where to go on, for the same request; nil when that was all.
    public var next: String?

    /// Some places.
    public init(hits: [SearchHit], next: String? = nil) { (self.hits, self.next) = (hits, next) }
}

extension LedgerDesk {
    /// Full text, or meanings, over statements, articles and voices, best first.
    public func search(_ request: SearchRequest, limit: Int, after: String? = nil) throws -> SearchResult {
        if request.byMeaning { return try searchByMeaning(request, limit: limit) }
        return try asking { ledger in
            let found = try ledger.search(request.query, limit: limit, after: after)
            return SearchResult(hits: found.matches.map { SearchHit($0) }, next: found.next)
        }
    }

    private func searchByMeaning(_ request: SearchRequest, limit: Int) throws -> SearchResult {
        guard let vector = try reader().vectors([request.words]).first, !vector.isEmpty else {
            throw DeskError(.failed, "there is no encoder to compare meanings with")
        }
        return try asking { ledger in
            let near = try ledger.nearest(
                to: vector, version: ClaimUnits.version, query: request.query, limit: limit)
            return SearchResult(
                hits: near.map { near in
                    var hit = SearchHit(near.match)
                    hit.likeness = near.likeness
                    return hit
                })
        }
    }
}

extension SearchHit {
    fileprivate init(_ match: SearchMatch) {
        self.init(
            article: ArticleSummary(match.article), statement: match.statement, voice: match.voice,
            pieces: match.pieces.map { Piece(words: $0.words, isMatch: $0.isMatch) })
        source = match.source
        switch match.scope {
        case .statements: scope = .statements
        case .articles: scope = .articles
        case .voices: scope = .voices
        }
    }
}
