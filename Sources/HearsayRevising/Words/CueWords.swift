/// Verbs and phrases by which a sentence says that somebody said something.
enum CueWords {
    /// What a cue makes of the voice.
    enum Force: Hashable {
        /// The voice says it; how far the outlet believes it is the level: 3 found, confirmed; 2 said; 1 claimed, believes.
        case says(level: Int)
        case denies, asks, urges, promises
    }

    /// The force of a lower-case word; nil for one that is no cue.
    static func force(_ word: String) -> Force? { forces[word] }

    /// Verbs that are cues only before "that" or beside a quotation.
    static let weak = WordLists.words(
        """
        found finds showed shows show proved established determined added adds noted notes called calls asked asks ordered \
        orders offered offers described describes rejected rejects dismissed dismisses wrote writes posted read admitted \
        admits quoted quotes cited cites disputed disputes questioned questions recalled recalls state states speaking spoke \
        contradicted contradicts appealed appeals explained explains reveal admit claim suggest suspect think advised advises
        """)

    /// Whom one tells without there being a relay.
    static let listeners = WordLists.words(
        """
        reporters journalists parliament lawmakers court jury judge judges inquiry committee crowd crowds audience police \
        investigators detectives him her them us me it hearing panel meeting congress assembly council officers viewers \
        readers listeners shareholders colleagues friends press people residents
        """)

    /// Nouns and verbs of withholding a name, behind which its reason stands.
    static let withholding = WordLists.words("anonymity named identified anonymous")

    /// Verbs that are hardly ever anything but cues.
    static let strong = WordLists.words(
        """
        said says say saying told tells claimed claims stated states according alleged alleges denied denies insisted \
        insists claiming deny insist allege tell
        """)

    private static let forces: [String: Force] = {
        var forces: [String: Force] = [:]
        let lines: [(Force, String)] = [
            (
                .says(level: 2),
                """
                said says say saying told tell tells telling stated states state stating added adds noted notes wrote writes \
                reported reports explained explains according announced announces declared declares remarked remarks \
                recalled recalls replied replies testified tweeted posted described describes warned warns mentioned commented \
                citing cited cites quoting quoted quotes informed speaking spoke
                """
            ),
            (
                .says(level: 3),
                """
                confirmed confirms confirm confirming found finds revealed reveals reveal disclosed discloses showed shows \
                admitted admits admit conceded concedes acknowledged acknowledges established concluded concludes \
                verified proved determined
                """
            ),
            (
                .says(level: 1),
                """
                claimed claims claim claiming alleged alleges allege insisted insists insist maintained maintains contended \
                contends asserted asserts suggested suggests suggest hinted hints believed believes believe thinks thought \
                think suspected suspects suspect feared fears argued argues estimated estimates reckons speculated implied
                """
            ),
            (
                .denies,
                """
                denied denies deny denying rejected rejects dismissed dismisses disputed disputes refuted refutes \
                contradicted contradicts
                """
            ),
            (.asks, "asked asks wondered wonders questioned questions"),
            (
                .urges,
                """
                urged urges demanded demands ordered orders called calls advised advises recommended recommends appealed \
                appeals
                """
            ),
            (.promises, "promised promises pledged pledges vowed vows swore threatened threatens offered offers"),
        ]
        for (force, words) in lines { for word in WordLists.words(words) { forces[word] = force } }
        return forces
    }()
}
