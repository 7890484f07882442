/// An outlet that cites others for what they have from itself: A reports, B takes it from A, A later cites B.
///
/// Edges never run forward in time, so a circle is one of outlets, not of articles: it leads from an article back to a later
/// one of the same outlet.
public struct Circle: Hashable, Sendable {
    /// The articles, earliest first; the first and the last are of one outlet, those between are not.
    public var articles: [String]
    /// The outlet that comes back to itself, then those through which it does, each once.
    public var outlets: [String]
    /// How each article took from the one before it, in the order of ``articles``. Their evidence covers whole sentences;
    /// that of the last one also what it goes on to say of ``claims``.
    public var steps: [Edge]
    /// The claims that went round: each article of the circle tells them, and all have them from one voice.
    public var claims: [String]

    /// A circle; there is one step fewer than articles.
    public init(articles: [String], outlets: [String], steps: [Edge], claims: [String]) {
        (self.articles, self.outlets, self.steps, self.claims) = (articles, outlets, steps, claims)
    }
}
