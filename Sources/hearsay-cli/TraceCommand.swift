import ArgumentParser
import Glibc
import Hearsay
import HearsayCore

/// `hearsay trace`.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Tells how claims travelled through a set of articles, and where they began.",
        discussion: """
            EXAMPLES
              hearsay trace
              hearsay trace c3f2a91b04d
              hearsay trace articles.jsonl
              hearsay trace --format json articles.jsonl > trace.json
              hearsay trace 'clippings/*.html'

            Without an argument, the ledger is traced; with a claim's id, that claim alone is shown. With files, those
            are traced, and no ledger is needed. Inputs are those of `hearsay read`. Give each article its outlet and
            time of publication, without which nothing can be said about who took from whom. Two inputs of the same
            address and outlet are two versions of one article.
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "How the trace is shown.")
    var format: DeskFormat = .text

    @Option(
        help: ArgumentHelp(
            "Write to this file, which appears when it is whole, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var model: ModelOptions

    private var style: OutputStyle { Terminal.style(toFile: output != nil) }

    func run() throws {
        if input.files.isEmpty { return try showLedger() }
        if let claim = namedClaim { return try show(claim: claim) }
        try traceFiles()
    }

    /// The claim that the argument names: an id such as "c3f2a91b04d", unless there is a file of that name.
    private var namedClaim: String? {
        guard input.files.count == 1, let name = input.files.first, name.first == "c", name.utf8.count >= 4,
            name.dropFirst().allSatisfy({ $0.isHexDigit || $0 == "-" }), access(name, F_OK) != 0
        else { return nil }
        return name
    }

    // MARK: The ledger

    private func showLedger() throws {
        let desk = try ledger.open(.read, reader: model)
        try DeskErrors.reported { try write(try desk.trace(), texts: try desk.texts()) }
    }

    private func show(claim: String) throws {
        let desk = try ledger.open(.read, reader: model)
        try DeskErrors.reported {
            guard let detail = try desk.claim(claim) else { throw DeskError(.notFound, "there is no claim \(claim)") }
            let part = try desk.trace().part(about: detail.claim, edges: detail.edges)
            switch format {
            case .text:
                try write(TraceText(style: style).bytes(of: part, texts: try desk.texts(), only: detail.claim.id))
            case .json: try write(try Twins.claim(detail, desk: desk))
            }
        }
    }

    private func write(_ trace: Trace, texts: [String: SourceText]) throws {
        try write(Self.bytes(of: trace, texts: texts, as: format, style: style))
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let output else { return try Output.write(bytes) }
        do {
            let sink = try ByteSink(path: output)
            try sink.write(bytes)
            try sink.finish()
        } catch {
            Diagnostics.error("\(output): cannot be written: \(error)")
            throw ExitCode.failure
        }
    }

    // MARK: Files

    private func traceFiles() throws {
        var session = Session(input: input, output: output)
        let engine: ReadingEngine
        do {
            engine = try ReadingEngine.standard(model: model.store.verified(), data: model.data)
        } catch {
            Diagnostics.error(String(describing: error))
            throw ExitCode.failure
        }
        var tracing = FileTracing(engine: engine)
        try session.run(
            foot: Self.bytes(of: tracing.trace(), as: format, style: style),
            work: { try FileTracing.read($0, with: engine) },
            show: { article, id in
                tracing.add(article, id: id)
                return []
            })
    }

    private static func bytes(of result: FileTracing.Result, as format: DeskFormat, style: OutputStyle) -> [UInt8] {
        bytes(of: result.trace, texts: result.texts, as: format, style: style)
    }

    private static func bytes(
        of trace: Trace, texts: [String: SourceText], as format: DeskFormat, style: OutputStyle
    ) -> [UInt8] {
        switch format {
        case .json: TraceJSON.bytes(of: trace, texts: texts, indented: style.indented)
        case .text: TraceText(style: style).bytes(of: trace, texts: texts)
        }
    }
}
