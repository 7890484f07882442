/// Nouns that numbers count in news, as far as they need to be known: plurals without an s, and words for one and the same.
enum CountedNouns {
    private static let irregular = Terms.words(
        "people men women children police staff troops personnel crew cattle sheep fish")

    /// Words of one line count the same things.
    private static let groups = [
        "jobs posts positions roles", "lorries lorry trucks vehicles", "ships boats vessels", "homes houses households",
        "workers employees staff staffers", "deaths dead fatalities killed", "injured wounded hurt injuries",
        "soldiers troops servicemen reservists recruits", "planes aircraft jets", "children kids", "shops stores",
        "firefighters firemen", "policemen police", "schools academies", "flats apartments",
        "people persons", "protesters protestors demonstrators",
    ]

    private static let representatives: [String: String] = Dictionary(
        groups.flatMap { group -> [(String, String)] in
            let stems = group.split(separator: " ").map { Terms.stem(String($0)) }
            return stems.map { ($0, stems[0]) }
        }
    ) { first, _ in first }

    private static let measures = Terms.stems(
        """
        second minute hour day week month quarter year season gram kilo kg kilogram tonne ton km kilometre kilometer metre \
        meter mile foot feet inch litre liter gallon barrel acre hectare degree volt watt megawatt gigawatt euro dollar pound \
        crown franc yen rouble ruble hryvnia yuan rupee percent point
        """)

    /// Whether a word measures, so that the noun behind it is not what is counted.
    static func isMeasure(_ lower: String) -> Bool { measures.contains(Terms.stem(lower)) }

    /// A stem, or the one that stands for it and others.
    static func common(_ stem: String) -> String { representatives[stem] ?? stem }

    /// Whether a word may be counted by a number above one.
    static func isPlural(_ lower: String) -> Bool {
        irregular.contains(lower)
            || lower.utf8.count > 3 && lower.hasSuffix("s") && !lower.hasSuffix("ss") && !lower.hasSuffix("'s")
    }
}
