import Foundation
import HearsayCore
import HearsayNames

/// Pairs of names of which somebody said whether they are one.
struct NameGold {
    /// One pair.
    struct Pair {
        let name1: String
        let name2: String
        let kind: Voice.Kind
        let isSame: Bool

        var isForeign: Bool { !(name1 + name2).utf8.allSatisfy { $0 < 0x80 } }
    }

    /// Shares of pairs told rightly.
    struct Score: CustomStringConvertible {
        var (right, wrong, missed) = (0, 0, 0)
        var f1: Double { Double(2 * right) / Double(max(1, 2 * right + wrong + missed)) }
        var description: String { "F1 \(f1): \(right) right, \(wrong) wrong, \(missed) missed" }

        init(_ pairs: [Pair], _ told: (NameMatch) -> Bool) {
            for pair in pairs {
                let isTold = told(NameMatcher.compare(pair.name1, pair.name2, kind: pair.kind))
                switch (pair.isSame, isTold) {
                case (true, true): right += 1
                case (false, true): wrong += 1
                case (true, false): missed += 1
                case (false, false): break
                }
            }
        }
    }

    /// Our own pairs of outlets, places and people, `quality/names.csv`.
    static func own() throws -> [Pair] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try pairs(root.appending(path: "quality/names.csv"))
    }

    /// The public pairs, where the data folder is at hand (`HEARSAY_DATA`).
    static let cases = URL(
        filePath: ProcessInfo.processInfo.environment["HEARSAY_DATA"] ?? "../shared/data", directoryHint: .isDirectory
    ).appending(path: "names/cases-dev.csv")
    static let casesAreAbsent = !FileManager.default.fileExists(atPath: cases.path)

    /// The pairs of a file.
    static func pairs(_ file: URL) throws -> [Pair] {
        let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).map(fields)
        guard let head = lines.first, let name1 = head.firstIndex(of: "name1"),
            let name2 = head.firstIndex(of: "name2"),
            let kind = head.firstIndex(of: "kind") ?? head.firstIndex(of: "schema"),
            let isSame = head.firstIndex(of: "same") ?? head.firstIndex(of: "is_match")
        else { return [] }
        return lines.dropFirst().map { line in
            let named = Voice.Kind(rawValue: line[kind]) ?? (line[kind] == "Person" ? .person : .organisation)
            return Pair(name1: line[name1], name2: line[name2], kind: named, isSame: line[isSame] == "true")
        }
    }

    private static func fields(_ line: Substring) -> [String] {
        var (fields, field, isQuoted) = ([String](), "", false)
        var last: Unicode.Scalar = ","
        for scalar in line.unicodeScalars {
            switch scalar {
            case "\"":
                if !isQuoted, last == "\"" { field.unicodeScalars.append(scalar) }
                isQuoted.toggle()
            case "," where !isQuoted:
                fields.append(field)
                field = ""
            default: field.unicodeScalars.append(scalar)
            }
            last = scalar
        }
        return fields + [field]
    }
}
