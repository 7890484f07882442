/// Why an input could not be captured. Two errors are equal when their codes are.
public struct CaptureError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as an open set: new codes may be added, so a switch needs a default.
    public struct Code: RawRepresentable, Hashable, Sendable {
        /// The code as programs see it ("too-large").
        public let rawValue: String
        /// A code of one's own.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Nothing but white space. Check that the right file was given.
        public static let empty = Code(rawValue: "empty")
        /// A page without headline and text. It may be drawn by scripts; capture it from a browser.
        public static let noText = Code(rawValue: "no-text")
        /// Not text: an archive, a picture, a program. Unpack or convert it first.
        public static let binary = Code(rawValue: "binary")
        /// Larger than ``CaptureLimits`` allow. Split the input or raise the limit.
        public static let tooLarge = Code(rawValue: "too-large")
        /// Tags nested deeper than ``CaptureLimits`` allow.
        public static let tooDeep = Code(rawValue: "too-deep")
        /// Markup that would cost more time than an article can need.
        public static let tooCostly = Code(rawValue: "too-costly")
        /// Not what its format asks for: a record without its length, a feed without its element. Names the defect.
        public static let malformed = Code(rawValue: "malformed")
        /// It ends before it should. What stood before the cut was read.
        public static let truncated = Code(rawValue: "truncated")
        /// Made to do harm, or as good as: declared entities, names that climb out of their folder.
        public static let unsafe = Code(rawValue: "unsafe")
        /// A format, a version or a compression that is not read.
        public static let unsupported = Code(rawValue: "unsupported")
        /// The bytes are not those that their digest names.
        public static let digestMismatch = Code(rawValue: "digest-mismatch")
        /// The character encoding named in the options is not known, or this system cannot convert it.
        public static let unknownCharset = Code(rawValue: "unknown-charset")
    }

    /// Where in the input.
    public struct Place: Hashable, Sendable {
        /// The byte, counted from zero.
        public var byte: Int
        /// The line, counted from one; nil where lines mean nothing.
        public var line: Int?

        /// A place; the line may be unknown.
        public init(byte: Int, line: Int? = nil) {
            self.byte = byte
            self.line = line
        }
    }

    /// What went wrong.
    public let code: Code
    /// One line for people: the reason, and what to do where that is not plain.
    public let reason: String
    /// Where, if it is one place.
    public let place: Place?

    /// An error with its reason.
    public init(_ code: Code, _ reason: String, at place: Place? = nil) {
        (self.code, self.reason, self.place) = (code, reason, place)
    }

    /// Whether the codes are equal.
    public static func == (a: CaptureError, b: CaptureError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The reason, with its place.
    public var description: String {
        guard let place else { return reason }
        if let line = place.line { return "line \(line): \(reason)" }
        return "byte \(place.byte): \(reason)"
    }
}
