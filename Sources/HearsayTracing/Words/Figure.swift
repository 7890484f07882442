internal import HearsayCore

/// A number of a sentence with what it counts, made comparable between outlets.
struct Figure: Hashable {
    var value: Double
    /// What is counted ("boat", "%", "euro"), in the singular; nil when nothing follows.
    var unit: String?
    /// The span of time for which it holds ("month" in "40 million doses a month"); nil where none follows.
    var rate: String?
    /// Whether the words mark it as not exact.
    var isRough: Bool
    /// Where it stands among the words.
    var words: Range<Int>

    /// Whether both may be the same number, one of them rounded: 142 and "more than 140", 2,960 and 3,000.
    func agrees(with other: Figure) -> Bool {
        if let rate, let theirs = other.rate, rate != theirs { return false }
        if value == other.value { return true }
        let (coarse, fine) = digits <= other.digits ? (self, other) : (other, self)
        if coarse.digits < fine.digits, fine.rounded(to: coarse.digits) == coarse.value { return true }
        let nearly = abs(value - other.value) <= 0.025 * max(abs(value), abs(other.value))
        return (isRough || other.isRough) && nearly
    }

    /// Whether this looks like the other one written down wrong: the same digits in another order or with other zeros
    /// (1,840 for 1,480, 3,012 for 312), or the same number with another currency or for another span of time.
    func isSlip(of other: Figure) -> Bool {
        if value == other.value { return unit != other.unit || rate != other.rate }
        return nonZeroDigits == other.nonZeroDigits && nonZeroDigits.count > 1
    }

    private var nonZeroDigits: [Int] {
        guard value.isFinite, abs(value) < 1e15 else { return [] }
        var (rest, digits) = ((abs(value) * 100).rounded(), [Int]())
        while rest >= 1 {
            digits.append(Int(rest.truncatingRemainder(dividingBy: 10)))
            rest = (rest / 10).rounded(.down)
        }
        return digits.filter { $0 != 0 }.sorted()
    }

    /// Digits that are not zeros at either end.
    private var digits: Int {
        var rest = value
        guard rest != 0, rest.isFinite else { return 1 }
        for _ in 0..<6 where rest.rounded() != rest { rest *= 10 }
        rest = rest.rounded()
        while rest != 0, rest.truncatingRemainder(dividingBy: 10) == 0 { rest /= 10 }
        var count = 0
        while abs(rest) >= 1, count < 20 { (rest, count) = ((rest / 10).rounded(.towardZero), count + 1) }
        return max(1, count)
    }

    private func rounded(to digits: Int) -> Double {
        var scale = 1.0
        while abs(value) / scale >= 10 { scale *= 10 }
        while abs(value) / scale < 1, scale > 1e-9 { scale /= 10 }
        for _ in 1..<max(1, digits) { scale /= 10 }
        let result = (value / scale).rounded() * scale
        return abs(result - result.rounded()) < 1e-6 ? result.rounded() : result
    }
}

/// Reads the figures of a sentence. Years, days of a month, clock times, ordinals and the numbers of names are none.
enum FigureReader {
    private static let currencies = [
        "£": "pound", "€": "euro", "$": "dollar", "eur": "euro", "gbp": "pound", "usd": "dollar",
    ]
    private static let units = ["kilo": "kg", "kilogram": "kg", "kilometre": "km", "kilometer": "km"]
    private static let rough = Terms.words(
        "about some nearly almost around approximately roughly over under than least most close circa")
    private static let ordinals = Terms.words("first second third fourth fifth sixth seventh eighth ninth")
    private static let clockWords = Terms.words("at from to until till by before after since between and")
    private static let wholes: Set<Double> = [3, 4, 5, 10, 100]
    private static let spans = Terms.words("hour day week month quarter year season")
    private static let months = Terms.words(
        """
        january february march april may june july august september october november december \
        jan feb mar apr jun jul aug sep sept oct nov dec
        """)

    /// Whether a unit is money.
    static func isMoney(_ unit: String) -> Bool { currencies.values.contains(unit) }

