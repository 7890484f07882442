/// The kind of the only letter by which two words differ.
enum LetterChange: String {
    case vowel
    case consonant
    case letter

    /// The change between two words; nil when it is more than one letter.
    static func between(_ a: [UInt8], _ b: [UInt8]) -> LetterChange? {
        guard abs(a.count - b.count) < 2 else { return nil }
        let start = zip(a, b).prefix { $0 == $1 }.count
        let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        let (restA, restB) = (a.dropFirst(start).dropLast(end), b.dropFirst(start).dropLast(end))
        guard restA.count < 2, restB.count < 2 else { return nil }
        let vowels = (restA + restB).filter { "aeiouy".utf8.contains($0) }.count
        return vowels == restA.count + restB.count ? .vowel : vowels == 0 ? .consonant : .letter
    }
}
