/// Finds the roles of a name's words by the tables.
struct NameWords {
    private(set) var words: [NameWord] = []
    /// Classes of legal forms that the name carries.
    private(set) var forms: [UInt16] = []
    private(set) var titles = 0
    /// The article that was left out before the name of a body.
    private(set) var article: [UInt8] = []
    /// "Putin, Vladimir".
    private(set) var isInverted = false
    /// The source by the alias table; 0 for none.
    private(set) var alias: UInt16 = 0

    /// First letters of all words, small ones left out, before any legal form goes.
    private(set) var initials: [UInt8] = []
    /// One word in capitals, of two to six letters.
    private(set) var isAbbreviation = false

    private let isPerson: Bool
    private let lexicon = NameLexicon.shared
    private var pieces: [NamePiece]

    /// Reads a name of a kind.
    init(_ text: String, isPerson: Bool) {
        self.isPerson = isPerson
        pieces = NameSplitter.pieces(text)
        if isPerson { splitForPerson() } else { pieces = NamePiece.joiningInitials(pieces) }
        alias = aliased(pieces[...])
        if alias == 0, isDomain(text) { pieces = Self.site(pieces) }
        var rest = pieces[...]
        rest = isPerson ? withoutTitles(rest) : withoutArticle(rest)
        rest = withoutForms(rest)
        if alias == 0 { alias = aliased(rest) }
        read(rest)
        if words.isEmpty { words = pieces.map(NameWord.init) }
        guard !isPerson else { return }
        let small = NameLexicon.start
        initials = pieces.compactMap {
            lexicon.meaning(small.extended(by: $0.sound))?.isSmall == true ? nil : $0.main.first
        }
        isAbbreviation = rest.count == 1 && (rest.first.map { $0.isUpper && $0.native.count < 7 } ?? false)
    }

    // MARK: - Before the words are read

    private static func isThe(_ piece: NamePiece?) -> Bool { piece?.main.elementsEqual("the".utf8) ?? false }

    private func aliased(_ pieces: ArraySlice<NamePiece>) -> UInt16 {
        guard !pieces.isEmpty, pieces.count <= NameLexicon.longest else { return 0 }
        var key = pieces
        if !isPerson, Self.isThe(key.first), key.count > 1 { key = key.dropFirst() }
        return source(key) ?? 0
    }

    private func source(_ pieces: ArraySlice<NamePiece>) -> UInt16? {
        let meaning = lexicon.meaning(NameLexicon.key(of: pieces))
        return isPerson ? meaning?.person : meaning?.body
    }

    /// Whether the text is a host name: "kyivindependent.com".
    private func isDomain(_ text: String) -> Bool {
        !isPerson && pieces.count > 1 && !text.utf8.contains(0x20) && text.utf8.contains(0x2E)
            && pieces.dropLast().allSatisfy(\.hasStop)
    }

    private static func site(_ pieces: [NamePiece]) -> [NamePiece] {
        var site = pieces.dropLast()
        if site.count > 1, site.first?.main.elementsEqual("www".utf8) ?? false { site = site.dropFirst() }
        return Array(site.prefix(1))
    }

    /// Turns "Putin, Vladimir" round, and "JC" into two letters.
    private mutating func splitForPerson() {
        let mixed = pieces.contains { !$0.isUpper && $0.native.count > 2 }
        pieces = pieces.flatMap { piece in
            piece.isUpper && mixed && piece.native.count == 2 && piece.script == .latin && pieces.count > 1
                ? piece.letters : [piece]
        }
        splitSyllables()
        let commas = pieces.indices.filter { pieces[$0].followsComma }
        guard commas.count == 1, let at = commas.first, at > 0,
            lexicon.meaning(NameLexicon.key(of: pieces[at...].prefix(1)))?.isSuffix != true
        else { return }
        pieces = Array(pieces[at...] + pieces[..<at])
        isInverted = true
    }

    /// Chinese, Japanese and Korean full names: the surname is the first sign.
    private mutating func splitSyllables() {
        guard pieces.count == 1, pieces[0].script == .syllables, (2...4).contains(pieces[0].native.count) else {
            return
        }
        let at = pieces[0].native.count == 4 ? 2 : 1
        pieces = [pieces[0].part(..<at), pieces[0].part(at...)]
    }

    /// Leaves "the" out, and what stands for it in names of papers: "Der Spiegel", "La Repubblica".
    private mutating func withoutArticle(_ pieces: ArraySlice<NamePiece>) -> ArraySlice<NamePiece> {
        guard pieces.count > 1, let first = pieces.first, longest(in: pieces.prefix(1), where: \.isArticle) != nil
        else {
            return pieces
        }
        article = first.main
        return pieces.dropFirst()
    }

