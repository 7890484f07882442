import ArgumentParser
import Hearsay

/// `hearsay add`.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Captures and reads articles, and keeps them in the ledger.",
        discussion: """
            EXAMPLES
              hearsay add article.html
              hearsay add --outlet "The Gull" --published 2026-03-01 article.txt
              hearsay add https://gull.example/2026/03/01/fish
              hearsay add https://gull.example/feed.xml
              hearsay add archive/ more.jsonl captures.wacz
              hearsay add --text-field body export.json

            Each article goes in whole or not at all, and its line is printed once it is in.
            The same bytes from the same address change nothing, so an interrupted run goes
            on where it stopped when it is started again. Changed bytes at the same address
            become a new revision of the article.
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var model: ModelOptions

    func validate() throws { try input.required() }

    func run() throws {
        Interruption.prepare()
        let desk = try ledger.open(.create, reader: model, allowPrivate: input.allowPrivate)
        try DeskErrors.reported { try desk.prepareToRead() }
        var run = AddRun(desk: desk, total: input.count)
        try run.add(input.articles, threads: input.threads)
    }
}

/// One run of `hearsay add`: a line for each article that is in, problems on standard error, a sum at the end.
struct AddRun {
    let desk: LedgerDesk
    /// Articles that are ready together go in together, in one transaction.
    private static let atOnce = 64
    private let quiet: Bool
    private var progress: Progress
    private var counts: [AddedArticle.Change: Int] = [:]
    private var failed = 0

    /// A run of `total` articles, where that is known; a quiet one prints no line for each.
    init(desk: LedgerDesk, total: Int?, quiet: Bool = false) {
        (self.desk, self.quiet) = (desk, quiet)
        progress = Progress(outputIsFile: false, total: total, besideResults: true)
    }

    /// Adds every input and ends with the documented exit code.
    mutating func add(_ inputs: some Sequence<Result<InputItem, InputProblem>>, threads: Int) throws {
        try DeskErrors.reported {
            let batch = Batch(jobs: threads, work: desk.prepare)
            do {
                try batch.run(inputs, inGroupsOf: Self.atOnce) { finished in
                    try deliver(finished)
                    Interruption.says(stopped)
                }
                try desk.finishAdding()
            } catch ByteSink.Problem.brokenPipe {
                return
            }
            progress.clear()
            Interruption.says(nil)
            Diagnostics.write("hearsay: \(sum)\n")
        }
        if failed > 0 { throw ExitCode(failed < total ? 3 : 1) }
    }

    private mutating func deliver(_ group: [Batch<PreparedArticle>.Finished]) throws {
        progress.clear()
        var added = try desk.add(group.compactMap { try? $0.result.get() })[...]
        for finished in group {
            switch finished.result {
            case .success(let prepared):
                let article = added.removeFirst()
                counts[article.change, default: 0] += 1
                if !quiet { try ByteSink().write(Array("\(line(article, prepared))\n".utf8)) }
            case .failure(let problem):
                failed += 1
                Diagnostics.error(problem.description)
            }
            progress.advance()
        }
    }

    private func line(_ added: AddedArticle, _ prepared: PreparedArticle) -> String {
        let revision = added.revision > 1 ? " (revision \(added.revision))" : ""
        return "\(added.change.rawValue) \(added.article)\(revision): \(prepared.label)"
    }

    private var total: Int { counts.values.reduce(0, +) + failed }

    private var sum: String {
        var parts = AddedArticle.Change.allCases.compactMap { change in
            counts[change].map { "\($0) \(change.rawValue)" }
        }
        if failed > 0 { parts.append("\(failed) could not be read") }
        return parts.isEmpty ? "nothing to add" : parts.joined(separator: ", ")
    }

    private var stopped: String { "\nhearsay: stopped; \(sum). Run the same command again to go on.\n" }
}