    /// The figures among the words of a sentence, in order.
    static func figures(in words: [Word], _ range: Range<Int>) -> [Figure] {
        var (figures, i) = ([Figure](), range.lowerBound)
        while i < range.upperBound {
            guard let (figure, next) = figure(in: words, at: i, range) else {
                i += 1
                continue
            }
            if var figure {
                figure.rate = rate(words, after: figure.words.upperBound, range)
                figures.append(figure)
            }
            i = next
        }
        return figures
    }

    /// The figure that starts at a word, or nothing where a number stands that is none; nil where no number stands.
    private static func figure(in words: [Word], at i: Int, _ range: Range<Int>) -> (Figure?, Int)? {
        let currency = currencies[words[i].lower]
        let start = currency != nil && i + 1 < range.upperBound ? i + 1 : i
        if words[start].lower == "one" || words[start].lower == "a" && !isScale(words, start + 1, range) { return nil }
        if let joined = glued(words[start]) {
            let unit = currency ?? joined.unit
            return (
                Figure(
                    value: joined.value, unit: unit, rate: nil, isRough: isRough(words, i, range), words: i..<start + 1),
                start + 1
            )
        }
        guard let found = NumberWords.number(in: words, at: start), found.next <= range.upperBound else { return nil }
        if currency == nil {
            if isDate(words, start, found, range) || isOrdinal(words, found, range) || isNameOrTime(words, start, range)
            {
                return (nil, found.next)
            }
            if let share = share(words, start, found, range) { return share }
        }
        let (unit, end) = currency.map { ($0, found.next) } ?? unit(words, after: found.next, range)
        return (
            Figure(value: found.value, unit: unit, rate: nil, isRough: isRough(words, i, range), words: i..<end),
            found.next
        )
    }

    /// "a year", "per month" in the ten words after a figure, before any comma; "years" for "over two years".
    private static func rate(_ words: [Word], after start: Int, _ range: Range<Int>) -> String? {
        let end = min(range.upperBound, start + 10)
        guard start < end else { return nil }
        for i in start..<end where i + 1 < range.upperBound {
            if words[i].kind == .punctuation { return nil }
            if ["a", "an", "per", "each", "every"].contains(words[i].lower), spans.contains(words[i + 1].lower) {
                return words[i + 1].lower
            }
            if words[i].lower == "over", i + 2 < range.upperBound, words[i + 2].lower == "years" { return "years" }
        }
        return nil
    }

    /// "1,840kg": a number with its unit stuck to it.
    private static func glued(_ word: Word) -> (value: Double, unit: String)? {
        guard word.kind == .number, let numeral = Numeral(word.lower) else { return nil }
        let suffix = numeral.suffix
        guard suffix.utf8.count > 1, !["st", "nd", "rd", "th", "am", "pm", "bn", "mn", "tn"].contains(suffix) else {
            return nil
        }
        return (numeral.value, suffix)
    }

    private static func isScale(_ words: [Word], _ i: Int, _ range: Range<Int>) -> Bool {
        i < range.upperBound && ["hundred", "thousand", "million", "billion", "dozen"].contains(words[i].lower)
    }

    private static func isRough(_ words: [Word], _ i: Int, _ range: Range<Int>) -> Bool {
        i > range.lowerBound && rough.contains(words[i - 1].lower)
    }

    private static func isDate(_ words: [Word], _ i: Int, _ found: NumberWords.Found, _ range: Range<Int>) -> Bool {
        guard found.hasDigits else { return false }
        let before = i > range.lowerBound ? words[i - 1].lower : ""
        let early = i > range.lowerBound + 1 ? words[i - 2].lower : ""
        let after = found.next < range.upperBound ? words[found.next].lower : ""
        if months.contains(before) || months.contains(after) || before == "." && months.contains(early) { return true }
        if ["am", "pm", "a.m", "p.m", "a.m.", "p.m.", ":"].contains(after) || before == ":" { return true }
        return found.value >= 1900 && found.value <= 2100 && !words[i].lower.contains(",") && after != "%"
    }

