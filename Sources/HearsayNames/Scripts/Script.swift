/// How a script writes sounds, as far as comparing names needs it.
enum Script: UInt8, Sendable {
    /// Latin letters.
    case latin
    /// Letters for all sounds: Cyrillic, Greek, Georgian, Armenian, kana.
    case alphabet
    /// Scripts that leave vowels out, in whole or part: Arabic, Hebrew, those of India and Thailand.
    case consonants
    /// One sign a syllable or word: Han characters, Hangul.
    case syllables
    /// A script that no table is known for; compared by its own signs only.
    case unknown

    /// The script of a letter that is not Latin.
    static func of(_ scalar: Unicode.Scalar) -> Script {
        switch scalar.value {
        case 0x370..<0x590, 0x10A0..<0x1100, 0x1C90..<0x1CC0, 0x1F00..<0x2000, 0x3040..<0x3100, 0xFF66..<0xFFA0:
            .alphabet
        case 0x590..<0x800, 0x900..<0x980, 0xE00..<0xE80, 0xFB1D..<0xFE00, 0xFE70..<0xFF00: .consonants
        case 0x3400..<0xA000, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0x20000..<0x32000: .syllables
        default: .unknown
        }
    }
}
