import ArgumentParser
import Hearsay

/// `hearsay record`.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Shows a source: what it said, and how its forecasts ended.",
        discussion: """
            EXAMPLES
              hearsay record "Mara Ilves"
              hearsay record 17
              hearsay record --format json 17

            The interval says between which shares the truth lies with 95 % certainty, given
            how few forecasts are settled (Jeffreys). A source without a name stands for one
            voice of one article.
            """)

    @Argument(help: ArgumentHelp("The source's name or number.", valueName: "source"))
    var source: String

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "How the record is shown.")
    var format: DeskFormat = .text

    func run() throws {
        let desk = try ledger.open(.read)
        let detail = try DeskErrors.reported { try desk.source(named: source) }
        switch format {
        case .text: try Output.write(DeskText(style: Terminal.style(toFile: false)).source(detail))
        case .json: try Output.write(Twins.source(detail))
        }
    }
}
