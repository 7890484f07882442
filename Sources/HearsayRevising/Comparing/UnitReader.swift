internal import HearsayCore

/// Reads the units of a line.
struct UnitReader {
    let words: [Word]
    let starts: Set<Int>
    let times: [TimeExpression]
    /// Words of capital letters alone.
    let capitals: Set<Int>

    private static let quotationMarks: Set<String> = ["\"", "“", "”", "„", "«", "»", "‟", "″"]
    private static let currencies = ["$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "%": "%"]
    private static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20,
    ]
    private static let parts = ["quarter": 4, "half": 2]
    private static let being = WordLists.words(
        "is are was were be been being 's 're am not also still now has have had")

    /// The units, in order; a contraction ("won't") makes two of one word.
    func units() -> [Unit] {
        var (units, i, quotation) = ([Unit](), 0, Quotation())
        var times = times.sorted { $0.span < $1.span }[...]
        while i < words.count {
            if starts.contains(i), quotation.isSingle { quotation.isSingle = false }
            if quotation.takes(words, i) {
                units.append(Unit(kind: .quotationMark, key: "\"", words: i..<i + 1))
                i += 1
                continue
            }
            while let time = times.first, time.span.end <= words[i].span.start { times.removeFirst() }
            var found = times.first.flatMap { time(at: i, $0) } ?? read(at: i)
            for k in found.indices where quotation.isOpen { quote(&found[k]) }
            units += found
            i = max(i + 1, found.map(\.words.upperBound).max() ?? 0)
        }
        return units
    }

    private func lower(_ i: Int) -> String { i >= 0 && i < words.count ? words[i].lower : "" }

    /// Between quotation marks the words themselves count.
    private func quote(_ unit: inout Unit) {
        unit.isQuoted = true
        switch unit.kind {
        case .mark, .quotationMark, .number, .time, .name: break
        default:
            unit.key = "q:" + words[unit.words].map { Spelling.american(Stem.plain($0.lower)) }.joined(separator: " ")
        }
    }

    // MARK: Times and numbers

    private func time(at i: Int, _ time: TimeExpression) -> [Unit]? {
        guard time.span.start == words[i].span.start, !WordLists.filler.contains(lower(i)) else { return nil }
        let end = words[i...].firstIndex { $0.span.start >= time.span.end } ?? words.count
        let said = words[i..<end].map { Stem.comparable($0) }
        let key = Self.key(time) ?? said.filter { !WordLists.function.contains($0) }.joined(separator: " ")
        return [Unit(kind: .time, key: "t:" + key, words: i..<end)]
    }

    private static func key(_ time: TimeExpression) -> String? {
        let bound: String
        switch time.modality {
        case .before, .after, .deadline: bound = time.modality.rawValue
        default: bound = ""
        }
        switch time.value {
        case .interval(let start, let end): return "\(start?.iso ?? "")/\(end?.iso ?? "")\(bound)"
        case .instant(let moment): return moment.iso + bound
        case .timeOfDay(let from, let to): return "\(from)-\(to ?? -1)\(bound)"
        case .duration(let seconds): return "\(seconds)"
        case .set, nil: return nil
        }
    }

    private func number(at i: Int) -> Unit? {
        if let ordinal = ordinal(lower(i)) { return Unit(kind: .number, key: "o:\(ordinal)", words: i..<i + 1) }
        if ["a", "one"].contains(lower(i)), lower(i + 2) == "of",
            let part = Self.ordinals[lower(i + 1)] ?? Self.parts[lower(i + 1)]
        {
            return Unit(kind: .number, key: "f:\(part)", words: i..<i + 2)
        }
        guard let found = NumberWords.number(in: words, at: i), found.next > i else { return nil }
        return Unit(kind: .number, key: "n:\(found.value)", words: i..<found.next)
    }

    private func ordinal(_ word: String) -> Int? {
        if let value = Self.ordinals[word] { return value }
        guard let numeral = Numeral(word), ["st", "nd", "rd", "th"].contains(numeral.suffix) else { return nil }
        return numeral.integer ?? Int(exactly: numeral.value)
    }

    // MARK: Words

    private func read(at i: Int) -> [Unit] {
        if let phrase = phrase(at: i) { return [phrase] }
        let word = words[i]
        if word.kind == .punctuation {
            if let key = Self.currencies[word.lower] {
                return [Unit(kind: .content, key: "w:" + key, words: i..<i + 1)]
            }
            return [Unit(kind: .mark, key: Self.mark(word.lower), words: i..<i + 1)]
        }
        if let number = number(at: i) { return [number] }
        if let parts = contraction(at: i) { return parts }
        let lower = Stem.plain(word.lower)
        if word.isCapitalised, isName(i) {
            return [Unit(kind: .name, key: "w:" + Stem.comparable(word), words: i..<i + 1)]
        }
        return [Unit(kind: kind(of: lower, at: i), key: key(of: lower, at: i), words: i..<i + 1)]
    }

