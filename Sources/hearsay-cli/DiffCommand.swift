import ArgumentParser
import Glibc
import Hearsay
import HearsayCore

/// `hearsay diff`.
struct DiffCommand: ParsableCommand {
    /// The forms in which edits are shown.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, jsonl }

    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Tells what changed between two versions of an article, and of what kind it is.",
        discussion: """
            EXAMPLES
              hearsay diff monday.html tuesday.html
              hearsay diff --format json old.txt new.txt
              hearsay diff 12
              hearsay diff 12 --from 1 --to 3
              hearsay diff --pairs pairs.jsonl > edits.jsonl

            Each edit is one of attribution (who vouches), fact (what is reported), hedge (how sure it is),
            note (a correction came or went) or style (other words for the same). Old words are shown as
            [-old-], new ones as {+new+}.

            A number alone names an article of the ledger: its last two captured versions are compared.

            With --pairs, each line of the file is {"id", "old", "new"}, where a version is a text, an article
            as `hearsay read` takes it, or a reading; one line of JSON comes back for each.

            Ends with 0 when both versions say the same, with 2 when they do not; with --pairs, with 0.
            """)

    @Argument(
        help: ArgumentHelp("The older and the newer version, as files; or an article's number.", valueName: "file"),
        completion: .file())
    var files: [String] = []

    @Option(
        help: ArgumentHelp("The older captured version; the one before the newer if not given.", valueName: "number"))
    var from: Int?

    @Option(help: ArgumentHelp("The newer captured version; the latest if not given.", valueName: "number"))
    var to: Int?

    @OptionGroup var ledger: LedgerOptions

    @Option(
        help: ArgumentHelp("Compare the pairs of this file of JSON Lines instead.", valueName: "file"),
        completion: .file())
    var pairs: String?

    @Option(help: "How the edits are shown.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp(
            "Write to this file, which appears when it is whole, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var model: ModelOptions

    func validate() throws {
        if pairs == nil, files.count != 2, article == nil {
            throw ValidationError("Name the older and the newer version, or the number of an article.")
        }
        if article == nil, from != nil || to != nil {
            throw ValidationError("--from and --to are for an article of the ledger.")
        }
        if pairs != nil, !files.isEmpty { throw ValidationError("--pairs takes the place of the files.") }
        if files == ["-", "-"] { throw ValidationError("Standard input can be read only once.") }
    }

    /// The article of the ledger that is meant.
    private var article: Int? { files.count == 1 ? Int(files[0]) : nil }

    func run() throws {
        if let article {
            let desk = try ledger.open(.read)
            return try show(DeskErrors.reported { try desk.comparison(article, from: from, to: to) })
        }
        let engine: ReadingEngine
        do {
            engine = try ReadingEngine.standard(model: model.store.verified(), data: model.data)
        } catch {
            Diagnostics.error(String(describing: error))
            throw ExitCode.failure
        }
        if let pairs { return try comparePairs(pairs, engine) }
        let comparison: RevisionComparison
        do {
            comparison = try RevisionComparison(old: item(files[0]), new: item(files[1]), engine: engine)
        } catch {
            Diagnostics.error(String(describing: error))
            throw ExitCode.failure
        }
        try show(comparison)
    }

    private func show(_ comparison: RevisionComparison) throws {
        let style = Terminal.style(toFile: output != nil)
        try write { sink in try sink.write(bytes(of: comparison, style)) }
        if !comparison.edits.isEmpty { throw ExitCode(2) }
    }

    private func bytes(of comparison: RevisionComparison, _ style: OutputStyle) -> [UInt8] {
        switch format {
        case .text: RevisionText(style: style).bytes(of: comparison)
        case .json: comparison.json(indented: style.indented)
        case .jsonl: comparison.json()
        }
    }

    /// The one article of a file.
    private func item(_ path: String) throws -> InputItem {
        var reader = InputReader(paths: [.success(path)])
        guard let first = try reader.next()?.get() else {
            throw InputProblem(origin: path, reason: "it holds no article")
        }
        if reader.next() != nil {
            throw InputProblem(origin: path, reason: "it holds several articles; a version is one")
        }
        return first
    }

    private func comparePairs(_ path: String, _ engine: ReadingEngine) throws {
        var (succeeded, failed) = (0, 0)
        try write { sink in
            for pair in PairInput(path: path) {
                do {
                    let item = try pair.get()
                    let comparison = try RevisionComparison(old: item.old, new: item.new, engine: engine)
                    try sink.write(comparison.json(id: item.id))
                    succeeded += 1
                } catch let problem as ByteSink.Problem {
                    throw problem
                } catch {
                    Diagnostics.error(String(describing: error))
                    failed += 1
                }
            }
        }
        if failed > 0 { throw ExitCode(succeeded > 0 ? 3 : 1) }
    }

    private func write(_ body: (ByteSink) throws -> Void) throws {
        do {
            let sink = try output.map { try ByteSink(path: $0) } ?? ByteSink()
            try body(sink)
            try sink.finish()
        } catch ByteSink.Problem.brokenPipe {
            throw ExitCode.success
        } catch ByteSink.Problem.failed(let problem) {
            try stop(problem)
        } catch let problem as FileProblem {
            try stop(problem)
        }
    }

    private func stop(_ problem: FileProblem) throws -> Never {
        Diagnostics.error("\(output ?? "standard output"): cannot be written: \(problem.reason)")
        throw ExitCode.failure
    }
}
