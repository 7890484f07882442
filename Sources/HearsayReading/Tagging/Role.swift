/// What a span does in an attribution.
enum Role: Int, CaseIterable, Sendable {
    case source, cue, content

    /// The label of a span's first word.
    var begin: Int { 1 + 2 * rawValue }
    /// The label of its further words.
    var inside: Int { 2 + 2 * rawValue }

    /// Labels in all: outside, and two for each role.
    static let labels = 7

    /// The role of a label; nil for outside.
    init?(label: Int) {
        guard label > 0 else { return nil }
        self.init(rawValue: (label - 1) / 2)
    }
}

/// A half-open range of words of a ``WordSequence`` that plays a role.
struct RoleSpan: Hashable, Sendable {
    var role: Role
    var words: Range<Int>
}
