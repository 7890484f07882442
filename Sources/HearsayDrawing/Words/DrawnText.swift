/// Foreign words made fit for a drawing: in one line, without what XML forbids or what would reorder or hide text, and cut
/// to a width.
enum DrawnText {
    /// The most accents on one letter; more would run over the lines above.
    private static let mostAccents = 3

    /// The words in one line; what controls anything or may not stand in XML becomes U+FFFD.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var (pending, accents) = (false, 0)
        for scalar in text.unicodeScalars {
            accents = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : accents + 1
            if accents > mostAccents { continue }
            if scalar.properties.isWhitespace {
                pending = !result.isEmpty
            } else {
                if pending { result.append(" ") }
                pending = false
                result.append(isUnfit(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(result)
    }

    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Controls, marks and isolates of writing direction, invisible characters, and what is no character at all.
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
            true
        case let value: value & 0xFFFE == 0xFFFE || 0xFDD0...0xFDEF ~= value || 0xE0000...0xE0FFF ~= value
        }
    }

    /// How wide words are at most at a size, in a sans-serif face as wide as they come.
    static func width(_ text: some StringProtocol, size: Double) -> Double {
        text.reduce(0) { $0 + share(of: $1) } * size
    }

    /// The share of the letter size that a character takes.
    private static func share(of character: Character) -> Double {
        let scalars = character.unicodeScalars
        guard let scalar = scalars.first else { return 0 }
        // What is put together may come from another face.
        if scalars.count > 1 { return scalar.value < 0x1100 ? 0.95 : 1.3 }
        switch character {
        case "i", "j", "l", "I", "|", "'", ".", ",", ":", ";", " ": return 0.34
        case "f", "t", "r", "(", ")", "[", "]", "/", "-", "!", "“", "”", "‘", "’", "·": return 0.44
        case "m", "M", "W", "@", "%", "—", "…": return 1.02
        case "w", "A"..."Z": return 0.82
        default: break
        }
        switch scalar.value {
        case 0..<0x80: return 0.65
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F000...0x1FAFF, 0x20000...0x3FFFD, 0xFDFA...0xFDFD:
            return scalar.value & 0xFFF0 == 0xFDF0 ? 4 : 1.3
        default: return 0.95
        }
    }

    /// The words, or as many of them as fit before an ellipsis.
    static func cut(_ text: String, to limit: Double, size: Double) -> String {
        if width(text, size: size) <= limit { return text }
        var (kept, used) = ("", width("…", size: size))
        for character in text {
            used += share(of: character) * size
            if used > limit { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// The words in at most so many lines; the last one is cut where there are more.
    static func lines(_ text: String, to limit: Double, size: Double, most: Int) -> [String] {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty, lines.count < most {
            if lines.count == most - 1 {
                lines.append(cut(String(rest), to: limit, size: size))
                break
            }
            let (line, next) = line(rest, to: limit, size: size)
            lines.append(line)
            rest = next
        }
        return lines
    }

    /// The first line of words, broken at a space; a first word that is too long is cut.
    private static func line(_ text: Substring, to limit: Double, size: Double) -> (String, Substring) {
        var (used, end, at) = (0.0, text.startIndex, text.startIndex)
        while at < text.endIndex {
            if text[at] == " " { end = at }
            used += share(of: text[at]) * size
            if used > limit { break }
            at = text.index(after: at)
        }
        if at == text.endIndex { return (String(text), "") }
        if end == text.startIndex { end = text.firstIndex(of: " ") ?? text.endIndex }
        return (cut(String(text[..<end]), to: limit, size: size), text[end...].drop { $0 == " " })
    }
}
