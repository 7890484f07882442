/// Hangul syllables, taken apart by arithmetic and written by the Revised Romanisation.
enum Hangul {
    private static let initials = letters("g kk n d tt r m b pp s ss - j jj ch k t p h")
    private static let vowels = letters("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
    private static let finals = letters("- k k k n n n t l k m l l l p l m p p t t ng t t k t p t")

    private static func letters(_ text: String) -> [[UInt8]] {
        text.utf8.split(separator: 0x20).map { $0.elementsEqual("-".utf8) ? [] : Array($0) }
    }

    /// The letters of a syllable; nil for other characters.
    static func romanised(_ value: UInt32) -> [UInt8]? {
        guard value >= 0xAC00, value < 0xD7A4 else { return nil }
        let index = Int(value - 0xAC00)
        return initials[index / 588] + vowels[index % 588 / 28] + finals[index % 28]
    }
}
