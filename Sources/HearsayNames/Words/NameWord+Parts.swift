/// What the letters of a word tell about its part in a name.
extension NameWord {
    /// Whether it says "son of".
    var isDescent: Bool {
        guard role == .particle, let way = latin.first else { return false }
        return way.elementsEqual("bin".utf8) || way.elementsEqual("ibn".utf8) || way.elementsEqual("ben".utf8)
    }

    /// Whether it is the Arabic article.
    var isArticle: Bool {
        guard role == .particle, let way = latin.first else { return false }
        return way.elementsEqual("al".utf8) || way.elementsEqual("el".utf8)
    }

    /// Whether it names the father as Russians, Ukrainians and their neighbours do.
    var isPatronymic: Bool {
        guard let way = latin.first, way.count > 6 else { return false }
        return Self.patronymicEnds.contains { way.suffix($0.count).elementsEqual($0) }
    }

    private static let patronymicEnds = [
        "ovich", "evich", "ovych", "yovych", "iyovych", "ovna", "evna", "ivna", "yivna",
    ].map {
        Array($0.utf8)
    }

    /// Whether it is the form that women have of another name of Russia, Ukraine or their neighbours.
    func isFeminine(of man: NameWord) -> Bool {
        guard let way = latin.first, let other = man.latin.first, other.count > 3, way.last == 0x61 else {
            return false
        }
        let base = way.dropLast()
        if base.elementsEqual(other) {
            return man.isSlavic || Self.maleEnds.contains { other.suffix($0.count).elementsEqual($0) }
        }
        // Zelensky, Zelenska, Zelenskaya.
        guard let at = other.lastIndex(of: 0x6B), at > 3,
            other[(at + 1)...].allSatisfy({ $0 == 0x79 || $0 == 0x69 || $0 == 0x6A })
        else {
            return false
        }
        let stem = other[...at]
        return at + 1 < other.count && way.starts(with: stem)
            && way.dropFirst(stem.count).allSatisfy { $0 == 0x61 || $0 == 0x79 || $0 == 0x69 }
    }

    private static let maleEnds = ["ov", "ev", "yov", "in", "yn", "iv"].map { Array($0.utf8) }
}
