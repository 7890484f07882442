/// How two words of two names relate.
struct WordMatch {
    /// The ground on which they were taken together.
    enum Ground: UInt8 {
        /// The same letters.
        case letters
        /// One sound in the spellings of newsrooms and scripts.
        case sound
        /// Forms of one given name.
        case given
        /// One number, or one place, under any name.
        case entry
        /// One word here, several there.
        case joined
        /// The consonants agree, and the script does not write vowels, or not ours.
        case consonants
        /// A given name that languages translate.
        case kin
        /// A letter for a name that begins with it.
        case initial
        /// Alike, but not the same.
        case near
        /// Two numbers, two places, two initials.
        case clash
        /// Nothing in common.
        case none
    }

    var ground: Ground
    var alike: Double

    static let none = WordMatch(ground: .none, alike: 0)

    /// Whether the words are one name without a doubt.
    var isSame: Bool { ground.rawValue <= Ground.joined.rawValue }
}

/// Compares words.
struct WordComparison {
    private var distance = SpellingDistance()

    /// How two words relate.
    mutating func match(_ a: NameWord, _ b: NameWord) -> WordMatch {
        if a.native == b.native { return WordMatch(ground: .letters, alike: 1) }
        if let known = byRole(a, b) { return known }
        if a.latin.contains(where: b.latin.contains) { return WordMatch(ground: .sound, alike: 1) }
        if a.sounds(like: b) { return WordMatch(ground: .sound, alike: 0.99) }
        if a.script != b.script, Self.soundAcrossScripts(a, b) { return WordMatch(ground: .sound, alike: 0.98) }
        if a.given.contains(where: b.given.contains) { return WordMatch(ground: .given, alike: 0.95) }
        var best = bySpelling(a, b)
        if best.alike < 0.8, a.kin.contains(where: b.kin.contains) { best = WordMatch(ground: .kin, alike: 0.8) }
        return best
    }

    /// Numbers, places and initials, which letters do not decide.
    private func byRole(_ a: NameWord, _ b: NameWord) -> WordMatch? {
        switch (a.role, b.role) {
        case (.number, .number) where a.number != nil && b.number != nil:
            a.number == b.number ? WordMatch(ground: .entry, alike: 1) : WordMatch(ground: .clash, alike: 0.5)
        case (.place, .place):
            a.place == b.place ? WordMatch(ground: .entry, alike: 1) : WordMatch(ground: .clash, alike: 0.2)
        case (.initial, .initial): WordMatch(ground: .clash, alike: 0)
        case (.initial, .name): Self.begins(b, with: a) ? WordMatch(ground: .initial, alike: 0.85) : WordMatch.none
        case (.name, .initial): Self.begins(a, with: b) ? WordMatch(ground: .initial, alike: 0.85) : WordMatch.none
        case (.initial, _), (_, .initial), (.number, _), (_, .number): WordMatch.none
        default: nil
        }
    }

    private static func begins(_ word: NameWord, with initial: NameWord) -> Bool {
        word.latin.contains { way in initial.latin.contains { $0.first == way.first } }
    }

    private mutating func bySpelling(_ a: NameWord, _ b: NameWord) -> WordMatch {
        if a.script == b.script, a.script != .latin {
            let alike = a.script == .syllables ? 0.3 : self.alike(a.native, b.native)
            return WordMatch(ground: .near, alike: alike)
        }
        if a.script == .consonants || b.script == .consonants || a.script == .syllables || b.script == .syllables {
            return byConsonants(a, b)
        }
        var best = 0.0
        for way in a.latin.prefix(2) { for other in b.latin.prefix(2) { best = max(best, alike(way, other)) } }
        if best < 0.9, a.script != b.script, Self.shareSkeleton(a, b) {
            return WordMatch(ground: .consonants, alike: 0.9)
        }
        return WordMatch(ground: best > 0 ? .near : .none, alike: best)
    }

    /// Whether a Latin word and one of another alphabet sound alike.
    private static func soundAcrossScripts(_ a: NameWord, _ b: NameWord) -> Bool {
        guard a.script == .alphabet || b.script == .alphabet else { return false }
        return a.sounds.contains { sound in
            let fold = SoundFold.acrossScripts(sound)
            return fold.count > 2 && b.sounds.contains { SoundFold.acrossScripts($0) == fold }
        }
    }

    private static func shareSkeleton(_ a: NameWord, _ b: NameWord) -> Bool {
        a.skeletons.contains { $0.count > 1 && b.skeletons.contains($0) }
    }

    private mutating func byConsonants(_ a: NameWord, _ b: NameWord) -> WordMatch {
        if Self.shareSkeleton(a, b) { return WordMatch(ground: .consonants, alike: 0.9) }
        var best = 0.0
        for one in a.skeletons.prefix(2) { for other in b.skeletons.prefix(2) { best = max(best, alike(one, other)) } }
        for way in a.latin.prefix(1) { for other in b.latin.prefix(1) { best = max(best, alike(way, other)) } }
        return WordMatch(ground: .near, alike: best * 0.9)
    }

    /// How alike two spellings are, from 0 to 1.
    mutating func alike<Sign: BinaryInteger>(_ a: [Sign], _ b: [Sign]) -> Double {
        let longer = Double(max(a.count, b.count))
        let shorter = Double(min(a.count, b.count))
        if longer == 0 || shorter / longer < 0.4 { return 0 }
        return max(0, 1 - distance.cost(a, b) / longer)
    }
}
