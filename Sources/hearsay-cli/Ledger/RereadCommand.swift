import ArgumentParser
import Glibc
import Hearsay

/// `hearsay reread`.
struct RereadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reread", abstract: "Reads stored articles anew with this version; the captures stay as they are.",
        discussion: """
            EXAMPLES
              hearsay reread
              hearsay reread 12 15
              hearsay reread --all

            Articles are read whose readings were made by other versions of the stages, with
            --all every one. The log gets an entry for each new reading that names the one it
            renews. An interrupted run goes on where it stopped when it is started again.
            """)

    @Argument(help: ArgumentHelp("Numbers of articles; all if none is named.", valueName: "article"))
    var articles: [Int] = []

    @Flag(help: "Also read what this version has read.")
    var all = false

    @Option(
        help: ArgumentHelp("Articles worked on at once; the number of processors if not given.", valueName: "number"))
    var jobs: Int?

    @OptionGroup var ledger: LedgerOptions

    @OptionGroup var model: ModelOptions

    func validate() throws {
        if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs must be 1 to 256.") }
    }

    func run() throws {
        Interruption.prepare()
        let desk = try ledger.open(.write, reader: model)
        try DeskErrors.reported {
            let threads = jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
            let rereading = Rereading(desk: desk, jobs: threads)
            let total = try rereading.count(articles: articles, all: all)
            var progress = Progress(outputIsFile: false, total: total, besideResults: true)
            var (renewed, same, failed) = (0, 0, 0)
            try rereading.run(articles: articles, all: all) { outcome in
                progress.clear()
                switch outcome.change {
                case .renewed: renewed += 1
                case .same: same += 1
                case .failed(let reason):
                    failed += 1
                    Diagnostics.error("article \(outcome.article), revision \(outcome.revision): \(reason)")
                }
                progress.advance()
                Interruption.says(
                    "\nhearsay: stopped; \(renewed) readings renewed. Run the same command again to go on.\n")
            }
            progress.clear()
            Interruption.says(nil)
            let sum = "\(renewed) renewed, \(same) as they were" + (failed > 0 ? ", \(failed) could not be read" : "")
            Diagnostics.write("hearsay: \(sum)\n")
            if failed > 0 { throw ExitCode(failed < total ? 3 : 1) }
        }
    }
}
