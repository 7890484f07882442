/// The bytes of an article as they came, with where and when they came from.
public struct CaptureRecord: Hashable, Sendable {
    /// One line of an HTTP answer.
    public struct Header: Hashable, Sendable {
        /// The name.
        public var name: String
        /// The value.
        public var value: String

        /// A line.
        public init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    /// The bytes as they came.
    public var bytes: [UInt8]
    /// Where they came from, for people: "a.txt", "b.jsonl:17", an address.
    public var origin: String
    /// The address that was asked for.
    public var url: String?
    /// The address that answered, after redirects.
    public var finalURL: String?
    /// The HTTP headers, if there were any.
    public var headers: [Header]
    /// What the user stated beside the bytes, by name ("outlet", "published").
    public var facts: [String: String]
    /// When they were captured, RFC 3339.
    public var captured: String

    /// A capture.
    public init(
        bytes: [UInt8], origin: String, url: String? = nil, finalURL: String? = nil, headers: [Header] = [],
        facts: [String: String] = [:], captured: String
    ) {
        (self.bytes, self.origin, self.url, self.finalURL) = (bytes, origin, url, finalURL)
        (self.headers, self.facts, self.captured) = (headers, facts, captured)
    }
}
