internal import HearsayCore

/// Reads the units of a line.
struct UnitReader {
    let line: LineWords
    let times: [TimeExpression]
    /// Words of capital letters alone.
    let capitals: Set<Int>

    static let quotationMarks: Set<String> = ["\"", "“", "”", "„", "«", "»", "‟", "″"]
    static let currencies = ["$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "%": "%"]
    private static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "twentieth": 20,
    ]
    private static let parts = ["quarter": 4, "half": 2]
    static let being = WordLists.words(
        "is are was were be been being 's 're am not also still now has have had")
    static let passive: Set<String> = ["was", "were", "been", "be", "being", "is", "are"]
    /// What is claimed without a word.
    static let claimed = WordLists.words("responsibility victory credit lives the a compensation damages asylum")
    static let determiners = WordLists.words("the a an no any this that these those its his her their of")

    private var words: [Word] { line.words }

    /// The units, in order; a contraction ("won't") makes two of one word.
    func units() -> [Unit] {
        var (units, i, quotation) = ([Unit](), 0, Quotation())
        units.reserveCapacity(words.count)
        var times = times.sorted { $0.span < $1.span }[...]
        while i < words.count {
            if quotation.isSingle, line.starts.contains(i) { quotation.isSingle = false }
            if quotation.takes(words, i) {
                units.append(Unit(kind: .quotationMark, key: "\"", words: i..<i + 1))
                i += 1
                continue
            }
            while let time = times.first, time.span.end <= words[i].span.start { times.removeFirst() }
            let first = units.count
            if let unit = times.first.flatMap({ time(at: i, $0) }) { units.append(unit) } else { read(at: i, &units) }
            i += 1
            for k in first..<units.count {
                if quotation.isOpen { quote(&units[k]) }
                i = max(i, units[k].words.upperBound)
            }
        }
        return units
    }

    private func lower(_ i: Int) -> String { line.lower(i) }

    private func traits(_ i: Int) -> WordTraits { line.traits(i) }

    private func key(_ i: Int) -> String { line.entry(i).key }

    /// Between quotation marks the words themselves count.
    private func quote(_ unit: inout Unit) {
        unit.isQuoted = true
        switch unit.kind {
        case .mark, .quotationMark, .number, .time, .name: break
        case _ where unit.words.count == 1:
            unit.key = line.entry(unit.words.lowerBound).quotedKey
        default:
            unit.key = "q:" + words[unit.words].map { Spelling.american(Stem.plain($0.lower)) }.joined(separator: " ")
        }
    }

    // MARK: Times and numbers

    private func time(at i: Int, _ time: TimeExpression) -> Unit? {
        guard time.span.start == words[i].span.start, !traits(i).contains(.filler) else { return nil }
        let end = words[i...].firstIndex { $0.span.start >= time.span.end } ?? words.count
        let said = words[i..<end].map { Stem.comparable($0) }
        let key = Self.key(time) ?? said.filter { !WordLists.function.contains($0) }.joined(separator: " ")
        return Unit(kind: .time, key: "t:" + key, words: i..<end)
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
        guard traits(i).contains(.number) else { return nil }
        if let ordinal = line.entry(i).ordinal {
            return Unit(kind: .number, key: "o:\(ordinal)", words: i..<i + 1)
        }
        if ["a", "one"].contains(lower(i)), lower(i + 2) == "of",
            let part = Self.ordinals[lower(i + 1)] ?? Self.parts[lower(i + 1)]
        {
            return Unit(kind: .number, key: "f:\(part)", words: i..<i + 2)
        }
        guard let found = NumberWords.number(in: words, at: i), found.next > i else { return nil }
        return Unit(kind: .number, key: "n:\(found.value)", words: i..<found.next)
    }

    static func ordinal(_ word: String) -> Int? {
        if let value = ordinals[word] { return value }
        guard let numeral = Numeral(word), ["st", "nd", "rd", "th"].contains(numeral.suffix) else { return nil }
        return numeral.integer ?? Int(exactly: numeral.value)
    }

    // MARK: Words

