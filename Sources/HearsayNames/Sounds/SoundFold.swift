/// The spelling of a word with what newsrooms and transliterations vary folded away.
///
/// Two words of one fold are held to be two spellings of one name, so what tells names apart stays: "Umerov" and
/// "Umarov", "Budanov" and "Bogdanov", "Han" and "Khan" differ.
enum SoundFold {
    /// The folds of a romanised word: the plain one, and that with "yo" for "e" (Вёрстка is Vyorstka and Verstka).
    static func folds(_ word: [UInt8]) -> [[UInt8]] {
        guard word.count > 3 else { return [word] }
        let fold = fold(word)
        guard let other = withoutYo(fold) else { return [fold] }
        return [fold, other]
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61, 0x65, 0x69, 0x6F, 0x75: true
        default: false
        }
    }

    private static func fold(_ word: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(word.count + 1)
        for at in word.indices { append(word, at, to: &out) }
        if out.starts(with: [0x69, 0x65]) { out.removeFirst() }  // Yevgeny, Evgeny
        return slavicEnd(out)
    }

    /// Adds the sound of one letter: y and j as i, c as k, ph as f, x as ks, double consonants as one.
    private static func append(_ word: [UInt8], _ at: Int, to out: inout [UInt8]) {
        let byte = word[at]
        let next = at + 1 < word.count ? word[at + 1] : 0
        let last = out.last ?? 0
        switch byte {
        case 0x79 where !folds(word, at): out.append(byte)
        case 0x79: if last != 0x69 { out.append(0x69) }  // y
        case 0x73 where isBritish(word, at): out.append(0x7A)  // -ise as -ize
        case 0x69: if last != 0x69 { out.append(0x69) }  // i
        case 0x6A where at > 0 && isVowel(last) && (next == 0 || !isVowel(next)):  // Sergej, Andrej
            if last != 0x69 { out.append(0x69) }
        case 0x63 where next != 0x65 && next != 0x69 && next != 0x79 && next != 0x68:  // c before a, o, u
            if last != 0x6B { out.append(0x6B) }
        case 0x68 where last == 0x70 && at > 0 && word[at - 1] == 0x70: out[out.count - 1] = 0x66  // ph
        case 0x78: out += [0x6B, 0x73]  // x
        default: if byte != last || isVowel(byte) { out.append(byte) }
        }
    }

    /// Whether a "y" sounds as "i" for certain: not in short words behind a consonant, where English keeps "Smyth" and
    /// "Smith", "Bryan" and "Brian" apart.
    private static func folds(_ word: [UInt8], _ at: Int) -> Bool {
        guard at > 0, !isVowel(word[at - 1]), word[at - 1] != 0x79, word.count < 7, at + 2 < word.count else { return true }
        if isVowel(word[at + 1]) { return word.count > 5 }
        return slavicEnds.contains { word.suffix($0.count).elementsEqual($0) }
    }

    private static let slavicEnds = ["ov", "ova", "ev", "eva", "sky", "ko", "uk"].map { Array($0.utf8) }

    /// Whether an "s" begins "-sation", "-sed" or "-sing" behind an "i".
    private static func isBritish(_ word: [UInt8], _ at: Int) -> Bool {
        guard word.count > 7, at > 3, word[at - 1] == 0x69 else { return false }
        return britishEnds.contains { word[at...].elementsEqual($0) }
    }

    private static let britishEnds = ["sation", "sations", "sed", "sing"].map { Array($0.utf8) }

    /// "-yev" and "-yeva" after a vowel as "-ev": Sergeyev, Sergeev.
    private static func slavicEnd(_ word: [UInt8]) -> [UInt8] {
        for tail in [Array("iev".utf8), Array("ieva".utf8)] where word.count > tail.count {
            let at = word.count - tail.count
            if word[at...].elementsEqual(tail), isVowel(word[at - 1]) {
                return Array(word[..<at]) + tail.dropFirst()
            }
        }
        return word
    }

    private static func withoutYo(_ word: [UInt8]) -> [UInt8]? {
        guard word.count > 4 else { return nil }
        for at in 1..<word.count - 1 where word[at] == 0x69 && word[at + 1] == 0x6F && !isVowel(word[at - 1]) {
            return Array(word[..<at]) + [0x65] + word[(at + 2)...]
        }
        return nil
    }
}
