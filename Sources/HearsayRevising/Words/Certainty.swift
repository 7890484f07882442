/// Words that tell how sure something is.
enum CertaintyWords {
    /// How sure: 3 is certain, 2 likely, 1 possible or only heard. Words of one level and one key say the same.
    struct Grade: Hashable {
        var level: Int
        var key: String
    }

    /// The grade of a lower-case word or phrase; nil for one that tells nothing of certainty.
    static func grade(_ word: String) -> Grade? { grades[word] }

    /// Words that tell how sure something is when "to" follows.
    static let plans = Set(grades.keys.filter { $0.hasSuffix(" to") }.map { String($0.dropLast(3)) })

    /// Words that make a number less exact. One for another is style.
    static let rough = WordLists.words("about around roughly approximately some nearly almost estimated circa")

    private static let grades: [String: Grade] = {
        var grades: [String: Grade] = [:]
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            guard parts.count > 2, let level = Int(parts[0]) else { continue }
            for word in parts.dropFirst(2) {
                grades[word.replacing("_", with: " ")] = Grade(level: level, key: parts[1])
            }
        }
        return grades
    }()

    /// Level, key, and the words; "_" stands for a space.
    private static let lines = """
        3 will will shall 'll going_to wo
        3 would would
        3 must must
        3 certain certain certainly sure surely definitely undoubtedly clearly bound_to
        2 expected expected expected_to due scheduled slated set_to due_to scheduled_to slated_to poised_to
        2 likely likely probably probable presumably
        2 should should ought
        1 may may might could possible possibly perhaps potentially potential maybe can
        1 unlikely unlikely
        1 seem appear appears appeared apparently seem seems seemed seemingly evidently
        1 heard reportedly allegedly alleged purportedly purported supposedly rumoured rumored reported_to said_to \
        believed_to thought_to understood_to suspected ostensibly so-called
        1 accused accused accuses accuse
        1 heard feared_to
        """
}
