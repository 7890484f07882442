import ArgumentParser
import Hearsay

/// `hearsay log`.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Signs, proves and verifies what the ledger holds.",
        discussion: """
            Every capture, reading and judgement has an entry in a log that can only grow.
            A signed checkpoint fixes its state; give it to somebody else, or print it, and
            nobody can later change what was there unseen.

            EXAMPLES
              hearsay log show
              hearsay log checkpoint > checkpoint.txt
              hearsay log prove 17 > 17.tlog-proof
              hearsay log verify
              hearsay log verify --checkpoint checkpoint.txt
            """,
        subcommands: [Show.self, Checkpoint.self, Prove.self, Verify.self])

    /// `hearsay log show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Shows the log: its size, root and latest entries.",
            discussion: """
                EXAMPLES
                  hearsay log show
                  hearsay log show --limit 100 --format json
                """)

        @OptionGroup var ledger: LedgerOptions

        @Option(help: ArgumentHelp("How many entries at most.", valueName: "number"))
        var limit = 20

        @Option(help: "How the log is shown.")
        var format: DeskFormat = .text

        func run() throws {
            let desk = try ledger.open(.read)
            let log = try DeskErrors.reported { try desk.log(limit: max(0, limit)) }
            switch format {
            case .text: try Output.write(DeskText(style: Terminal.style(toFile: false)).log(log))
            case .json: try Output.write(Twins.log(log))
            }
        }
    }

    /// `hearsay log checkpoint`.
    struct Checkpoint: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "checkpoint", abstract: "Signs the log as it stands and prints the signed note.",
            discussion: """
                EXAMPLES
                  hearsay log checkpoint
                  hearsay log checkpoint > checkpoint.txt

                The key is made on first use and kept, with the last checkpoint, outside the
                ledger: in $HEARSAY_KEYS, else in the user's data folder. Nothing is signed that
                contradicts the last checkpoint, as a restored backup would.
                """)

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let desk = try ledger.open(.read)
            try Output.write(DeskErrors.reported { try desk.checkpoint() })
        }
    }

    /// `hearsay log prove`.
    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "prove", abstract: "Prints a proof that an entry is in the signed log.",
            discussion: """
                EXAMPLES
                  hearsay log prove 17 > 17.tlog-proof

                The proof holds the entry's bytes, its path to the root, and the last signed
                checkpoint (c2sp.org/tlog-proof). Whoever has the verifier key, which
                `hearsay log show` prints, can check it without the ledger.
                """)

        @Argument(help: ArgumentHelp("The entry's number, as `hearsay log show` gives it.", valueName: "entry"))
        var entry: Int

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let desk = try ledger.open(.read)
            try Output.write(DeskErrors.reported { try desk.proof(ofEntry: entry) })
        }
    }

    /// `hearsay log verify`.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Recomputes the log from the stored captures, readings and judgements.",
            discussion: """
                EXAMPLES
                  hearsay log verify
                  hearsay log verify --checkpoint checkpoint.txt

                Ends with 12 when anything does not agree. Without a checkpoint, remembered or
                given, the log can only be shown to be consistent with itself.
                It proves that nothing was changed since; not that it is true, not that the site
                served it, not that nothing was left out before the first checkpoint.
                """)

        @Option(
            help: ArgumentHelp("Hold the log against this signed note, kept elsewhere.", valueName: "file"),
            completion: .file())
        var checkpoint: String?

        @OptionGroup var ledger: LedgerOptions

        @Option(help: "How the result is shown.")
        var format: DeskFormat = .text

        func run() throws {
            let desk = try ledger.open(.read)
            let result = try DeskErrors.reported { try desk.verify(against: checkpoint) }
            switch format {
            case .text: try Output.write(DeskText(style: Terminal.style(toFile: false)).verification(result))
            case .json: try Output.write(Twins.verification(result))
            }
            if !result.holds { throw ExitCode(12) }
        }
    }
}
