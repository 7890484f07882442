import Foundation

/// The package's own sources, as text.
struct SourceTree {
    /// A Swift file.
    struct File {
        /// The path from the package's root.
        let path: String
        /// The target, by its folder.
        let target: String
        let lines: [String]
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// All Swift files below a folder of the package, in order.
    static func files(_ folder: String) throws -> [File] {
        let base = root.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path).filter { $0.hasSuffix(".swift") }
            .sorted()
        return try names.map { name in
            let text = try String(contentsOf: base.appending(path: name), encoding: .utf8)
            return File(
                path: folder + "/" + name, target: String(name.prefix { $0 != "/" }),
                lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        }
    }
}

extension SourceTree.File {
    /// The modules that the file imports, with the line of each.
    var imports: [(line: Int, module: String)] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        return lines.enumerated().compactMap { number, line in
            let words = line.split(separator: " ").map(String.init).filter { !$0.hasPrefix("@") }
            guard let at = words.firstIndex(of: "import"), at <= 1, !line.hasPrefix(" "), !line.hasPrefix("/") else {
                return nil
            }
            let rest = words.dropFirst(at + 1).drop { kinds.contains($0) }
            return rest.first.map { (number + 1, String($0.prefix { $0 != "." })) }
        }
    }

    /// Lines of code with comments and the insides of string literals left out, so that words in them do not count.
    var code: [String] {
        var inText = false
        return lines.map { line in
            let quotes = line.components(separatedBy: "\"\"\"").count - 1
            defer { if quotes % 2 == 1 { inText.toggle() } }
            if inText || line.drop(while: { $0 == " " }).hasPrefix("//") { return "" }
            var code = ""
            var inString = false
            var previous: Character = " "
            for character in line {
                if character == "\"", previous != "\\" { inString.toggle() }
                if !inString { code.append(character) }
                previous = character
            }
            return code.components(separatedBy: " //").first ?? code
        }
    }
}
