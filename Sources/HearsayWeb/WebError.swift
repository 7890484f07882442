internal import Hearsay

/// Why the pages cannot be served.
public struct WebError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The kinds of reasons that callers tell apart.
    public enum Code: String, Sendable, CaseIterable {
        /// Another program listens on the port.
        case portInUse
        /// The system does not let us listen.
        case cannotListen
        /// A template or a static file is missing or cannot be read.
        case resourceAbsent
        /// A template is not what this version was made with.
        case resourceAltered
    }
    /// What kind of reason.
    public let code: Code
    /// The reason, one line, with the place and what to do.
    public let reason: String

    init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = PlainText.singleLine(reason)
    }

    /// The reason.
    public var description: String { reason }
}
