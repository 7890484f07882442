internal import Hearsay
internal import HearsayCore

/// What a search found, and the form with what was asked for.
struct SearchView {
    struct Piece {
        var text: String
        var isMatch: Bool
    }

    /// Who says it, or who was found.
    struct Said {
        var verb: String
        var voice: String
        var isLinked: Bool
        var voiceHref: String?
    }

    struct HitLine {
        var hitHref: String
        var hitTitle: String
        var hitOutlet: String?
        var hitDay: String?
        var said: Said?
        var likeness: String?
        var pieces: [Piece]
    }

    struct Option {
        var value: String
        var name: String
        var isChosen: Bool
    }

    var frame: Frame
    var asked: String?
    var found: String?
    var hits: [HitLine]
    var nextHref: String?
    var isFiltered: Bool
    var scopes: [Option]
    var stances: [Option]
    var naming: [Option]
    var ways: [Option]
    var outlet: String?
    var source: String?
    var saidFrom: String?
    var saidTo: String?
    var dueFrom: String?
    var dueTo: String?
    var byMeaning: Bool

    init(_ form: SearchForm, _ result: SearchResult, site: Site) {
        let request = form.request
        let query = form.query(after: form.after)
        frame = Frame(
            request.words.isEmpty ? "Search" : "Search: \(request.words)",
            twin: request.isEmpty ? nil : "/search.json?\(query)", query: request.words, site: site)
        asked = request.words.isEmpty ? nil : request.words
        found = request.isEmpty ? nil : Self.found(result, isFirst: form.after == nil)
        nextHref = result.next.map { "/search?\(form.query(after: $0))" }
        hits = result.hits.map(Self.line)
        var plain = SearchRequest(request.words)
        plain.byMeaning = request.byMeaning
        isFiltered = request != plain
        scopes = Self.options(
            SearchRequest.Scope.allCases.map { ($0.rawValue, $0.rawValue) }, request.scopes.first?.rawValue)
        stances = Self.options(Statement.Stance.allCases.map { ($0.rawValue, $0.rawValue) }, request.stance?.rawValue)
        naming = Self.options(
            [("named", "with a name"), ("unnamed", "without a name")],
            request.isUnnamed.map { $0 ? "unnamed" : "named" })
        ways = Self.options(
            [("first-hand", "first-hand"), ("relayed", "through somebody else")],
            request.isRelayed.map { $0 ? "relayed" : "first-hand" })
        (outlet, source) = (request.outlet, request.source.map(String.init))
        (saidFrom, saidTo) = (SearchForm.bound(request.said?.start), SearchForm.bound(request.said?.end))
        (dueFrom, dueTo) = (SearchForm.bound(request.due?.start), SearchForm.bound(request.due?.end))
        byMeaning = request.byMeaning
    }

    private static func found(_ result: SearchResult, isFirst: Bool) -> String {
        if result.hits.isEmpty { return isFirst ? "Nothing found" : "No more places" }
        let count = Words.count(result.hits.count, "place")
        return result.next == nil ? (isFirst ? count : "The last \(count)") : "\(count) on this page, more behind"
    }

    private static func options(_ values: [(String, String)], _ chosen: String?) -> [Option] {
        [Option(value: "", name: "any", isChosen: chosen == nil)]
            + values.map { Option(value: $0.0, name: $0.1, isChosen: $0.0 == chosen) }
    }

    private static func line(_ hit: SearchHit) -> HitLine {
        let anchor = hit.statement.map { "#" + URLEncodedForm.encode($0) } ?? ""
        return HitLine(
            hitHref: Address.article(hit.article.id) + anchor, hitTitle: PlainText.singleLine(hit.article.title),
            hitOutlet: hit.article.outlet, hitDay: Words.day(hit.article.published),
            said: hit.voice.map { voice in
                Said(
                    verb: hit.scope == .voices ? "source" : "said by", voice: PlainText.singleLine(voice),
                    isLinked: hit.source != nil, voiceHref: hit.source.map(Address.source))
            },
            likeness: hit.likeness.map { "likeness \(Int(($0 * 100).rounded())) %" },
            pieces: hit.pieces.map { Piece(text: $0.words, isMatch: $0.isMatch) })
    }
}