    /// "twenty" in "twenty-fourth".
    private static func isOrdinal(_ words: [Word], _ found: NumberWords.Found, _ range: Range<Int>) -> Bool {
        let i = found.next
        guard i + 1 < range.upperBound, words[i].lower == "-", words[i].isGlued else { return false }
        return ordinals.contains(words[i + 1].lower)
    }

    /// The number of a name ("Berth 3", "Tidewatch-2"), or a time of day with a full stop ("from 00.01 until 9.30").
    private static func isNameOrTime(_ words: [Word], _ i: Int, _ range: Range<Int>) -> Bool {
        guard i > range.lowerBound, words[i].kind == .number else { return false }
        let digits = words[i].lower.utf8
        if digits.contains(UInt8(ascii: ".")) {
            let parts = words[i].lower.split(separator: ".")
            return parts.count == 2 && parts[1].utf8.count == 2 && Int(parts[0]).map { $0 < 25 } ?? false
                && clockWords.contains(words[i - 1].lower)
        }
        guard digits.allSatisfy(\.isASCIIDigit), digits.count < 4,
            i + 1 >= range.upperBound || words[i + 1].lower != "%"
        else { return false }
        let isJoined = words[i - 1].lower == "-"
        let name = isJoined ? i - 2 : i - 1
        guard name >= range.lowerBound, words[name].kind == .word, words[name].isCapitalised else { return false }
        // A capital at the beginning of a sentence tells nothing.
        let isFirst = !(range.lowerBound..<name).contains { words[$0].kind != .punctuation }
        return isJoined || !isFirst && !Terms.idle.contains(words[name].lower)
    }

    /// "nine in ten", "six trains in ten": a share, and not quite exact.
    private static func share(
        _ words: [Word], _ start: Int, _ found: NumberWords.Found, _ range: Range<Int>
    ) -> (Figure?, Int)? {
        for at in found.next..<min(found.next + 2, range.upperBound) where words[at].lower == "in" {
            guard at + 1 < range.upperBound, let whole = NumberWords.number(in: words, at: at + 1),
                whole.next <= range.upperBound, wholes.contains(whole.value), found.value <= whole.value
            else { return nil }
            let value = (found.value / whole.value * 1000).rounded() / 10
            return (
                Figure(value: value, unit: "%", rate: nil, isRough: true, words: start..<whole.next), whole.next
            )
        }
        return nil
    }

    /// What a number counts, and one past its words: "%", "per cent", "-kg", "boats", "cracked bolts".
    private static func unit(_ words: [Word], after i: Int, _ range: Range<Int>) -> (String?, Int) {
        var i = i
        let isJoined = i < range.upperBound && words[i].lower == "-"
        if isJoined { i += 1 }
        guard i < range.upperBound else { return (nil, i) }
        let word = words[i].lower
        if word == "%" || word == "percent" { return ("%", i + 1) }
        if word == "per", i + 1 < range.upperBound, words[i + 1].lower == "cent" { return ("%", i + 2) }
        guard words[i].kind == .word, !months.contains(word), !Terms.idle.contains(word) else { return (nil, i) }
        // "Two 48-hour strikes", "50 kg bags": what is measured is not what is counted.
        let noun = isJoined || CountedNouns.isMeasure(word) ? i : counted(words, at: i, range)
        let stem = Terms.stem(words[noun].lower)
        return (units[stem] ?? currencies[words[noun].lower] ?? CountedNouns.common(stem), noun + 1)
    }

    /// The noun that is counted: the first of three words that is a plural; the first word where none is.
    private static func counted(_ words: [Word], at start: Int, _ range: Range<Int>) -> Int {
        for i in start..<min(start + 3, range.upperBound) {
            let word = words[i].lower
            guard words[i].kind == .word, !Terms.idle.contains(word), !months.contains(word) else { break }
            if CountedNouns.isPlural(word) { return i }
        }
        return start
    }
}
