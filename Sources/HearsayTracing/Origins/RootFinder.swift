internal import HearsayCore

/// Follows the members of one claim back to the voices that they rest on.
struct RootFinder {
    let corpus: Corpus
    let tellings: [Telling]
    let outlets: [Int?]
    /// For each article those that it took from, directly.
    let parents: [[Int]]
    /// For each article whether it is its outlet's copy or version of a parent.
    let copied: [Int: Int]
    /// For each release who issued it.
    let issuers: [Int: String]
    let outside: OutsideOutlets

    /// The root of a unit among the units that assert the same claim.
    func root(of unit: Int, among units: [Int], seen: Set<Int> = []) -> Root {
        let telling = tellings[unit]
        let article = corpus.units[unit].article
        let own = voice(telling, in: article)
        guard !seen.contains(article) else { return own ?? unattributed(article) }
        let seen = seen.union([article])
        if let own, isUltimate(own, telling, in: article) { return own }
        guard let source = source(of: unit, telling, among: units) else { return own ?? unattributed(article, telling) }
        return root(of: source, among: units, seen: seen)
    }

    /// Whether nothing stands behind a voice: one with a name, wherever it is told; a document that the article saw or a
    /// person whom it spoke with itself, whatever it cites beside that.
    private func isUltimate(_ voice: Root, _ telling: Telling, in article: Int) -> Bool {
        switch voice.kind {
        case .named: issuers[article] == nil
        case .document, .unnamed: telling.outlets.isEmpty && copied[article] == nil
        case .described, .unattributed: false
        }
    }

    /// The member of a parent that a member re-tells: that of the cited outlet, else of the copied article, else, where
    /// the article gives nobody, of any parent.
    private func source(of unit: Int, _ telling: Telling, among units: [Int]) -> Int? {
        let article = corpus.units[unit].article
        let given = parents[article]
        let cited = given.filter { parent in outlets[parent].map(telling.outlets.contains) ?? false }
        let candidates = !cited.isEmpty ? cited : copied[article].map { [$0] } ?? given
        let members = units.filter { $0 != unit && candidates.contains(corpus.units[$0].article) }
        return members.max { corpus.cosine(unit, $0) < corpus.cosine(unit, $1) }
    }

    private func voice(_ telling: Telling, in article: Int) -> Root? {
        if let issuer = issuers[article], let key = NameKey(issuer) {
            return Root(kind: .named(key), label: issuer, affiliation: telling.label.flatMap { NameKey($0) })
        }
        guard let label = telling.label else { return nil }
        let affiliation = telling.voice?.affiliation.flatMap { NameKey($0) }
        switch telling.kind {
        case .none: return nil
        case .named:
            let isPerson = telling.voice?.kind == .person
            return NameKey(label).map {
                Root(kind: .named($0), label: label, affiliation: affiliation, isPerson: isPerson)
            }
        case .described:
            return Root(kind: .described(Self.role(label)), label: label, affiliation: affiliation)
        case .document: return Root(kind: .document(Self.role(label)), label: label, affiliation: affiliation)
        case .unnamed:
            let people = telling.voice?.people
            let outlet = telling.outlets.last ?? outlets[article]
            let most = people.map { $0.most ?? max(2, $0.least) } ?? 1
            return Root(
                kind: .unnamed(
                    outlet: outlet, telling.voice.map { description($0, label, in: article) }, most: max(1, most)),
                label: label, affiliation: affiliation)
        }
    }

    /// What an article tells of people without a name. Pronouns tell of one person only.
    private func description(_ voice: Voice, _ label: String, in article: Int) -> PersonDescription {
        let text = corpus.articles[article].text
        let mentions = voice.people?.most == 1 ? voice.mentions.map { text.string($0) } : []
        return PersonDescription(label, affiliation: voice.affiliation, mentions: mentions)
    }

    private func unattributed(_ article: Int, _ telling: Telling? = nil) -> Root {
        let outlet = telling?.outlets.last ?? outlets[article]
        let name = outlet.flatMap { number in
            outlets.firstIndex(of: number).flatMap { corpus.articles[$0].outlet } ?? outside.name(of: number)
        }
        return Root(kind: .unattributed(outlet: outlet), label: name ?? "an outlet", affiliation: nil)
    }

    private static func role(_ label: String) -> Set<String> {
        Set(WordScanner.words(of: label).lazy.filter { !Terms.idle.contains($0.lower) }.map { Terms.stem($0.lower) })
    }
}
