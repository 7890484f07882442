/// How the words before a time bound it.
enum TimeBound: Hashable, Sendable {
    case none, since, starting, after, until, before, by, about

    /// The bound that the words before token `i` set.
    static func before(_ i: Int, _ grammar: TimeGrammar) -> TimeBound {
        var at = i - 1
        if grammar.lower(at) == "the" { at -= 1 }
        if grammar.lower(at) == "than", grammar.lower(at - 1) == "greater" { return .after }
        if ["around", "about", "approximately", "roughly", "circa", "some", "nearly", "almost"].contains(
            grammar.lower(at))
        {
            let outer = before(at, grammar)
            return outer == .none ? .about : outer
        }
        if grammar.lower(at) == "least", grammar.lower(at - 1) == "at" {
            let outer = before(at - 1, grammar)
            return outer == .none ? .about : outer
        }
        let (word, previous) = (grammar.lower(at), grammar.lower(at - 1))
        switch word {
        case "since": return .since
        case "starting", "beginning", "commencing", "effective": return .starting
        case "on", "from", "in":
            return ["starting", "beginning", "commencing", "effective"].contains(previous) ? .starting : .none
        case "after": return .after
        case "until", "till", "til": return .until
        case "before": return .before
        case "by": return .by
        case "to" where previous == "prior": return .before
        case "as" where ["late", "early"].contains(previous): return previous == "late" ? .by : .since
        case "than": return than(previous, grammar.lower(at - 2))
        default: return .none
        }
    }

    /// The bound that the words after a time set ("or later", "onwards").
    static func after(_ end: Int, _ grammar: TimeGrammar) -> TimeBound {
        if ["onward", "onwards"].contains(grammar.lower(end)) { return .since }
        if ["or", "and"].contains(grammar.lower(end)), grammar.lower(end + 1) == "greater" { return .since }
        guard ["or", "and"].contains(grammar.lower(end)) else { return .none }
        switch grammar.lower(end + 1) {
        case "later", "after", "greater", "onwards": return .since
        case "earlier", "before": return .by
        default: return .none
        }
    }

    private static func than(_ word: String, _ before: String) -> TimeBound {
        switch word {
        case "later": before == "no" || before == "not" ? .by : .after
        case "earlier": before == "no" || before == "not" ? .since : .before
        default: .none
        }
    }
}
