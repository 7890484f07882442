/// Turns the certainties of labels and links into the chance that voice, cue and content of a statement are right.
///
/// A logistic function whose weights `training/calibration.py` fitted on the development documents.
enum Confidence {
    /// The chance, 0 to 1.
    static func of(_ draft: Draft, resolved: Bool) -> Double {
        let weakest = draft.labelling.values.min() ?? 0
        let product = draft.labelling.values.reduce(1, *)
        var score = -3.2 + 2.2 * weakest + 2.0 * product + 1.6 * draft.linking
        if draft.outer != nil { score -= 0.6 }
        if draft.cue == nil { score -= 0.5 }
        if !resolved { score -= 0.3 }
        return (Math.logistic(score) * 1000).rounded() / 1000
    }
}
