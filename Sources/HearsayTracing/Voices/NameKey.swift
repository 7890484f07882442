internal import HearsayCore

/// A name in a form that outlets share: "Col. Mikhail Shcherbov" and "Michail Schtscherbow", "Ms Weld" and "Tomasina Weld".
struct NameKey: Hashable {
    private static let titles = Terms.words(
        """
        mr mrs ms mx miss mme dr prof professor sir dame lord lady col colonel gen general capt captain lt major sgt judge \
        justice cllr councillor president minister director chair chairman chairwoman senator governor mayor king queen the
        """)
    private static let bodies = Terms.words(
        "ltd inc plc group company corp co asa biologics holding holdings limited gmbh ag fc press office newsroom")

    /// The words of the name, without titles.
    let words: [String]
    private let skeletons: [String]

    /// The key of a name; nil when nothing is left of it without its titles.
    init?(_ name: String) {
        let lower = WordScanner.words(of: name).map { Terms.unpossessed($0.lower) }
        let kept = lower.filter { !Self.titles.contains($0) && !Self.bodies.contains($0) }
        words = kept.isEmpty ? lower : kept
        guard !words.isEmpty else { return nil }
        skeletons = words.map(Self.skeleton)
    }

    /// Whether both may be one and the same: the last words agree, and the first ones where both have them; or the
    /// shorter is the beginning of the longer.
    func agrees(with other: NameKey) -> Bool {
        let (a, b) =
            skeletons.count <= other.skeletons.count ? (skeletons, other.skeletons) : (other.skeletons, skeletons)
        if b.starts(with: a), a[0].utf8.count > 1 { return true }
        guard let last = a.last, last == b.last, last.utf8.count > 1 else { return false }
        return a.count == 1 || a[0] == b[0] || a[0].first == b[0].first
    }

    /// What is left of a word whatever alphabet it came through: its consonants, those that sound alike as one.
    static func skeleton(_ word: String) -> String {
        var plain: [UInt8] = []
        for scalar in word.unicodeScalars {
            // Composed letters are decomposed by their names' first part: é, è, ê are e.
            guard scalar.isASCII else { continue }
            plain.append(UInt8(scalar.value))
        }
        if plain.count * 2 < word.unicodeScalars.count { return word }
        var out: [UInt8] = []
        for byte in plain {
            let sound: UInt8?
            switch byte {
            case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
                UInt8(ascii: "y"), UInt8(ascii: "j"), UInt8(ascii: "h"), UInt8(ascii: "'"):
                sound = nil
            case UInt8(ascii: "w"), UInt8(ascii: "f"): sound = UInt8(ascii: "v")
            case UInt8(ascii: "c"), UInt8(ascii: "z"), UInt8(ascii: "s"): sound = UInt8(ascii: "s")
            case UInt8(ascii: "q"), UInt8(ascii: "k"): sound = UInt8(ascii: "k")
            default: sound = byte
            }
            // "shch", "schtsch" and "šč" are one sound: a t between two s sounds belongs to them.
            guard let sound, sound != out.last else { continue }
            if sound == UInt8(ascii: "s"), out.last == UInt8(ascii: "t"), out.count > 1, out[out.count - 2] == sound {
                out.removeLast()
                continue
            }
            out.append(sound)
        }
        return out.isEmpty ? word : String(decoding: out, as: UTF8.self)
    }
}
