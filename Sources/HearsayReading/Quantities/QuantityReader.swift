public import HearsayCore

/// Finds numbers with their units: "300,000 soldiers", "87%", "$1.2 billion", "between 20 and 30 people".
///
/// Years, dates, times of day and ordinals are no quantities.
public struct QuantityReader: Sendable {
    private let countsBare: Bool

    /// A reader; `countsBare` takes in small numbers that nothing is said to be counted by ("4 or 5 of them").
    public init(countsBare: Bool = false) { self.countsBare = countsBare }

    /// The quantities of a span, in order; nothing that `times` cover is read.
    public func quantities(in text: SourceText, span: TextSpan, times: [TimeExpression]) -> [Quantity] {
        let words = WordScanner.words(in: text, span: span)
        let scan = QuantityScan(words: words, text: text, countsBare: countsBare)
        var taken = times.map(\.span).sorted()[...]
        var (found, i) = ([Quantity](), 0)
        while i < words.count {
            while let first = taken.first, first.end <= words[i].span.start { taken.removeFirst() }
            if let time = taken.first, time.overlaps(words[i].span) {
                i += 1
                continue
            }
            guard let hit = scan.quantity(at: i) else {
                i += 1
                continue
            }
            let isTaken = taken.first.map { $0.overlaps(hit.quantity.span) } ?? false
            if !isTaken { found.append(hit.quantity) }
            i = isTaken ? i + 1 : hit.next
        }
        return found
    }
}

/// Reads the quantity that starts at one word.
private struct QuantityScan {
    let words: [Word]
    let text: SourceText
    let countsBare: Bool

    struct Hit {
        var quantity: Quantity
        var next: Int
    }

    private static let currencies: Set<String> = ["$", "€", "£", "¥", "₽", "₴", "₹"]
    private static let approximators: Set<String> = [
        "about", "around", "nearly", "almost", "roughly", "approximately", "some", "over", "under", "circa",
        "estimated",
        "barely", "exceeding", "~", "above", "below", "perhaps", "probably",
    ]
    private static let plurals: [String: Double] = [
        "dozens": 24, "scores": 40, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9,
    ]

    private func lower(_ i: Int) -> String { i >= 0 && i < words.count ? words[i].lower : "" }

    func quantity(at i: Int) -> Hit? {
        if let hit = plural(at: i) { return hit }
        if countsBare, let share = percentOf(i) { return share }
        let symbol = Self.currencies.contains(lower(i)) ? lower(i) : nil
        let start = symbol == nil ? i : i + 1
        guard start == i || start < words.count && words[start].isGlued else { return nil }
        if symbol == nil, isRefused(i) { return nil }
        guard let first = number(at: start), !isOrdinalPart(first.next) else { return nil }
        var (value, upper, next) = (first.value, Double?.none, first.next)
        if let second = second(after: first.next, opening: lower(i - 1)), second.value > value {
            if second.value >= 1000, value < 1000, let scale = scale(before: second.next) { value *= scale }
            (upper, next) = (second.value, second.next)
        }
        let unit = symbol.map { QuantityUnit(name: $0, next: currencyNoun(next)) } ?? unit(at: next)
        if countsBare, unit == nil, value == 1, upper == nil, !first.hasDigits, first.next == start + 1 { return nil }
        guard
            countsBare || isPartOf(next, value) || unit != nil || first.hasDigits || value > 12 || upper != nil
                || start != i
        else { return nil }
        if unit == nil, !countsBare, isLabel(i) || upper == nil && isYear(i) { return nil }
        if countsBare, upper == nil, let far = opposite(i, next, value) {
            (value, upper, next) = (min(value, far.value), max(value, far.value), far.next)
        }
        let end = max(unit?.next ?? next, next)
        let span = TextSpan(words[i].span.start, words[end - 1].span.end)
        let isRough = isApproximate(before: upper == nil ? i : opened(i))
        let quantity = Quantity(span: span, value: value, upper: upper, unit: unit?.name, approximate: isRough)
        return Hit(quantity: quantity, next: end)
    }

    private func number(at i: Int) -> NumberWords.Found? {
        countsBare ? NumberWords.real(in: words, at: i) : NumberWords.number(in: words, at: i)
    }

