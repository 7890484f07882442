import ArgumentParser

/// The command `hearsay`.
@main
struct Hearsay: ParsableCommand {
    static func main() {
        Interruption.ignoreBrokenFiles()
        main(nil)
    }

    static let configuration = CommandConfiguration(
        commandName: "hearsay",
        abstract: "Tells who really said it, through whom, how often it was told, and whether it came true.",
        discussion: """
            EXAMPLES
              hearsay demo
              hearsay read article.txt
              hearsay add article.html https://gull.example/2026/03/01/fish
              hearsay serve
              hearsay trace articles.jsonl

            EXIT CODES
              0  done (a reader that closes the pipe early is fine too)
              1  failed
              2  a finding or a difference (hearsay diff: the versions differ)
              3  done in part; some inputs could not be read
              10 there is no ledger
              11 another program holds the ledger
              12 verification failed
              64 the command line was not understood
              130 cancelled with Ctrl-C

            Shell completion: hearsay --generate-completion-script bash (or zsh, fish).
            Nothing is sent anywhere; only addresses that you name are fetched.
            """,
        version: VersionCommand.number,
        subcommands: [
            ReadCommand.self, AddCommand.self, WatchCommand.self, ListCommand.self, ShowCommand.self,
            SearchCommand.self, DiffCommand.self, TraceCommand.self, DueCommand.self, SettleCommand.self,
            RecordCommand.self, SourcesCommand.self, LogCommand.self, RereadCommand.self, EraseCommand.self,
            ExportCommand.self, ImportCommand.self, ServeCommand.self, DemoCommand.self, CaptureCommand.self,
            TimesCommand.self, NamesCommand.self, ModelCommand.self, VersionCommand.self,
        ])
}
