internal import HearsayCore

/// Turns the certainties of labels and links into the chance that voice, cue and content of a statement are right.
///
/// A logistic function of their log odds, fitted on the development documents (see docs/evaluation.md: expected
/// calibration error 0.037 in five-fold cross-validation). "Right" is full agreement with one annotator.
enum Confidence {
    /// The chance, 0 to 1, to three digits.
    static func of(_ draft: Draft, quotation: Statement.Quotation) -> Double {
        var score = -3.396
        score += 0.288 * odds(draft.labelling[.source] ?? 1)
        score += 0.228 * odds(draft.labelling[.cue] ?? 1)
        score += 0.501 * odds(draft.labelling[.content] ?? 1)
        score += 0.488 * odds(draft.linking)
        if draft.cue == nil { score -= 3.084 }
        if draft.source == nil { score -= 1.475 }
        if quotation == .direct { score += 0.689 }
        // The documents of the fit are flat; statements inside statements are right less often on the passages.
        if draft.outer != nil { score -= 0.4 }
        return (Math.logistic(score) * 1000).rounded() / 1000
    }

    /// The log odds of a share, kept finite.
    private static func odds(_ share: Double) -> Double {
        let bounded = min(1, max(0, share))
        return Double(Math.log(Float((bounded + 0.02) / (1.02 - bounded))))
    }
}