    /// "eleven of the 48", "three of them"; "one of them" counts nothing.
    private func isPartOf(_ i: Int, _ value: Double) -> Bool {
        guard lower(i) == "of", value > 1 else { return false }
        return ["the", "them", "these", "those", "its", "their", "his", "her", "our", "us"].contains(lower(i + 1))
    }

    /// "per cent of 22", with the number behind.
    private func percentOf(_ i: Int) -> Hit? {
        let at = lower(i) == "per" && lower(i + 1) == "cent" ? i + 2 : lower(i) == "percent" ? i + 1 : i
        guard at > i, lower(at) == "of", i == 0 || words[i - 1].kind != .number, let found = number(at: at + 1),
            unit(at: found.next) == nil
        else { return nil }
        let span = TextSpan(words[i].span.start, words[found.next - 1].span.end)
        return Hit(quantity: Quantity(span: span, value: found.value, unit: "%"), next: found.next)
    }

    /// "hundreds of people", "tens of thousands".
    private func plural(at i: Int) -> Hit? {
        var (value, next) = (0.0, i + 1)
        if ["tens", "hundreds"].contains(lower(i)), lower(i + 1) == "of", let scale = Self.plurals[lower(i + 2)],
            scale >= 1000
        {
            (value, next) = ((lower(i) == "tens" ? 10 : 100) * scale, i + 3)
        } else if let scale = Self.plurals[lower(i)], lower(i) != "scores" || lower(i + 1) == "of" {
            value = scale
        } else {
            return nil
        }
        let unit = lower(next) == "of" ? unit(at: next + 1) : nil
        let end = unit?.next ?? next
        let span = TextSpan(words[i].span.start, words[end - 1].span.end)
        return Hit(quantity: Quantity(span: span, value: value, unit: unit?.name, approximate: true), next: end)
    }

    /// Numbers that name instead of counting ("No. 4", "A320", "Article 5", "page 12").
    private func isRefused(_ i: Int) -> Bool {
        guard i > 0 else { return false }
        let before = lower(i - 1)
        if Self.labels.contains(before) { return true }
        if words[i].isGlued, ["/", ":", ".", "#", "@", "_"].contains(before) { return true }
        if words[i].isGlued, ["%", "=", "?", "&"].contains(before) || before == "-" && isInAddress(i) { return true }
        if words[i].isGlued, before == "-", i > 1, words[i - 1].isGlued, words[i - 2].kind == .word { return true }
        if words[i].kind == .number, i + 1 < words.count, words[i + 1].isGlued, [":", "/"].contains(lower(i + 1)) {
            return true
        }
        return before == "." && ["no", "nos"].contains(lower(i - 2))
    }

    /// Whether a number is one of several that hyphens string together, as in a telephone number.
    private func isInAddress(_ i: Int) -> Bool {
        i > 3 && words[i - 1].isGlued && words[i - 2].isGlued && ["-", "+"].contains(lower(i - 3))
            && words[i - 2].kind == .number
    }

    private static let labels: Set<String> = [
        "article", "page", "chapter", "section", "route", "flight", "level", "number", "room", "channel", "gate",
        "line",
        "platform", "highway", "class", "grade", "phase", "type", "model", "version", "boeing", "airbus", "aged",
        "berth",
        "shaft", "paragraph", "resolution", "unit", "reactor", "block", "formula", "group", "iphone", "covid", "psalm",
    ]

    private func isLabel(_ i: Int) -> Bool {
        guard i > 0 else { return false }
        // "the web 2.0", "mobilization 2.0": a version.
        if words[i - 1].kind == .word, lower(i).hasSuffix(".0") { return true }
        return words[i - 1].isCapitalised && i > 1 && words[i].kind == .number
            && !Self.approximators.contains(lower(i - 1)) && lower(i - 2) != "."
    }

    /// Four digits that are most likely a year.
    private func isYear(_ i: Int) -> Bool {
        guard let value = Numeral(lower(i)).flatMap({ $0.integer }), words[i].kind == .number else { return false }
        return (1900...2100).contains(value)
    }

