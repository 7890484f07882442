internal import Hearsay

/// What a search found.
struct SearchView {
    struct Piece {
        var text: String
        var isMatch: Bool
    }

    struct HitLine {
        var hitHref: String
        var hitTitle: String
        var hitOutlet: String?
        var hitDay: String?
        var hitVoice: String?
        var pieces: [Piece]
    }

    var frame: Frame
    var asked: String?
    var found: String?
    var hits: [HitLine]

    init(_ query: String, _ hits: [SearchHit], site: Site) {
        let twin = query.isEmpty ? nil : "/search.json?q=\(URLEncodedForm.encode(query))"
        frame = Frame(query.isEmpty ? "Search" : "Search: \(query)", twin: twin, query: query, site: site)
        asked = query.isEmpty ? nil : query
        found = query.isEmpty ? nil : hits.isEmpty ? "Nothing found" : Words.count(hits.count, "place")
        self.hits = hits.map { hit in
            let anchor = hit.statement.map { "#" + URLEncodedForm.encode($0) } ?? ""
            return HitLine(
                hitHref: Address.article(hit.article.id) + anchor, hitTitle: PlainText.singleLine(hit.article.title),
                hitOutlet: hit.article.outlet, hitDay: Words.day(hit.article.published), hitVoice: hit.voice,
                pieces: hit.pieces.map { Piece(text: $0.words, isMatch: $0.isMatch) })
        }
    }
}
