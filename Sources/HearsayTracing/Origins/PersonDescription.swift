internal import HearsayCore

/// What articles tell of people whom they do not name, apart from their number: what they do, for whom, where, and whether
/// they are men or women.
///
/// Each of these is a constraint: where two descriptions clash, the people are two; what one of them leaves out stays open.
/// What somebody has access to ("familiar with the talks", "who saw the draft") and what rank he has tells nobody apart,
/// since an engineer, too, may be familiar with the talks.
struct PersonDescription: Hashable {
    enum Gender { case female, male }

    /// A body, a group or a place to which somebody belongs: "the health ministry", "Port Avon".
    struct Body: Hashable {
        /// What it is, in an English phrase its last word.
        var head: String
        /// What tells it from others of its kind.
        var marks: Set<String>
        /// Whether it may hold any other body: a country, a continent, "the government", "the capital".
        var isWide: Bool
    }

    /// What they are by calling ("engineer", "diplomat"), as a stem; nil for "a source", "officials".
    private(set) var calling: String?
    private(set) var bodies: [Body] = []
    private(set) var gender: Gender?
    /// Whether they are set apart from others whom the outlet spoke of: "another official".
    private(set) var isOther = false
    /// Whether nothing at all is told of them: "a source", and neither for whom nor how they know.
    private(set) var isBare = true
    /// The stems of all words by which they are called, access included.
    let words: Set<String>

    /// Reads a description such as "two senior aides of the health ministry"; `affiliation` is the body that the reading
    /// knows, `mentions` are the words by which the article goes on about them ("she").
    init(_ role: String, affiliation: String? = nil, mentions: [String] = []) {
        let all = WordScanner.words(of: role)
        words = Set(all.lazy.filter { !Self.isIdle($0) }.map { Terms.stem($0.lower) })
        var (part, phrase) = (Part.head, [Word]())
        for word in all {
            guard let next = Self.turn(word.lower, in: part) else {
                phrase.append(word)
                continue
            }
            take(phrase, as: part)
            (part, phrase) = (next, [])
        }
        take(phrase, as: part)
        if let affiliation { take(WordScanner.words(of: affiliation), as: .body) }
        // Pronouns of both kinds mean that one of them was taken for somebody else's.
        let told = Set(mentions.compactMap { Self.genders[$0.lowercased()] })
        if gender == nil, told.count == 1 { gender = told.first }
    }

    /// The country is no pronoun.
    private static func isIdle(_ word: Word) -> Bool {
        Terms.idle.contains(word.lower) && !(word.lower == "us" && word.isCapitalised)
    }

    // MARK: Reading

    private enum Part { case head, body, access, work }

    private static let opensAccess = Terms.words(
        """
        close near familiar briefed involved aware privy knowledge access seen saw who that whose which speaking asked \
        requesting on about
        """)
    private static let opensBody = Terms.words("of at in from inside within for to with by")
    private static let working = Terms.words("work works worked working serves serving served")
    /// Nouns that anybody may be called.
    private static let vague = Terms.stems(
        """
        source sources person people official officials insider insiders individual individuals somebody someone man men \
        woman women one two three four five several both others employee employees staff staffer worker workers member \
        members aide aides colleague colleagues figure figures anonymous unnamed some many number dozen
        """)
    private static let ranks = Terms.stems(
        """
        senior junior top high highest ranking leading former retired serving current longtime deputy chief head second \
        other another third different separate further
        """)
    private static let others = Terms.words("another second third other different separate further")
    private static let wide = Terms.stems(
        """
        western eastern european american us u.s british english french german dutch israeli iraqi greek polish czech arab \
        african asian uk eu nato state government federal national local regional foreign international country capital city \
        town region area world public
        """)
    private static let genders: [String: Gender] = Dictionary(
        uniqueKeysWithValues: ["she", "her", "hers", "herself", "woman", "women", "spokeswoman", "mother", "daughter"]
            .map {
                ($0, Gender.female)
            } + ["he", "him", "his", "himself", "man", "men", "spokesman", "father", "son"].map { ($0, Gender.male) })