    /// "twenty-first" and the like count nothing.
    private func isOrdinalPart(_ i: Int) -> Bool {
        let at = lower(i) == "-" ? i + 1 : i
        guard case .ordinal = TimeLexicon.shared.meaning(lower(at)) else { return false }
        return lower(i) == "-" || lower(i - 1) != "one" && NumberWords.small(lower(i - 1)).map { $0 >= 20 } ?? false
    }

    /// The upper end after "to", "-" or, after "between", "and".
    private func second(after i: Int, opening: String) -> NumberWords.Found? {
        let joins =
            ["-", "–", "to", "or", "~", "through"].contains(lower(i)) || opening == "between" && lower(i) == "and"
        guard joins, i + 1 < words.count else { return nil }
        if lower(i) == "-" || lower(i) == "–" {
            guard words[i].isGlued == words[i + 1].isGlued, words[i + 1].kind == .number else { return nil }
        }
        if lower(i) == "to", opening != "from", opening != "up", unit(at: i - 1) == nil, words[i + 1].kind == .word,
            NumberWords.small(lower(i + 1)) == nil
        {
            return nil
        }
        let start = Self.currencies.contains(lower(i + 1)) ? i + 2 : i + 1
        return number(at: start)
    }

    /// The factor of a scale word that closes a range ("20 to 30 million").
    private func scale(before i: Int) -> Double? {
        ["thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6][lower(i - 1)]
    }

    private func opened(_ i: Int) -> Int { ["between", "from"].contains(lower(i - 1)) ? i - 1 : i }

    private func isApproximate(before i: Int) -> Bool {
        if Self.approximators.contains(lower(i - 1)) { return true }
        if ["a", "an", "the"].contains(lower(i - 1)), Self.approximators.contains(lower(i - 2)) { return true }
        let pair = (lower(i - 2), lower(i - 1))
        if pair.1 == "than" {
            return ["more", "less", "fewer", "greater", "higher", "lower", "larger"].contains(pair.0)
        }
        if pair.1 == "to" { return ["up", "close"].contains(pair.0) }
        return pair.0 == "at" && ["least", "most"].contains(pair.1) || pair.0 == "as" && pair.1 == "many"
    }

    // MARK: - Two bounds

    /// The other bound of "more than 10 and less than 40", "at most 100 and at least 20"; nil where both cannot hold.
    private func opposite(_ i: Int, _ end: Int, _ value: Double) -> NumberWords.Found? {
        guard ["and", "but"].contains(lower(end)), let far = comparison(at: end + 1),
            let near = (1...6).lazy.compactMap({ comparison(at: i - $0) }).first(where: { $0.next == i }),
            near.isLower != far.isLower, let found = number(at: far.next),
            near.isLower ? value < found.value : found.value < value
        else { return nil }
        return found
    }

    private struct Comparison {
        var isLower: Bool
        var next: Int
    }

    /// "more than", "at least", "less than or equal to", "above" and one past them.
    private func comparison(at i: Int) -> Comparison? {
        guard i >= 0 else { return nil }
        if ["above", "over", "exceeding"].contains(lower(i)) { return Comparison(isLower: true, next: i + 1) }
        if ["below", "under"].contains(lower(i)) { return Comparison(isLower: false, next: i + 1) }
        if lower(i) == "at", ["least", "most"].contains(lower(i + 1)) {
            return Comparison(isLower: lower(i + 1) == "least", next: i + 2)
        }
        let more = ["more", "greater", "higher", "bigger", "larger"].contains(lower(i))
        guard more || ["less", "fewer", "lower", "smaller"].contains(lower(i)), lower(i + 1) == "than" else {
            return nil
        }
        let isOpen = lower(i + 2) == "or" && lower(i + 3) == "equal" && lower(i + 4) == "to"
        return Comparison(isLower: more, next: isOpen ? i + 5 : i + 2)
    }

    // MARK: - Units

    struct QuantityUnit {
        var name: String
        var next: Int
    }

    /// One past "dollars" after a sum that has its sign already.
    private func currencyNoun(_ i: Int) -> Int { ["dollars", "euros", "pounds", "usd"].contains(lower(i)) ? i + 1 : i }

    private func unit(at i: Int) -> QuantityUnit? {
        guard i < words.count else { return nil }
        switch lower(i) {
        case "%", "percent", "percentage":
            return QuantityUnit(name: "%", next: lower(i + 1) == "points" ? i + 2 : i + 1)
        case "per" where lower(i + 1) == "cent": return QuantityUnit(name: "%", next: i + 2)
        case "°", "degrees", "°c":
            let scale = ["c": "°C", "f": "°F", "celsius": "°C", "fahrenheit": "°F"][lower(i + 1)]
            return QuantityUnit(name: scale ?? "°", next: scale == nil ? i + 1 : i + 2)
        case "of": return of(i)
        case "-": return hyphenated(i)
        default: return noun(at: i)
        }
    }

    /// "a dozen of the ships"; the counted noun after "of".
    private func of(_ i: Int) -> QuantityUnit? {
        let at = ["the", "its", "their", "his", "her", "our"].contains(lower(i + 1)) ? i + 2 : i + 1
        return ["a", "an"].contains(lower(at)) || NumberWords.small(lower(at)) != nil ? nil : noun(at: at)
    }

    /// "a 300-kilometre road".
    private func hyphenated(_ i: Int) -> QuantityUnit? {
        guard words[i].isGlued, i + 1 < words.count, words[i + 1].isGlued, words[i + 1].kind == .word else {
            return nil
        }
        let name = text.string(words[i + 1].span)
        return lower(i + 1) == "year" ? nil : QuantityUnit(name: name, next: i + 2)
    }

    private static let noUnits: Set<String> = [
        "of", "in", "on", "at", "to", "and", "or", "the", "a", "an", "for", "from", "by", "with", "as", "but", "that",
        "than", "if", "is", "was", "were", "are", "be", "had", "has", "have", "who", "which", "when", "while", "after",
        "before", "since", "until", "into", "over", "under", "out", "up", "down", "not", "will", "would", "could",
        "may",
        "might", "said", "says", "more", "less", "other", "others", "so", "this", "these", "those", "it", "they", "he",
        "she", "we", "you", "i", "did", "do", "does", "per", "times", "against", "between", "during", "about", "there",
        "their", "his", "her", "its", "then", "each", "all", "any", "because", "where", "against", "through", "ago",
        "old",
        "later", "earlier", "them", "him", "us", "whom", "me", "aloud", "though", "although", "among", "across", "off",
        "away", "only", "also", "can", "onwards", "onward", "afterwards",
        "went", "came", "told", "took", "made", "died", "fell", "rose", "voted", "remain", "remained", "left", "just",
    ]
    /// Adjectives that may stand before the counted noun.
    private static let adjectives: Set<String> = [
        "additional", "new", "more", "other", "young", "armed", "wounded", "injured", "dead", "foreign", "local",
        "former",
        "russian", "ukrainian", "american", "british", "chinese", "israeli", "palestinian", "german", "french",
        "military",
        "registered", "unnamed", "senior", "civilian", "metric", "nautical", "square", "cubic", "different", "small",
        "large", "key", "extra", "separate", "fresh", "official", "police", "government", "european", "further", "open",
        "stranded", "displaced", "confirmed", "empty", "unarmed", "masked", "striking", "retired", "female", "male",
    ]

    /// The counted noun; adjectives before it are skipped.
    private func noun(at i: Int) -> QuantityUnit? {
        var at = i
        while at < words.count, at < i + 3, Self.adjectives.contains(lower(at)), at + 1 < words.count,
            words[at + 1].kind == .word, !Self.noUnits.contains(lower(at + 1))
        {
            at += 1
        }
        guard at < words.count, words[at].kind == .word, !Self.noUnits.contains(lower(at)) else { return nil }
        if words[at].isCapitalised, !lower(at).hasSuffix("s") { return nil }
        if ["square", "cubic", "metric", "nautical"].contains(lower(at - 1)), at > i {
            return QuantityUnit(name: text.string(words[at - 1].span.union(words[at].span)), next: at + 1)
        }
        return QuantityUnit(name: text.string(words[at].span), next: at + 1)
    }
}
