import ArgumentParser
import Hearsay

/// `hearsay sources`.
struct SourcesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sources", abstract: "Lists the sources of the ledger, and says which of them are one.",
        discussion: """
            Voices of different articles are one source when their names agree, in any
            spelling or script, and their affiliations do not clash. What may be one is kept
            apart until somebody decides. Every decision is in the log and can be undone.
            Sources without a name are never merged.

            EXAMPLES
              hearsay sources
              hearsay sources possible
              hearsay sources merge 4 17
              hearsay sources split 12:v3 15:v1
              hearsay sources apart 4 18
              hearsay sources history
              hearsay sources undo 2
            """,
        subcommands: [
            List.self, Possible.self, Merge.self, Split.self, Apart.self, Undo.self, History.self,
        ], defaultSubcommand: List.self)

    /// Who decides, and in which ledger.
    struct Decision: ParsableArguments {
        @Option(help: ArgumentHelp("Who decides, for the record.", valueName: "name"))
        var judge: String?

        @OptionGroup var ledger: LedgerOptions

        func report(_ body: (LedgerDesk) throws -> String) throws {
            let desk = try ledger.open(.write)
            try Output.write(DeskErrors.reported { try body(desk) + "\n" })
        }
    }

    /// How a list of the ledger is shown.
    struct Listing: ParsableArguments {
        @OptionGroup var ledger: LedgerOptions

        @Option(help: ArgumentHelp("How many at most.", valueName: "number"))
        var limit = 1000

        @Option(help: "How the list is shown.")
        var format: DeskFormat = .text

        func show<Value>(
            _ fetch: (LedgerDesk, Int) throws -> Value, text: (DeskText, Value) -> String, json: (Value) -> [UInt8]
        ) throws {
            let desk = try ledger.open(.read)
            let value = try DeskErrors.reported { try fetch(desk, max(1, limit)) }
            switch format {
            case .text: try Output.write(text(DeskText(style: Terminal.style(toFile: false)), value))
            case .json: try Output.write(json(value))
            }
        }
    }

    /// `hearsay sources list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists the sources, those with most statements first.")

        @OptionGroup var listing: Listing

        func run() throws {
            try listing.show({ try $0.sources(limit: $1) }, text: { $0.sources($1) }, json: { Twins.sources($0) })
        }
    }

    /// `hearsay sources possible`.
    struct Possible: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "possible", abstract: "Lists pairs of sources that may be one, the likeliest first.")

        @OptionGroup var listing: Listing

        func run() throws {
            try listing.show(
                { try $0.possibleSources(limit: $1) }, text: { $0.possible($1) }, json: { Twins.pairs($0) })
        }
    }

    /// `hearsay sources merge`.
    struct Merge: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "merge", abstract: "Makes sources one with the first that is named.")

        @Argument(help: ArgumentHelp("Numbers of sources.", valueName: "source"))
        var sources: [Int]

        @OptionGroup var decision: Decision

        func run() throws {
            try decision.report { desk in
                let number = try desk.mergeSources(sources, judge: decision.judge)
                return "decision \(number): merged into source \(sources[0])"
            }
        }
    }

    /// `hearsay sources split`.
    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "split", abstract: "Makes voices a source of their own.",
            discussion:
                "A voice is named by its article and its id there, as `hearsay show --format json` gives it: 12:v3.")

        @Argument(help: ArgumentHelp("Voices, such as 12:v3.", valueName: "article:voice"))
        var voices: [String]

        @OptionGroup var decision: Decision

        func validate() throws { _ = try places }

        private var places: [(article: Int, voice: String)] {
            get throws {
                try voices.map { text in
                    let parts = text.split(separator: ":", maxSplits: 1)
                    guard parts.count == 2, let article = Int(parts[0]) else {
                        throw ValidationError("'\(text)' is no voice such as 12:v3.")
                    }
                    return (article, String(parts[1]))
                }
            }
        }

        func run() throws {
            try decision.report { desk in
                let made = try desk.splitSource(places, judge: decision.judge)
                return "decision \(made.decision): split off as source \(made.source)"
            }
        }
    }

    /// `hearsay sources apart`.
    struct Apart: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apart", abstract: "Says that two sources that may be one are not.")

        @Argument(help: ArgumentHelp("A source's number.", valueName: "source"))
        var first: Int

        @Argument(help: ArgumentHelp("Another one's.", valueName: "source"))
        var second: Int

        @OptionGroup var decision: Decision

        func run() throws {
            try decision.report { desk in
                let number = try desk.keepSourcesApart(first, second, judge: decision.judge)
                return "decision \(number): \(first) and \(second) are kept apart"
            }
        }
    }

    /// `hearsay sources undo`.
    struct Undo: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "undo", abstract: "Takes a decision about sources back.")

        @Argument(help: ArgumentHelp("The decision, as `hearsay sources history` gives it.", valueName: "decision"))
        var number: Int

        @OptionGroup var decision: Decision

        func run() throws {
            try decision.report { desk in
                let made = try desk.undoSourceDecision(number, judge: decision.judge)
                return "decision \(made): took decision \(number) back"
            }
        }
    }

    /// `hearsay sources history`.
    struct History: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history", abstract: "Lists what was decided about sources.")

        @OptionGroup var listing: Listing

        func run() throws {
            try listing.show(
                { desk, limit in Array(try desk.sourceDecisions().suffix(limit)) }, text: { $0.decisions($1) },
                json: { Twins.decisions($0) })
        }
    }
}
