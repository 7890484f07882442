/// Why JSON is no reading, and where.
public struct ContractError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The place as a path of names and numbers ("statements[3].voice"); empty for the whole.
    public let path: String
    /// What is wrong, as the end of a sentence.
    public let reason: String

    /// An error at a place.
    public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

    /// "statements[3].voice: no voice has this id".
    public var description: String { path.isEmpty ? reason : "\(path): \(reason)" }
}
