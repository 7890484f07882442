import ArgumentParser
import Hearsay
import HearsayCore

/// `hearsay times`.
struct TimesCommand: ParsableCommand {
    /// The forms in which times and numbers are shown.
    enum Format: String, CaseIterable, ExpressibleByArgument { case json, jsonl }

    static let configuration = CommandConfiguration(
        commandName: "times", abstract: "Shows the times and numbers of an article and what they resolve to.",
        discussion: """
            EXAMPLES
              hearsay times article.txt
              hearsay times --published 2024-03-22 - < article.txt
              hearsay times --format jsonl articles.jsonl > times.jsonl

            Inputs are those of `hearsay read`; the encoder is not needed. "on Friday" and
            "last week" are counted from the day of publication and stay unresolved without
            it. The id is the input's own, else the digest of its bytes.
            """)

    @OptionGroup var input: InputOptions

    @Option(help: "One indented document an article for the screen, or one line each.")
    var format: Format = .json

    @Option(
        help: ArgumentHelp(
            "Write to this file, which appears when it is whole, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Flag(help: "Tell on standard error what the run cost.")
    var stats = false

    func validate() throws { try input.required() }

    func run() throws {
        var session = Session(input: input, output: output)
        let indented = format == .json && Terminal.style(toFile: output != nil).indented
        let engine = ReadingEngine.capturing()
        var statistics = Statistics()
        defer { if stats { statistics.report(tokens: nil) } }
        try session.run(
            work: { item in
                let document = try engine.document(item)
                return (document, FiguresOutput.bytes(of: document, id: item.id, indented: indented))
            },
            show: { result, _ in
                statistics.count(result.0)
                return result.1
            })
    }
}
