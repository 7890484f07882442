/// Reads numbers in digits or words out of a sequence of words: "300,000", "twenty-one", "half a million", "a dozen".
package enum NumberWords {
    /// A number and one past its last word.
    package struct Found: Hashable {
        package var value: Double
        package var next: Int
        /// Whether any of it is digits.
        package var hasDigits: Bool
    }

    private static let units: [String: Double] = [
        "zero": 0, "nought": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    private static let tens: [String: Double] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
        "ninety": 90,
    ]
    static let scales: [String: Double] = [
        "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "thousand": 1e3, "million": 1e6, "billion": 1e9,
        "trillion": 1e12, "mn": 1e6, "bn": 1e9, "tn": 1e12,
    ]
    private static let suffixes: [String: Double] = [
        "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12,
    ]

    /// The value of one number word below a hundred ("seven", "forty").
    package static func small(_ word: String) -> Double? { smalls[word] }

    private static let smalls = units.merging(tens) { unit, _ in unit }

    /// The number that starts at word `i`; nil when none does. Ordinals are none.
    package static func number(in words: [Word], at i: Int) -> Found? {
        guard i < words.count else { return nil }
        let word = words[i]
        if word.kind == .number { return digits(words, i) }
        guard word.kind == .word else { return nil }
        switch word.lower {
        case "a", "an": return indefinite(words, i)
        case "half": return half(words, i)
        default: return spelled(words, i)
        }
    }

    private static func digits(_ words: [Word], _ i: Int) -> Found? {
        guard let numeral = Numeral(words[i].lower) else { return nil }
        if numeral.suffix.isEmpty { return scaled(Found(value: numeral.value, next: i + 1, hasDigits: true), words) }
        guard let factor = suffixes[numeral.suffix] else { return nil }
        return Found(value: numeral.value * factor, next: i + 1, hasDigits: true)
    }

    /// "a dozen", "a hundred thousand", "a hundred and ten"; nil for "a" alone.
    private static func indefinite(_ words: [Word], _ i: Int) -> Found? {
        guard i + 1 < words.count else { return nil }
        let next = words[i + 1].lower
        if next == "dozen" { return Found(value: 12, next: i + 2, hasDigits: false) }
        if next == "half", i + 2 < words.count, words[i + 2].lower == "dozen" {
            return Found(value: 6, next: i + 3, hasDigits: false)
        }
        guard next == "hundred" || scales[next] != nil else { return nil }
        let value = next == "hundred" ? 100 : scales[next] ?? 1
        return withRest(scaled(Found(value: value, next: i + 2, hasDigits: false), words), words)
    }

    /// "a hundred and ten".
    private static func withRest(_ found: Found, _ words: [Word]) -> Found {
        guard found.next + 1 < words.count, words[found.next].lower == "and",
            let rest = spelled(words, found.next + 1), rest.value > 0, rest.value < 100
        else { return found }
        return Found(value: found.value + rest.value, next: rest.next, hasDigits: false)
    }

    /// "half a million", "half a dozen"; nil for "half" alone.
    private static func half(_ words: [Word], _ i: Int) -> Found? {
        guard i + 2 < words.count, words[i + 1].lower == "a" else { return nil }
        let last = words[i + 2].lower
        if last == "dozen" { return Found(value: 6, next: i + 3, hasDigits: false) }
        return scales[last].map { Found(value: $0 / 2, next: i + 3, hasDigits: false) }
    }

    /// Multiplies by "hundred", "thousand", "million", "dozen" that follow.
    private static func scaled(_ found: Found, _ words: [Word]) -> Found {
        var found = found
        while found.next < words.count {
            let word = words[found.next].lower
            if word == "hundred" {
                found.value *= 100
            } else if ["dozen", "dozens", "dz", "dzs"].contains(word) {
                found.value *= 12
            } else if let scale = scales[word] {
                found.value *= scale
            } else {
                break
            }
            found.next += 1
        }
        return found
    }

    private static func spelled(_ words: [Word], _ i: Int) -> Found? {
        guard i < words.count, small(words[i].lower) != nil else { return nil }
        var (total, group, at, any) = (0.0, 0.0, i, false)
        var last = Double.infinity  // the size of the last part, so that "two three" is not five
        while at < words.count {
            if words[at].lower == "-" || words[at].lower == "and" {
                guard any, at + 1 < words.count, joins(words, at, group, total) else { break }
                at += 1
                continue
            }
            let word = words[at].lower
            if let value = units[word], last >= 20, value < 10 || last >= 100 {
                (group, last) = (group + value, value < 10 ? 1 : 10)
            } else if let value = tens[word], last >= 100 {
                (group, last) = (group + value, 20)
            } else if any, word == "hundred", group > 0, group < 100 {
                (group, last) = (group * 100, 100)
            } else if any, let scale = scales[word], group > 0 {
                (total, group, last) = (total + group * scale, 0, 100)
            } else if any, group == 0, total > 0, let scale = scales[word], scales[words[at - 1].lower] != nil {
                total *= scale
            } else if any, ["dozen", "dozens"].contains(word), total == 0 {
                return Found(value: group * 12, next: at + 1, hasDigits: false)
            } else {
                break
            }
            (any, at) = (true, at + 1)
        }
        return any ? withHalf(Found(value: total + group, next: at, hasDigits: false), words) : nil
    }

    /// Whether a hyphen or "and" at `at` goes on with the same number.
    private static func joins(_ words: [Word], _ at: Int, _ group: Double, _ total: Double) -> Bool {
        let next = words[at + 1].lower
        if words[at].lower == "-" {
            return group >= 20 && group.truncatingRemainder(dividingBy: 10) == 0 && (units[next] ?? 10) < 10
        }
        let round = group >= 100 && group.truncatingRemainder(dividingBy: 100) == 0 || total > 0 && group == 0
        return round && (units[next] != nil || tens[next] != nil)
    }

    /// "two and a half".
    private static func withHalf(_ found: Found, _ words: [Word]) -> Found {
        let i = found.next
        guard i + 2 < words.count, words[i].lower == "and", words[i + 1].lower == "a", words[i + 2].lower == "half"
        else { return found }
        if let scale = scales[words[i - 1].lower], scale >= 1e6 {
            return Found(value: found.value + scale / 2, next: i + 3, hasDigits: false)
        }
        return scaled(Found(value: found.value + 0.5, next: i + 3, hasDigits: false), words)
    }
}
