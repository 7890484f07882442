import ArgumentParser
import Hearsay

/// `hearsay export`.
struct ExportCommand: ParsableCommand {
    /// The formats of the command, by the part of the program that writes them.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case warc, wacz, jsonl, csv, stix, prov, annotations, claimreview

        /// The format that a file's ending names.
        init?(ending path: String) {
            let lower = path.lowercased()
            let endings: [(String, Format)] = [
                (".wacz", .wacz), (".warc.gz", .warc), (".warc", .warc), (".jsonl", .jsonl), (".csv", .csv),
                (".stix.json", .stix), (".prov.jsonld", .prov), (".annotations.jsonld", .annotations),
                (".claimreview.jsonld", .claimreview),
            ]
            guard let format = endings.first(where: { lower.hasSuffix($0.0) })?.1 else { return nil }
            self = format
        }
    }

    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes the ledger, or its captures, in formats of other people's tools.",
        discussion: """
            EXAMPLES
              hearsay export --output news.wacz
              hearsay export --output quay.warc.gz 12 15
              hearsay export --format jsonl > news.jsonl
              hearsay export --output statements.csv
              hearsay export --format stix 12 > quay.stix.json
              hearsay export --format claimreview --author "The Desk" \\
                --page "https://desk.example/checks/{claim}"

            warc, wacz    every captured version, with digests, for tools of web archives;
                          a WARC is compressed where the file's name ends in .gz
            jsonl         everything, from which `hearsay import` makes the same ledger
            csv           a row for each statement; what a spreadsheet would run begins with '
            stix          a STIX 2.1 bundle          prov         PROV-O as JSON-LD
            annotations   Web Annotations            claimreview  verdicts that people gave

            docs/format/exports.md tells every field. A file appears when it is whole.
            """)

    @Argument(help: ArgumentHelp("Numbers of articles; all if none is named.", valueName: "article"))
    var articles: [Int] = []

    @Option(
        help: ArgumentHelp(
            "The file to write; standard output if not given, but for web archives.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: "The format, where the file's ending does not tell.")
    var format: Format?

    @Option(help: ArgumentHelp("For claimreview: the page of a verdict, with {claim} for its id.", valueName: "url"))
    var page: String?

    @Option(help: ArgumentHelp("For claimreview: who publishes the verdicts.", valueName: "name"))
    var author: String?

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        let format = try chosen
        if output == nil, format == .warc || format == .wacz {
            throw ValidationError("Name the file of a web archive with --output.")
        }
        if format == .claimreview, page == nil || author == nil {
            throw ValidationError("A verdict is exported as published: say --page and --author.")
        }
        if !articles.isEmpty, format == .jsonl || format == .claimreview {
            throw ValidationError("--format \(format.rawValue) is for the whole ledger.")
        }
    }

    private var chosen: Format {
        get throws {
            if let format { return format }
            if let output, let format = Format(ending: output) { return format }
            throw ValidationError("Say which --format; see `hearsay export --help`.")
        }
    }

    func run() throws {
        Interruption.prepare()
        let desk = try ledger.open(.read)
        let format = try chosen
        try DeskErrors.reported {
            switch (format, output) {
            case (.warc, let output?): try archive(desk, .warc, output)
            case (.wacz, let output?): try archive(desk, .wacz, output)
            default: try write(desk, format)
            }
        }
    }

    private func archive(_ desk: LedgerDesk, _ format: ArchiveExport.Format, _ output: String) throws {
        var progress = Progress(outputIsFile: true)
        defer { progress.clear() }
        Interruption.removesOnCancel(ArchiveExport.unfinished(output, as: format))
        let count = try ArchiveExport(desk: desk, version: VersionCommand.number).write(
            articles, as: format, to: output, progress: { done, total in progress.advance(to: done, of: total) })
        progress.clear()
        Diagnostics.write("hearsay: \(count) \(count == 1 ? "capture" : "captures") written to \(output)\n")
    }

    private func write(_ desk: LedgerDesk, _ format: Format) throws {
        var progress = Progress(outputIsFile: output != nil)
        defer { progress.clear() }
        do {
            let sink = try output.map { try ByteSink(path: $0) } ?? ByteSink()
            Interruption.removesOnCancel(sink.temporary)
            let export = DeskExport(desk: desk, version: VersionCommand.number) { try sink.write($0) }
            if format == .claimreview {
                let count = try export.reviews(.init(page: page ?? "", author: author ?? ""))
                let leftOut = count.leftOut > 0 ? ", \(count.leftOut) left out" : ""
                Diagnostics.write("hearsay: \(count.written) verdicts written\(leftOut)\n")
            } else if let format = DeskExport.Format(rawValue: format.rawValue) {
                try export.run(format, articles: articles) { done, total in progress.advance(to: done, of: total) }
            }
            try sink.finish()
        } catch ByteSink.Problem.brokenPipe {
            throw ExitCode.success
        } catch ByteSink.Problem.failed(let problem) {
            throw DeskError(.failed, "\(output ?? "standard output"): \(problem.reason)")
        } catch let problem as FileProblem {
            throw DeskError(.failed, "\(output ?? "standard output"): \(problem.reason)")
        }
    }
}
