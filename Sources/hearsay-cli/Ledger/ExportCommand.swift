public import ArgumentParser
public import Hearsay

extension ArchiveExport.Format: ExpressibleByArgument {}

/// `hearsay export`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes captures of the ledger as a web archive for other people's tools.",
        discussion: """
            EXAMPLES
              hearsay export --output news.wacz
              hearsay export --output quay.warc.gz 12 15
              hearsay export --format warc --output /tmp/copies 12

            Every captured revision of the named articles goes in, or of all. A WACZ opens in
            ReplayWeb.page, a WARC in any tool for web archives; it is compressed where the
            file's name ends in .gz. Bodies are written without
            their transfer and content coding, with digests over them; what the server said
            of the coding stands in headers that begin with X-Archive-Orig-.
            """)

    @Argument(help: ArgumentHelp("Numbers of articles; all if none is named.", valueName: "article"))
    var articles: [Int] = []

    @Option(
        help: ArgumentHelp("The file to write, which appears when it is whole.", valueName: "file"), completion: .file()
    )
    var output: String

    @Option(help: "The kind of archive, where the file's ending does not tell.")
    var format: ArchiveExport.Format?

    @OptionGroup var ledger: LedgerOptions

    func validate() throws { _ = try chosen }

    private var chosen: ArchiveExport.Format {
        get throws {
            if let format { return format }
            let lower = output.lowercased()
            if lower.hasSuffix(".wacz") { return .wacz }
            if lower.hasSuffix(".warc.gz") || lower.hasSuffix(".warc") { return .warc }
            throw ValidationError("Say --format warc or --format wacz, or end the file's name in .warc.gz or .wacz.")
        }
    }

    func run() throws {
        Interruption.prepare()
        let desk = try ledger.open(.read)
        let format = try chosen
        try DeskErrors.reported {
            var progress = Progress(outputIsFile: true)
            defer { progress.clear() }
            Interruption.removesOnCancel(ArchiveExport.unfinished(output, as: format))
            let count = try ArchiveExport(desk: desk, version: VersionCommand.number).write(
                articles, as: format, to: output, progress: { done, total in progress.advance(to: done, of: total) })
            progress.clear()
            Diagnostics.write("hearsay: \(count) \(count == 1 ? "capture" : "captures") written to \(output)\n")
        }
    }
}
