/// Why one statement of a reading is what it is: each judgement with what decided it.
public struct Explanation: Hashable, Sendable {
    /// The judgements about a statement, in the order in which they are told.
    public enum Judgement: String, Sendable, CaseIterable {
        case source, cue, content, making, quotation, voice, kind, anonymity, relay, stance, forecast, due, said, times
        case quantities, places, confidence
    }

    /// A number that went into a judgement.
    public struct Input: Hashable, Sendable {
        /// What it is: "labels of the cue".
        public var name: String
        /// Its value.
        public var value: Double

        /// A named number.
        public init(_ name: String, _ value: Double) { (self.name, self.value) = (name, value) }
    }

    /// One judgement and its reason.
    public struct Reason: Hashable, Sendable {
        /// What was judged.
        public var judgement: Judgement
        /// What it came out as.
        public var value: String
        /// The rule, or what the model did, in a few words; empty when the words say it all.
        public var rule: String
        /// The words that decided.
        public var words: [TextSpan]
        /// The numbers that decided.
        public var inputs: [Input]

        /// A reason.
        public init(
            _ judgement: Judgement, _ value: String, _ rule: String = "", words: [TextSpan] = [], inputs: [Input] = []
        ) {
            (self.judgement, self.value, self.rule) = (judgement, value, rule)
            (self.words, self.inputs) = (words, inputs)
        }
    }

    /// The statement.
    public var statement: Statement
    /// Its judgements.
    public var reasons: [Reason]

    /// An explanation.
    public init(statement: Statement, reasons: [Reason]) { (self.statement, self.reasons) = (statement, reasons) }
}
