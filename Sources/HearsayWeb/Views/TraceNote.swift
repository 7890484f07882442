internal import Hearsay

/// What a page says where the trace does not tell all that it would show, with the form to trace the ledger.
struct TraceNote: Sendable {
    var noteWords: String
    var noteButton: String
    var noteArticle: Int?
    var noteSource: Int?

    /// Nil where nothing is missing.
    init?(_ state: TraceState, article: Int? = nil, source: Int? = nil) {
        let missing =
            article != nil
            ? "which claims its statements carry, from whom it took, and who took from it"
            : source != nil ? "which claims its statements carry, and how its forecasts stand" : "claims and forecasts"
        switch state {
        case .current: return nil
        case .outdated:
            noteWords = "Articles came since the ledger was last traced. Shown is what was known then: \(missing)."
            noteButton = "Trace the ledger anew"
        case .absent:
            let what = article == nil ? "The ledger" : "This article"
            noteWords = "\(what) is not traced yet. Not known are: \(missing)."
            noteButton = "Trace the ledger"
        }
        (noteArticle, noteSource) = (article, source)
    }
}
