import ArgumentParser
import Hearsay

/// `hearsay search`.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Finds words in the statements and articles of the ledger.",
        discussion: """
            EXAMPLES
              hearsay search mobilization
              hearsay search harbour levy
              hearsay search --limit 5 --format json 300,000

            All words must occur; the last one may be the beginning of a word.
            """)

    @Argument(help: "What to look for.")
    var words: [String]

    @OptionGroup var ledger: LedgerOptions

    @Option(help: ArgumentHelp("How many places at most.", valueName: "number"))
    var limit = 20

    @Option(help: "How the places are shown.")
    var format: DeskFormat = .text

    func run() throws {
        let desk = try ledger.open(.read)
        let words = words.joined(separator: " ")
        let hits = try DeskErrors.reported { try desk.search(words, limit: max(1, limit)) }
        switch format {
        case .text: try Output.write(DeskText(style: Terminal.style(toFile: false)).hits(hits))
        case .json: try Output.write(Twins.search(words, hits))
        }
    }
}
