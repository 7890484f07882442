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

    /// A stem, or the one that stands for it and others.
    static func common(_ stem: String) -> String { representatives[stem] ?? stem }

    /// Whether a word may be counted by a number above one.
    static func isPlural(_ lower: String) -> Bool {
        irregular.contains(lower)
            || lower.utf8.count > 3 && lower.hasSuffix("s") && !lower.hasSuffix("ss") && !lower.hasSuffix("'s")
    }
}
