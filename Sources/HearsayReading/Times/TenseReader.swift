/// On which side of the publication a time lies, as the verbs around it tell.
enum Direction: Hashable, Sendable {
    case past, future
}

/// Reads the direction of a time from the nearest verb.
struct TenseReader {
    let tokens: [TimeToken]

    private static let modals: Set<String> = [
        "will", "won't", "shall", "would", "wouldn't", "could", "may", "might", "should", "can", "must", "'ll",
        "cannot",
    ]
    private static let plans: Set<String> = [
        "set", "due", "expected", "scheduled", "planned", "plans", "plan", "planning", "hopes", "hope", "wants", "vows",
        "vowed", "promised", "promises", "promise", "agreed", "likely", "intends", "intend", "aims", "aim", "seeks",
        "seek", "expects", "expect", "slated", "poised", "going", "upcoming", "ahead", "pledged", "pledges", "hoping",
        "is", "are", "ordered", "told", "urged", "want", "deadline", "needs", "need", "about", "scheduled", "bound",
        "expecting", "has", "have", "forecast", "predicts", "predicted", "foresees", "reckons", "proposes", "proposed",
    ]
    private static let futureWords: Set<String> = [
        "due", "expected", "scheduled", "slated", "upcoming", "ahead", "plans", "planned", "expects", "forecast",
        "foresees", "reckons", "poised", "deadline", "predicts", "until-at-least", "promises", "vows", "intends",
        "hopes",
    ]
    private static let pastInfinitives: Set<String> = [
        "declined", "refused", "managed", "failed", "began", "started", "continued", "used", "helped", "voted", "came",
        "went", "tried", "had", "able", "forced", "rushed", "attempted", "sought", "appeared", "seemed", "travelled",
        "returned", "gathered", "met",
    ]
    private static let past: Set<String> = [
        "said", "told", "was", "were", "had", "did", "won", "came", "went", "took", "made", "met", "began", "left",
        "found", "gave", "got", "held", "saw", "fell", "rose", "wrote", "spoke", "became", "ran", "led", "lost", "sent",
        "brought", "broke", "built", "chose", "drew", "drove", "fought", "flew", "grew", "heard", "hit", "kept", "knew",
        "paid", "put", "read", "sat", "shot", "shut", "sold", "stood", "stole", "struck", "swore", "taught", "thought",
        "threw", "understood", "withdrew", "wasn't", "weren't", "didn't", "has", "have", "been", "says", "born", "died",
        "caught", "bought", "cut", "sank", "tells", "announces", "reports", "hadn't", "gone", "seen", "done", "known",
        "burst", "cost", "spread", "split", "quit", "hurt", "bet", "rode", "shook", "swept", "swam", "sprang", "spun",
        "slept", "slid", "shone", "sang", "rang", "blew", "bent", "bred", "crept", "dealt", "dug", "drank", "ate",
        "fed",
        "felt", "fled", "forbade", "forgot", "forgave", "froze", "hid", "hung", "lent", "lit", "meant", "mistook",
        "overcame", "spent", "stuck", "swung", "tore", "woke", "wore", "wove", "wound", "sought", "rebuilt", "leapt",
        "given", "taken", "written", "released", "since", "overthrew", "undid", "laid", "lay", "beat", "bore", "shows",
    ]
    private static let notPast: Set<String> = [
        "need", "indeed", "speed", "hundred", "united", "sacred", "seed", "feed", "exceed", "proceed", "succeed", "bed",
        "indebted", "limited", "so-called", "red", "wed",
    ]

    /// The direction for the tokens of a time; nil when no verb tells.
    func direction(of time: Range<Int>) -> Direction? {
        let next = lower(time.upperBound)
        if Self.modals.contains(next), next != "may" || !isCapitalised(time.upperBound) { return .future }
        if let found = ahead(of: time.lowerBound) { return found }
        var i = time.lowerBound - 1
        let limit = max(0, i - 30)
        while i >= limit {
            if isQuote(i) { break }
            if let found = verb(at: i, before: time.lowerBound) { return found }
            i -= 1
        }
        i = time.upperBound
        while i < min(tokens.count, time.upperBound + 30) {
            if let found = verb(at: i, before: tokens.count) { return found }
            i += 1
        }
        return nil
    }

    /// Whether the nearest verb before a time says what would come, seen from a day of the past.
    func isFutureOfThePast(_ time: Range<Int>) -> Bool {
        for k in stride(from: time.lowerBound - 1, through: max(0, time.lowerBound - 12), by: -1) {
            if ["would", "could", "might"].contains(lower(k)) { return true }
            if lower(k) == "to", ["was", "were", "due", "planned", "agreed", "promised"].contains(lower(k - 1)) {
                return true
            }
            if isQuote(k) || lower(k) == "will" { return false }
        }
        return false
    }

