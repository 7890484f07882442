/// Foreign text made safe and fit to be shown on a terminal.
package enum PlainText {
    /// The text in one line: runs of white space become one space; control characters, which could drive a terminal,
    /// and the characters that reorder text, which could make it lie, become U+FFFD.
    package static func singleLine(_ text: String) -> String {
        if isSimple(text) { return text }
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isWhitespace {
                pending = !result.isEmpty
            } else {
                if pending { result.append(" ") }
                pending = false
                result.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    /// Whether a text is of printable ASCII with single spaces between its words, as most is, so that nothing is to be done.
    private static func isSimple(_ text: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20
    }

    /// The text without leftover inline tags such as `<u>` and `</u>`, which plain-text articles may carry.
    static func withoutInlineTags(_ text: String) -> String {
        guard text.utf8.contains(0x3C) else { return text }
        var (kept, rest) = ("", Substring(text))
        while let open = rest.firstIndex(of: "<") {
            kept += rest[..<open]
            let tail = rest[open...]
            if let close = tail.prefix(10).firstIndex(of: ">"), isInlineTag(tail[..<close].dropFirst()) {
                rest = tail[close...].dropFirst()
            } else {
                kept += "<"
                rest = tail.dropFirst()
            }
        }
        return kept + rest
    }

    private static func isInlineTag(_ words: Substring) -> Bool {
        let name = words.hasPrefix("/") ? words.dropFirst() : words
        return ["u", "b", "i", "a", "em", "strong", "span", "br", "s", "sup", "sub"].contains(name.lowercased())
    }

    /// Whether a character drives terminals (C0, C1, delete) or reorders text (bidirectional controls).
    package static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: true
        default: false
        }
    }

    /// Columns that text takes on a terminal: two for wide characters and emoji, none for combining marks.
    package static func width(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + width($1) }
    }

    private static func width(_ character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0..<0x300: return 1
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: return 0
            default: return scalar.properties.isEmojiPresentation ? 2 : 1
            }
        }
    }

    /// Lines of at most `width` columns, broken at spaces; a longer word has a line of its own.
    package static func wrap(_ text: String, width limit: Int) -> [String] {
        var (lines, line, used) = ([String](), "", 0)
        for word in text.split(separator: " ") {
            let columns = width(word)
            if used > 0, used + 1 + columns > limit {
                lines.append(line)
                (line, used) = ("", 0)
            }
            if used > 0 { line += " " }
            line += word
            used += columns + (used > 0 ? 1 : 0)
        }
        return used > 0 ? lines + [line] : lines
    }
}
