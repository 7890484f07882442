public import HearsayCore

/// The sentence vectors of one reading, stored so that a trace needs no encoder.
public struct StoredUnits: Hashable, Sendable {
    /// A piece of text that has a vector.
    public struct Unit: Hashable, Sendable {
        /// Where it stands in the document's text.
        public var span: TextSpan
        /// The place of its statement in the reading's statements; nil for a piece that the article says itself.
        public var statement: Int?
        /// Its vector; all of one reading are equally long.
        public var vector: [Float]

        /// A piece.
        public init(span: TextSpan, statement: Int?, vector: [Float]) {
            (self.span, self.statement, self.vector) = (span, statement, vector)
        }
    }

    /// What made the units and vectors; another version cannot be compared with them.
    public var version: String
    /// The units.
    public var units: [Unit]

    /// Units; their vectors must be equally long.
    public init(version: String, units: [Unit]) { (self.version, self.units) = (version, units) }
}