    /// Verbs of timetables, whose present tense tells what is to come ("schools reopen on Monday").
    private static let timetable: Set<String> = [
        "go", "goes", "reopen", "reopens", "opens", "closes", "begins", "starts", "ends", "meets", "votes", "returns",
        "resume", "resumes", "expire", "expires", "lapse", "lapses", "leaves", "arrives", "arrive", "takes", "faces",
        "kicks", "hosts", "visits", "travels", "launches", "flies", "sails", "play", "plays", "heads",
    ]
    private static let openers: Set<String> = [
        "a", "an", "the", "to", "of", "in", "his", "her", "its", "their", "this", "that", "when", "what", "how", "by",
    ]

    private func lower(_ i: Int) -> String { i >= 0 && i < tokens.count ? tokens[i].lower : "" }
    private func isCapitalised(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens[i].isCapitalised }
    private func isQuote(_ i: Int) -> Bool { ["\"", "“", "”", ";", "„", "«", "»"].contains(lower(i)) }

    /// "ahead of Sunday", "by Thursday", "until at least Sunday".
    private func ahead(of i: Int) -> Direction? {
        let before = lower(i - 1) == "the" ? i - 2 : i - 1
        if lower(before) == "of", lower(before - 1) == "ahead" { return .future }
        if ["next", "coming", "upcoming"].contains(lower(i)) { return .future }
        guard ["by", "until", "till", "least", "than"].contains(lower(before)) else { return nil }
        // A bound looks forward unless the clause itself is in the past.
        for k in stride(from: before - 1, through: max(0, before - 20), by: -1) {
            if isQuote(k) { break }
            if Self.modals.contains(lower(k)) || Self.plans.contains(lower(k)) && lower(k) != "has" { return .future }
            if lower(k) == "to", !isCapitalised(k + 1), ["be", "finish"].contains(lower(k + 1)) { return .future }
            if ["was", "were", "had"].contains(lower(k)) { return .past }
        }
        return .future
    }

    private func verb(at i: Int, before limit: Int) -> Direction? {
        let word = lower(i)
        guard !word.isEmpty, !tokens[i].isPunctuation else { return nil }
        if word == "may" && isCapitalised(i) { return nil }
        if word.hasSuffix("'ll") || word.hasSuffix("'d") && word != "'d" && lower(i + 1) != "been" { return .future }
        if Self.modals.contains(word) { return lower(i + 1) == "have" ? .past : .future }
        if word == "to" { return infinitive(at: i) }
        if Self.futureWords.contains(word) { return .future }
        if Self.timetable.contains(word), i < limit, limit - i < 8, !Self.openers.contains(lower(i - 1)) {
            return .future
        }
        if Self.past.contains(word) {
            if ["read", "put", "cut", "hit", "shut", "left", "lay", "beat"].contains(word), isAfterModal(i) {
                return nil
            }
            if isInfinitiveBe(i) { return nil }
            return isAfterModal(i) ? .future : .past
        }
        if word.utf8.count > 3, word.hasSuffix("ed"), !Self.notPast.contains(word), tokens[i].meaning == .none {
            return isInfinitiveBe(i) ? nil : .past
        }
        return nil
    }

    /// "… be towed": the word before "be" decides.
    private func isInfinitiveBe(_ i: Int) -> Bool { ["be", "being", "stay", "remain", "get"].contains(lower(i - 1)) }

    private func isAfterModal(_ i: Int) -> Bool {
        (max(0, i - 3)..<i).contains { Self.modals.contains(lower($0)) && !(lower($0) == "may" && isCapitalised($0)) }
    }

    private func infinitive(at i: Int) -> Direction? {
        guard i + 1 < tokens.count, !tokens[i + 1].isCapitalised, !tokens[i + 1].isPunctuation,
            tokens[i + 1].numeral == nil, tokens[i + 1].meaning == .none
        else { return nil }
        let notVerbs: Set<String> = [
            "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "about", "nearly", "more",
            "reporters", "lawmakers", "parliament", "journalists", "him", "them", "it", "us", "me", "date", "some",
            "all",
            "people", "questions", "police", "court", "power", "work", "school", "hospital", "prison",
        ]
        let next = lower(i + 1)
        guard !notVerbs.contains(next), !next.hasSuffix("ing"), !next.hasSuffix("ly") else { return nil }
        for k in stride(from: i - 1, through: max(0, i - 4), by: -1) {
            if Self.pastInfinitives.contains(lower(k)) { return .past }
            if Self.plans.contains(lower(k)) { return .future }
        }
        return ["be", "give", "start", "begin", "open", "end", "finish", "return", "meet"].contains(next)
            ? .future : nil
    }
}
