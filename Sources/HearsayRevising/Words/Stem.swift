internal import HearsayCore

/// What is the same in the forms of a word: "closes", "closed", "closing".
enum Stem {
    /// The key by which words of two versions are compared: spelled one way, numbers in digits, without endings.
    static func comparable(_ word: Word) -> String { comparable(word.lower, word.kind) }

    /// The same of a lower-case word.
    static func comparable(_ word: String, _ kind: Word.Kind) -> String {
        if kind == .number { return number(word) }
        let lower = plain(word)
        if let value = NumberWords.small(lower) { return String(Int(value)) }
        return of(Spelling.american(lower))
    }

    /// A word in digits without what groups its thousands.
    static func number(_ lower: String) -> String {
        lower.utf8.contains(0x2C) ? String(decoding: lower.utf8.filter { $0 != 0x2C }, as: UTF8.self) : lower
    }

    /// A word without a possessive ending.
    static func plain(_ lower: String) -> String {
        lower.hasSuffix("'s") && lower.utf8.count > 2 ? String(lower.dropLast(2)) : lower
    }

    /// The stem of a lower-case word.
    static func of(_ lower: String) -> String {
        if whole.contains(lower) { return lower }
        if let base = Irregular.present[lower] { return cut(Array(base.utf8)) }
        return cut(Array(lower.utf8))
    }

    /// Whether the word is a form of the past.
    static func isPast(_ lower: String) -> Bool {
        if Irregular.present[lower] != nil { return !Irregular.plurals.contains(lower) && !present.contains(lower) }
        return lower.utf8.count > 3 && lower.hasSuffix("ed")
    }

    private static let present = WordLists.words("is are am has does")

    /// Whether the first lower-case word is the plural of the second.
    static func isPlural(_ word: String, of other: String) -> Bool {
        word == other + "s" || word == other + "es"
            || Irregular.plurals.contains(word) && Irregular.present[word] == other
            || word.hasSuffix("ies") && other.hasSuffix("y") && word.dropLast(3) == other.dropLast()
    }

    /// Words whose last letter is no ending.
    private static let whole = WordLists.words(
        "news series species arms goods customs always perhaps politics economics means thanks savings")

    private static func cut(_ word: [UInt8]) -> String {
        var word = word
        for (ending, rest) in endings where word.count - ending.count >= 3 && word.ends(with: ending) {
            let root = word.dropLast(ending.count)
            guard root.contains(where: isVowel), ending != [0x73] || !hiss(root) else { continue }
            word = Array(root) + rest
            break
        }
        if word.count > 3, word.last == UInt8(ascii: "e") { word.removeLast() }
        if word.count > 3, let last = word.last, last == word[word.count - 2], last != UInt8(ascii: "s") {
            word.removeLast()
        }
        if word.count > 2, word.last == UInt8(ascii: "y") { word[word.count - 1] = UInt8(ascii: "i") }
        // "organise" and "organize", "analyse" and "analyze"; "raise" goes with them and meets itself again.
        if word.count > 3, word.last == UInt8(ascii: "s"), [0x69, 0x79].contains(word[word.count - 2]) {
            word[word.count - 1] = UInt8(ascii: "z")
        }
        return String(decoding: word, as: UTF8.self)
    }

    private static let endings: [([UInt8], [UInt8])] = [
        ("ies", "i"), ("ied", "i"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    /// Whether an "s" behind it belongs to the word ("pass", "virus", "basis").
    private static func hiss(_ root: ArraySlice<UInt8>) -> Bool {
        guard let last = root.last else { return true }
        return last == UInt8(ascii: "s") || last == UInt8(ascii: "u") || last == UInt8(ascii: "i")
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: byte >= 0x80
        }
    }
}

/// Forms that no ending tells.
enum Irregular {
    /// The plain form of each irregular one.
    static let present: [String: String] = table(
        verbs + " "
            + plurals.sorted().map { "\(forms[$0] ?? $0):\($0)" }
            .joined(separator: " "))

    /// Irregular plurals, which are no past.
    static let plurals: Set<String> = Set(forms.keys)

    private static let forms = [
        "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth", "mice": "mouse",
        "geese": "goose", "wives": "wife", "lives": "life", "knives": "knife", "leaves": "leaf", "halves": "half",
        "spokesmen": "spokesman", "spokeswomen": "spokeswoman", "policemen": "policeman", "firemen": "fireman",
    ]

    private static let verbs = """
        arise:arose,arisen be:was,were,been,is,are,am beat:beaten become:became begin:began,begun bite:bit,bitten \
        blow:blew,blown break:broke,broken bring:brought build:built burn:burnt buy:bought catch:caught choose:chose,chosen \
        come:came deal:dealt dig:dug do:did,done,does draw:drew,drawn drink:drank,drunk drive:drove,driven eat:ate,eaten \
        fall:fell,fallen feed:fed feel:felt fight:fought find:found flee:fled fly:flew,flown forbid:forbade,forbidden \
        forget:forgot,forgotten freeze:froze,frozen get:got,gotten give:gave,given go:went,gone grow:grew,grown hang:hung \
        have:had,has hear:heard hide:hid,hidden hold:held keep:kept know:knew,known lay:laid lead:led leave:left lend:lent \
        lie:lay,lain lose:lost make:made mean:meant meet:met pay:paid ride:rode,ridden ring:rang,rung rise:rose,risen \
        run:ran say:said see:saw,seen seek:sought sell:sold send:sent shake:shook,shaken shoot:shot show:shown shrink:shrank,shrunk \
        sing:sang,sung sink:sank,sunk sit:sat sleep:slept speak:spoke,spoken spend:spent stand:stood steal:stole,stolen \
        stick:stuck strike:struck,stricken swear:swore,sworn swim:swam,swum take:took,taken teach:taught tear:tore,torn \
        tell:told think:thought throw:threw,thrown understand:understood wake:woke,woken wear:wore,worn win:won \
        withdraw:withdrew,withdrawn write:wrote,written
        """

    private static func table(_ text: String) -> [String: String] {
        var table: [String: String] = [:]
        for entry in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = entry.split(separator: ":")
            guard parts.count == 2 else { continue }
            for form in parts[1].split(separator: ",") { table[String(form)] = String(parts[0]) }
        }
        return table
    }
}

extension [UInt8] {
    fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
