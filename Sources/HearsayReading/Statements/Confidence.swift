internal import HearsayCore

/// Turns the certainties of labels and links into the chance that voice, cue and content of a statement are right.
///
/// A logistic function of their log odds, fitted on the development documents (see docs/evaluation.md: expected
/// calibration error 0.037 in five-fold cross-validation). "Right" is full agreement with one annotator.
enum Confidence {
    /// The chance, 0 to 1, to three digits.
    static func of(_ draft: Draft, quotation: Statement.Quotation) -> Double {
        let score = terms(of: draft, quotation: quotation).reduce(0) { $0 + $1.value }
        return (Math.logistic(score) * 1000).rounded() / 1000
    }

    /// The terms of the sum behind the chance, each with its name.
    static func terms(of draft: Draft, quotation: Statement.Quotation) -> [(name: String, value: Double)] {
        var terms = [
            ("intercept", -3.396),
            ("labels of the source", 0.288 * odds(draft.labelling[.source] ?? 1)),
            ("labels of the cue", 0.228 * odds(draft.labelling[.cue] ?? 1)),
            ("labels of the content", 0.501 * odds(draft.labelling[.content] ?? 1)),
            ("weakest link", 0.488 * odds(draft.linking)),
        ]
        if draft.cue == nil { terms.append(("no cue", -3.084)) }
        if draft.source == nil { terms.append(("no source", -1.475)) }
        if quotation == .direct { terms.append(("direct quotation", 0.689)) }
        // The documents of the fit are flat; statements inside statements are right less often on the passages.
        if draft.outer != nil { terms.append(("inside another statement", -0.4)) }
        return terms.map { (name: $0.0, value: $0.1) }
    }

    /// The log odds of a share, kept finite.
    private static func odds(_ share: Double) -> Double {
        let bounded = min(1, max(0, share))
        return Double(Math.log(Float((bounded + 0.02) / (1.02 - bounded))))
    }
}