    private mutating func withoutTitles(_ pieces: ArraySlice<NamePiece>) -> ArraySlice<NamePiece> {
        var rest = pieces
        while rest.count > 1, let (length, _) = longest(in: rest, where: \.isTitle), length < rest.count {
            rest = rest.dropFirst(length)
            titles += 1
        }
        return rest
    }

    /// Leaves legal forms out, before and behind the name.
    private mutating func withoutForms(_ pieces: ArraySlice<NamePiece>) -> ArraySlice<NamePiece> {
        var rest = pieces
        let least = isPerson ? 2 : 1
        while !isPerson, rest.count > 1, let (length, meaning) = longest(in: rest, where: \.isFront),
            length < rest.count
        {
            note(form: meaning.form)
            rest = rest.dropFirst(length)
        }
        while rest.count > least, let (length, form) = formAtEnd(rest, least: least) {
            note(form: form)
            rest = rest.dropLast(length)
        }
        return rest
    }

    private mutating func note(form: UInt16) { if !forms.contains(form) { forms.append(form) } }

    private func formAtEnd(_ pieces: ArraySlice<NamePiece>, least: Int) -> (Int, UInt16)? {
        for length in stride(from: min(NameLexicon.longest, pieces.count - least), to: 0, by: -1) {
            let meaning = lexicon.meaning(NameLexicon.key(of: pieces.suffix(length)))
            if let form = meaning?.form, form > 0 { return (length, form) }
        }
        return nil
    }

    /// The longest entry at the start of the pieces that fits.
    private func longest(
        in pieces: ArraySlice<NamePiece>, where fits: (NameLexicon.Meaning) -> Bool
    ) -> (Int, NameLexicon.Meaning)? {
        var key = NameLexicon.start
        var best: (Int, NameLexicon.Meaning)?
        for (at, piece) in pieces.prefix(NameLexicon.longest).enumerated() {
            key = NameLexicon.extend(key, by: piece.sound)
            if let meaning = lexicon.meaning(key), fits(meaning) { best = (at + 1, meaning) }
        }
        return best
    }

    // MARK: - The words

    private mutating func read(_ pieces: ArraySlice<NamePiece>) {
        var rest = pieces
        while let piece = rest.first {
            let length = isPerson ? readForPerson(piece, isLast: rest.count == 1) : readForBody(rest)
            rest = rest.dropFirst(length)
        }
    }

    private mutating func readForPerson(_ piece: NamePiece, isLast: Bool) -> Int {
        let meaning = lexicon.meaning(NameLexicon.start.extended(by: piece.sound))
        var word = NameWord(piece)
        for sound in word.sounds {
            guard let name = lexicon.meaning(NameLexicon.start.extended(by: sound)) else { continue }
            word.given += name.given
            word.kin += name.kin
            if name.isSlavic { word.isSlavic = true }
        }
        if let number = piece.roman, piece.native.count > 1 {
            (word.role, word.number) = (.number, number)
        } else if piece.isLetter {
            word.role = .initial
        } else if meaning?.isSuffix == true, isLast, !words.isEmpty {
            word.role = .suffix
        } else if meaning?.isParticle == true, !isLast {
            word.role = .particle
        }
        words.append(word)
        return 1
    }

    private mutating func readForBody(_ rest: ArraySlice<NamePiece>) -> Int {
        guard let piece = rest.first else { return 1 }
        var word = NameWord(piece)
        if let (length, meaning) = longest(in: rest, where: { $0.place > 0 || $0.spelling != nil || $0.number != nil })
        {
            word.shown = rest.prefix(length).map(\.shown).joined(separator: " ")
            if let spelling = meaning.spelling {
                word.respell(spelling)
                mark(
                    &word, lexicon.meaning(NameLexicon.start.extended(by: SoundFold.folds(spelling).first ?? spelling)))
            } else if meaning.place > 0 {
                (word.role, word.place) = (.place, meaning.place)
            } else {
                (word.role, word.number) = (.number, meaning.number)
            }
            words.append(word)
            return length
        }
        let meaning = lexicon.meaning(NameLexicon.start.extended(by: piece.sound))
        if meaning?.isSmall == true, rest.count > 1 || !words.isEmpty { return 1 }
        if let number = piece.digits ?? (words.isEmpty ? nil : piece.roman) {
            (word.role, word.number) = (.number, number)
        } else if meaning?.isParticle == true, rest.count > 1 {
            word.role = .particle
        } else {
            mark(&word, meaning)
        }
        words.append(word)
        return 1
    }

    private func mark(_ word: inout NameWord, _ meaning: NameLexicon.Meaning?) {
        if meaning?.isGeneric == true || (meaning?.form ?? 0) > 0 { word.role = .generic }
    }
}

extension UInt64 {
    fileprivate func extended(by word: [UInt8]) -> UInt64 { NameLexicon.extend(self, by: word) }
}
