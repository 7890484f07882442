public import HearsayCore

/// What to look for in a ledger.
public struct SearchQuery: Hashable, Sendable {
    /// What is looked through.
    public enum Scope: Int, Sendable, CaseIterable, Comparable {
        /// The contents of statements, with who says them.
        case statements
        /// Headlines and bodies.
        case articles
        /// Names, descriptions and affiliations of voices.
        case voices

        /// The order in which equally good places are shown.
        public static func < (a: Scope, b: Scope) -> Bool { a.rawValue < b.rawValue }
    }

    /// Words that must all be there. One with a star behind it stands for all words that start so, and so does the last
    /// one where it is found nowhere as a word. Capitals and diacritics do not count.
    /// May be empty where there is a filter of statements: then all that it lets through are found, the latest first.
    public var words: String
    /// What is looked through.
    public var scopes: Set<Scope>
    /// Only statements of this source, or voices of it.
    public var source: Int?
    /// Only articles of an outlet of this name or domain; capitals do not count.
    public var outlet: String?
    /// Only statements with this stance.
    public var stance: Statement.Stance?
    /// Only statements said within these days, where the article tells when.
    public var said: DayInterval?
    /// Only forecasts that fall due within these days.
    public var due: DayInterval?
    /// Only statements of sources without a name (true) or with one (false).
    public var isUnnamed: Bool?
    /// Only statements that came through somebody else (true) or first-hand (false).
    public var isRelayed: Bool?

    /// A query for words alone.
    public init(_ words: String, scopes: Set<Scope> = Set(Scope.allCases)) {
        (self.words, self.scopes) = (words, scopes)
    }

    /// Whether it asks for what only statements have; then nothing else is found.
    public var filtersStatements: Bool {
        stance != nil || said != nil || due != nil || isUnnamed != nil || isRelayed != nil
    }
}
