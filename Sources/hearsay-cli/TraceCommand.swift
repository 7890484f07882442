import ArgumentParser
import Glibc
import Hearsay
import HearsayCore
import Synchronization

/// How a trace is shown.
enum TraceFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, dot, svg
}

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
              hearsay trace --claim c3 --format svg --output c3.svg articles.jsonl
              hearsay trace --article a12 --format dot | dot -Tpdf -o a12.pdf

            Without an argument, the ledger is traced; with a claim's id, that claim alone is shown. With files, those
            are traced, and no ledger is needed. Inputs are those of `hearsay read`. Give each article its outlet and
            time of publication, without which nothing can be said about who took from whom. Two inputs of the same
            address and outlet are two versions of one article.
            """)

    @OptionGroup var input: InputOptions

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "How the trace is shown.")
    var format: TraceFormat = .text

    @Option(help: ArgumentHelp("Show this claim alone.", valueName: "id"))
    var claim: String?

    @Option(help: ArgumentHelp("Show only what is about this article.", valueName: "id"))
    var article: String?

    @Option(
        help: ArgumentHelp(
            "Write to this file, which appears when it is whole, instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @OptionGroup var model: ModelOptions

    private var style: OutputStyle { Terminal.style(toFile: output != nil) }

    func validate() throws {
        if claim != nil, article != nil { throw ValidationError("Give a claim or an article, not both.") }
    }

    func run() throws {
        if input.files.isEmpty { return try showLedger(claim: claim) }
        if claim == nil, article == nil, let named = namedClaim { return try showLedger(claim: named) }
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

    private func showLedger(claim: String?) throws {
        let desk = try ledger.open(.read, reader: model)
        try DeskErrors.reported {
            try update(desk)
            if let claim, format == .json {
                guard let detail = try desk.claim(claim) else { throw Self.missing("claim", claim) }
                return try write(try Twins.claim(detail, desk: desk))
            }
            let part = try TracePart(of: try trace(of: desk, claim), claim: claim, article: article)
            let isDrawn = format == .svg || format == .dot
            try write(
                bytes(
                    of: part, texts: isDrawn ? [:] : try desk.texts(of: part.trace),
                    headlines: isDrawn ? try desk.headlines(of: part.trace) : [:]))
        }
    }

    /// The whole trace, or that of the affair that is asked for.
    private func trace(of desk: LedgerDesk, _ claim: String?) throws -> Trace {
        if let claim {
            guard let trace = try desk.trace(ofClaim: claim) else { throw Self.missing("claim", claim) }
            return trace
        }
        guard let article else { return try desk.trace() }
        // The number will do.
        guard let trace = try desk.trace(ofArticle: article) ?? desk.trace(ofArticle: "a" + article) else {
            throw Self.missing("article", article)
        }
        return trace
    }

    /// Traces what came since, and shows how far that is. Interrupted, it goes on there the next time.
    private func update(_ desk: LedgerDesk) throws {
        let progress = Mutex(Progress(outputIsFile: output != nil))
        defer { progress.withLock { $0.clear() } }
        try desk.updateTrace { done, total in progress.withLock { $0.advance(to: done, of: total) } }
    }

    fileprivate static func missing(_ what: String, _ id: String) -> DeskError {
        DeskError(.notFound, "there is no \(what) \(id)")
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
            foot: try bytes(of: tracing.trace()), work: { try FileTracing.read($0, with: engine) },
            show: { article, id in
                tracing.add(article, id: id)
                return []
            })
    }

    private func bytes(of result: FileTracing.Result) throws -> [UInt8] {
        try DeskErrors.reported {
            let part = try TracePart(of: result.trace, claim: claim, article: article)
            return bytes(of: part, texts: result.texts, headlines: result.headlines)
        }
    }

    // MARK: Views

    private func bytes(of part: TracePart, texts: [String: SourceText], headlines: [String: String]) -> [UInt8] {
        switch format {
        case .json: TraceJSON.bytes(of: part.trace, texts: texts, indented: style.indented)
        case .text: TraceText(style: style).bytes(of: part.trace, texts: texts, only: part.claim)
        case .dot: TraceDrawing.bytes(of: part.trace, headlines: headlines, claim: part.claim, as: .dot)
        case .svg: TraceDrawing.bytes(of: part.trace, headlines: headlines, claim: part.claim, as: .svg)
        }
    }
}

/// What of a trace is shown: all of it, or what is about a claim or an article.
private struct TracePart {
    let trace: Trace
    /// The claim's whole id, where it is about one.
    let claim: String?

    init(of whole: Trace, claim: String?, article: String?) throws {
        if let claim {
            guard let part = whole.part(aboutClaim: claim) else { throw TraceCommand.missing("claim", claim) }
            (trace, self.claim) = (part, part.claims.first?.id)
        } else if let article {
            // An article of the ledger may be called by its number, as everywhere else.
            let names = [article] + (Int(article) == nil ? [] : ["a" + article])
            guard let part = names.lazy.compactMap({ whole.part(aboutArticle: $0) }).first else {
                throw TraceCommand.missing("article", article)
            }
            (trace, self.claim) = (part, nil)
        } else {
            (trace, self.claim) = (whole, nil)
        }
    }
}
