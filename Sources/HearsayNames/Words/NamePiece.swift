/// A run of letters or digits of a name as written, before anything is known about it.
struct NamePiece {
    /// As written, without apostrophes.
    var shown = ""
    /// Small letters: Latin ones without marks, others as they are.
    var native: [UInt32] = []
    /// In Latin letters, the commonest way first; empty when the script has no table.
    var latin: [[UInt8]] = [] {
        didSet { sound = SoundFold.folds(main).first ?? [] }
    }
    /// The main sound, by which tables are looked up.
    private(set) var sound: [UInt8] = []
    var script = Script.latin
    /// All letters are capitals, and there are two or more.
    var isUpper = false
    /// A full stop follows without a space before it.
    var hasStop = false
    /// Nothing but a full stop or a hyphen parts it from the piece before.
    var isGlued = false
    /// A comma stands before it.
    var followsComma = false

    /// The main form in Latin letters, else the signs as bytes.
    var main: [UInt8] { latin.first ?? Array(shown.utf8) }

    /// Whether it is one letter.
    var isLetter: Bool { script == .latin && native.count == 1 && native[0] >= 0x61 }
}

extension NamePiece {
    /// Letters that only full stops part become one piece: "U.S." is "us", "p.l.c." is "plc".
    static func joiningInitials(_ pieces: [NamePiece]) -> [NamePiece] {
        var out: [NamePiece] = []
        var isOpen = false
        for piece in pieces {
            if isOpen, piece.isGlued, piece.native.count == 1, let last = out.last, last.hasStop,
                last.script == piece.script
            {
                out[out.count - 1].join(piece)
            } else {
                out.append(piece)
                isOpen = piece.native.count == 1
            }
        }
        return out
    }

    private mutating func join(_ next: NamePiece) {
        shown += next.shown
        native += next.native
        latin = zip(latin, next.latin).map { $0 + $1 }
        isUpper = true
        hasStop = next.hasStop
    }
}
