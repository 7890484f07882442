internal import HearsayCore

/// Who does, or what causes, what a sentence tells, where its words say so plainly.
///
/// Two sentences alike in all but their agents tell different things: "Norrbank will buy the yard" is not "Halden Marsk will
/// buy the yard". Only what needs no parser is read: a name that opens the sentence, a name behind "by" and a participle,
/// and what stands behind "because of". Everything else has no agent, and is compared without one.
enum Agent: Hashable {
    /// The words of a name, in small letters.
    case doer([String])
    /// The stems of what is blamed.
    case cause(Set<String>)

    /// Whether the two are certainly different ones; nil where they cannot be compared.
    func differs(from other: Agent) -> Bool? {
        switch (self, other) {
        case (.doer(let a), .doer(let b)): !Self.areOne(a, b)
        case (.cause(let a), .cause(let b)): a.isDisjoint(with: b)
        default: nil
        }
    }

    /// Whether two names may stand for one: they share a word, whatever alphabet it came through, or one abbreviates the other.
    private static func areOne(_ a: [String], _ b: [String]) -> Bool {
        let (x, y) = (a.map(NameKey.skeleton), b.map(NameKey.skeleton))
        if !Set(x).isDisjoint(with: y) { return true }
        func initials(_ words: [String]) -> String { words.compactMap { $0.first.map(String.init) }.joined() }
        return a.count > 1 && b == [initials(a)] || b.count > 1 && a == [initials(b)]
    }
}

/// Reads the agents of sentences.
struct AgentReader {
    private static let causes = [
        ["because", "of"], ["due", "to"], ["caused", "by"], ["blamed", "on"], ["owing", "to"],
    ]
    /// Those that end in neither "-ed" nor "-en".
    private static let participles = Terms.words(
        "bought brought built caught cut fought held hit kept led lost made met paid put run sent set shot sold told won"
    )
    private static let determiners = Terms.words("the a an this that our its")
    private static let links = Terms.words("of in at on for from to with by and or")
    /// Most words of a cause that count.
    private static let reach = 5

    private let words: [Word]
    /// Words that are written with a capital within sentences, and so are names.
    private let names: Set<String>

    /// Reads an article's words; `sentences` are where its sentences stand among them.
    init(_ words: [Word], sentences: [Range<Int>]) {
        self.words = words
        var (names, plain) = (Set<String>(), Set<String>())
        for sentence in sentences {
            // What follows a mark may begin a quotation, and has its capital from there.
            for i in sentence.dropFirst() where words[i].kind == .word && words[i - 1].kind != .punctuation {
                if words[i].isCapitalised {
                    names.insert(Terms.unpossessed(words[i].lower))
                } else {
                    plain.insert(words[i].lower)
                }
            }
        }
        self.names = names.subtracting(plain).subtracting(Terms.calendar)
    }

    /// The agent in a stretch of words, which begins where the telling begins ("he said" left out); nil for none.
    func agent(in range: Range<Int>) -> Agent? { cause(in: range) ?? passive(in: range) ?? subject(in: range) }

    /// "Because of bad weather at the site": the words up to the next link or mark.
    private func cause(in range: Range<Int>) -> Agent? {
        guard range.count > 3 else { return nil }
        for i in range.lowerBound..<range.upperBound - 2
        where Self.causes.contains([words[i].lower, words[i + 1].lower]) {
            var stems = Set<String>()
            for word in words[(i + 2)..<min(range.upperBound, i + 2 + Self.reach)] {
                if word.kind == .punctuation || Self.links.contains(word.lower) && !stems.isEmpty { break }
                if !Terms.idle.contains(word.lower) { stems.insert(Terms.stem(word.lower)) }
            }
            return stems.isEmpty ? nil : .cause(stems)
        }
        return nil
    }

    /// "Was signed by Halden Marsk".
    private func passive(in range: Range<Int>) -> Agent? {
        guard range.count > 2 else { return nil }
        for i in range.dropFirst() where words[i].lower == "by" {
            let verb = words[i - 1].lower
            guard Self.participles.contains(verb) || ["ed", "en", "wn"].contains(where: verb.hasSuffix) else {
                continue
            }
            if let name = name(from: i + 1, to: range.upperBound) { return .doer(name.words) }
        }
        return nil
    }

    /// A name at the very beginning that is followed by more than a mark or a link ("the mayor of Loam" is no Loam).
    private func subject(in range: Range<Int>) -> Agent? {
        guard let name = name(from: range.lowerBound, to: range.upperBound), name.end < range.upperBound,
            words[name.end].kind == .word, !words[name.end].isCapitalised, !Self.links.contains(words[name.end].lower)
        else { return nil }
        return .doer(name.words)
    }

    /// The name that starts at a word, after an article; nil for none, and for one that somebody else's possession follows.
    private func name(from start: Int, to end: Int) -> (words: [String], end: Int)? {
        var i = start
        while i < end, Self.determiners.contains(words[i].lower) { i += 1 }
        var name: [String] = []
        while i < end,
            words[i].kind == .number && !name.isEmpty || words[i].isCapitalised && names.contains(words[i].lower)
        {
            name.append(words[i].lower)
            i += 1
        }
        // "Halden Marsk's chairman" is not Halden.
        if i < end, words[i].isCapitalised, words[i].lower.hasSuffix("'s") { return nil }
        return name.isEmpty ? nil : (name, i)
    }
}
