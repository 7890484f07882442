public import HearsayCore

extension Gazetteer {
    /// The places named in a span, in order; the longest name wins.
    ///
    /// Of several places with one name the most populous counts, those of `countries` (ISO 3166 codes of the countries
    /// that the article is about) and of a country named right after it ("Paris, France") first. A town's name inside a
    /// person's name ("Paris Hilton", "Ms Lima") is none.
    public func places(in text: SourceText, span: TextSpan, countries: Set<String> = []) -> [Place] {
        let scan = PlaceScan(gazetteer: self, text: text, words: WordScanner.words(in: text, span: span))
        var (found, i) = ([Place](), 0)
        while i < scan.words.count {
            guard let hit = scan.name(at: i), let row = scan.best(hit, countries) else {
                i += 1
                continue
            }
            var place = row.place
            place.span = TextSpan(scan.words[i].span.start, hit.end)
            if scan.isPlace(i..<hit.next, row) { found.append(place) }
            i = hit.next
        }
        return found
    }

    /// The ISO 3166 codes of the countries that a text names, for ``places(in:span:countries:)``.
    public func countries(in text: SourceText, span: TextSpan) -> Set<String> {
        let scan = PlaceScan(gazetteer: self, text: text, words: WordScanner.words(in: text, span: span))
        var (codes, i) = (Set<String>(), 0)
        while i < scan.words.count {
            let hit = scan.name(at: i)
            if let country = hit?.rows.first(where: { $0.kind == .country }) { codes.insert(country.country) }
            i = hit?.next ?? i + 1
        }
        return codes
    }
}

/// Looks for names of places among capitalised words.
struct PlaceScan {
    let gazetteer: Gazetteer
    let text: SourceText
    let words: [Word]

    struct Hit {
        var rows: [Gazetteer.Row]
        /// One past the last word, and one past the last byte, without a possessive "'s".
        var next: Int
        var end: Int
    }

    private static let longestName = 7  // words and marks, as "Saint-Denis-en-Val"

    /// The longest name that starts at word `i`.
    func name(at i: Int) -> Hit? {
        guard words[i].isCapitalised, words[i].kind == .word else { return nil }
        var (key, best, at) = ([UInt8](), Hit?.none, i)
        while at < min(words.count, i + Self.longestName) {
            let word = words[at]
            if word.kind == .punctuation, !(word.isGlued && [".", "-", "'", "’", ","].contains(word.lower)) { break }
            if at > i, !word.isGlued { key.append(0x20) }
            var length = word.span.count
            if word.lower.hasSuffix("'s"), word.kind == .word { length -= text.utf8[word.span.end - 2] == 0x27 ? 2 : 4 }
            guard length > 0 else { break }
            key += text.utf8[word.span.start..<word.span.start + length]
            at += 1
            if word.kind == .word {
                let rows = gazetteer.rows(named: key)
                if !rows.isEmpty { best = Hit(rows: rows, next: at, end: word.span.start + length) }
                if length < word.span.count { break }
            }
        }
        return best
    }

    /// The likeliest of the places of one name.
    func best(_ hit: Hit, _ countries: Set<String>) -> Gazetteer.Row? {
        var hints = countries
        if hit.next + 1 < words.count, words[hit.next].lower == ",", let country = name(at: hit.next + 1) {
            hints = Set(country.rows.filter { $0.kind != .town }.map(\.country)).union(hints)
            if let named = country.rows.first(where: { $0.kind != .town }),
                let row = hit.rows.filter({ $0.country == named.country && $0.kind == .town }).max(by: {
                    $0.population < $1.population
                })
            {
                return row
            }
        }
        return hit.rows.max { weight($0, hints) < weight($1, hints) }
    }

    /// A country of the article counts as much as a hundredfold population.
    private func weight(_ row: Gazetteer.Row, _ hints: Set<String>) -> Double {
        let size = Double(max(row.population, 1)) * (row.isMainName ? 1 : 0.3)
        return size * (hints.contains(row.country) ? 100 : 1) * (row.kind == .country ? 10 : 1)
    }

