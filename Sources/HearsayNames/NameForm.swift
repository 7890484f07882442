public import HearsayCore

/// A name made ready for comparing: its words, their spellings in Latin letters, and the keys to look it up by.
///
/// Making a form costs some ten microseconds; comparing two costs less. A form is never an error: whatever the text
/// holds, it has words to compare, or none for an empty text.
public struct NameForm: Sendable {
    /// The name as given.
    public let text: String
    /// What the name belongs to; people and bodies are read by different rules.
    public let kind: Voice.Kind
    /// The words that count, as written: without titles, legal forms, articles.
    public var tokens: [String] { words.map(\.shown) }
    /// What an index finds the name by: two forms that may be one source share at least one key.
    ///
    /// A few for most names and never more than ``mostKeys``. They are stable within one version of the tables only: a
    /// ledger that stores them makes them anew when ``NameMatcher/version`` changes.
    public let keys: [String]

    /// The most keys of a form.
    public static let mostKeys = 10

    let words: [NameWord]
    /// Classes of its legal forms.
    let forms: [UInt16]
    /// The source by the alias table; 0 for none.
    let alias: UInt16
    let isInverted: Bool
    let titles: Int
    /// All words in Latin letters, without spaces, and their sound.
    let joined: [UInt8]
    let joinedSound: [UInt8]
    /// The same with the article that was left out; empty where there was none.
    let withArticle: [UInt8]
    /// First letters of all words, small ones included, for names of bodies.
    let initials: [UInt8]
    /// Whether it is one word in capitals, as abbreviations are.
    let isAbbreviation: Bool

    /// Whether people's rules hold.
    var isPerson: Bool { Self.isPerson(kind) }

    /// The form of a name of a kind.
    public init(_ text: String, kind: Voice.Kind) {
        (self.text, self.kind) = (text, kind)
        let read = NameWords(text, isPerson: Self.isPerson(kind))
        (words, forms, alias) = (read.words, read.forms, read.alias)
        (isInverted, titles) = (read.isInverted, read.titles)
        joined = Array(read.words.map { $0.latin.first ?? Array($0.shown.utf8) }.joined().prefix(64))
        joinedSound = SoundFold.folds(joined).first ?? joined
        withArticle = read.article.isEmpty ? [] : read.article + joined
        initials = read.initials
        isAbbreviation = read.isAbbreviation
        keys = NameKeys.keys(of: read, joined: joined, sound: joinedSound, withArticle: withArticle)
    }

    /// Whether an index would bring the two together.
    func sharesKey(with other: NameForm) -> Bool { keys.contains(where: other.keys.contains) }

    /// An order of forms, so that comparing them the other way round gives the same.
    func precedes(_ other: NameForm) -> Bool {
        text.utf8.elementsEqual(other.text.utf8)
            ? kind.rawValue < other.kind.rawValue : text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }

    private static func isPerson(_ kind: Voice.Kind) -> Bool {
        switch kind {
        case .person: true
        case .people, .organisation, .government, .outlet, .document, .unspecified: false
        }
    }
}
