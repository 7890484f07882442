public import ArgumentParser
import Hearsay
import HearsayCore

extension OutputFormat: ExpressibleByArgument {}

/// `hearsay read`.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Tells who said what, through whom, in one or more articles.",
        discussion: """
            EXAMPLES
              hearsay read article.txt
              hearsay read --published 2024-03-22 --outlet "The Gull" - < article.txt
              hearsay read --format html --output page.html article.html
              hearsay read --format csv 'archive/*.html' > statements.csv
              hearsay read --explain s7 article.txt
              hearsay read --format jsonl --jobs 8 articles.jsonl > readings.jsonl

            JSON Lines inputs hold one article a line, with the fields "id", "text", and
            perhaps "published", "url", "outlet", "headline", "byline"; each reading then
            carries the same "id". What an article says about itself counts first.
            """)

    @OptionGroup var input: InputOptions

    @Option(help: "How the readings are shown.")
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp(
            "Write to this file, which appears when it is whole, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp(
            "Tell why this statement is what it is, instead of the reading: s7. As text or json.", valueName: "id"))
    var explain: String?

    @OptionGroup var model: ModelOptions

    @Flag(help: "Tell on standard error what the run cost.")
    var stats = false

    func validate() throws {
        try input.required()
        guard explain != nil else { return }
        if ![.text, .json, .jsonl].contains(format) {
            throw ValidationError("--explain is shown as text, json or jsonl.")
        }
    }

    func run() throws {
        var session = Session(input: input, output: output)
        let engine: ReadingEngine
        do {
            engine = try ReadingEngine.standard(model: model.store.verified(), data: model.data)
        } catch {
            Diagnostics.error(String(describing: error))
            throw ExitCode.failure
        }
        if let explain { return try tell(explain, session: &session, engine) }
        var formatter = format.formatter(style: Terminal.style(toFile: output != nil))
        var statistics = Statistics()
        defer { if stats { statistics.report(tokens: engine.tokens()) } }
        try session.run(head: formatter.head(), foot: formatter.foot(), work: engine.reading) { reading, id in
            statistics.count(reading)
            return formatter.article(reading, id: id)
        }
    }

    private func tell(_ id: String, session: inout Session, _ engine: ReadingEngine) throws {
        let style = Terminal.style(toFile: output != nil)
        let isText = format == .text
        let work = { @Sendable (item: InputItem) in try engine.explanation(of: id, in: item) }
        try session.run(work: work) { found, name in
            if isText { return ExplanationText.bytes(of: found.1, in: found.document, style: style) }
            return ExplanationJSON.bytes(of: found.1, in: found.document, id: name, indented: style.indented)
        }
    }
}
