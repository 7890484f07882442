internal import HearsayCore

extension Voice {
    /// How exports call it: the name, else the article's description, else what little is known; nil when nobody is given.
    var label: String? {
        if let label = name?.filled ?? role?.filled { return label }
        if let affiliation = affiliation?.filled { return "\(someone) of \(affiliation)" }
        return kind == .unspecified ? nil : anonymous ? "unnamed \(noun)" : someone
    }

    private var someone: String { (["a", "e", "i", "o", "u"].contains { noun.hasPrefix($0) } ? "an " : "a ") + noun }

    private var noun: String {
        switch kind {
        case .person: "person"
        case .people: "group of people"
        case .organisation: "organisation"
        case .government: "government"
        case .outlet: "outlet"
        case .document: "document"
        case .unspecified: "source"
        }
    }
}