    private static func mark(_ mark: String) -> String {
        switch mark {
        case "–", "—", "−", "-": "-"
        case "‘", "’", "'": "'"
        default: mark
        }
    }

    /// "Is due on Friday", but not "the rent due".
    private func isArranged(_ i: Int) -> Bool { Self.being.contains(lower(i - 1)) }

    private func key(of lower: String, at i: Int) -> String {
        if CertaintyWords.rough.contains(lower) { return "rough" }
        if let grade = CertaintyWords.grade(lower), lower != "due" || isArranged(i), CueWords.force(lower) == nil {
            return "c:" + grade.key
        }
        return WordLists.negation.contains(lower) ? "not:" + lower : "w:" + Stem.comparable(words[i])
    }

    private func kind(of lower: String, at i: Int) -> Unit.Kind {
        if CertaintyWords.rough.contains(lower) {
            return isBeforeNumber(i) ? .rough : lower == "some" ? .number : lower == "about" ? .function : .content
        }
        if let force = CueWords.force(lower), isCue(i), !Self.determiners.contains(self.lower(i - 1)) {
            return .cue(force)
        }
        if let grade = CertaintyWords.grade(lower), lower != "due" || isArranged(i) { return .certainty(grade) }
        if WordLists.negation.contains(lower) { return .negation }
        if WordLists.manyness.contains(lower) { return .number }
        if let force = CueWords.force(lower), isCue(i) { return .cue(force) }
        if WordLists.pronouns[lower] != nil { return .pronoun }
        if WordLists.directions.contains(lower) { return .direction }
        if WordLists.filler.contains(lower) { return .filler }
        return WordLists.function.contains(lower) ? .function : .content
    }

    private func isBeforeNumber(_ i: Int) -> Bool {
        (i + 1...i + 2).contains { number(at: $0) != nil || Self.currencies[lower($0)] != nil }
    }

    /// "Was told of it", "the calls", "orders from abroad" are no cues; "found" is one before "that" or a quotation.
    private func isCue(_ i: Int) -> Bool {
        // What is said to be is told by nobody; other passives are deeds.
        let isPassive = ["was", "were", "been", "be", "being", "is", "are"].contains(lower(i - 1))
        if isPassive, lower(i) != "said" { return false }
        if Self.objects.contains(lower(i + 1)), lower(i).hasPrefix("claim") { return false }
        if lower(i + 1) == "of", lower(i) == "told" || lower(i) == "informed" { return false }
        if CueWords.isStrong(lower(i)) { return true }
        if Self.determiners.contains(lower(i - 1)) { return false }
        guard CueWords.isWeak(lower(i)) else { return true }
        let next = i + 1 < words.count ? words[i + 1] : nil
        return next == nil || next?.lower == "that" || next?.kind == .punctuation
            || i > 0 && (Self.quotationMarks.contains(lower(i - 1)) || lower(i - 1) == ",")
    }

    /// What is claimed without a word.
    private static let objects = WordLists.words(
        "responsibility victory credit lives the a compensation damages asylum")
    private static let determiners = WordLists.words("the a an no any this that these those its his her their of")

    /// A capital inside a sentence, or one at its start that another capital or a further place tells to be a name.
    private func isName(_ i: Int) -> Bool {
        let word = words[i].lower
        if WordLists.function.contains(word) || WordLists.pronouns[word] != nil { return false }
        if capitals.contains(i) { return true }
        let isStart =
            i == 0 || starts.contains(i)
            || words[i - 1].kind == .punctuation && !words[i - 1].isGlued && words[i - 1].lower != "("
        if !isStart { return CueWords.force(word) == nil && CertaintyWords.grade(word) == nil }
        let next = i + 1 < words.count && words[i + 1].isCapitalised && !starts.contains(i + 1)
        return next && !WordLists.negation.contains(word) && !WordLists.filler.contains(word)
            && !WordLists.manyness.contains(word)
    }

    private func contraction(at i: Int) -> [Unit]? {
        let word = words[i].lower
        guard word.utf8.contains(0x27) else { return nil }
        let range = i..<i + 1
        if word.hasSuffix("n't") {
            let not = Unit(kind: .negation, key: "not:not", words: range)
            let base = word == "won't" ? "will" : word == "can't" ? "can" : String(word.dropLast(3))
            guard let grade = CertaintyWords.grade(base) else { return [not] }
            return [Unit(kind: .certainty(grade), key: "c:" + grade.key, words: range), not]
        }
        guard let cut = word.utf8.firstIndex(of: 0x27) else { return nil }
        let (head, tail) = (String(word[..<cut]), String(word[cut...]))
        guard WordLists.pronouns[head] != nil || ["who", "that", "there"].contains(head), tail != "'" else {
            return nil
        }
        let first = Unit(kind: WordLists.pronouns[head] == nil ? .function : .pronoun, key: "w:" + head, words: range)
        guard tail == "'ll", let grade = CertaintyWords.grade("will") else { return [first] }
        return [first, Unit(kind: .certainty(grade), key: "c:will", words: range)]
    }

