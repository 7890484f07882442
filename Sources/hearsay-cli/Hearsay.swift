import ArgumentParser

/// The command `hearsay`.
@main
struct Hearsay: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hearsay",
        abstract: "Reads news articles and tells who said what, through whom.",
        discussion: """
            EXAMPLES
              hearsay read article.txt
              hearsay read --format html --output page.html article.html
              hearsay read --format jsonl articles/ > readings.jsonl
              curl -s https://news.example/a | hearsay read --url https://news.example/a -

            EXIT CODES
              0  done (a reader that closes the pipe early is fine too)
              1  failed; nothing could be read
              2  a finding or a difference (kept for commands that look for one)
              3  done in part; some inputs could not be read
              64 the command line was not understood
              130 cancelled with Ctrl-C

            Shell completion: hearsay --generate-completion-script bash (or zsh, fish).
            Nothing is sent anywhere; no command of this version uses the network.
            """,
        version: VersionCommand.number,
        subcommands: [ReadCommand.self, TraceCommand.self, CaptureCommand.self, ModelCommand.self, VersionCommand.self])
}
