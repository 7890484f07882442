internal import HearsayCore

extension PlaceScan {
    /// Whether the words at `range` name the place, and not a government, a person or a thing called after it.
    func isPlace(_ range: Range<Int>, _ row: Gazetteer.Row, _ hints: PlaceHints) -> Bool {
        let first = range.lowerBound
        let isPossessive = words[range.upperBound - 1].lower.hasSuffix("'s")
        if isOrdinary(range, row, hints) || isGovernment(range, row, isPossessive) { return false }
        let isFirm = row.isLand && !PlaceWords.namelike.contains(lower(first))
        if !isFirm, followsTitle(first) { return false }
        if lower(first - 1) == "of" || lower(first - 1) == "the" && lower(first - 2) == "of" {
            let noun = first - (lower(first - 1) == "of" ? 2 : 3)
            if noun >= 0, words[noun].isCapitalised, PlaceWords.institutions.contains(lower(noun)) { return false }
        }
        if isNamePart(first - 1), !(isFirm && first == 1) { return false }
        return !isPossessive ? !continues(range, isFirm: isFirm) : true
    }

    /// "Reading", "March", and surnames that the article uses.
    private func isOrdinary(_ range: Range<Int>, _ row: Gazetteer.Row, _ hints: PlaceHints) -> Bool {
        guard range.count == 1, row.kind != .country else { return false }
        let (word, before) = (words[range.lowerBound], lower(range.lowerBound - 1))
        let name = word.lower.hasSuffix("'s") ? String(word.lower.dropLast(2)) : word.lower
        if PlaceWords.ordinary.contains(name), !PlaceWords.prepositions.contains(before) { return true }
        if row.isTown, TimeLexicon.shared.meaning(name) != .none { return true }
        return row.kind == .town && row.population < Self.wellKnown && hints.surnames.contains(name)
    }

    // MARK: - Governments

    /// "Moscow said", "told Kyiv", "talks with Beijing", "according to Ankara", "Moscow's forces".
    private func isGovernment(_ range: Range<Int>, _ row: Gazetteer.Row, _ isPossessive: Bool) -> Bool {
        let before = lower(range.lowerBound - 1)
        if PlaceWords.addressing.contains(before) { return true }
        if before == "to", lower(range.lowerBound - 2) == "according" { return true }
        if isDealing(range.lowerBound - 1) { return true }
        if isPossessive { return row.isTown && PlaceWords.owned.contains(lower(range.upperBound)) }
        if before == "of" || PlaceWords.locatives.contains(before) || before == "from" { return false }
        return speaks(behind: range.upperBound)
    }

    /// Whether a verb of speech or decision follows, with its helpers and an "however" between commas.
    private func speaks(behind start: Int) -> Bool {
        var i = start
        if lower(i) == "and", i + 1 < words.count, let other = name(at: i + 1) { i = other.next }
        if lower(i) == ",", PlaceWords.insertions.contains(lower(i + 1)), lower(i + 2) == "," { i += 3 }
        while PlaceWords.helpers.contains(lower(i)), i - start < 6 { i += 1 }
        // "Kharkiv was ordered to …" tells what befell the town; "was" alone is no decision.
        if ["is", "was", "were", "been"].contains(lower(i - 1)) { return false }
        return PlaceWords.speech.contains(lower(i)) && !words[i].isCapitalised
    }

    /// "talks with", "ties between Washington and": the word before the name closes words for dealings.
    private func isDealing(_ i: Int) -> Bool {
        var at = i
        if lower(at) == "and" {
            at -= 1
            while at >= 0, words[at].isCapitalised, i - at < 4 { at -= 1 }
        }
        guard ["with", "between"].contains(lower(at)) else { return false }
        return PlaceWords.dealings.contains(lower(at - 1))
    }

    // MARK: - Names of persons and things

    private func followsTitle(_ i: Int) -> Bool {
        PlaceWords.titles.contains(lower(i - 1)) && words[i - 1].isCapitalised
            || lower(i - 1) == "." && PlaceWords.titles.contains(lower(i - 2))
    }

    /// Whether the word at `i` is a capitalised word that makes a longer name with the next one.
    private func isNamePart(_ i: Int) -> Bool {
        guard i >= 0, words[i].isCapitalised, words[i].kind == .word, !PlaceWords.leaders.contains(lower(i)) else {
            // An initial with its stop: "J. Paris".
            return i >= 1 && lower(i) == "." && lower(i - 1).utf8.count == 1 && words[i - 1].isCapitalised
        }
        if lower(i).hasSuffix("'s") || lower(i).utf8.contains(UInt8(ascii: ".")) { return false }
        if TimeLexicon.shared.meaning(lower(i)) != .none { return false }
        return !rows(at: i).contains { $0.isLand || $0.kind == .people }
    }

    /// Whether a capitalised word behind the name makes a longer one with it: "Paris Hilton", "Russia Today".
    private func continues(_ range: Range<Int>, isFirm: Bool) -> Bool {
        let next = range.upperBound
        guard next < words.count, words[next].isCapitalised, words[next].kind == .word else { return false }
        if PlaceWords.followers.contains(lower(next)) { return false }
        // "KYIV Sirens sounded", and a headline with capitals throughout.
        if range.count == 1, words[range.lowerBound].span.count > 1, isUpperCase(words[range.lowerBound].span) {
            return false
        }
        if isFirm, isTitleCase { return false }
        return !isDay(next) && !(name(at: next)?.rows.contains { $0.kind == .country } ?? false)
    }

    /// "Kyiv Monday", but "The Dallas Morning News".
    private func isDay(_ i: Int) -> Bool {
        switch TimeLexicon.shared.meaning(lower(i)) {
        case .month, .weekday: true
        default: false
        }
    }

    /// "ISTANBUL" of a dateline.
    private func isUpperCase(_ span: TextSpan) -> Bool {
        text.utf8[span.range].allSatisfy { $0 &- 0x61 >= 26 }
    }

    /// Whether most longer words are capitalised, as in a headline.
    private var isTitleCase: Bool {
        let long = words.filter { $0.kind == .word && $0.span.count > 3 }
        return long.count > 3 && long.count { $0.isCapitalised } * 4 >= long.count * 3
    }
}