    // MARK: Phrases

    private static let phrases: [(words: [String], kind: Unit.Kind, key: String)] = {
        let list: [(String, Unit.Kind, String)] = [
            ("due to the fact that", .content, "w:because"), ("in order to", .direction, "w:to"),
            ("no one", .negation, "not:nobody"), ("per cent", .content, "w:%"), ("at least", .number, "b:>="),
            ("no fewer than", .number, "b:>="), ("no less than", .number, "b:>="), ("more than", .number, "b:>"),
            ("less than", .number, "b:<"), ("fewer than", .number, "b:<"), ("up to", .number, "b:<="),
            ("at most", .number, "b:<="), ("no more than", .number, "b:<="), ("close to", .rough, "rough"),
            ("according to", .cue(.says(level: 2)), "w:according"), ("put out", .content, "w:extinguish"),
            ("set up", .content, "w:establish"), ("carried out", .content, "w:conduct"),
            ("at present", .filler, "w:now"),
            ("of course", .filler, "w:course"), ("in addition", .filler, "w:also"), ("as well", .filler, "w:also"),
            ("as well as", .function, "w:and"), ("at the moment", .filler, "w:now"), ("at this time", .filler, "w:now"),
            ("prior to", .content, "w:before"), ("a lot of", .number, "w:many"), ("a number of", .number, "w:several"),
            ("in spite of", .content, "w:despite"), ("as a result", .filler, "w:thus"),
            ("took place", .content, "w:happen"),
            ("took part", .content, "w:participat"), ("sells off", .content, "w:sel"), ("sold off", .content, "w:sel"),
            ("a total of", .filler, "w:total"), ("among them", .content, "w:includ"), ("such as", .content, "w:includ"),
            ("death toll", .content, "w:toll"), ("number of dead", .content, "w:toll"),
            ("due to", .content, "w:because"),
            ("because of", .content, "w:because"), ("crew members", .content, "w:crew"),
            ("staff members", .content, "w:staff"), ("members of staff", .content, "w:staff"),
            ("owing to", .content, "w:because"),
        ]
        return list.map { words, kind, key in
            let stem = key.hasPrefix("w:") ? "w:" + Stem.of(Spelling.american(String(key.dropFirst(2)))) : key
            return (words.split(separator: " ").map(String.init), kind, stem)
        }
        .sorted { $0.words.count > $1.words.count }
    }()

    private static let byFirst = Dictionary(grouping: phrases) { $0.words[0] }

    private func phrase(at i: Int) -> Unit? {
        if let plan = certainty(at: i) { return plan }
        for phrase in Self.byFirst[lower(i)] ?? [] where i + phrase.words.count <= words.count {
            guard words[i..<i + phrase.words.count].map(\.lower).elementsEqual(phrase.words) else { continue }
            return Unit(kind: phrase.kind, key: phrase.key, words: i..<i + phrase.words.count)
        }
        if lower(i) == "over" || lower(i) == "under", number(at: i + 1) != nil {
            return Unit(kind: .number, key: lower(i) == "over" ? "b:>" : "b:<", words: i..<i + 1)
        }
        return nil
    }

    /// "Is due to open", "is believed to have fled".
    private func certainty(at i: Int) -> Unit? {
        guard lower(i + 1) == "to", let grade = CertaintyWords.grade(lower(i) + " to"),
            grade.level == 3 || Self.being.contains(lower(i - 1)), !["the", "a", "an"].contains(lower(i + 2))
        else { return nil }
        return Unit(kind: .certainty(grade), key: "c:" + grade.key, words: i..<i + 2)
    }
}

/// Follows the quotation marks of a line.
struct Quotation {
    private(set) var isDouble = false
    var isSingle = false

    var isOpen: Bool { isDouble || isSingle }

    /// Whether the word is a mark that opens or closes a quotation; takes note of it.
    mutating func takes(_ words: [Word], _ i: Int) -> Bool {
        guard words[i].kind == .punctuation else { return false }
        switch words[i].lower {
        case "“", "„", "«":
            isDouble = true
            return true
        case "”", "»":
            isDouble = false
            return true
        case "\"":
            isDouble.toggle()
            return true
        case "‘", "’", "'":
            let opens = words[i].lower != "’" && !words[i].isGlued && i + 1 < words.count && words[i + 1].isGlued
            defer { isSingle = opens && !isSingle }
            return isSingle || opens
        default: return false
        }
    }
}