    /// The part that a word opens; nil for a word that goes on with the part.
    private static func turn(_ lower: String, in part: Part) -> Part? {
        if working.contains(lower) { return .work }
        switch part {
        case .head, .body:
            if opensAccess.contains(lower) { return .access }
            return opensBody.contains(lower) ? .body : nil
        // "Who works at the plant" tells of a body; "close to the board" does not.
        case .work: return ["at", "for", "in", "inside", "within"].contains(lower) ? .body : nil
        case .access: return nil
        }
    }

    private mutating func take(_ phrase: [Word], as part: Part) {
        // "The woman's lawyer" and "his mother" are told apart by the noun, not by whose they are.
        if part == .head, let noun = phrase.last { gender = gender ?? Self.genders[noun.lower] }
        if part == .head, phrase.contains(where: { Self.others.contains($0.lower) }) { isOther = true }
        let words = phrase.filter { !Self.isIdle($0) && $0.kind == .word && !$0.lower.hasSuffix("ly") }
        switch part {
        case .access, .work:
            if !words.isEmpty { isBare = false }
        case .body: takeBody(words)
        case .head:
            guard let noun = words.last else { return }
            let stem = Terms.stem(noun.lower)
            if !Self.vague.contains(stem) { (calling, isBare) = (stem, false) }
            takeBody(words.dropLast())
        }
    }

    private mutating func takeBody(_ words: some Sequence<Word>) {
        let telling = words.filter { word in
            let stem = Terms.stem(word.lower)
            return !Self.ranks.contains(stem) && !Self.vague.contains(stem)
        }
        guard let last = telling.last else { return }
        isBare = false
        let marks = telling.dropLast().filter { !Self.isWide($0) }
        let body = Body(
            head: Terms.stem(last.lower), marks: Set(marks.map { Terms.stem($0.lower) }),
            isWide: telling.allSatisfy(Self.isWide))
        if !bodies.contains(body) { bodies.append(body) }
    }

    /// Whether a word is of a country or part of the world, by the list or by its ending ("Velmarian").
    private static func isWide(_ word: Word) -> Bool {
        wide.contains(Terms.stem(word.lower))
            || word.isCapitalised && ["ian", "ean", "ish", "ese"].contains { word.lower.hasSuffix($0) }
    }

    // MARK: Comparing

    /// Whether the two are certainly not one and the same, as far as what articles call them tells.
    func clashes(with other: PersonDescription) -> Bool {
        if let gender, let theirs = other.gender, gender != theirs { return true }
        if !bodies.isEmpty, !other.bodies.isEmpty, !sharesBody(with: other),
            bodies.contains(where: { body in
                other.bodies.contains { body.head == $0.head && !body.marks.isEmpty && !$0.marks.isEmpty }
            })
        {
            return true
        }
        if calling != nil, calling == other.calling { return false }
        let (x, y) = (telling(beside: other), other.telling(beside: self))
        return !x.isEmpty && !y.isEmpty && x.isDisjoint(with: y)
    }

    /// Whether one outlet most likely means the same by both: nothing clashes, and one of them tells nothing or both call
    /// the people alike in something.
    func isLike(_ other: PersonDescription) -> Bool {
        let (x, y) = (words.subtracting(Self.vague), other.words.subtracting(Self.vague))
        return !clashes(with: other) && (x.isEmpty || y.isEmpty || !x.isDisjoint(with: y))
    }

    private func sharesBody(with other: PersonDescription) -> Bool {
        bodies.contains { body in
            other.bodies.contains { theirs in
                body.head == theirs.head
                    && (body.marks.isEmpty || theirs.marks.isEmpty || !body.marks.isDisjoint(with: theirs.marks))
            }
        }
    }

    /// The words that tell who they are. A wide body tells nothing beside a mere body: a Western official may well be an
    /// official of a ministry; a diplomat is none of its drivers.
    private func telling(beside other: PersonDescription) -> Set<String> {
        let isBodyAlone = calling == nil || other.calling == nil && other.bodies.isEmpty
        var words = Set(bodies.filter { !($0.isWide && isBodyAlone) }.flatMap { $0.marks.union([$0.head]) })
        if let calling { words.insert(calling) }
        return words
    }
}
