/// Writes words of foreign scripts in Latin letters, in the ways that newspapers do.
struct Romaniser: Sendable {
    static let shared = Romaniser()

    private let single: [UInt32: [[UInt8]]]
    private let double: [UInt64: [[UInt8]]]
    private let surnames: [UInt32: [[UInt8]]]

    private init() {
        var (single, double): ([UInt32: [[UInt8]]], [UInt64: [[UInt8]]]) = ([:], [:])
        for (sign, forms) in ScriptTables.all.flatMap(Self.entries) {
            let scalars = sign.unicodeScalars.map(\.value)
            switch scalars.count {
            case 1: single[scalars[0]] = forms
            case 2: double[UInt64(scalars[0]) << 32 | UInt64(scalars[1])] = forms
            default: break
            }
        }
        for (reading, signs) in Self.pairs(HanTable.mandarin) {
            for scalar in signs.unicodeScalars where single[scalar.value] == nil {
                single[scalar.value] = [Array(reading.utf8)]
            }
        }
        var surnames: [UInt32: [[UInt8]]] = [:]
        for (sign, forms) in Self.entries(HanTable.korean) {
            if let scalar = sign.unicodeScalars.first { surnames[scalar.value] = forms }
        }
        (self.single, self.double, self.surnames) = (single, double, surnames)
    }

    /// The entries of a table: a sign and its forms.
    private static func entries(_ table: String) -> [(String, [[UInt8]])] {
        pairs(table).map { sign, forms in
            (sign, forms.utf8.split(separator: 0x20).map { $0.elementsEqual("-".utf8) ? [] : Array($0) })
        }
    }

    private static func pairs(_ table: String) -> [(String, String)] {
        table.utf8.split { $0 == 0x0A || $0 == 0x7C }.compactMap { entry in
            guard let space = entry.firstIndex(of: 0x20) else { return nil }
            return (String(entry[..<space]) ?? "", String(entry[entry.index(after: space)...]) ?? "")
        }
    }

    /// The word's ways in Latin letters, the commonest first; empty when a sign has no table.
    func romanised(_ word: [UInt32]) -> [[UInt8]] {
        var ways = [[UInt8]](repeating: [], count: 3)
        var at = 0
        while at < word.count {
            if at + 1 < word.count, let forms = double[UInt64(word[at]) << 32 | UInt64(word[at + 1])] {
                append(forms, to: &ways)
                at += 2
                continue
            }
            guard let forms = forms(of: word, at: at) else { return [] }
            append(forms, to: &ways)
            at += 1
        }
        var distinct: [[UInt8]] = []
        for way in ways where !way.isEmpty && !distinct.contains(way) { distinct.append(way) }
        return distinct
    }

    private func forms(of word: [UInt32], at index: Int) -> [[UInt8]]? {
        let value = Self.katakana(word[index])
        if value < 0x80 { return [[UInt8(value)]] }
        if index == 0, word.count > 1, word.count < 5, let forms = surnames[value] { return forms }
        if let forms = single[value] { return forms }
        if let syllable = Hangul.romanised(value) { return [syllable] }
        return Unicode.Scalar(value).flatMap(LatinLetters.plain).map { [$0] }
    }

    /// Hiragana is read by the table of katakana.
    private static func katakana(_ value: UInt32) -> UInt32 { (0x3041..<0x3097).contains(value) ? value + 0x60 : value }

    private func append(_ forms: [[UInt8]], to ways: inout [[UInt8]]) {
        for way in ways.indices { ways[way] += forms.isEmpty ? [] : forms[min(way, forms.count - 1)] }
    }
}
