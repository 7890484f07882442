/// One word of a name with what comparing needs, worked out once.
struct NameWord: Sendable {
    /// What a word adds to a name.
    enum Role: UInt8, Sendable {
        /// A name proper.
        case name
        /// One letter for a given name.
        case initial
        /// "al", "bin", "von".
        case particle
        /// A word that many names share: "bank", "ministry".
        case generic
        /// A number, in figures, words or Roman.
        case number
        /// A state or town in the name of a body.
        case place
        /// "Junior", "MP".
        case suffix
    }

    /// As written.
    var shown: String
    /// Small letters of its own script.
    var native: [UInt32]
    /// In Latin letters, the commonest way first.
    var latin: [[UInt8]]
    /// Its sounds: all folds of all ways.
    var sounds: [[UInt8]]
    /// The consonants of each way.
    var skeletons: [[UInt8]]
    var script: Script
    var role = Role.name
    var number: Int?
    var place: UInt16 = 0
    var given: [UInt16] = []
    var kin: [UInt16] = []
    /// A given name of Russia or Ukraine.
    var isSlavic = false

    /// The word of a piece.
    init(_ piece: NamePiece) {
        (shown, native, latin, script) = (piece.shown, piece.native, piece.latin, piece.script)
        (sounds, skeletons) = ([], [])
        refold()
    }

    /// The word spelt otherwise.
    mutating func respell(_ spelling: [UInt8]) {
        (native, latin, script) = (spelling.map(UInt32.init), [spelling], .latin)
        refold()
    }

    private mutating func refold() {
        (sounds, skeletons) = ([], [])
        for way in latin { for fold in SoundFold.folds(way) where !sounds.contains(fold) { sounds.append(fold) } }
        for sound in sounds {
            let skeleton = Skeleton.of(sound)
            if !skeletons.contains(skeleton) { skeletons.append(skeleton) }
        }
    }

    /// How much the word tells about whose name it is.
    var weight: Double {
        switch role {
        case .name: 1
        case .initial: 0.4
        case .particle: 0.15
        case .generic: 0.45
        case .number: 0.6
        case .place: 0.8
        case .suffix: 0.3
        }
    }

    /// Letters in Latin spelling, or in its own where none is known.
    var length: Int { latin.first?.count ?? native.count }

    /// Whether the words share a sound.
    func sounds(like other: NameWord) -> Bool {
        for a in sounds { for b in other.sounds where a == b { return true } }
        return false
    }
}
