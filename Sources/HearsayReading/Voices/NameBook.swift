internal import HearsayCore

/// The proper names of a document, short forms joined to full ones.
struct NameBook: Sendable {
    enum Gender: Sendable { case male, female }

    /// One name with all its forms and places.
    struct Entity: Sendable {
        /// The fullest form, without titles.
        var name: String
        /// Its words in lower case.
        var tokens: [String]
        var kind: Voice.Kind
        var gender: Gender?
        /// Titles and nouns that stand before the name somewhere ("senator", "nominee").
        var descriptions: Set<String> = []
        /// Where it is mentioned, as ranges of words, in order.
        var mentions: [Range<Int>]
        /// Whether nothing but its capitals says that it names a person.
        var isGuess = false
    }

    private(set) var entities: [Entity] = []
    /// For every word that belongs to a name, the number of its entity.
    private var entityOfWord: [Int: Int] = [:]

    private let prose: Prose
    private let lexicon: Lexicon

    /// Finds and joins the names of a document.
    init(_ prose: Prose, _ lexicon: Lexicon) {
        (self.prose, self.lexicon) = (prose, lexicon)
        let chunks = NameChunks(prose: prose, lexicon: lexicon).all()
        // Long forms first, so that short ones find them wherever they stand.
        let order = chunks.indices.sorted { (-chunks[$0].core.count, $0) < (-chunks[$1].core.count, $1) }
        for index in order { add(chunks[index]) }
        let finder = NameChunks(prose: prose, lexicon: lexicon)
        for sentence in finder.titleCase { addKnown(in: sentence) }
        for index in entities.indices { entities[index].mentions.sort { $0.lowerBound < $1.lowerBound } }
    }

    /// The entity named by (the last name within) a range of words.
    func last(in range: Range<Int>) -> Int? {
        range.reversed().lazy.compactMap { entityOfWord[$0] }.first
    }

    /// The entity that a word belongs to.
    func entity(at word: Int) -> Int? { entityOfWord[word] }

    /// Whether a name only describes the noun behind it ("the Kolen campaign", "Brask workers").
    func isAttributive(_ mention: Range<Int>) -> Bool {
        guard mention.upperBound < prose.words.count else { return false }
        let next = prose.words[mention.upperBound].lower
        return next == "campaign" || next == "team" || NameKind.noun(next, lexicon) != nil
            || lexicon.has(.sourceNounPlural, next) || lexicon.has(.officeNounPlural, next)
            || lexicon.has(.crowdNoun, next)
    }

    private mutating func add(_ chunk: NameChunks.Chunk) {
        let tokens = prose.words[chunk.core].map(\.stem).flatMap { Self.spelledOut[$0] ?? [$0] }
        let guess = NameKind.guess(chunk, prose, lexicon)
        if let known = match(tokens, chunk, guess.kind) {
            entities[known].mentions.append(chunk.core)
            if entities[known].gender == nil { entities[known].gender = guess.gender }
            if guess.kind == .person { entities[known].isGuess = false }
            entities[known].descriptions.formUnion(descriptions(chunk))
            for word in chunk.core { entityOfWord[word] = known }
            return
        }
        var name = prose.string(chunk.core)
        if name.utf8.count > 2, prose.words[chunk.core.upperBound - 1].isPossessive { name = Self.withoutEnding(name) }
        let kind = guess.kind ?? .person
        entities.append(
            Entity(
                name: name, tokens: tokens, kind: kind, gender: guess.gender, descriptions: descriptions(chunk),
                mentions: [chunk.core], isGuess: guess.kind == nil))
        for word in chunk.core { entityOfWord[word] = entities.count - 1 }
    }

    /// Finds names that are known from elsewhere in a sentence whose capitals tell nothing.
    private mutating func addKnown(in sentence: Range<Int>) {
        var word = sentence.lowerBound
        while word < sentence.upperBound {
            let found = entities.indices.compactMap { index -> (index: Int, count: Int)? in
                let tokens = entities[index].tokens
                let rest = prose.words[word..<sentence.upperBound].lazy.map(\.stem)
                if rest.starts(with: tokens) { return (index, tokens.count) }
                return entities[index].kind == .person && rest.first == tokens.last ? (index, 1) : nil
            }
            guard let best = found.max(by: { $0.count < $1.count }) else {
                word += 1
                continue
            }
            entities[best.index].mentions.append(word..<word + best.count)
            for part in word..<word + best.count { entityOfWord[part] = best.index }
            word += best.count
        }
    }

    private static let spelledOut = [
        "u.n.": ["united", "nations"], "u.s.": ["united", "states"], "u.k.": ["united", "kingdom"],
        "e.u.": ["european", "union"],
    ]
    private static let fullTitles = [
        "sen": "senator", "sens": "senator", "gov": "governor", "rep": "congressman", "justice": "judge",
        "dr": "doctor",
        "gen": "general", "prof": "professor", "col": "colonel", "capt": "captain", "sgt": "sergeant",
    ]

