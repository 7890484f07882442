internal import HearsayCore

/// Turns the evidence about two names into a verdict and its reason.
///
/// `same` needs every word accounted for; likeness alone never gives it.
struct Judgement {
    private let a: NameForm
    private let b: NameForm
    private let alignment: Alignment
    private let evidence: Evidence
    private let likeness: Double

    /// The judgement of two forms.
    static func match(_ a: NameForm, _ b: NameForm) -> NameMatch {
        if let match = withoutWords(a, b) { return match }
        let alignment = Alignment(a, b)
        let evidence = Evidence(a, b, alignment)
        let judgement = Judgement(
            a: a, b: b, alignment: alignment, evidence: evidence, likeness: Likeness.score(evidence, a, b))
        return judgement.guarded(judgement.match())
    }

    private static func withoutWords(_ a: NameForm, _ b: NameForm) -> NameMatch? {
        guard a.words.isEmpty || b.words.isEmpty else { return nil }
        if a.text.utf8.elementsEqual(b.text.utf8), a.isPerson == b.isPerson {
            return NameMatch(score: 1, verdict: .same, reason: "the same text")
        }
        return NameMatch(score: 0, verdict: .different, reason: "no words to compare")
    }

    /// Names that no index would bring together are not called alike.
    private func guarded(_ match: NameMatch) -> NameMatch {
        guard match.verdict != .different, !a.sharesKey(with: b) else { return match }
        return NameMatch(score: match.score, verdict: .different, reason: "alike, but no word in common")
    }

    // MARK: - Verdicts

    private func match() -> NameMatch {
        if let match = byKind() ?? byTable() { return match }
        if let pair = clashing(.number) {
            return NameMatch(score: likeness, verdict: .different, reason: "different numbers: \(shown(pair))")
        }
        if let short = abbreviation { return short }
        if isSite { return NameMatch(score: 0.97, verdict: .same, reason: "written as one word or several") }
        if let clash { return NameMatch(score: min(likeness, Self.mostOfUnlike), verdict: .different, reason: clash) }
        if let doubt {
            let isAlike = likeness >= NameMatcher.threshold
            return NameMatch(score: likeness, verdict: isAlike ? .possible : .different, reason: doubt)
        }
        return NameMatch(score: isPlainlySame ? 1 : max(likeness, 0.95), verdict: .same, reason: sameness)
    }

    private func byKind() -> NameMatch? {
        guard a.isPerson != b.isPerson else { return nil }
        let isOne = a.joined == b.joined
        return NameMatch(
            score: isOne ? NameMatcher.threshold : min(likeness, Self.mostOfUnlike),
            verdict: isOne ? .possible : .different,
            reason: isOne ? "one name, but a person and a body" : "a person and a body")
    }

    private func byTable() -> NameMatch? {
        guard a.alias > 0, b.alias > 0 else { return nil }
        let names = NameLexicon.shared.sourceNames
        if a.alias == b.alias {
            let reason = isPlainlySame ? "the same words" : "both are names of \(names[Int(a.alias)])"
            return NameMatch(score: isPlainlySame ? 1 : 0.98, verdict: .same, reason: reason)
        }
        return NameMatch(
            score: min(likeness, Self.mostOfUnlike), verdict: .different,
            reason: "two sources: \(names[Int(a.alias)]), \(names[Int(b.alias)])")
    }

    /// "lefigaro.fr" beside "Le Figaro", whose article counts here.
    private var isSite: Bool {
        !a.isPerson && !b.isPerson
            && (!a.withArticle.isEmpty && a.withArticle == b.joined
                || !b.withArticle.isEmpty && b.withArticle == a.joined)
    }

    /// "BBC" beside words that begin so; tables know the usual ones, so this is only a guess.
    private var abbreviation: NameMatch? {
        guard !a.isPerson, !b.isPerson else { return nil }
        let (short, long) = a.isAbbreviation ? (a, b) : (b, a)
        guard short.isAbbreviation, long.initials.count > 1, short.joined.count > 1, short.joined == long.initials
        else {
            return nil
        }
        return NameMatch(
            score: max(likeness, 0.7), verdict: .possible, reason: "\(short.text) may be short for \(long.text)")
    }

    /// The score of names that are known to be two, however alike they look. Numbers are left out: public pairs count
    /// one fund's successor as alike, and only the verdict parts them.
    private static let mostOfUnlike = 0.45

    /// What makes the names two however alike they look.
    private var clash: String? {
        if let pair = clashing(.place) { return "different places: \(shown(pair))" }
        if evidence.initialClashes > 0 { return "different initials: \(a.text), \(b.text)" }
        if evidence.isReversed { return "father and son change places" }
        if let pair = alignment.pairs.first(where: isManAndWoman) {
            return "forms of a man's and a woman's name: \(shown(pair))"
        }
        if !a.isPerson, let one = telling(alignment.leftA, a), let other = telling(alignment.leftB, b) {
            return "different words: \(one), \(other)"
        }
        if let pair = clashing(.suffix) { return "different additions: \(shown(pair))" }
        return nil
    }

    /// The first of the words left over that says what a body is.
    private func telling(_ left: [Int], _ form: NameForm) -> String? {
        left.first { form.words[$0].role != .particle && form.words[$0].role != .number }.map(form.shown)
    }

    /// "Ivanov" and "Ivanova", "Oleksandr" and "Oleksandra", "Zelensky" and "Zelenska".
    private func isManAndWoman(_ pair: Alignment.Pair) -> Bool {
        guard a.isPerson, b.isPerson, pair.match.ground == .near, pair.match.alike > 0.6 else { return false }
        let (one, other) = (a.words[pair.a.lowerBound], b.words[pair.b.lowerBound])
        return one.isFeminine(of: other) || other.isFeminine(of: one)
    }

