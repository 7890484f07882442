import ArgumentParser
import Hearsay

/// `hearsay show`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows an article of the ledger: who said what in it, and what is around it.",
        discussion: """
            EXAMPLES
              hearsay show 12
              hearsay show --revision 1 12
              hearsay show --format json 12
            """)

    @Argument(help: ArgumentHelp("The article's number, as `hearsay list` gives it.", valueName: "article"))
    var article: Int

    @Option(help: ArgumentHelp("An earlier captured version; the latest if not given.", valueName: "number"))
    var revision: Int?

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "How the article is shown.")
    var format: DeskFormat = .text

    func run() throws {
        let desk = try ledger.open(.read)
        let (detail, claims) = try DeskErrors.reported {
            // The command shows what is around the article, however long that takes.
            _ = try desk.trace()
            guard let detail = try desk.article(article, revision: revision) else {
                let version = revision.map { " with a revision \($0)" } ?? ""
                throw DeskError(.notFound, "there is no article \(article)\(version) in \(ledger.path)")
            }
            return (detail, try desk.claims(of: detail))
        }
        switch format {
        case .text:
            let style = Terminal.style(toFile: false)
            var text = ReadingText(style: style)
            try Output.write(text.article(detail.reading, id: nil))
            try Output.write(DeskText(style: style).surroundings(detail, claims: claims))
        case .json: try Output.write(Twins.article(detail))
        }
    }
}
