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
        case 0x63 where word.count > 5 && isHard(next):
            // c before a, o, u
            if last != 0x6B { out.append(0x6B) }
        case 0x68 where last == 0x70 && at > 0 && word[at - 1] == 0x70: out[out.count - 1] = 0x66  // ph
        case 0x78: out += [0x6B, 0x73]  // x
        default: if byte != last || isVowel(byte) { out.append(byte) }
        }
    }

    /// Whether a "c" before the letter sounds as "k".
    private static func isHard(_ next: UInt8) -> Bool { next != 0x65 && next != 0x69 && next != 0x79 && next != 0x68 }

    /// Whether a "y" sounds as "i" for certain: not in short words behind a consonant, where English keeps "Smyth" and
    /// "Smith", "Bryan" and "Brian" apart.
    private static func folds(_ word: [UInt8], _ at: Int) -> Bool {
        guard at > 0, !isVowel(word[at - 1]), word[at - 1] != 0x79, word.count < 7, at + 2 < word.count else {
            return true
        }
        if isVowel(word[at + 1]) { return word.count > 5 }
        return slavicEnds.contains { word.suffix($0.count).elementsEqual($0) }
    }

    /// The fold in which a Latin spelling and one from another alphabet agree: vowels as they are, consonants by sound
    /// ("Scholz" and "Шольц", "Stoltenberg" and "Столтенберг").
    static func acrossScripts(_ sound: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        while at < sound.count {
            let next = at + 1 < sound.count ? sound[at + 1] : 0
            var (folded, length): (UInt8, Int) = (sound[at], 1)
            switch (sound[at], next) {
            case (0x73, 0x63) where at + 2 < sound.count && sound[at + 2] == 0x68:
                (folded, length) = (0x73, 2)  // sch as sh
            case (0x74, 0x73), (0x74, 0x7A): (folded, length) = (0x7A, 2)  // ts, tz as z
            case (0x74, 0x68): (folded, length) = (0x74, 2)  // th
            case (0x77, _): folded = 0x76  // w
            case (0x6A, _) where isVowel(next): folded = 0x69  // j
            default: break
            }
            if folded != out.last { out.append(folded) }
            at += length
        }
        return out.starts(with: [0x69, 0x65]) ? Array(out.dropFirst()) : out
    }

    /// The fold of a surname in which Russian and Ukrainian spellings agree too: "Shmyhal" and "Shmygal".
    static func bilingual(_ word: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (at, byte) in word.enumerated() {
            let next = at + 1 < word.count ? word[at + 1] : 0
            let folded: UInt8
            switch byte {
            case 0x6B where next == 0x68: continue  // kh
            case 0x69 where next == 0x65, 0x79 where next == 0x65: continue  // ie, ye
            case 0x68 where !["c", "s", "z", "t", "p"].contains(Unicode.Scalar(at > 0 ? word[at - 1] : 0)):
                folded = 0x67  // h
            case 0x79: folded = 0x69  // y
            default: folded = byte
            }
            if folded != out.last { out.append(folded) }
        }
        for end in feminineEnds where out.count > end.count + 2 && out.suffix(end.count).elementsEqual(end) {
            return out.dropLast(end.count) + "ska".utf8
        }
        return out
    }

    /// Endings of women's surnames that Ukrainian shortens to "-ska".
    private static let feminineEnds = ["skaia", "skaya"].map { Array($0.utf8) }

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
