internal import HearsayCore

/// A statement under construction.
struct Draft: Sendable {
    var source: TextSpan?
    var cue: TextSpan?
    var content: [TextSpan]
    /// The draft whose content holds this one.
    var outer: Int?
    /// The mean probability of the labels, by role, and the weakest link.
    var labelling: [Role: Double]
    var linking: Double
    /// Who quotes the source ("The Gull quoted a pilot as saying …").
    var via: TextSpan?
    /// What rules changed of the model's spans, in a few words each, for explanations.
    var rules: [String] = []

    /// From the first to the last byte of the content.
    var extent: TextSpan {
        content.dropFirst().reduce(content.first ?? cue ?? source ?? TextSpan(0, 0)) { $0.union($1) }
    }
    /// Where the statement begins in the text.
    var start: Int { min(extent.start, cue?.start ?? .max, source?.start ?? .max) }
}
