import Foundation
import HearsayCore

@testable import HearsayLedger

/// Words as the search's indexes hold them, for texts in Latin letters.
enum ModelWords {
    static func words(of text: String) -> [String] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Whether a text has all the words.
    static func text(_ text: String, has words: [ModelWord]) -> Bool {
        let known = Self.words(of: text)
        return words.allSatisfy { word in
            known.contains { word.isPrefix ? $0.hasPrefix(word.text) : $0 == word.text }
        }
    }
}

/// A word that is looked for, or the start of words.
struct ModelWord {
    var text: String
    var isPrefix: Bool
}

/// A place that a search finds, by what tells it from others.
struct ModelHit: Hashable {
    var scope: SearchQuery.Scope
    /// Of a voice any article will do.
    var article: Int?
    var statement: String?
    var source: Int?

    init(_ match: SearchMatch) {
        (scope, statement, source) = (match.scope, match.statement, match.source)
        article = match.scope == .voices ? nil : match.article.id
    }

    init(scope: SearchQuery.Scope, article: Int? = nil, statement: String? = nil, source: Int? = nil) {
        (self.scope, self.article, self.statement, self.source) = (scope, article, statement, source)
    }
}

extension LedgerModel {
    /// What a query finds; without words in the order of the latest published articles.
    func found(_ query: SearchQuery) -> [ModelHit] {
        let words = words(of: query)
        let filters = query.filtersStatements || query.source != nil || query.outlet != nil
        if words.isEmpty { return filters && query.scopes.contains(.statements) ? statements(query, words) : [] }
        return SearchQuery.Scope.allCases.filter(query.scopes.contains).flatMap { scope in
            switch scope {
            case .statements: statements(query, words)
            case .articles: articles(query, words)
            case .voices: voices(query, words)
            }
        }
    }

    /// The last word is the start of words where it is found nowhere as it is.
    private func words(of query: SearchQuery) -> [ModelWord] {
        var words: [ModelWord] = []
        for piece in query.words.split(whereSeparator: \.isWhitespace) {
            words += ModelWords.words(of: String(piece)).map { ModelWord(text: $0, isPrefix: false) }
            if piece.hasSuffix("*"), !words.isEmpty { words[words.count - 1].isPrefix = true }
        }
        guard let last = words.last, !last.isPrefix, last.text.count > 2 else { return words }
        let all = SearchQuery("", scopes: query.scopes)
        let isThere =
            query.scopes.contains(.statements) && !statements(all, [last]).isEmpty
            || query.scopes.contains(.articles) && !articles(all, [last]).isEmpty
            || query.scopes.contains(.voices) && !voices(all, [last]).isEmpty
        words[words.count - 1].isPrefix = !isThere
        return words
    }

    private func isOfOutlet(_ revision: Revision, _ query: SearchQuery) -> Bool {
        query.outlet == nil || query.outlet?.lowercased() == revision.reading?.document.outlet.name?.lowercased()
    }

    private func statements(_ query: SearchQuery, _ words: [ModelWord]) -> [ModelHit] {
        latest.filter { isOfOutlet($0, query) }.flatMap { revision -> [ModelHit] in
            guard let reading = revision.reading else { return [] }
            return reading.statements.compactMap { statement in
                let speaker = speakers.first { $0.revision == revision.key && $0.id == statement.voice }
                let source = speaker.map { self.source($0) }
                let isFound =
                    passes(statement, published: reading.document.published, query)
                    && (query.source == nil || query.source == source)
                    && (query.isUnnamed == nil || query.isUnnamed == reading.voice(statement.voice)?.anonymous)
                    && ModelWords.text(
                        reading.document.text.string(statement.content[0]) + " " + (speaker?.label ?? ""), has: words)
                guard isFound else { return nil }
                return ModelHit(
                    scope: .statements, article: revision.key.article, statement: statement.id, source: source)
            }
        }
    }

    private func passes(_ statement: Statement, published: String?, _ query: SearchQuery) -> Bool {
        if let stance = query.stance, stance != statement.stance { return false }
        if let isRelayed = query.isRelayed, isRelayed == statement.relay.isEmpty { return false }
        if let due = query.due {
            guard let forecast = statement.forecast?.due else { return false }
            if forecast.start > due.end || forecast.end < due.start { return false }
        }
        if let said = query.said {
            let day = published.flatMap { CivilDay(iso: String($0.prefix(10))) }
            guard let known = statement.said ?? day.map({ DayInterval($0, $0) }) else { return false }
            if known.start < said.start || known.end > said.end { return false }
        }
        return true
    }

    private func articles(_ query: SearchQuery, _ words: [ModelWord]) -> [ModelHit] {
        if query.filtersStatements || query.source != nil { return [] }
        return latest.filter { revision in
            guard isOfOutlet(revision, query), let document = revision.reading?.document else { return false }
            let text = (document.headline ?? "") + "\n" + document.text.string(document.body)
            return ModelWords.text(text, has: words)
        }.map { ModelHit(scope: .articles, article: $0.key.article) }
    }

    /// Each source once, whichever of its voices is found.
    private func voices(_ query: SearchQuery, _ words: [ModelWord]) -> [ModelHit] {
        if query.stance != nil || query.said != nil || query.due != nil || query.isRelayed != nil { return [] }
        let found = latest.filter { isOfOutlet($0, query) }.flatMap { revision in
            speakers.filter { speaker in
                let text = [speaker.name, speaker.role, speaker.affiliation].compactMap(\.self).joined(separator: " ")
                return speaker.revision == revision.key && ModelWords.text(text, has: words)
                    && (query.isUnnamed == nil || query.isUnnamed == speaker.anonymous)
                    && (query.source == nil || query.source == source(speaker))
            }
        }
        return Set(found.map { source($0) }).sorted().map { ModelHit(scope: .voices, source: $0) }
    }
}
