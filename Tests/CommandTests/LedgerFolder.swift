import Foundation
import HearsayCore
import Testing

/// A folder with a ledger in it, and the encoder that reads into it.
struct LedgerFolder {
    let folder: URL

    /// Whether the encoder is there; without it nothing can be read into a ledger.
    static let canRead = FileManager.default.fileExists(atPath: cache.appending(path: "model.safetensors").path)

    private static var cache: URL {
        let variables = ProcessInfo.processInfo.environment
        if let folder = variables["HEARSAY_MODEL"] { return URL(filePath: folder) }
        return cacheHome.appending(path: "hearsay")
    }

    private static var cacheHome: URL {
        let variables = ProcessInfo.processInfo.environment
        return variables["XDG_CACHE_HOME"].map { URL(filePath: $0) }
            ?? URL(filePath: variables["HOME"] ?? "/root").appending(path: ".cache")
    }

    /// A new folder with files.
    init(_ files: [String: String] = [:]) throws { folder = try CommandLineRun.folder(files) }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    static let environment = ["HEARSAY_MODEL": cache.path, "XDG_CACHE_HOME": cacheHome.path]

    /// Runs the command in the folder; the ledger is `hearsay.db` there.
    func run(_ arguments: String..., input: String = "", launcher: [String] = []) throws -> CommandLineRun {
        try CommandLineRun(
            arguments, in: folder, input: input, environment: Self.environment, launcher: launcher)
    }

    /// The JSON that a command prints.
    func json(_ arguments: String...) throws -> JSONValue {
        let run = try CommandLineRun(arguments, in: folder, environment: Self.environment)
        try #require(run.status == 0, "\(arguments): \(run.errors)")
        return try JSONReader.value(of: Array(run.output.utf8))
    }
}

extension JSONValue {
    /// A field of an object.
    subscript(name: String) -> JSONValue? {
        guard case .object(let fields) = self else { return nil }
        return fields[name]
    }

    /// The elements of a list; none for anything else.
    var elements: [JSONValue] {
        guard case .array(let values) = self else { return [] }
        return values
    }

    /// The text, if it is one.
    var string: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number, if it is one.
    var integer: Int? {
        guard case .number(let number) = self else { return nil }
        return Int(number)
    }
}

extension CommandLineRun {
    /// The output on one line, for words that may be wrapped.
    var words: String { output.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
