/// Signs, fractions, mixed numbers and shares: "minus five", "two thirds", "2 1/4", "three and a half million", "1 in 20".
extension NumberWords {
    /// The number that starts at word `i`, fractions included; nil when none does.
    package static func real(in words: [Word], at i: Int) -> Found? {
        guard i < words.count else { return nil }
        if let sign = signed(words, i) { return sign }
        guard let base = split(words, i) ?? fraction(words, i) ?? mixed(words, i) else { return nil }
        return power(base, words) ?? share(base, words) ?? base
    }

    /// "two million and three fifths", whose "three" belongs to the fraction and not to the million.
    private static func split(_ words: [Word], _ i: Int) -> Found? {
        guard words[i].kind == .word, let whole = number(in: words, at: i), whole.next > i + 2,
            denominator(lower(words, whole.next)) != nil,
            let and = (i + 1..<whole.next).last(where: { lower(words, $0) == "and" }),
            let part = fraction(words, and + 1), part.value < 1,
            let base = number(in: Array(words[..<and]), at: i), base.next == and
        else { return nil }
        let last = scales[lower(words, and - 1)] ?? 1
        return Found(
            value: base.value + part.value * (last >= 1e6 ? last : 1), next: part.next, hasDigits: base.hasDigits)
    }

    /// "1.1^23", "2.5^-1": a whole power.
    private static func power(_ base: Found, _ words: [Word]) -> Found? {
        guard lower(words, base.next) == "^", isGlued(words, base.next) else { return nil }
        var (at, isNegative) = (base.next + 1, false)
        while ["-", "+"].contains(lower(words, at)), isGlued(words, at), at < base.next + 4 {
            if lower(words, at) == "-" { isNegative.toggle() }
            at += 1
        }
        guard let exponent = whole(words, at), exponent <= 300 else { return nil }
        let product = (0..<Int(exponent)).reduce(1.0) { result, _ in result * base.value }
        return Found(value: isNegative ? 1 / product : product, next: at + 1, hasDigits: true)
    }

    private static func lower(_ words: [Word], _ i: Int) -> String { i >= 0 && i < words.count ? words[i].lower : "" }

    private static func isGlued(_ words: [Word], _ i: Int) -> Bool { i >= 0 && i < words.count && words[i].isGlued }

    /// "minus five", "negative one", "-9.2"; a hyphen between two words is no sign.
    private static func signed(_ words: [Word], _ i: Int) -> Found? {
        let isHyphen = ["-", "−"].contains(lower(words, i)) && !isGlued(words, i)
        guard isHyphen || ["minus", "negative"].contains(lower(words, i)), i + 1 < words.count,
            !isHyphen || words[i + 1].isGlued || i == 0,
            let base = fraction(words, i + 1) ?? mixed(words, i + 1)
        else { return nil }
        let found = power(base, words) ?? base
        return Found(value: -found.value, next: found.next, hasDigits: found.hasDigits)
    }

    // MARK: - Fractions

    /// "3/4", "⅔", "two thirds", "a half", "five - eighths", "two thirds of a million".
    private static func fraction(_ words: [Word], _ i: Int) -> Found? {
        if let value = vulgar[lower(words, i)] { return Found(value: value, next: i + 1, hasDigits: true) }
        if let digits = slashed(words, i) { return digits }
        guard let top = numerator(words, i) else { return nil }
        let at = lower(words, top.next) == "-" ? top.next + 1 : top.next
        guard let bottom = denominator(lower(words, at)), bottom.isPlural || top.value == 1 else { return nil }
        let value = top.value / bottom.value
        if lower(words, at + 1) == "of", lower(words, at + 2) == "a", let scale = scales[lower(words, at + 3)] {
            return Found(value: value * scale, next: at + 4, hasDigits: top.hasDigits)
        }
        if let scale = scales[lower(words, at + 1)], scale >= 1e6 {
            return Found(value: value * scale, next: at + 2, hasDigits: top.hasDigits)
        }
        return Found(value: value, next: at + 1, hasDigits: top.hasDigits)
    }

