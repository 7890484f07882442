public import TransparencyLog

/// One entry of the transparency log.
public struct LogEntry: Hashable, Sendable {
    /// What it covers.
    public enum Kind: String, Sendable, CaseIterable { case capture, reading, judgement, look, erasure, joining }

    /// Its number, from 0.
    public var index: Int
    /// What it covers.
    public var kind: Kind
    /// When it was written, RFC 3339.
    public var time: String
    /// The leaf: the exact bytes that the log holds.
    public var leaf: [UInt8]
    /// The random bytes that keep the leaf's digests from being guessed.
    public var salt: [UInt8]
    /// The leaf's hash.
    public var hash: LogHash
    /// The revision, for captures and readings.
    public var revision: RevisionKey?
    /// The headline or the judged claim, for people.
    public var about: String
}
