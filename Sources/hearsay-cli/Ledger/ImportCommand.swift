import ArgumentParser
import Hearsay

/// `hearsay import`.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Makes a ledger from an export in JSON Lines, the same to the last log entry.",
        discussion: """
            EXAMPLES
              hearsay export --format jsonl --output news.jsonl
              hearsay import news.jsonl --ledger copy.db
              hearsay export --format jsonl | ssh desk hearsay import - --ledger news.db

            The ledger must not be there yet; it appears when it is whole. Every log entry is
            checked against what it covers, so what was signed of the one ledger holds for
            the other. Articles of other people are added by `hearsay add`.
            """)

    @Argument(help: ArgumentHelp("The export, or - for standard input.", valueName: "file"), completion: .file())
    var file: String

    @OptionGroup var ledger: LedgerOptions

    func run() throws {
        Interruption.prepare()
        try DeskErrors.reported {
            var progress = Progress(outputIsFile: true)
            try LedgerDesk.restore(from: file, to: ledger.path) { _ in progress.advance() }
            progress.clear()
            Diagnostics.write("hearsay: \(ledger.path) is made\n")
        }
    }
}
