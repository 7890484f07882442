internal import HearsayCore

/// The names by which articles of the set speak of each other's outlets.
struct OutletNames {
    /// A place where an article names an outlet.
    struct Mention {
        /// The outlet, by its number.
        var outlet: Int
        /// The words, among those of the article.
        var words: Range<Int>
    }

    /// A way to write an outlet's name.
    fileprivate struct Form {
        var words: [String]
        /// Whether it stands for the outlet only after "the" ("the Mercury").
        var needsArticle: Bool
        var outlet: Int
    }

    /// What may stand behind a name that is whole without it.
    private static let nouns = Terms.words("newspaper paper daily weekly magazine agency website portal channel")

    /// For each article of the set the number of its outlet; nil where it is not known.
    let outlets: [Int?]
    /// The full names, as words in small letters.
    let names: [[String]]
    fileprivate let forms: [String: [Form]]

    init(_ articles: [SetArticle]) {
        var (numbers, names, outlets) = ([[String]: Int](), [[String]](), [Int?]())
        for article in articles {
            guard let name = article.outlet.map(Self.words), !name.isEmpty else {
                outlets.append(nil)
                continue
            }
            let number = numbers[name] ?? names.count
            if number == names.count { names.append(name) }
            numbers[name] = number
            outlets.append(number)
        }
        var forms: [Form] = []
        for (number, name) in names.enumerated() { forms += Self.forms(of: name, outlet: number) }
        // A form that two outlets share tells nothing.
        let shared = Dictionary(grouping: forms, by: \.words).filter { Set($0.value.map(\.outlet)).count > 1 }
        (self.outlets, self.names) = (outlets, names)
        self.forms = Dictionary(grouping: forms.filter { shared[$0.words] == nil }) { $0.words[0] }
    }

    /// The words of a name in small letters, without "The".
    static func words(of name: String) -> [String] {
        let words = WordScanner.words(of: name).map(\.lower)
        return words.first == "the" && words.count > 1 ? Array(words.dropFirst()) : words
    }

    /// "Torvick Evening Mercury": the whole, "Evening Mercury", "the Mercury", "TEM"; of "El Faro del Istmo" also "El Faro".
    private static func forms(of name: [String], outlet: Int) -> [Form] {
        var forms = [Form(words: name, needsArticle: false, outlet: outlet)]
        guard name.count > 1 else { return forms }
        let last = name[name.count - 1]
        if last.utf8.count > 2 { forms.append(Form(words: [last], needsArticle: true, outlet: outlet)) }
        if name.count > 2 {
            forms.append(Form(words: Array(name.suffix(2)), needsArticle: true, outlet: outlet))
            let initials = name.compactMap { $0.first.map(String.init) }.joined()
            forms.append(Form(words: [initials], needsArticle: false, outlet: outlet))
        }
        if let link = name.firstIndex(where: ["du", "de", "des", "del", "della", "di", "of"].contains), link > 0 {
            forms.append(Form(words: Array(name[..<link]), needsArticle: false, outlet: outlet))
        }
        return forms
    }

    /// Where an article names outlets, its own included; of overlapping names the longest counts.
    func mentions(in article: SetArticle) -> [Mention] {
        var (mentions, i) = ([Mention](), 0)
        let words = article.words
        while i < words.count {
            guard let mention = mention(at: i, in: words) else {
                i += 1
                continue
            }
            mentions.append(mention)
            i = mention.words.upperBound
        }
        return mentions
    }

    private func mention(at i: Int, in words: [Word]) -> Mention? {
        guard words[i].isCapitalised || words[i].kind == .number else { return nil }
        let stem = Terms.unpossessed(words[i].lower)
        var best: Mention?
        for form in forms[stem] ?? [] where i + form.words.count <= words.count {
            let range = i..<i + form.words.count
            guard zip(form.words, words[range]).allSatisfy({ $0 == Terms.unpossessed($1.lower) }) else { continue }
            if form.words.count == 1, form.needsArticle, !isName(range, in: words) { continue }
            if form.needsArticle, i == 0 || !["the", "that"].contains(words[i - 1].lower) { continue }
            if range.count > best?.words.count ?? 0 { best = Mention(outlet: form.outlet, words: range) }
        }
        return best
    }

    /// Whether the name ends here: "the Star" is none in "the Star Hotel".
    private func isName(_ range: Range<Int>, in words: [Word]) -> Bool {
        guard range.upperBound < words.count else { return true }
        let next = words[range.upperBound]
        return !next.isCapitalised || next.kind != .word
    }
}

extension OutletNames {
    /// The outlet that a name stands for; nil when it is none of the set.
    func outlet(named name: String) -> Int? {
        let words = Self.words(of: name)
        if let outlet = outlet(of: words) { return outlet }
        // "The Sentinel newspaper" is the Sentinel.
        return words.last.map(Self.nouns.contains) == true ? outlet(of: words.dropLast()) : nil
    }

    private func outlet(of words: [String]) -> Int? {
        guard let first = words.first else { return nil }
        if let full = names.firstIndex(of: words) { return full }
        return (forms[first] ?? []).first { $0.words == words }?.outlet
    }

    /// The outlet that a name stands for or begins with in full: "Atlantic Wire quoting the commission".
    func outlet(in name: String) -> Int? {
        let words = Self.words(of: name)
        return outlet(named: name) ?? names.indices.first { names[$0].count > 1 && words.starts(with: names[$0]) }
    }

    /// Whether words name an outlet in full.
    func isNamed(_ outlet: Int, in words: [String]) -> Bool {
        let name = names[outlet]
        guard !name.isEmpty, words.count >= name.count else { return false }
        return (0...(words.count - name.count)).contains { words[$0..<$0 + name.count].elementsEqual(name) }
    }
}