    private static func numerator(_ words: [Word], _ i: Int) -> Found? {
        if let number = number(in: words, at: i) { return number }
        return ["a", "an"].contains(lower(words, i)) ? Found(value: 1, next: i + 1, hasDigits: false) : nil
    }

    private static func slashed(_ words: [Word], _ i: Int) -> Found? {
        guard let top = whole(words, i), lower(words, i + 1) == "/", isGlued(words, i + 1), isGlued(words, i + 2),
            let bottom = whole(words, i + 2), bottom > 0, lower(words, i + 3) != "/" || !isGlued(words, i + 3),
            !isGlued(words, i)
                || lower(words, i - 1) == "-"
        else { return nil }
        return Found(value: top / bottom, next: i + 3, hasDigits: true)
    }

    private static func whole(_ words: [Word], _ i: Int) -> Double? {
        guard i < words.count, words[i].kind == .number, let numeral = Numeral(words[i].lower), numeral.suffix.isEmpty,
            !numeral.hasFraction, numeral.digits <= 4
        else { return nil }
        return numeral.value
    }

    private static func denominator(_ word: String) -> (value: Double, isPlural: Bool)? {
        if let value = denominators[word] { return (value, false) }
        if word == "halves" { return (2, true) }
        guard word.utf8.last == UInt8(ascii: "s") else { return nil }
        return denominators[String(word.dropLast())].map { ($0, true) }
    }

    private static let denominators: [String: Double] = [
        "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15, "sixteenth": 16, "twentieth": 20,
        "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100, "thousandth": 1e3, "millionth": 1e6,
        "billionth": 1e9, "trillionth": 1e12,
    ]

    private static let vulgar: [String: Double] = [
        "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
        "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅐": 1 / 7, "⅑": 1 / 9, "⅒": 1 / 10,
    ]

    // MARK: - Mixed numbers

    /// A whole number and what follows it: "2 1/4", "twenty and three fifths", "nought point nought three",
    /// "3 million and a quarter", "4 thousand 3 hundred and 21", "1 234 567".
    private static func mixed(_ words: [Word], _ i: Int) -> Found? {
        if lower(words, i) == "half", let scale = scales[lower(words, i + 1)] {
            return Found(value: scale / 2, next: i + 2, hasDigits: false)
        }
        guard let base = scaleAlone(words, i) ?? decimalComma(words, i) ?? number(in: words, at: i) else { return nil }
        if let found = spaced(words, i) ?? point(base, words) ?? added(base, words) { return found }
        if base.next == i + 1, !isGlued(words, base.next) || vulgar[lower(words, base.next)] != nil,
            whole(words, i) != nil, let part = slashed(words, base.next) ?? fractionMark(words, base.next)
        {
            return Found(value: base.value + part.value, next: part.next, hasDigits: true)
        }
        guard lower(words, base.next) == "and", let part = fraction(words, base.next + 1), part.value < 1 else {
            return tail(base, words)
        }
        // "three million and a quarter" is a quarter of a million more.
        let last = scales[lower(words, base.next - 1)] ?? 1
        let sum = Found(
            value: base.value + part.value * (last >= 1e6 ? last : 1), next: part.next, hasDigits: base.hasDigits)
        guard let scale = scales[lower(words, sum.next)], last < 1e6 else { return sum }
        return Found(value: sum.value * scale, next: sum.next + 1, hasDigits: sum.hasDigits)
    }

    private static func fractionMark(_ words: [Word], _ i: Int) -> Found? {
        vulgar[lower(words, i)].map { Found(value: $0, next: i + 1, hasDigits: true) }
    }

    /// "one billion and a quarter million".
    private static func added(_ base: Found, _ words: [Word]) -> Found? {
        guard lower(words, base.next) == "and", let last = scales[lower(words, base.next - 1)],
            let part = fraction(words, base.next + 1), part.value >= 1, part.value < last,
            scales[lower(words, part.next - 1)] != nil
        else { return nil }
        return Found(value: base.value + part.value, next: part.next, hasDigits: base.hasDigits)
    }

