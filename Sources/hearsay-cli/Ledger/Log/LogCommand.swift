import ArgumentParser
import Hearsay

/// `hearsay log`.
struct LogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Signs, proves and verifies what the ledger holds.",
        discussion: """
            Every capture, reading, judgement and erasure has an entry in a log that can only grow.
            A signed checkpoint fixes its state; give it to somebody else, or print it, and
            nobody can later change what was there unseen.

            EXAMPLES
              hearsay log show
              hearsay log checkpoint > checkpoint.txt
              hearsay log prove 17 > 17.tlog-proof
              hearsay log verify
              hearsay log verify --checkpoint checkpoint.txt
            """,
        subcommands: [
            Show.self, Checkpoint.self, Prove.self, Check.self, Verify.self, Export.self, Request.self, Cosign.self,
            Add.self, Stamp.self,
        ])

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
            commandName: "prove",
            abstract: "Prints a receipt: the proof that an entry, or a claim, is in the signed log.",
            discussion: """
                EXAMPLES
                  hearsay log prove 17 > 17.tlog-proof
                  hearsay log prove c1a2b3c4d5 > claim.tlog-proof

                For a claim it is about the reading that carries the claim first. The proof holds the entry's bytes, its path to the root, and the last signed
                checkpoint (c2sp.org/tlog-proof). Whoever has the verifier key, which
                `hearsay log show` prints, can check it without the ledger: `hearsay log check`.
                """)

        @Argument(
            help: ArgumentHelp(
                "The entry's number, as `hearsay log show` gives it, or a claim's id.", valueName: "entry"))
        var entry: String

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let desk = try ledger.open(.read)
            try Output.write(
                DeskErrors.reported {
                    let number = try Int(entry) ?? desk.entry(ofClaim: entry)
                    return try desk.proof(ofEntry: number)
                })
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
                  hearsay log verify --policy policy.txt

                Ends with 12 when anything does not agree. Without a checkpoint, remembered or
                given, the log can only be shown to be consistent with itself.
                It proves that nothing was changed since; not that it is true, not that the site
                served it, not that nothing was left out before the first checkpoint.
                """)

        @Option(
            help: ArgumentHelp("Hold the log against this signed note, kept elsewhere.", valueName: "file"),
            completion: .file())
        var checkpoint: String?

        @Option(
            help: ArgumentHelp("Also ask that the last checkpoint be signed as this policy says.", valueName: "file"),
            completion: .file())
        var policy: String?

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
            if let policy {
                let cosigned = try DeskErrors.reported { try desk.judge(byPolicy: LogCommand.bytes(policy)) }
                let names = cosigned.map { PlainText.singleLine($0.witness) }.joined(separator: ", ")
                Diagnostics.write("hearsay: the policy holds" + (names.isEmpty ? "\n" : "; cosigned by \(names)\n"))
            }
            if !result.holds { throw ExitCode(12) }
        }
    }
}
