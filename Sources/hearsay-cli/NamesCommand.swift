public import ArgumentParser
import Hearsay
public import HearsayCore
import HearsayNames

/// `hearsay names`.
struct NamesCommand: ParsableCommand {
    /// The forms in which results are shown.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, jsonl }

    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Tells whether two names stand for one source, and why.",
        discussion: """
            EXAMPLES
              hearsay names Vyorstka Вёрстка --kind outlet
              hearsay names "Rustem Umerov" "Rustem Umarov"
              hearsay names --pairs names.csv --format jsonl > names.jsonl

            The verdict is same, possible (a person should look) or different. Two people may bear
            one name: in the ledger, a clashing affiliation keeps them apart. A file of pairs has
            the columns name1 and name2, and kind (person, outlet, organisation, government, …).
            """)

    @Argument(help: "Two names.")
    var names: [String] = []

    @Option(help: "What the names belong to: \(Voice.Kind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: Voice.Kind = .person

    @Option(help: ArgumentHelp("Compare the pairs of a CSV file, or of standard input for -.", valueName: "file"))
    var pairs: String?

    @Option(help: "A line for the eye, or a JSON line for each pair; a file of pairs gives JSON lines.")
    var format: Format = .text

    func validate() throws {
        if pairs == nil, names.count != 2 { throw ValidationError("give two names, or --pairs FILE") }
        if pairs != nil, !names.isEmpty { throw ValidationError("give two names or --pairs FILE, not both") }
    }

    func run() throws {
        if let pairs { return try comparePairs(pairs) }
        let match = NameMatcher.compare(names[0], names[1], kind: kind)
        switch format {
        case .text: try Output.write("\(match.verdict.rawValue) \(Self.rounded(match.score)): \(match.reason)\n")
        case .jsonl: try Output.write(Self.line(names[0], names[1], kind, match))
        }
    }

    private func comparePairs(_ path: String) throws {
        for row in try Self.table(path, kind: kind).rows {
            let match = NameMatcher.compare(row.name1, row.name2, kind: row.kind)
            try Output.write(Self.line(row.name1, row.name2, row.kind, match))
        }
    }

    private static func table(_ path: String, kind: Voice.Kind) throws -> PairTable {
        let reason: String
        do {
            return try PairTable(bytes: try FileBytes.read(path, limit: 1 << 28), kind: kind)
        } catch let problem as FileProblem {
            reason = problem.reason
        } catch {
            reason = String(describing: error)
        }
        Diagnostics.error("\(path): \(reason)")
        throw ExitCode.failure
    }

    private static func rounded(_ score: Double) -> Double { (score * 1000).rounded() / 1000 }

    private static func line(_ a: String, _ b: String, _ kind: Voice.Kind, _ match: NameMatch) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { line in
            line.field("name1", a)
            line.field("name2", b)
            line.field("kind", kind.rawValue)
            line.field("verdict", match.verdict.rawValue)
            line.field("score", rounded(match.score))
            line.field("reason", match.reason)
        }
        return writer.bytes + [0x0A]
    }
}

extension Voice.Kind: ExpressibleByArgument {}