    private func read(at i: Int, _ units: inout [Unit]) {
        if let phrase = phrase(at: i) { return units.append(phrase) }
        let (word, traits) = (words[i], traits(i))
        if word.kind == .punctuation {
            let kind = traits.contains(.currency) ? Unit.Kind.content : .mark
            return units.append(Unit(kind: kind, key: key(i), words: i..<i + 1))
        }
        if let number = number(at: i) { return units.append(number) }
        if traits.contains(.apostrophe), let parts = contraction(at: i) {
            units += parts
            return
        }
        if word.isCapitalised, isName(i) {
            return units.append(Unit(kind: .name, key: key(i), words: i..<i + 1))
        }
        let plain = line.entries[line.entry(i).plain]
        units.append(Unit(kind: kind(of: plain, at: i), key: key(of: plain, at: i), words: i..<i + 1))
    }

    /// One mark for those that look alike.
    static func mark(_ mark: String) -> String {
        switch mark {
        case "–", "—", "−", "-": "-"
        case "‘", "’", "'": "'"
        default: mark
        }
    }

    /// "Is due on Friday", but not "the rent due".
    private func isArranged(_ i: Int) -> Bool { traits(i - 1).contains(.being) }

    private func key(of plain: Glossary.Entry, at i: Int) -> String {
        if plain.traits.contains(.rough) { return "rough" }
        if let grade = plain.grade, plain.force == nil, plain.lower != "due" || isArranged(i) {
            return "c:" + grade.key
        }
        return plain.traits.contains(.negation) ? "not:" + plain.lower : key(i)
    }

    private func kind(of plain: Glossary.Entry, at i: Int) -> Unit.Kind {
        let traits = plain.traits
        if traits.contains(.rough) {
            if isBeforeNumber(i) { return .rough }
            return plain.lower == "some" ? .number : plain.lower == "about" ? .function : .content
        }
        if let force = plain.force, isCue(i), !self.traits(i - 1).contains(.determiner) { return .cue(force) }
        if let grade = plain.grade, plain.lower != "due" || isArranged(i) { return .certainty(grade) }
        if traits.contains(.negation) { return .negation }
        if traits.contains(.manyness) { return .number }
        if let force = plain.force, isCue(i) { return .cue(force) }
        if traits.contains(.pronoun) { return .pronoun }
        if traits.contains(.direction) { return .direction }
        if traits.contains(.filler) { return .filler }
        return traits.contains(.function) ? .function : .content
    }

    private func isBeforeNumber(_ i: Int) -> Bool {
        (i + 1...i + 2).contains { number(at: $0) != nil || traits($0).contains(.currency) }
    }

    /// "Was told of it", "the calls", "orders from abroad" are no cues; "found" is one before "that" or a quotation.
    private func isCue(_ i: Int) -> Bool {
        // What is said to be is told by nobody; other passives are deeds.
        let (word, before) = (lower(i), traits(i - 1))
        if before.contains(.passive), word != "said" { return false }
        if traits(i + 1).contains(.claimed), word.hasPrefix("claim") { return false }
        if lower(i + 1) == "of", word == "told" || word == "informed" { return false }
        if traits(i).contains(.strongCue) { return true }
        if before.contains(.determiner) { return false }
        guard traits(i).contains(.weakCue) else { return true }
        let next = i + 1 < words.count ? words[i + 1] : nil
        return next == nil || next?.lower == "that" || next?.kind == .punctuation
            || !before.isDisjoint(with: [.quotationMark, .comma])
    }

    /// A capital inside a sentence, or one at its start that another capital or a further place tells to be a name.
    private func isName(_ i: Int) -> Bool {
        let traits = traits(i)
        if !traits.isDisjoint(with: [.function, .pronoun]) { return false }
        if capitals.contains(i) { return true }
        let isStart =
            i == 0 || line.starts.contains(i)
            || words[i - 1].kind == .punctuation && !words[i - 1].isGlued && words[i - 1].lower != "("
        if !isStart {
            let entry = line.entry(i)
            return entry.force == nil && entry.grade == nil
        }
        let next = i + 1 < words.count && words[i + 1].isCapitalised && !line.starts.contains(i + 1)
        return next && traits.isDisjoint(with: [.negation, .filler, .manyness])
    }

    private func contraction(at i: Int) -> [Unit]? {
        let (word, range) = (words[i].lower, i..<i + 1)
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

    private func phrase(at i: Int) -> Unit? {
        if traits(i).contains(.plan), let plan = certainty(at: i) { return plan }
        guard traits(i).contains(.phrase) else { return nil }
        for phrase in UnitPhrase.byFirst[lower(i)] ?? [] where i + phrase.words.count <= words.count {
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
            grade.level == 3 || traits(i - 1).contains(.being), !["the", "a", "an"].contains(lower(i + 2))
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
