extension NamePiece {
    /// The number in figures, with or without an ordinal's ending ("3rd").
    var digits: Int? {
        guard script == .latin, let first = native.first, first < 0x3A, native.count < 10 else { return nil }
        let figures = native.prefix { $0 < 0x3A }
        let ending = native.dropFirst(figures.count)
        guard ending.isEmpty || (ending.count == 2 && ending.allSatisfy { $0 >= 0x61 }) else { return nil }
        return figures.reduce(0) { $0 * 10 + Int($1 & 0xF) }
    }

    /// The number in Roman figures, written in capitals.
    var roman: Int? {
        guard script == .latin, native.count < 7, isUpper || (native.count == 1 && shown != shown.lowercased()) else {
            return nil
        }
        var (sum, last) = (0, 0)
        for sign in native.reversed() {
            let value: Int
            switch sign {
            case 0x69: value = 1
            case 0x76: value = 5
            case 0x78: value = 10
            default: return nil
            }
            sum += value < last ? -value : value
            last = max(last, value)
        }
        return sum
    }

    /// Each letter as a piece.
    var letters: [NamePiece] { native.indices.map { part($0..<$0 + 1) } }

    /// Some of its signs as a piece.
    func part(_ range: some RangeExpression<Int>) -> NamePiece {
        var part = self
        part.native = Array(native[range.relative(to: native)])
        let signs = Array(shown.unicodeScalars)
        if signs.count == native.count {
            part.shown = String(String.UnicodeScalarView(signs[range.relative(to: signs)]))
        } else {
            part.shown = String(String.UnicodeScalarView(part.native.compactMap(Unicode.Scalar.init)))
        }
        part.latin =
            script == .latin
            ? [part.native.map { UInt8(truncatingIfNeeded: $0) }] : Romaniser.shared.romanised(part.native)
        part.isUpper = isUpper && part.native.count > 1
        return part
    }
}
