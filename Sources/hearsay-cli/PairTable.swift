import HearsayCore

/// Pairs of names in a CSV file (RFC 4180) with a head.
struct PairTable {
    /// One pair.
    struct Row {
        var name1: String
        var name2: String
        var kind: Voice.Kind
    }

    /// Why a file is no table of pairs.
    struct Problem: Error, CustomStringConvertible {
        var description: String
    }

    let rows: [Row]

    /// The rows of a file; `kind` where the file has no column for it.
    init(bytes: [UInt8], kind: Voice.Kind) throws {
        let lines = Self.lines(bytes)
        guard let head = lines.first, let first = head.firstIndex(of: "name1"),
            let second = head.firstIndex(of: "name2")
        else {
            throw Problem(description: "no columns name1 and name2 in the first line")
        }
        let column = head.firstIndex(of: "kind") ?? head.firstIndex(of: "schema")
        rows = lines.dropFirst().compactMap { line in
            guard line.count > max(first, second) else { return nil }
            let word = column.flatMap { $0 < line.count ? line[$0] : nil }
            return Row(name1: line[first], name2: line[second], kind: word.map(Self.kind) ?? kind)
        }
    }

    /// A kind by our name, or by FollowTheMoney's, whose bodies are organisations here.
    private static func kind(_ word: String) -> Voice.Kind {
        Voice.Kind(rawValue: word) ?? (word == "Person" ? .person : .organisation)
    }

    private static func lines(_ bytes: [UInt8]) -> [[String]] {
        var (lines, line, field): ([[String]], [String], [UInt8]) = ([], [], [])
        var (isQuoted, closed) = (false, -1)
        func end() {
            line.append(String(decoding: field, as: UTF8.self))
            field = []
        }
        for (at, byte) in bytes.enumerated() {
            switch byte {
            case 0x22 where isQuoted: (isQuoted, closed) = (false, at)
            case 0x22:
                // A doubled quotation mark closes and opens: the second one is kept.
                if closed == at - 1, closed > 0 { field.append(byte) }
                isQuoted = true
            case 0x2C where !isQuoted: end()
            case 0x0D where !isQuoted: continue
            case 0x0A where !isQuoted:
                end()
                lines.append(line)
                line = []
            default: field.append(byte)
            }
        }
        if !field.isEmpty || !line.isEmpty {
            end()
            lines.append(line)
        }
        return lines
    }
}
