import ArgumentParser
import Hearsay
import HearsayCore

/// `hearsay trace`.
struct TraceCommand: ParsableCommand {
    /// The forms in which a trace is shown.
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Tells how claims travelled through a set of articles, and where they began.",
        discussion: """
            EXAMPLES
              hearsay trace articles.jsonl
              hearsay trace --format json articles.jsonl > trace.json
              hearsay trace 'clippings/*.html'

            Inputs are those of `hearsay read`. Give each article its outlet and time of publication, without which
            nothing can be said about who took from whom. Two inputs of the same address and outlet are two versions
            of one article.
            """)

    @OptionGroup var input: InputOptions

    @Option(help: "How the trace is shown.")
    var format: Format = .text

    @Option(
        help: ArgumentHelp(
            "Write to this file, which appears when it is whole, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var model: ModelOptions

    func run() throws {
        var session = Session(input: input, output: output)
        let engine: ReadingEngine
        do {
            engine = try ReadingEngine.standard(model: model.store.verified(), data: model.data)
        } catch {
            Diagnostics.error(String(describing: error))
            throw ExitCode.failure
        }
        let style = Terminal.style(toFile: output != nil)
        var tracing = FileTracing(engine: engine)
        try session.run(
            foot: Self.bytes(of: tracing.trace(), as: format, style: style),
            work: { try FileTracing.read($0, with: engine) },
            show: { article, id in
                tracing.add(article, id: id)
                return []
            })
    }

    private static func bytes(of result: FileTracing.Result, as format: Format, style: OutputStyle) -> [UInt8] {
        switch format {
        case .json: TraceJSON.bytes(of: result.trace, texts: result.texts, indented: style.indented)
        case .text: TraceText(style: style).bytes(of: result.trace, texts: result.texts)
        }
    }
}