    /// "hundred thousand", which needs no "a" before it.
    private static func scaleAlone(_ words: [Word], _ i: Int) -> Found? {
        guard lower(words, i) == "hundred", let scale = scales[lower(words, i + 1)] else { return nil }
        return Found(value: 100 * scale, next: i + 2, hasDigits: false)
    }

    /// "1,3" and "5,00": one comma before one or two last digits.
    private static func decimalComma(_ words: [Word], _ i: Int) -> Found? {
        guard let value = whole(words, i), lower(words, i + 1) == ",", isGlued(words, i + 1), isGlued(words, i + 2),
            let rest = whole(words, i + 2), (1...2).contains(words[i + 2].lower.utf8.count),
            lower(words, i + 3) != "," || !isGlued(words, i + 3), !isGlued(words, i)
        else { return nil }
        let scale = words[i + 2].lower.utf8.count == 1 ? 10.0 : 100.0
        return Found(value: value + rest / scale, next: i + 3, hasDigits: true)
    }

    /// "1 234 567": groups of three digits.
    private static func spaced(_ words: [Word], _ i: Int) -> Found? {
        guard var value = whole(words, i), value < 1000, words[i].lower.utf8.count <= 3, value > 0 else { return nil }
        var at = i + 1
        while at < words.count, !words[at].isGlued, words[at].lower.utf8.count == 3, let next = whole(words, at) {
            (value, at) = (value * 1000 + next, at + 1)
        }
        return at > i + 1 ? Found(value: value, next: at, hasDigits: true) : nil
    }

    /// "two hundred point seventy-one", "nought point nought three".
    private static func point(_ base: Found, _ words: [Word]) -> Found? {
        guard lower(words, base.next) == "point", !base.hasDigits else { return nil }
        var (digits, scale, at) = (0.0, 1.0, base.next + 1)
        while let number = number(in: words, at: at), !number.hasDigits, number.value < 100, scale < 1e9 {
            let width = number.value < 10 ? 10.0 : 100.0
            (digits, scale, at) = (digits * width + number.value, scale * width, number.next)
        }
        return at > base.next + 1 ? Found(value: base.value + digits / scale, next: at, hasDigits: false) : nil
    }

    /// "3 hundred and 21": smaller digits after a scale word.
    private static func tail(_ base: Found, _ words: [Word]) -> Found {
        let last = lower(words, base.next - 1)
        guard let scale = last == "hundred" ? 100 : scales[last] else { return base }
        let at = lower(words, base.next) == "and" ? base.next + 1 : base.next
        guard at > base.next || base.hasDigits, let rest = number(in: words, at: at), rest.value > 0,
            rest.value < scale, rest.value == rest.value.rounded(),
            at == base.next || base.hasDigits || ["hundred", "thousand"].contains(lower(words, rest.next - 1))
                || scale >= 1e6
        else { return base }
        return tail(Found(value: base.value + rest.value, next: rest.next, hasDigits: base.hasDigits), words)
    }

    // MARK: - Shares

    /// "1 over 3", "one out of three", "1 in 20": a smaller number of a larger one.
    private static func share(_ top: Found, _ words: [Word]) -> Found? {
        var at = top.next
        var isIn = false
        switch lower(words, at) {
        case "over": at += 1
        case "out" where lower(words, at + 1) == "of": at += 2
        case "in": (at, isIn) = (at + 1, true)
        default: return nil
        }
        guard let bottom = number(in: words, at: at), bottom.value > 1, top.value > 0, top.value == top.value.rounded()
        else { return nil }
        let isOver = lower(words, top.next) == "over"
        guard top.value < bottom.value || isOver else { return nil }
        if isIn, top.value > 10 || bottom.value > 1000 { return nil }
        if isOver, bottom.next < words.count, words[bottom.next].kind == .word { return nil }
        let next = lower(words, bottom.next) == "hundreds" ? bottom.next + 1 : bottom.next
        let value = next > bottom.next ? bottom.value * 100 : bottom.value
        return Found(value: top.value / value, next: next, hasDigits: top.hasDigits)
    }
}
