import HearsayCore

/// The words before a credit that say no more than that it is one: "Photo:", "Image credit:", "Courtesy of", "©".
struct PictureLabel: Hashable {
    private static let media: Set<String> = Set(
        """
        photo photos photograph photographs photography photographer photographers picture pictures pic pics image images foto fotos \
        illustration illustrations illustrator illustrated screenshot screenshots screengrab screengrabs screencap artwork art \
        graphic graphics infographic infographics chart charts map maps render renders rendering collage montage composite cartoon \
        drawing painting sketch snapshot still stills poster video footage animation visual visuals portrait bild fotografia imagen immagine imagem
        """.split(separator: " ").map(String.init))
    /// Pictures that a line of prose seldom starts with and a colon after.
    private static let plainMedia: Set<String> = [
        "photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images", "illustration",
        "photography", "screenshot", "foto", "pic", "illustrations",
    ]
    private static let kinds: Set<String> = Set(
        """
        featured feature main lead leading header hero banner top bottom cover title file stock archive archival handout staff press \
        aerial satellite undated all additional thumbnail homepage front page the this post article story inset left right above below \
        background
        """.split(separator: " ").map(String.init))
    private static let relations: Set<String> = [
        "credit", "credits", "source", "sources", "courtesy", "copyright", "copyrights", "provided", "supplied",
        "taken", "shot", "created", "submitted", "contributed", "file", "archive", "handout", "rights", "attribution",
        "quelle", "fonte", "fuente",
    ]
    private static let joints: Set<String> = ["by", "via", "of", "from", "to", "with", "permission"]

    /// Bytes of the label.
    private(set) var length: Int
    /// Whether the words tell a credit among prose too: they name a plain kind of picture, and not one that is shown
    /// elsewhere ("Featured image:").
    private(set) var isPlain: Bool

    /// The label that some words start with; nil without one.
    init?(_ words: ByteSlice) {
        guard var found = Self.first(words) else { return nil }
        // "Photo: Courtesy of …", "Image: © …"
        for _ in 0..<2 {
            let rest = words.dropFirst(found.length)
            let gap = rest.count - rest.drop { $0.isASCIISpace }.count
            guard let next = Self.first(rest.dropFirst(gap)) else { break }
            found.length += gap + next.length
        }
        (length, isPlain) = found
    }

    private static func first(_ words: ByteSlice) -> (length: Int, isPlain: Bool)? {
        var (at, last, hasMedia, hasRelation, isPlain) = (words.startIndex, "", false, false, false)
        var (hasKind, isCourtesy) = (false, false)
        for _ in 0..<7 {
            let rest = words[at...].drop { $0.isASCIISpace }
            if rest.starts(with: [0xC2, 0xA9]) { return (rest.startIndex + 2 - words.startIndex, hasMedia) }
            if rest.startsIgnoringCase("(c) ") { return (rest.startIndex + 3 - words.startIndex, hasMedia) }
            let word = rest.prefix { $0.isASCIILetter }
            guard !word.isEmpty, word.count <= 14 else { break }
            let name = String(decoding: word.asciiLowercased, as: UTF8.self)
            if media.contains(name), !hasRelation || last != "courtesy" {
                hasMedia = true
                isPlain = isPlain || plainMedia.contains(name)
            } else if relations.contains(name) {
                hasRelation = true
                isCourtesy = isCourtesy || name == "courtesy"
                isPlain = isPlain || name == "credit"
            } else if joints.contains(name) {
                guard hasMedia || hasRelation || name == "via" else { break }
            } else if kinds.contains(name), !hasMedia, !hasRelation {
                hasKind = true
            } else {
                break
            }
            (at, last) = (word.endIndex, name)
            if hasMedia || hasRelation, let mark = mark(words[at...]) {
                return (at + mark - words.startIndex, isPlain && !hasKind)
            }
        }
        if isCourtesy, last == "of" { return (at - words.startIndex, isPlain && !hasKind) }
        return closes(last, hasMedia, hasRelation, words[at...]) ? (at - words.startIndex, isPlain && !hasKind) : nil
    }

    /// Whether a label may end with a word and no mark after it.
    private static func closes(_ last: String, _ hasMedia: Bool, _ hasRelation: Bool, _ rest: ByteSlice) -> Bool {
        let rest = rest.drop { $0.isASCIISpace }
        let isName = rest.first.map { $0.isASCIIUpper || $0 >= 0x80 || $0 == 0x40 } ?? true
        switch last {
        case "by": return (hasMedia || hasRelation) && (isName || hasMedia)
        case "via": return isName
        case "of": return hasRelation && isName
        case "from": return hasRelation && isName
        case "courtesy", "credit", "credits", "copyright": return isName
        default: return false
        }
    }

    /// Bytes up to and with a colon, dots or a dash that ends a label.
    private static func mark(_ rest: ByteSlice) -> Int? {
        let tail = rest.drop { $0.isASCIISpace }
        let gap = rest.count - tail.count
        guard gap <= 2 else { return nil }
        if tail.first == 0x3A { return gap + 1 }
        if tail.starts(with: [0x2E, 0x2E, 0x2E]) || tail.starts(with: [0xE2, 0x80, 0xA6]) { return gap + 3 }
        return nil
    }
}
