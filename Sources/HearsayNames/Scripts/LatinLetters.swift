/// Latin letters without their marks, found by the names that Unicode gives them.
enum LatinLetters {
    /// The plain letters of a Latin letter with marks ("é" is "e", "ß" is "ss"); nil for other characters.
    static func plain(_ scalar: Unicode.Scalar) -> [UInt8]? {
        let found: UInt8
        switch scalar.value {
        case 0xC0..<0x250: found = low[Int(scalar.value) - 0xC0]
        case 0x1E00..<0x1F00: found = high[Int(scalar.value) - 0x1E00]
        default: return nil
        }
        switch found {
        case 0: return ligatures[scalar.value]
        default: return [found]
        }
    }

    /// What two letters a letter with a mark stands for where the mark is lacking: "ü" is "ue" to Germans, "č" is "ch" to
    /// readers of English.
    static func long(_ scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar.value {
        case 0xE4, 0xC4: Array("ae".utf8)
        case 0xF6, 0xD6, 0xF8, 0xD8: Array("oe".utf8)
        case 0xFC, 0xDC: Array("ue".utf8)
        case 0xE5, 0xC5: Array("aa".utf8)
        case 0x106...0x107, 0x10C...0x10D: Array("ch".utf8)
        case 0x15E...0x161, 0x218...0x219: Array("sh".utf8)
        case 0x17D...0x17E: Array("zh".utf8)
        default: nil
        }
    }

    private static let low: [UInt8] = letters(0xC0..<0x250)
    private static let high: [UInt8] = letters(0x1E00..<0x1F00)

    private static let ligatures: [UInt32: [UInt8]] = [
        0xDF: Array("ss".utf8), 0x1E9E: Array("ss".utf8), 0xE6: Array("ae".utf8), 0xC6: Array("ae".utf8),
        0x153: Array("oe".utf8), 0x152: Array("oe".utf8), 0xFE: Array("th".utf8), 0xDE: Array("th".utf8),
        0xF0: Array("d".utf8), 0xD0: Array("d".utf8), 0x133: Array("ij".utf8), 0x132: Array("ij".utf8),
        0x131: Array("i".utf8), 0x259: Array("a".utf8), 0x18F: Array("a".utf8),
    ]

    /// The letter that stands in "LATIN SMALL LETTER E WITH ACUTE"; 0 where no single one does.
    private static func letters(_ range: Range<UInt32>) -> [UInt8] {
        range.map { value in
            guard let name = Unicode.Scalar(value)?.properties.name else { return 0 }
            let words = name.utf8.split(separator: 0x20)
            guard words.count > 3, words[0].elementsEqual("LATIN".utf8), words[2].elementsEqual("LETTER".utf8),
                words[3].count == 1, let letter = words[3].first
            else { return 0 }
            return letter | 0x20
        }
    }
}
