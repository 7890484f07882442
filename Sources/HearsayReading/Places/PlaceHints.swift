internal import HearsayCore

/// What an article tells of where it plays, which decides between places of one name and lets small towns count.
public struct PlaceHints: Sendable {
    /// ISO 3166 codes of the countries that it names, by name, people or great city.
    var countries: Set<String> = []
    /// Codes of the states and provinces that it names: "US.TX".
    var regions: Set<String> = []
    /// Last words of names of persons, in lower case.
    var surnames: Set<String> = []

    /// Nothing told yet.
    public init() {}

    /// Hints that tell of countries alone.
    init(countries: Set<String>) { self.countries = countries }

    /// Takes in what another part of the article tells.
    public mutating func formUnion(_ other: PlaceHints) {
        countries.formUnion(other.countries)
        regions.formUnion(other.regions)
        surnames.formUnion(other.surnames)
    }

    /// Whether the article's places let a small town of this row be meant. American towns repeat across the states, so
    /// the country alone says little.
    func support(_ row: Gazetteer.Row) -> Bool {
        row.country == "US" ? regions.contains(row.code) : countries.contains(row.country)
    }
}

extension PlaceScan {
    /// What the words tell of countries, regions and persons.
    func hints() -> PlaceHints {
        var (hints, i) = (PlaceHints(), 0)
        while i < words.count {
            let hit = name(at: i)
            if let hit { note(hit, &hints) }
            if let surname = surname(at: i) { hints.surnames.insert(surname) }
            i = hit?.next ?? i + 1
        }
        return hints
    }

    private func note(_ hit: Hit, _ hints: inout PlaceHints) {
        let countries = Set(hit.rows.filter { $0.kind == .country || $0.kind == .people }.map(\.code))
        let regions = hit.rows.filter { $0.kind == .region && !$0.code.isEmpty }
        // "Georgia" tells neither country nor state.
        if countries.isEmpty != regions.isEmpty {
            hints.countries.formUnion(countries)
            hints.countries.formUnion(regions.map(\.country))
            hints.regions.formUnion(regions.map(\.code))
        }
        let towns = hit.rows.filter(\.isTown).sorted { $0.population > $1.population }
        guard let first = towns.first, first.population >= Self.wellKnown || first.kind == .capital,
            towns.dropFirst().allSatisfy({ $0.population * 20 < first.population })
        else { return }
        hints.countries.insert(first.country)
    }

    /// The last of two or three capitalised words that look like a person's name ("Hillary Clinton" at "Hillary").
    private func surname(at i: Int) -> String? {
        guard isName(i), i == 0 || !isName(i - 1) || PlaceWords.titles.contains(lower(i - 1)) else { return nil }
        var end = i
        while end < words.count, isName(end) { end += 1 }
        let last = words[min(end, words.count) - 1]
        guard end - i == 2 || end - i == 3, !PlaceWords.followers.contains(last.lower),
            !PlaceWords.leaders.contains(lower(i)), !PlaceWords.openers.contains(lower(i)), !lower(i).hasSuffix("ly"),
            !rows(at: i).contains(where: { !$0.isTown })
        else { return nil }
        return last.lower.hasSuffix("'s") ? String(last.lower.dropLast(2)) : last.lower
    }

    private func isName(_ i: Int) -> Bool { words[i].kind == .word && words[i].isCapitalised }
}