    // MARK: - People

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "mx", "dr", "prof", "sir", "dame", "lady", "lord", "governor", "gov", "president", "senator",
        "sen", "rep", "representative", "minister", "judge", "justice", "captain", "general", "gen", "colonel", "col",
        "major", "maj", "sergeant", "sgt", "officer", "detective", "professor", "chancellor", "king", "queen", "prince",
        "princess", "pope", "bishop", "father", "sister", "brother", "coach", "secretary", "chairman", "miss", "aunt",
        "uncle", "lieutenant", "lt", "commissioner", "ambassador", "mayor", "councillor", "inspector", "private",
    ]
    /// Capitalised words that may stand before a place without making it a name of something else.
    private static let leaders: Set<String> = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "greater", "upper",
        "lower", "inner", "downtown", "old", "new", "in", "at", "from", "near", "to", "of", "the", "for", "by", "on",
        "and", "but", "as", "when", "while", "after", "before", "since", "with", "without", "if", "both", "only", "not",
        "inside", "outside", "across", "around", "between", "through", "via", "against", "i", "over", "under", "is",
        "then", "until", "today", "russian", "ukrainian", "american", "british", "french", "german", "chinese", "like",
        "yesterday", "because", "although", "where", "that", "how", "why", "what", "does", "did", "now", "meanwhile",
        "unlike", "despite", "beyond", "toward", "towards", "into", "throughout", "capital", "city", "port", "town",
        "village",
    ]
    /// Capitalised words that may follow a place.
    private static let followers: Set<String> = [
        "region", "province", "oblast", "city", "county", "district", "state", "airport", "police", "mayor", "governor",
        "metro", "port", "fire", "council", "court", "stock", "time", "central", "international", "university", "and",
        "or", "on", "in", "is", "was", "has", "says", "said", "to", "for", "with", "after", "as", "at", "of", "by",
        "will",
        "wants", "from", "the", "prosecutor", "officials", "deputy", "republic", "peninsula", "oblasts", "street", "mp",
    ]
    /// Towns that are ordinary words as well: only a preposition before them makes them places.
    private static let ordinary: Set<String> = [
        "reading", "nice", "split", "bath", "cork", "hull", "derby", "mobile", "orange", "male", "van", "police", "of",
        "aurora", "victoria", "florence", "sofia", "hamilton", "lincoln", "austin", "orlando", "wells", "bury", "deal",
        "rugby", "enterprise", "concord", "bari", "born", "march", "liberal", "normal", "best", "date", "same", "sale",
    ]
    private static let prepositions: Set<String> = [
        "in", "at", "from", "near", "to", "of", "outside", "inside", "around", "between", "across", "through", "for",
        "via", "toward", "towards", "into", "over", "reach", "left", "visited", "leave", "and", ",", "capital", "city",
    ]
    /// Countries that are given names as well.
    private static let namelike: Set<String> = ["chad", "jordan", "georgia", "israel", "cuba"]

    /// Whether the words at `range` name the place, and not a person or a thing called after it.
    func isPlace(_ range: Range<Int>, _ row: Gazetteer.Row) -> Bool {
        let first = words[range.lowerBound].lower
        let isSingle = range.count == 1
        if isSingle, Self.ordinary.contains(first), !Self.prepositions.contains(lower(range.lowerBound - 1)) {
            return false
        }
        if row.kind != .town, !Self.namelike.contains(first), row.population >= 1_000_000 || !isSingle { return true }
        if followsTitle(range.lowerBound) { return false }
        if isNamePart(range.lowerBound - 1, allowed: Self.leaders) { return false }
        let next = range.upperBound
        guard next < words.count, words[next].isCapitalised, words[next].kind == .word else { return true }
        if words[next - 1].lower.hasSuffix("'s") || Self.followers.contains(lower(next)) { return true }
        if range.count == 1, words[range.lowerBound].span.count > 1, isUpperCase(words[range.lowerBound].span) {
            return true
        }
        return TimeLexicon.shared.meaning(lower(next)) != .none
            || name(at: next)?.rows.contains { $0.kind == .country } ?? false
    }

    private func lower(_ i: Int) -> String { i >= 0 && i < words.count ? words[i].lower : "" }

    private func followsTitle(_ i: Int) -> Bool {
        Self.titles.contains(lower(i - 1)) && words[i - 1].isCapitalised
            || lower(i - 1) == "." && Self.titles.contains(lower(i - 2))
    }

    /// Whether the word at `i` is a capitalised word that makes a longer name with the next one.
    private func isNamePart(_ i: Int, allowed: Set<String>) -> Bool {
        guard i >= 0, words[i].isCapitalised, words[i].kind == .word, !allowed.contains(lower(i)) else {
            // An initial with its stop: "J. Paris".
            return i >= 1 && lower(i) == "." && lower(i - 1).utf8.count == 1 && words[i - 1].isCapitalised
        }
        if lower(i).hasSuffix("'s") || lower(i).utf8.contains(UInt8(ascii: ".")) { return false }
        if TimeLexicon.shared.meaning(lower(i)) != .none { return false }
        let key = Array(text.utf8[words[i].span.range])
        let rows = gazetteer.rows(named: key)
        return !rows.contains { $0.kind != .town }
    }

    /// "ISTANBUL" of a dateline.
    private func isUpperCase(_ span: TextSpan) -> Bool {
        text.utf8[span.range].allSatisfy { $0 &- 0x61 >= 26 }
    }
}
