import ArgumentParser
import Hearsay

/// The forms in which what a ledger holds is shown.
enum DeskFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// `hearsay list`.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the articles of the ledger, the latest first.",
        discussion: """
            EXAMPLES
              hearsay list
              hearsay list --limit 5
              hearsay list --format json --ledger ~/news.db
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: ArgumentHelp("How many articles at most.", valueName: "number"))
    var limit = 1000

    @Option(help: "How the list is shown.")
    var format: DeskFormat = .text

    func run() throws {
        let desk = try ledger.open(.read)
        let articles = try DeskErrors.reported { try desk.articles(limit: max(1, limit), after: nil) }
        switch format {
        case .text: try Output.write(DeskText(style: Terminal.style(toFile: false)).list(articles))
        case .json: try Output.write(Twins.articles(articles, nextAfter: nil))
        }
    }
}