    /// The titles of a name and the noun right before it.
    private func descriptions(_ chunk: NameChunks.Chunk) -> Set<String> {
        var out: Set<String> = []
        for index in chunk.whole.lowerBound..<chunk.core.lowerBound where prose.words[index].kind == .word {
            let lower = prose.words[index].lower
            out.insert(lower)
            if let full = Self.fullTitles[lower] { out.insert(full) }
            // "Senators Odo Hern and Mira Kolen"
            if lower.hasSuffix("s"), lexicon.has(.title, String(lower.dropLast())) {
                out.insert(String(lower.dropLast()))
            }
        }
        out.formUnion(parties(before: chunk.whole.lowerBound))
        if chunk.whole.lowerBound > 0 {
            let before = prose.words[chunk.whole.lowerBound - 1]
            if before.kind == .word, NameKind.noun(before.lower, lexicon) != nil { out.insert(before.lower) }
        }
        let after = chunk.core.upperBound
        if after + 2 < prose.words.count, prose.words[after].lower == "," {
            // "Mira Kolen, the nominee's daughter": what owns the description describes her not.
            let stretch = after + 1..<min(after + 8, prose.words.count)
            let owner = stretch.prefix { ![",", "."].contains(prose.words[$0].lower) }
                .last { prose.words[$0].isPossessive }
            for index in (owner ?? after) + 1..<stretch.upperBound {
                let lower = prose.words[index].lower
                if [",", "who", "of", "in", "."].contains(lower) { break }
                if NameKind.noun(lower, lexicon) == .person { out.insert(lower) }
            }
        }
        if !out.isDisjoint(with: ["senator", "congressman", "congresswoman", "representative", "deputy"]) {
            out.insert("lawmaker")
        }
        return out
    }

    /// The parties that the description before a name tells ("Republican presidential nominee …").
    private func parties(before word: Int) -> [String] {
        var index = word - 1
        var out: [String] = []
        while index >= 0, word - index <= 4, prose.words[index].kind == .word {
            if let party = Self.party(prose.words[index].lower) { out.append(party) }
            index -= 1
        }
        return out
    }

    /// The common name of a party that an adjective or a short form stands for.
    static func party(_ word: String) -> String? {
        switch word {
        case "republican", "gop": "republican"
        case "democratic", "democrat": "democrat"
        case "conservative", "tory": "conservative"
        case "labour", "liberal", "green", "libertarian", "socialist": word
        default: nil
        }
    }

    private static func withoutEnding(_ name: String) -> String {
        for ending in ["'s", "\u{2019}s", "'S", "\u{2019}S"] where name.hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }

    /// The entity of which `tokens` are a form: the same words, a person's first or last name, the first words of a
    /// firm, or its initials.
    private func match(_ tokens: [String], _ chunk: NameChunks.Chunk, _ kind: Voice.Kind?) -> Int? {
        if let same = entities.firstIndex(where: { $0.tokens == tokens }) { return same }
        let gender = NameKind.titleGender(chunk, prose, lexicon)
        var candidates: [(score: Int, index: Int)] = []
        for (index, entity) in entities.enumerated() where entity.tokens.count > tokens.count || tokens.count > 1 {
            guard let score = likeness(tokens, entity, chunk) else { continue }
            if let gender, let other = entity.gender, gender != other { continue }
            candidates.append((score, index))
        }
        // A bare surname is that of whom the text names first: "Kolen" is Mira Kolen, not her brother Odo Kolen.
        let best = candidates.map(\.score).max()
        return candidates.filter { $0.score == best }.map(\.index)
            .min { entities[$0].mentions[0].lowerBound < entities[$1].mentions[0].lowerBound }
    }

    /// Whether a name opens with the family's ("Ban Ki-moon", "Xi Jinping"), as its first or last word tells.
    private func familyFirst(_ tokens: [String]) -> Bool {
        guard tokens.count > 1 else { return false }
        return lexicon.has(.familyFirst, tokens[0]) || tokens.contains("-") && tokens[1] != "-"
    }

    private func likeness(_ tokens: [String], _ entity: Entity, _ chunk: NameChunks.Chunk) -> Int? {
        let full = entity.tokens.filter { $0 != "jr" && $0 != "sr" && $0 != "iii" }
        guard let last = full.last, let first = full.first else { return nil }
        if entity.kind == .person {
            if tokens.count == 1, tokens[0] == last { return 100 }
            if tokens.count == 1, tokens[0] == first, full.count > 1, !chunk.hasTitle || familyFirst(full) { return 60 }
            if tokens.count > 1, tokens.first == first, tokens.last == last { return 100 }
            if tokens.count > 1, Array(full.suffix(tokens.count)) == tokens { return 90 }
            return nil
        }
        // What is a name of its own is no short form ("United Nations" of "United Nations Security Council").
        let isWhole = [.metonym, .government, .organisation, .outlet].contains { lexicon.has($0, phrase: tokens) }
        if full.count > tokens.count, !isWhole {
            if tokens.count > 1, full.suffix(tokens.count).elementsEqual(tokens) { return 60 }
            if full.starts(with: tokens) { return 50 }
        }
        if tokens.count == 1, entity.kind != .person, full.count > 1 {
            let main = full.filter { !["of", "and", "for", "the", "&", "to", "on", "in", "against"].contains($0) }
            let letters = String(main.compactMap { $0.unicodeScalars.first.map(Character.init) })
            if letters == tokens[0].split(separator: ".").joined() { return 70 }
        }
        return nil
    }
}
