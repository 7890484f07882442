/// A strict reader of the part of the DOT language that a graph needs: it takes nothing that Graphviz would not.
struct DOTReader {
    struct Problem: Error { var reason: String }

    enum Token: Equatable {
        case word(String)
        case string(String)
        case mark(String)
    }

    private(set) var nodes: Set<String> = []
    private(set) var arrows: [(from: String, to: String, attributes: [String: String])] = []
    private(set) var labels: [String] = []
    private var tokens: [Token]
    private var at = 0

    init(_ bytes: [UInt8]) throws {
        tokens = try Self.tokens(bytes)
        try expect(.word("digraph"))
        _ = try name()
        try expect(.mark("{"))
        try statements()
        guard at == tokens.count else { throw Problem(reason: "words behind the graph") }
    }

    // MARK: Tokens

    private static func tokens(_ bytes: [UInt8]) throws -> [Token] {
        var (tokens, i) = ([Token](), 0)
        while i < bytes.count {
            let byte = bytes[i]
            if byte == 0x20 || byte == 0x0A {
                i += 1
            } else if byte == UInt8(ascii: "\"") {
                let (string, next) = try string(bytes, from: i + 1)
                tokens.append(.string(string))
                i = next
            } else if isWord(byte) {
                let start = i
                while i < bytes.count, isWord(bytes[i]) || bytes[i] == UInt8(ascii: ".") { i += 1 }
                tokens.append(.word(String(decoding: bytes[start..<i], as: UTF8.self)))
            } else if byte == UInt8(ascii: "-"), i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: ">") {
                tokens.append(.mark("->"))
                i += 2
            } else if "{}[]=,;".utf8.contains(byte) {
                tokens.append(.mark(String(decoding: [byte], as: UTF8.self)))
                i += 1
            } else {
                throw Problem(reason: "byte \(byte) at \(i)")
            }
        }
        return tokens
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_")
    }

    /// Backslashes must stand before a quotation mark, a backslash or an n: our labels mean nothing else.
    private static func string(_ bytes: [UInt8], from start: Int) throws -> (String, Int) {
        var (kept, i) = ([UInt8](), start)
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "\""): return (String(decoding: kept, as: UTF8.self), i + 1)
            case UInt8(ascii: "\\"):
                guard i + 1 < bytes.count, "\"\\n".utf8.contains(bytes[i + 1]) else {
                    throw Problem(reason: "an escape of its own at \(i)")
                }
                kept.append(bytes[i + 1] == UInt8(ascii: "n") ? 0x0A : bytes[i + 1])
                i += 2
            case 0..<0x20, 0x7F: throw Problem(reason: "a control character at \(i)")
            default:
                kept.append(bytes[i])
                i += 1
            }
        }
        throw Problem(reason: "a string without an end")
    }

    // MARK: Statements

    private mutating func take() throws -> Token {
        guard at < tokens.count else { throw Problem(reason: "the graph does not end") }
        defer { at += 1 }
        return tokens[at]
    }

    private mutating func expect(_ token: Token) throws {
        let got = try take()
        guard got == token else { throw Problem(reason: "\(got) for \(token)") }
    }

    private mutating func name() throws -> String {
        switch try take() {
        case .word(let word): return word
        case .string(let string): return string
        case .mark(let mark): throw Problem(reason: "\(mark) for a name")
        }
    }

    private mutating func statements() throws {
        while tokens.indices.contains(at), tokens[at] != .mark("}") {
            let first = try name()
            if first == "subgraph" {
                _ = try name()
                try expect(.mark("{"))
                try statements()
                continue
            }
            switch try take() {
            case .mark("="): labels.append(try name())
            case .mark("["):
                let attributes = try self.attributes()
                if !["graph", "node", "edge"].contains(first) { nodes.insert(first) }
                labels += attributes["label"].map { [$0] } ?? []
            case .mark("->"):
                let goal = try name()
                try expect(.mark("["))
                arrows.append((first, goal, try attributes()))
            case let token: throw Problem(reason: "\(token) behind \(first)")
            }
            try expect(.mark(";"))
        }
        try expect(.mark("}"))
    }

    private mutating func attributes() throws -> [String: String] {
        var attributes: [String: String] = [:]
        while true {
            let key = try name()
            try expect(.mark("="))
            guard attributes.updateValue(try name(), forKey: key) == nil else { throw Problem(reason: "\(key) twice") }
            switch try take() {
            case .mark(","): continue
            case .mark("]"): return attributes
            case let token: throw Problem(reason: "\(token) among attributes")
            }
        }
    }
}
