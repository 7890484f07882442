import HearsayCore

/// The characters that HTML names and XML does not know, as far as feeds use them.
enum NamedCharacters {
    private static let table: [Substring: UInt32] = {
        // The names of U+00A0 to U+00FF in order.
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 \
            acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml \
            Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde \
            Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig \
            ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide \
            oslash ugrave uacute ucirc uuml yacute thorn yuml
            """
        var table: [Substring: UInt32] = [
            "amp": 0x26, "lt": 0x3C, "gt": 0x3E, "quot": 0x22, "apos": 0x27, "OElig": 0x152, "oelig": 0x153,
            "Scaron": 0x160, "scaron": 0x161, "Yuml": 0x178, "fnof": 0x192, "circ": 0x2C6, "tilde": 0x2DC,
            "ensp": 0x2002, "emsp": 0x2003, "thinsp": 0x2009, "zwnj": 0x200C, "zwj": 0x200D, "lrm": 0x200E,
            "rlm": 0x200F, "ndash": 0x2013, "mdash": 0x2014, "lsquo": 0x2018, "rsquo": 0x2019, "sbquo": 0x201A,
            "ldquo": 0x201C, "rdquo": 0x201D, "bdquo": 0x201E, "dagger": 0x2020, "Dagger": 0x2021, "bull": 0x2022,
            "hellip": 0x2026, "permil": 0x2030, "prime": 0x2032, "Prime": 0x2033, "lsaquo": 0x2039, "rsaquo": 0x203A,
            "euro": 0x20AC, "trade": 0x2122, "larr": 0x2190, "uarr": 0x2191, "rarr": 0x2192, "darr": 0x2193,
            "minus": 0x2212, "ne": 0x2260, "le": 0x2264, "ge": 0x2265,
        ]
        for (i, name) in latin.split(separator: " ").enumerated() { table[name] = 0xA0 + UInt32(i) }
        return table
    }()

    /// The character that a reference at the start of some bytes stands for ("&nbsp;", "&#8217;"), and its length.
    ///
    /// Nil for an ampersand that begins no reference. A number that stands for no character gives U+FFFD.
    static func reference(_ bytes: ByteSlice) -> (scalar: Unicode.Scalar, length: Int)? {
        let inside = bytes.dropFirst().prefix(34)
        guard bytes.first == 0x26, let end = inside.firstIndex(of: 0x3B), end > inside.startIndex else { return nil }
        let name = inside[..<end]
        guard let code = name.first == 0x23 ? number(name.dropFirst()) : table[name.string[...]] else { return nil }
        return (scalar(code), end + 1 - bytes.startIndex)
    }

    private static func number(_ digits: ByteSlice) -> UInt32? {
        let isHex = digits.first == 0x78 || digits.first == 0x58
        let digits = isHex ? digits.dropFirst() : digits
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCIIDigit || isHex && $0.isASCIILetter }) else { return nil }
        return UInt32(digits.drop { $0 == 0x30 }.string, radix: isHex ? 16 : 10)
            ?? (digits.allSatisfy { $0 == 0x30 } ? 0 : UInt32.max)
    }

    /// Numbers from 128 to 159 are those of Windows-1252, as everywhere on the web.
    private static func scalar(_ code: UInt32) -> Unicode.Scalar {
        if (0x80...0x9F).contains(code) {
            let bytes = CharacterConverter.windows1252([UInt8(code)])
            return String(decoding: bytes, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
        }
        let isControl = code < 0x20 && code != 9 && code != 10 && code != 13
        guard !isControl, code & 0xFFFE != 0xFFFE, let scalar = Unicode.Scalar(code) else { return "\u{FFFD}" }
        return scalar
    }
}
