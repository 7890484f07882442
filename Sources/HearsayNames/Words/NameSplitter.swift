/// Cuts a name into pieces: at spaces and marks, between a small letter and a capital, and between numbers and words.
struct NameSplitter {
    /// The most signs of a name that are looked at.
    static let longest = 240
    /// The most pieces of a name that are kept.
    static let mostPieces = 24

    private var pieces: [NamePiece] = []
    private var piece = NamePiece()
    private var long: [UInt8] = []
    private var isMarked = false
    private var capitals = 0
    private var lastWasSmall = false
    private var glue = false
    private var comma = false

    /// The pieces of a text.
    static func pieces(_ text: String) -> [NamePiece] {
        var splitter = NameSplitter()
        let scalars = Array(text.unicodeScalars.prefix(longest))
        for at in scalars.indices { splitter.read(scalars, at) }
        splitter.finish()
        return Array(splitter.pieces.prefix(mostPieces))
    }

    private mutating func read(_ scalars: [Unicode.Scalar], _ at: Int) {
        let scalar = scalars[at]
        switch scalar.value {
        case 0x61...0x7A: add(scalar, lower: scalar.value, isCapital: false)
        case 0x41...0x5A:
            if lastWasSmall, piece.native.count > 2, at + 1 < scalars.count, scalars[at + 1].properties.isAlphabetic {
                split()
            }
            add(scalar, lower: scalar.value | 0x20, isCapital: true)
        case 0x30...0x39: add(scalar, lower: scalar.value, isCapital: false)
        case 0x00...0x7F, 0xA0, 0xAB, 0xBB, 0x2000...0x206F, 0x2B9...0x2C8, 0x60B...0x61F, 0x3000...0x3020, 0x30FB:
            mark(scalars, at)
        default: foreign(scalar)
        }
    }

    // MARK: - Marks

    private mutating func mark(_ scalars: [Unicode.Scalar], _ at: Int) {
        switch scalars[at].value {
        case 0x27, 0x2019, 0x2018, 0x60, 0x2B9...0x2C8, 0x200B...0x200F, 0x2060: apostrophe(scalars, at)
        case 0x2E:
            let isOpen = !piece.native.isEmpty
            finish()
            if isOpen, !pieces.isEmpty { pieces[pieces.count - 1].hasStop = true }
            glue = isOpen
        case 0x2D, 0x2010, 0x2011:
            let isOpen = !piece.native.isEmpty
            finish()
            glue = isOpen
        case 0x2C, 0x60C:
            finish()
            (glue, comma) = (false, true)
        case 0x26:
            finish()
            for scalar in "and".unicodeScalars { add(scalar, lower: scalar.value, isCapital: false) }
            finish()
        default:
            finish()
            glue = false
        }
    }

    /// Apostrophes join, except before the "s" of a possessive, which is left out.
    private mutating func apostrophe(_ scalars: [Unicode.Scalar], _ at: Int) {
        guard !piece.native.isEmpty, at + 1 < scalars.count, scalars[at + 1] == "s" || scalars[at + 1] == "S",
            scalars[at].value < 0x200B || scalars[at].value > 0x200F,
            at + 2 >= scalars.count || !scalars[at + 2].properties.isAlphabetic
        else { return }
        isPossessive = true
    }

    private var isPossessive = false

    // MARK: - Letters

    private mutating func foreign(_ scalar: Unicode.Scalar) {
        if let plain = LatinLetters.plain(scalar) {
            let isCapital = scalar.properties.isUppercase
            if let other = LatinLetters.long(scalar) { note(long: other) } else if isMarked { long += plain }
            append(plain.map(UInt32.init), latin: true, isCapital: isCapital, scalar)
            return
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark:
            if (0x900..<0x1000).contains(scalar.value) || (0x1780..<0x1800).contains(scalar.value) {
                append([scalar.value], latin: false, isCapital: false, scalar)
            }
        case .spacingMark, .otherLetter, .modifierLetter, .lowercaseLetter, .decimalNumber, .letterNumber:
            append([scalar.value], latin: false, isCapital: false, scalar)
        case .uppercaseLetter, .titlecaseLetter:
            let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
            append([lower.value], latin: false, isCapital: true, scalar)
        default:
            finish()
            glue = false
        }
    }

    private mutating func note(long other: [UInt8]) {
        if !isMarked { long = piece.native.map { $0 < 0x80 ? UInt8($0) : 0x3F } }
        isMarked = true
        long += other
    }

    private mutating func add(_ scalar: Unicode.Scalar, lower: UInt32, isCapital: Bool) {
        if isPossessive {
            isPossessive = false
            return finish()
        }
        let isDigit = lower < 0x3A
        if let last = piece.native.last, isDigit, last >= 0x3A, piece.native.count > 3 { split() }
        if isMarked { long.append(UInt8(lower)) }
        append([lower], latin: true, isCapital: isCapital, scalar)
    }

    private mutating func split() {
        finish()
        glue = true
    }

    private mutating func append(_ values: [UInt32], latin: Bool, isCapital: Bool, _ scalar: Unicode.Scalar) {
        if piece.native.isEmpty {
            (piece.isGlued, piece.followsComma) = (glue && !pieces.isEmpty, comma)
            comma = false
        }
        if !latin, piece.script == .latin { piece.script = Script.of(scalar) }
        piece.native += values
        piece.shown.unicodeScalars.append(scalar)
        if isCapital { capitals += 1 }
        lastWasSmall = !isCapital && latin && scalar.value >= 0x61
    }

    private mutating func finish() {
        defer {
            (piece, long, isMarked, capitals, lastWasSmall, glue) = (NamePiece(), [], false, 0, false, false)
            isPossessive = false
        }
        guard !piece.native.isEmpty else { return }
        piece.isUpper = capitals > 1 && capitals == piece.shown.unicodeScalars.count
        if piece.script == .latin {
            piece.latin = [piece.native.map { UInt8(truncatingIfNeeded: $0) }]
            if isMarked { piece.latin.append(long) }
        } else {
            piece.latin = Romaniser.shared.romanised(piece.native)
        }
        pieces.append(piece)
    }
}
