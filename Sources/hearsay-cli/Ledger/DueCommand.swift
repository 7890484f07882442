import ArgumentParser
import Hearsay

/// `hearsay due`.
struct DueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "due", abstract: "Lists the forecasts of the ledger in the order in which they fall due.",
        discussion: """
            EXAMPLES
              hearsay due
              hearsay due --format json
              hearsay settle c3f2a91b04d false --evidence https://gull.example/2026/05/02/no-call-up
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "How the list is shown.")
    var format: DeskFormat = .text

    func run() throws {
        let desk = try ledger.open(.read)
        let items = try DeskErrors.reported { try desk.due() }
        switch format {
        case .text: try Output.write(DeskText(style: Terminal.style(toFile: false)).due(items))
        case .json: try Output.write(Twins.due(items))
        }
    }
}
