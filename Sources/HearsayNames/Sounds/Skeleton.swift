/// The consonants of a word by class, from which keys are made: spellings that differ in vowels share it.
enum Skeleton {
    /// The classes of a word's sound; a leading vowel counts as "a". At most twelve.
    static func of(_ word: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var at = 0
        while at < word.count, out.count < 12 {
            let (sign, length) = sign(word, at)
            if sign != 0, out.last != sign { out.append(sign) }
            at += length
        }
        return out.isEmpty ? Array(word.prefix(12)) : out
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
        default: false
        }
    }

    /// The class of the letters at a place, 0 for none, and how many letters it takes.
    private static func sign(_ word: [UInt8], _ at: Int) -> (UInt8, Int) {
        let next = at + 1 < word.count ? word[at + 1] : 0
        switch (word[at], next) {
        case (0x73, 0x68), (0x73, 0x63): return (0x78, 2)  // sh, sc(h)
        case (0x7A, 0x68), (0x64, 0x7A): return (0x6A, 2)  // zh, dz(h)
        case (0x63, 0x68): return (0x63, 2)  // ch
        case (0x6B, 0x68), (0x67, 0x68): return (0x67, 2)  // kh, gh
        case (0x70, 0x68): return (0x66, 2)  // ph
        case (0x74, 0x68): return (0x74, 2)  // th
        case (0x74, 0x73), (0x74, 0x7A): return (0x73, 2)  // ts, tz
        case (0x63, 0x6B): return (0x6B, 2)  // ck
        case (0x64, 0x6A): return (0x6A, 2)  // dj
        case (0x63, 0x65), (0x63, 0x69), (0x63, 0x79), (0x7A, _): return (0x73, 1)  // soft c, z
        case (0x63, _), (0x71, _): return (0x6B, 1)  // hard c, q
        case (0x68, _): return (at == 0 || next != 0 && isVowel(word[at - 1]) ? 0x67 : 0, 1)  // h that is heard
        case (0x77, _): return (0x76, 1)  // w
        case (0x78, _): return (0x6B, 1)  // x
        case (0x6A, _) where next == 0 || !isVowel(next): return (0, 1)  // j as a vowel
        case (let byte, _) where isVowel(byte): return (at == 0 ? 0x61 : 0, 1)
        case (let byte, _): return (byte, 1)
        }
    }
}
