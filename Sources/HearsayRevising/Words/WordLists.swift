/// Words by what they do in a sentence.
enum WordLists {
    /// The words of a text, as a set.
    static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }

    /// Words that join others and say nothing by themselves.
    static let function = words(
        """
        a an the of to in on at by for from with as that which who whom whose where and or but it he she they we i you \
        his her its their our my your him them us me is are was were be been being am has have had having do does did \
        this these those there than into onto upon itself himself herself themselves own one's when while whereas 's
        """)

    /// Words that can be left out with nothing lost.
    static let filler = words(
        """
        now currently just also then very really however meanwhile moreover furthermore additionally thus therefore hence \
        indeed so too actually simply quite rather well already further presently afterwards subsequently thereby \
        respectively namely basically essentially of course both such
        """)

    /// Function words that bind a deed to its end or its doer; one for the other can turn a sentence round.
    static let directions = words("from to for by with at in on")

    /// Directions that are not the same.
    static func clash(_ a: String, _ b: String) -> Bool {
        clashes.contains([a, b]) || clashes.contains([b, a])
    }

    private static let clashes: Set<[String]> = [["from", "to"], ["by", "to"], ["for", "by"], ["with", "by"]]

    /// Who is spoken of: one of these for one of another group is somebody else.
    static let pronouns: [String: Int] = {
        let groups = [
            "he him his himself", "she her herself hers", "they them their themselves", "it its itself",
            "we us our ourselves", "i me my myself", "you your yourself",
        ]
        var numbers: [String: Int] = [:]
        for (number, group) in groups.enumerated() { for word in words(group) { numbers[word] = number } }
        return numbers
    }()

    /// Words that say that something is not so.
    static let negation = words("not no never none nobody nothing neither nor without cannot nowhere hardly unable")

    /// Words for numbers that are not said.
    static let manyness = words(
        "several many few some most dozens hundreds thousands various numerous couple pair half both all every each any"
    )

    /// Titles that may stand before a name or not.
    static let titles = words(
        "mr mrs ms mx miss mister missus dr doctor prof professor gen general col colonel capt captain lt lieutenant "
            + "sgt sergeant sen senator rep gov governor rev reverend sir dame lord lady")

    /// Titles that say only how people are called.
    static let plainTitles = words("mr mrs ms mx miss mister missus dr doctor sir dame")

    /// Words that tell whether a time may be in a sentence.
    static let times = words(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january \
        february march april may june july august september october november december jan feb mar apr jun jul aug sep \
        sept oct nov dec today yesterday tomorrow tonight overnight noon midnight morning afternoon evening night day \
        days week weeks weekend month months year years hour hours minute minutes decade decades century spring summer \
        autumn winter fall quarter ago
        """)
}
