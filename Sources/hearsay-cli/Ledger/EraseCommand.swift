import ArgumentParser
import Hearsay

/// `hearsay erase`.
struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Removes an article, or one captured version of it, for good.",
        discussion: """
            EXAMPLES
              hearsay erase 17
              hearsay erase 17 --yes --reason "court order of 3 May"
              hearsay erase 17 --revision 2 --yes
              hearsay erase --purge

            Without --yes it says what would go and changes nothing. Gone are the bytes, the
            texts, the readings, the vectors and the judgements that rest on them, from the
            file and its indexes, and the salts of the log's entries, so that nobody can
            check a guess. The entries themselves stay, and every proof still holds. Copies
            of the ledger and exports are out of reach. The reason is kept and may be shown.
            """)

    @Argument(help: ArgumentHelp("The article's number.", valueName: "article"))
    var article: Int?

    @Option(help: ArgumentHelp("Only this captured version.", valueName: "number"))
    var revision: Int?

    @Option(help: ArgumentHelp("Why, in words that may stay in the ledger.", valueName: "words"))
    var reason: String?

    @Flag(help: "Do it.")
    var yes = false

    @Flag(help: "Only write the file anew without what was erased before.")
    var purge = false

    @OptionGroup var ledger: LedgerOptions

    func validate() throws {
        if (article == nil) != purge { throw ValidationError("Name an article, or say --purge alone.") }
    }

    /// Pieces of the words may be left in the file or its journal.
    private func report(unpurged reason: String?) throws {
        guard let reason else { return }
        Diagnostics.error(
            "\(ledger.path): \(reason), so pieces of the words may be left in its file; mend that and run "
                + "`hearsay erase --purge`")
        throw ExitCode(3)
    }

    func run() throws {
        let desk = try ledger.open(.write)
        try DeskErrors.reported {
            guard let article else {
                return try report(unpurged: desk.purge())
            }
            let found = try desk.erasable(article, revision: revision)
            let count = found.revisions.count
            let what =
                "article \(article), \(PlainText.singleLine(found.title)), \(count) captured version\(count == 1 ? "" : "s")"
            guard yes else {
                Diagnostics.write("hearsay: this would erase \(what); say --yes to do it\n")
                throw ExitCode(2)
            }
            let erased = try desk.erase(article, revision: revision, reason: reason)
            try Output.write("erased \(what); log entry \(erased.entry) says so\n")
            try report(unpurged: erased.unpurged)
        }
    }
}
