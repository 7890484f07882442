/// The tables, keyed by the sounds of their words, so that one entry serves all spellings and scripts of one sound.
struct NameLexicon: Sendable {
    /// What a run of words can be.
    struct Meaning: Sendable {
        var isTitle = false
        var isSuffix = false
        var isParticle = false
        var isArticle = false
        var isSmall = false
        var isGeneric = false
        /// Whether the legal form stands before the name, too.
        var isFront = false
        /// The class of a legal form; 0 for none.
        var form: UInt16 = 0
        /// What the words are spelt as elsewhere.
        var spelling: [UInt8]?
        var number: Int?
        /// The place; 0 for none.
        var place: UInt16 = 0
        /// Groups of given names that one person goes by.
        var given: [UInt16] = []
        /// A given name of Russia or Ukraine.
        var isSlavic = false
        /// Groups of given names that languages translate.
        var kin: [UInt16] = []
        /// The source that the words name by the alias table, for names of people and for others; 0 for none.
        var person: UInt16 = 0
        var body: UInt16 = 0
    }

    static let shared = NameLexicon()

    /// The most words of an entry.
    static let longest = 9

    private var meanings: [UInt64: Meaning] = [:]
    private(set) var placeNames: [String] = [""]
    private(set) var sourceNames: [String] = [""]

    /// The key of no words.
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The key of the words so far and one more.
    static func extend(_ key: UInt64, by word: [UInt8]) -> UInt64 {
        var key = key
        for byte in word { key = (key ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (key ^ 0x20) &* 0x100_0000_01B3
    }

    /// What the words of a key mean.
    func meaning(_ key: UInt64) -> Meaning? { meanings[key] }

    // MARK: - Reading the tables

    private init() {
        readWords()
        readNames()
        for line in Self.lines(PlaceTable.all) {
            let names = Self.parts(line, 0x2C)
            placeNames.append(names.first ?? "")
            let place = UInt16(placeNames.count - 1)
            for name in names { note(name) { $0.place = place } }
        }
        readAliases(AliasTable.outlets + "\n" + AliasTable.bodies, isPerson: false)
        readAliases(AliasTable.people, isPerson: true)
    }

    private mutating func readAliases(_ table: String, isPerson: Bool) {
        for line in Self.lines(table) {
            let names = Self.parts(line, 0x7C)
            sourceNames.append(names.first ?? "")
            let source = UInt16(sourceNames.count - 1)
            for name in names {
                let bare = name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
                note(bare) { if isPerson { $0.person = source } else { $0.body = source } }
            }
        }
    }

    private mutating func readNames() {
        var group: UInt16 = 0
        for (table, isSlavic) in [(GivenNames.western, false), (GivenNames.slavic, true), (GivenNames.arabic, false)] {
            for line in Self.lines(table) {
                group += 1
                for name in Self.parts(line, 0x20) {
                    note(name) {
                        $0.given.append(group)
                        $0.isSlavic = $0.isSlavic || isSlavic
                    }
                }
            }
        }
        for line in Self.lines(GivenNames.kin) {
            group += 1
            for name in Self.parts(line, 0x20) { note(name) { $0.kin.append(group) } }
        }
    }

    private mutating func readWords() {
        var forms: [String] = []
        for line in NameWordTable.all.flatMap(Self.lines) {
            guard let colon = line.utf8.firstIndex(of: 0x3A) else { continue }
            let head = Self.parts(line[..<colon], 0x20)
            let value = head.count > 1 ? head[1] : ""
            if head.first == "form", !forms.contains(value) { forms.append(value) }
            let form = UInt16((forms.firstIndex(of: value) ?? -1) + 1)
            for words in Self.parts(line[line.utf8.index(after: colon)...], 0x2C) {
                note(words) { Self.apply(head.first ?? "", value, form, &$0) }
            }
        }
    }

    private static func apply(_ role: String, _ value: String, _ form: UInt16, _ meaning: inout Meaning) {
        switch role {
        case "title": meaning.isTitle = true
        case "suffix": meaning.isSuffix = true
        case "article": meaning.isArticle = true
        case "particle": meaning.isParticle = true
        case "small": meaning.isSmall = true
        case "generic": meaning.isGeneric = true
        case "front": meaning.isFront = true
        case "form": meaning.form = form
        case "spelling": meaning.spelling = Array(value.utf8)
        case "number": meaning.number = Int(value)
        default: break
        }
    }

    private mutating func note(_ words: String, _ change: (inout Meaning) -> Void) {
        let pieces = NamePiece.joiningInitials(NameSplitter.pieces(words))
        guard !pieces.isEmpty, pieces.count <= Self.longest else { return }
        change(&meanings[Self.key(of: pieces[...]), default: Meaning()])
    }

    /// The key of pieces by their main sounds.
    static func key(of pieces: ArraySlice<NamePiece>) -> UInt64 {
        pieces.reduce(start) { extend($0, by: $1.sound) }
    }

    private static func lines(_ text: String) -> [Substring] {
        text.utf8.split(separator: 0x0A).map { Substring($0) }
    }

    private static func parts(_ text: Substring, _ separator: UInt8) -> [String] {
        text.utf8.split(separator: separator).compactMap { part in
            let words = part.split(separator: 0x20).map { String(Substring($0)) }
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
    }
}
