internal import HearsayCore

/// Finds articles that re-tell a release: a text by which a company, party or office speaks for itself.
///
/// Such an "outlet" is named in every article about it, so a name and "said" are not enough: the sentence must say what
/// the release says, and must not be dated to another day than the release.
struct IssuerFinder {
    private static let endings = Terms.words("office newsroom communications centre center relations releases")
    /// What may stand before such an ending ("Press Office"), but is a newspaper's name without it.
    private static let middles = Terms.words("press media news")
    private static let reporting = Terms.words("understands understand learned reported reports reveal revealed has")
    private static let before = Terms.words("told to by the this for with")
    private static let cues = Terms.words(
        "said says say statement communique communiqué announcement announced release confirmed claims claimed according put quoted website"
    )
    /// What a release is called by those who do not write out who issued it: "the statement which the hospitals put out".
    private static let kinds = Terms.words(
        "statement communique communiqué release announcement notice bulletin memo letter")
    /// The similarity that makes a sentence a re-telling, and that which does when a figure agrees besides.
    private static let (alike, alikeInFigures): (Float, Float) = (0.45, 0.25)

    let corpus: Corpus
    let similarity: Similarity
    /// For each release of the set the names of who issued it.
    private let issuers: [Int: [[String]]]

    init(_ corpus: Corpus, similarity: Similarity, names: OutletNames) {
        (self.corpus, self.similarity) = (corpus, similarity)
        var issuers: [Int: [[String]]] = [:]
        let common = Self.commonWords(corpus)
        for (number, article) in corpus.articles.enumerated() {
            guard let outlet = names.outlets[number] else { continue }
            var name = names.names[outlet]
            let isOffice = name.count > 1 && Self.endings.contains(name[name.count - 1])
            if isOffice { name.removeLast() }
            if isOffice, name.count > 1, Self.middles.contains(name[name.count - 1]) { name.removeLast() }
            guard isOffice || Self.speaksOfItself(article, name, units: corpus.units) else { continue }
            issuers[number] = name.count > 1 && !common.contains(name[0]) ? [name, [name[0]]] : [name]
        }
        self.issuers = issuers
    }

    /// Whether an article's outlet is the one that the article is about.
    func isRelease(_ number: Int) -> Bool { issuers[number] != nil }

    /// Who speaks in a release; nil for other articles.
    func issuer(of number: Int) -> String? {
        issuers[number]?.first.map { name in
            let outlet = corpus.articles[number].outlet ?? ""
            return outlet.split(separator: " ").prefix(name.count).joined(separator: " ")
        }
    }

    private static func commonWords(_ corpus: Corpus) -> Set<String> {
        Set(corpus.articles.lazy.flatMap(\.words).lazy.filter { !$0.isCapitalised }.map(\.lower))
    }

    /// Whether the first two sentences name the outlet as one that acts, not as one that was told or has learned.
    private static func speaksOfItself(_ article: SetArticle, _ name: [String], units: [SetUnit]) -> Bool {
        for unit in article.units.prefix(2) {
            let words = units[unit].words
            guard words.count >= name.count else { continue }
            for i in words.lowerBound...(words.upperBound - name.count) {
                let range = i..<i + name.count
                guard article.words[range].lazy.map(\.lower).elementsEqual(name), article.words[i].isCapitalised else {
                    continue
                }
                let before = i > words.lowerBound ? article.words[i - 1].lower : ""
                let after = range.upperBound < words.upperBound ? article.words[range.upperBound].lower : ""
                if !Self.before.contains(before), !reporting.contains(after), !article.quoted[i] { return true }
            }
        }
        return false
    }

    /// The citations of releases in an article.
    func citations(of number: Int) -> [CitationFinder.Citation] {
        let article = corpus.articles[number]
        return issuers.keys.sorted().compactMap { release in
            guard corpus.mayHaveTaken(number, from: release), !isRelease(number),
                corpus.articles[release].outlet != article.outlet
            else { return nil }
            return article.units.compactMap { citation($0, of: release) }.max { $0.likeness < $1.likeness }
        }
    }

    private func citation(_ unit: Int, of release: Int) -> CitationFinder.Citation? {
        let article = corpus.articles[corpus.units[unit].article]
        let words = corpus.units[unit].words
        let named = issuers[release]?.lazy.compactMap { place(of: $0, in: article, words) }.first
        guard let name = named ?? kind(release, in: article, words),
            words.contains(where: { Self.cues.contains(article.words[$0].lower) }), isOfThatDay(unit, release)
        else { return nil }
        let near = corpus.articles[release].units.map { ($0, similarity(unit, $0)) }.max { $0.1 < $1.1 }
        guard let (source, likeness) = near,
            likeness >= (similarity.figures(unit, source) == .agree ? Self.alikeInFigures : Self.alike)
        else { return nil }
        return CitationFinder.Citation(
            article: release, unit: unit, span: name, source: source, likeness: likeness,
            confidence: Double(min(0.9, 0.3 + likeness * 0.6)))
    }

    private func place(of name: [String], in article: SetArticle, _ words: Range<Int>) -> TextSpan? {
        guard words.count >= name.count else { return nil }
        for i in words.lowerBound...(words.upperBound - name.count) where !article.quoted[i] {
            let found = article.words[i..<i + name.count]
            guard found[i].isCapitalised, zip(found, name).allSatisfy({ $0.lower == $1 || $0.lower == $1 + "'s" })
            else { continue }
            return TextSpan(found[i].span.start, article.words[i + name.count - 1].span.end)
        }
        return nil
    }

    /// Where a sentence speaks of a statement and has a word of its issuer's name ("a communiqué of his service").
    private func kind(_ release: Int, in article: SetArticle, _ words: Range<Int>) -> TextSpan? {
        guard let name = issuers[release]?.first,
            let kind = words.first(where: { Self.kinds.contains(article.words[$0].lower) && !article.quoted[$0] })
        else { return nil }
        let stems = Set(name.lazy.filter { $0.utf8.count > 3 }.map(Terms.stem))
        return words.contains { stems.contains(Terms.stem(article.words[$0].lower)) } ? article.words[kind].span : nil
    }

    /// Whether the sentence gives no day on which it was said, or that of the release.
    private func isOfThatDay(_ unit: Int, _ release: Int) -> Bool {
        guard let said = corpus.statement(unit)?.said, let day = corpus.articles[release].time?.day else { return true }
        return said.start.number - 1 <= day.number && day.number <= said.end.number + 1
    }
}
