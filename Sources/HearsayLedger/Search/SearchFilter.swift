internal import GRDB
internal import HearsayCore

/// The filters of a query as SQL: over a statement `s`, its voice `v`, a revision `r` and its document `d`.
struct SearchFilter {
    private(set) var conditions: [String] = []
    var arguments: StatementArguments = []
    /// Whether nothing but the full-text index is asked.
    private(set) var isOfIndexAlone = true
    private var needsVoice = false
    private var needsDocument = false
    private let scope: SearchQuery.Scope

    init(_ query: SearchQuery, _ scope: SearchQuery.Scope) {
        self.scope = scope
        addFilters(of: query)
        isOfIndexAlone = conditions.isEmpty
    }

    private mutating func addFilters(of query: SearchQuery) {
        if scope == .voices { add("v.source IS NOT NULL") }
        if let source = query.source { addVoice("v.source = ?", source) }
        if let isUnnamed = query.isUnnamed { addVoice("v.anonymous = ?", isUnnamed) }
        if let outlet = query.outlet?.column {
            needsDocument = true
            add("(d.outlet = ? COLLATE NOCASE OR d.domain = ? COLLATE NOCASE)", outlet, outlet)
        }
        guard scope == .statements else { return }
        if let stance = query.stance { add("s.stance = ?", stance.rawValue) }
        if let isRelayed = query.isRelayed { add("s.relayed = ?", isRelayed) }
        if let due = query.due {
            add("s.due_start <= ? AND s.due_end >= ?", due.end.description, due.start.description)
        }
        if let said = query.said {
            needsDocument = true
            add("coalesce(s.said_start, substr(d.published, 1, 10)) >= ?", said.start.description)
            add("coalesce(s.said_end, substr(d.published, 1, 10)) <= ?", said.end.description)
        }
    }

    mutating func add(_ condition: String, _ values: (any DatabaseValueConvertible)...) {
        conditions.append(condition)
        arguments += StatementArguments(values)
    }

    private mutating func addVoice(_ condition: String, _ value: any DatabaseValueConvertible) {
        needsVoice = true
        add(condition, value)
    }

    var condition: String { conditions.isEmpty ? "true" : conditions.joined(separator: " AND ") }

    /// The tables that the conditions need beside those that the scope brings.
    var joins: String {
        (needsVoice && scope == .statements ? "JOIN voice v ON v.id = s.voice " : "")
            + (needsDocument && scope != .articles ? "JOIN document d ON d.revision = r.id" : "")
    }
}

extension SearchQuery.Scope {
    /// The full-text index.
    var index: String {
        switch self {
        case .statements: "statement_words"
        case .articles: "document_words"
        case .voices: "voice_words"
        }
    }

    /// The tables of a row of the index, whose number `row` gives. The indexes hold latest revisions only.
    func joins(to row: String) -> String {
        switch self {
        case .statements: "JOIN statement s ON s.id = \(row) JOIN revision r ON r.id = s.revision"
        case .articles: "JOIN document d ON d.revision = \(row) JOIN revision r ON r.id = d.revision"
        case .voices: "JOIN voice v ON v.id = \(row) JOIN revision r ON r.id = v.revision"
        }
    }
}