    private func clashing(_ role: NameWord.Role) -> Alignment.Pair? {
        alignment.pairs.first { pair in
            a.words[pair.a.lowerBound].role == role && b.words[pair.b.lowerBound].role == role
                && (pair.match.ground == .clash || role == .suffix && !pair.match.isSame)
        }
    }

    private func shown(_ pair: Alignment.Pair) -> String { "\(a.shown(pair.a)), \(b.shown(pair.b))" }

    // MARK: - Doubts

    /// What keeps the names from being one for certain; nil when nothing does.
    private var doubt: String? {
        if evidence.shared == 0 { return "no word in common" }
        if let pair = alignment.pairs.first(where: { !$0.match.isSame && !isBilingual($0) }) { return difference(pair) }
        if let words = leftOver { return words }
        if evidence.hasOtherForm { return "different legal forms" }
        if !evidence.isInOrder, !mayChangeOrder { return "the same words in another order" }
        if a.isPerson, a.words.count == 1, alignment.pairs.contains(where: { $0.match.ground == .given }) {
            return "forms of one given name, and no more"
        }
        if a.isPerson, a.words.count != b.words.count, evidence.names < 2 { return "one name of several" }
        return nil
    }

    /// States and ministries turn their words round: "Defense Ministry of Ukraine".
    private var mayChangeOrder: Bool { a.kind == .government && b.kind == .government }

    /// A surname in its Russian and its Ukrainian spelling, beside a given name of these languages that agrees.
    private func isBilingual(_ pair: Alignment.Pair) -> Bool {
        guard a.isPerson, b.isPerson, pair.match.ground == .near || pair.match.ground == .consonants,
            pair.match.alike > 0.5, pair.a.count == 1, pair.b.count == 1,
            alignment.pairs.contains(where: { $0.match.isSame && a.words[$0.a.lowerBound].isSlavic })
        else { return false }
        let (one, other) = (a.words[pair.a.lowerBound], b.words[pair.b.lowerBound])
        return one.latin.contains { way in
            let fold = SoundFold.bilingual(way)
            return other.latin.contains { SoundFold.bilingual($0) == fold }
        }
    }

    private var leftOver: String? {
        if let left = alignment.leftA.first(where: { !a.isNegligible($0, of: evidence) }) {
            return "only one has \(a.shown(left))"
        }
        if let left = alignment.leftB.first(where: { !b.isNegligible($0, of: evidence) }) {
            return "only one has \(b.shown(left))"
        }
        return nil
    }

    private func difference(_ pair: Alignment.Pair) -> String {
        let words = shown(pair)
        let part = part(pair)
        switch pair.match.ground {
        case .initial: return "an initial may stand for the name: \(words)"
        case .consonants: return "the consonants agree across scripts, the vowels are not certain: \(words)"
        case .kin: return "one name in two languages: \(words)"
        default: break
        }
        if pair.match.alike < 0.5 { return "\(part) differs: \(words)" }
        guard let change = LetterChange.between(a.letters(pair.a), b.letters(pair.b)) else {
            return "\(part) differs by some letters: \(words)"
        }
        return "\(part) differs by one \(change.rawValue): \(words)"
    }

    /// What a word is in its name.
    private func part(_ pair: Alignment.Pair) -> String {
        guard a.isPerson, a.words.count > 1, b.words.count > 1 else {
            return a.words.count == 1 ? "the name" : "a word"
        }
        if pair.a.upperBound == a.words.count, pair.b.upperBound == b.words.count { return "the surname" }
        return pair.a.lowerBound == 0 && pair.b.lowerBound == 0 ? "the first name" : "a name"
    }

    // MARK: - Sameness

    private var isPlainlySame: Bool {
        alignment.leftA.isEmpty && alignment.leftB.isEmpty && evidence.isInOrder
            && alignment.pairs.allSatisfy { $0.match.ground == .letters }
    }

    private var sameness: String {
        for pair in alignment.pairs {
            switch pair.match.ground {
            case .near, .consonants: return "a Russian and a Ukrainian spelling: \(shown(pair))"
            case .given: return "forms of one given name: \(shown(pair))"
            case .entry where a.words[pair.a.lowerBound].native != b.words[pair.b.lowerBound].native:
                return "names of one \(a.words[pair.a.lowerBound].role == .place ? "place" : "number"): \(shown(pair))"
            case .sound: return "one spelling: \(shown(pair))"
            case .joined: return "written as one word or several: \(shown(pair))"
            default: continue
            }
        }
        if !alignment.leftA.isEmpty || !alignment.leftB.isEmpty { return "the same but for a middle name" }
        if a.titles != b.titles { return "the same but for a title" }
        if a.forms.isEmpty != b.forms.isEmpty { return "the same but for the legal form" }
        return "the same words"
    }
}

extension NameForm {
    fileprivate func shown(_ at: Int) -> String { words[at].shown }

    fileprivate func shown(_ range: Range<Int>) -> String { words[range].map(\.shown).joined(separator: " ") }

    fileprivate func letters(_ range: Range<Int>) -> [UInt8] {
        words[range].reduce(into: []) { $0 += $1.latin.first ?? [] }
    }

    /// Whether a word that the other name lacks says nothing against one person: a middle initial, a patronymic, "al".
    fileprivate func isNegligible(_ at: Int, of evidence: Evidence) -> Bool {
        guard isPerson, evidence.names > 1 else { return false }
        let word = words[at]
        switch word.role {
        case .initial: return evidence.sharedInitials == 0 && at > 0 && at < words.count - 1
        case .name: return at > 0 && word.isPatronymic
        case .particle: return word.isArticle
        case .generic, .number, .place, .suffix: return false
        }
    }
}
