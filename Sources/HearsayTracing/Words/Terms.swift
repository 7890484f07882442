internal import HearsayCore

/// The words by which sentences are compared, and the small closed lists behind them.
enum Terms {
    /// Words that tell nothing of what a sentence is about.
    static let idle: Set<String> = words(
        """
        a an the of to in on at for from by with and or but is was were are be been being it its this that these those \
        he she they him her them his their i we you me us my our your as not no nor had has have having will would could \
        should may might can must shall do does did said say says saying told tell tells who whom which what when where \
        how why there here if than then so about over after before into up out also one two more most some any all such \
        s mr mrs ms mme m according reported report reports newspaper paper agency while just only very even still
        """)

    /// Names of days and months, which articles of any affair share.
    static let calendar: Set<String> = words(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
        september october november december
        """)

    /// Nouns for people of whom nothing more is told.
    static let someone: Set<String> = words(
        """
        source sources person people official officials insider insiders individual individuals somebody someone man \
        woman worker workers employee employees staff aide aides colleague colleagues engineer executive member clerk \
        diplomat councillor
        """)

    /// Nouns for bodies; written small they end no name.
    static let bodies: Set<String> = words(
        """
        company firm group maker manufacturer operator bank airline agency ministry government club team party union \
        university hospital court police authority regulator council committee commission board office service
        """)

    /// Words that deny, which tell two otherwise equal sentences apart.
    static let negations: Set<String> = words(
        "not no never unable none nobody nothing neither nor without cannot n't isn't wasn't aren't weren't won't wouldn't don't doesn't didn't hasn't haven't hadn't can't couldn't"
    )

    /// Words of those who do not want what others say is planned.
    static let reluctance: Set<String> = words("hesitant reluctant unwilling wary shelved")

    /// Words by which a source's name is withheld or its right to speak denied, after a negation.
    static let withholding = words("named identified authorised authorized quoted anonymity public publicly")

    /// Words that begin a condition.
    static let conditions: Set<String> = words("if unless without provided")

    /// The part of a word by which its forms agree: "reservists" and "reservist", "closed" and "closing".
    static func stem(_ lower: String) -> String {
        var bytes = Array(lower.utf8)
        if lower.hasSuffix("'s") { bytes.removeLast(2) }
        for ending in ["ing", "ed", "es", "s"] where bytes.count >= ending.utf8.count + 3 {
            guard bytes.suffix(ending.utf8.count).elementsEqual(ending.utf8) else { continue }
            bytes.removeLast(ending.utf8.count)
            break
        }
        while bytes.count > 3, bytes.last == UInt8(ascii: "e") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A word without the ending of a possessive: "trump" for "trump's".
    static func unpossessed(_ lower: String) -> String { lower.hasSuffix("'s") ? String(lower.dropLast(2)) : lower }

    /// The stems of a list written with spaces.
    static func stems(_ list: String) -> Set<String> { Set(words(list).map(stem)) }

    /// The words of a list written with spaces.
    static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

/// Small numbers for strings, so that words can be compared and sorted cheaply.
struct Interner {
    private var numbers: [String: Int32] = [:]

    /// The number of a string, the same at every call.
    mutating func number(_ string: String) -> Int32 {
        if let known = numbers[string] { return known }
        let next = Int32(numbers.count)
        numbers[string] = next
        return next
    }

    /// How many strings there are.
    var count: Int { numbers.count }
}
