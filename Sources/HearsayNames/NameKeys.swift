/// Makes the keys by which candidates for one source are found.
struct NameKeys {
    private var keys: [String] = []

    /// The keys of a name's words: its entry in the alias table, the consonants of each telling word and of all together,
    /// and for one-word names their beginning and end, which a misspelling leaves one of.
    static func keys(of read: NameWords, joined: [UInt8], sound: [UInt8], withArticle: [UInt8]) -> [String] {
        var keys = NameKeys()
        if read.alias > 0 { keys.add("=", NameLexicon.shared.sourceNames[Int(read.alias)].utf8) }
        let telling = read.words.filter { $0.role == .name }
        let places = read.words.filter { $0.role == .place }
        for word in telling { keys.add(word) }
        for word in places { keys.add("@", NameLexicon.shared.placeNames[Int(word.place)].utf8) }
        if telling.isEmpty, places.isEmpty { for word in read.words { keys.add(word) } }
        keys.add("", Skeleton.of(sound))
        if let whole = SoundFold.folds(withArticle).first, !withArticle.isEmpty { keys.add("", Skeleton.of(whole)) }
        if read.isAbbreviation {
            keys.add("~", joined)
        } else if read.initials.count > 2 {
            keys.add("~", read.initials)
        }
        if read.words.count == 1, sound.count > 4 {
            keys.add("<", sound.prefix(4))
            keys.add(">", sound.suffix(4))
        }
        return keys.keys
    }

    private mutating func add(_ word: NameWord) {
        if word.skeletons.isEmpty { return add("", word.shown.utf8) }
        for skeleton in word.skeletons { add("", skeleton) }
    }

    private mutating func add(_ mark: String, _ bytes: some Sequence<UInt8>) {
        let key = mark + String(decoding: Array(bytes), as: UTF8.self)
        if key.utf8.count > mark.utf8.count, keys.count < NameForm.mostKeys, !keys.contains(key) { keys.append(key) }
    }
}
