public import HearsayCore

extension Gazetteer {
    /// The places named in a span, in order; the longest name wins.
    ///
    /// Of several places with one name the most populous counts, those that the article's `hints` or a country or state
    /// right behind the name ("Paris, Texas") speak for first. A small town counts only where the hints or words like
    /// "the village of" support it. A name inside a person's or a thing's name ("Paris Hilton", "The Boston Globe") is
    /// none, and neither is one that stands for a government ("Moscow said").
    public func places(in text: SourceText, span: TextSpan, hints: PlaceHints = PlaceHints()) -> [Place] {
        found(in: text, span: span, hints: hints).map(\.place)
    }

    /// What a text tells of where it plays, for ``places(in:span:hints:)``.
    public func hints(in text: SourceText, span: TextSpan) -> PlaceHints {
        PlaceScan(gazetteer: self, text: text, words: WordScanner.words(in: text, span: span)).hints()
    }

    /// The rows behind the places, each with its span.
    func found(in text: SourceText, span: TextSpan, hints: PlaceHints) -> [Row] {
        let scan = PlaceScan(gazetteer: self, text: text, words: WordScanner.words(in: text, span: span))
        var (found, i) = ([Row](), 0)
        while i < scan.words.count {
            guard let hit = scan.name(at: i) else {
                i += 1
                continue
            }
            if var row = scan.best(hit, i, hints), scan.isPlace(i..<hit.next, row, hints) {
                row.place.span = TextSpan(scan.words[i].span.start, hit.end)
                found.append(row)
            }
            i = hit.next
        }
        return found
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
    /// Towns of fewer people need words that say where, and the article's support.
    private static let minor = 30_000
    /// Towns of fewer people need one of the two.
    private static let known = 100_000
    /// From this size on a town is meant by its name alone, whatever stands around it.
    static let wellKnown = 500_000

    func lower(_ i: Int) -> String { i >= 0 && i < words.count ? words[i].lower : "" }

    /// The rows named by one word.
    func rows(at i: Int) -> [Gazetteer.Row] { gazetteer.rows(named: Array(text.utf8[words[i].span.range])) }

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

    // MARK: - Which of the places of one name

    /// The likeliest of the places of one name that starts at word `i`; nil when none may be meant.
    func best(_ hit: Hit, _ i: Int, _ hints: PlaceHints) -> Gazetteer.Row? {
        var rows = hit.rows.filter { $0.isTown || $0.isLand }
        // "Canada, Mexico" is a list.
        if rows.contains(where: { $0.kind == .country && $0.isMainName }) { rows.removeAll { $0.isTown } }
        let codes = qualifiers(behind: hit.next)
        let qualified = rows.filter { row in
            row.isTown && codes.contains { row.code == $0 || row.country == $0 }
                || row.kind == .region && codes.contains(row.country)
        }
        if let row = qualified.max(by: { $0.population < $1.population }) { return row }
        // "Loam, Wyoming" where the table knows no Loam in Wyoming is none of the Loams elsewhere.
        let isElsewhere = !codes.isEmpty
        return rows.filter { row in
            guard row.kind == .town else { return true }
            if isElsewhere { return row.population >= Self.wellKnown }
            if row.population >= Self.known || isCalledSettlement(i, hit.next) { return true }
            let places = row.population < Self.minor ? PlaceWords.locatives : PlaceWords.prepositions
            return places.contains(lower(i - 1)) && (row.population >= Self.minor || hints.support(row))
                || row.population >= Self.minor && hints.support(row)
        }.max { weight($0, hints) < weight($1, hints) }
    }

    /// The countries and states named behind a comma ("Paris, Texas", "Springfield, Mo.").
    private func qualifiers(behind i: Int) -> Set<String> {
        guard lower(i) == ",", i + 1 < words.count, let hit = name(at: i + 1) else { return [] }
        return Set(hit.rows.filter { !$0.isTown && $0.kind != .people && !$0.code.isEmpty }.map(\.code))
    }

    /// "the village of Loam", "the town Loam", "Loam village".
    private func isCalledSettlement(_ i: Int, _ next: Int) -> Bool {
        PlaceWords.settlements.contains(lower(i - 1)) || PlaceWords.settlements.contains(lower(next))
            || lower(i - 1) == "of" && PlaceWords.settlements.contains(lower(i - 2))
    }

    /// A country of the article counts as much as a twentyfold population, and so does a state of it.
    private func weight(_ row: Gazetteer.Row, _ hints: PlaceHints) -> Double {
        let size = Double(max(row.population, 1)) * (row.isMainName ? 1 : 0.3)
        return size * (hints.countries.contains(row.country) ? 20 : 1) * (hints.regions.contains(row.code) ? 20 : 1)
            * (row.kind == .town ? 1 : 10)
    }
}
