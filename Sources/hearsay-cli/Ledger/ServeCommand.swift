import ArgumentParser
import Hearsay

/// `hearsay serve`.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Shows the ledger as web pages, on this machine only.",
        discussion: """
            EXAMPLES
              hearsay serve
              hearsay serve --port 8200 --ledger ~/news.db

            The pages are at 127.0.0.1 and answer no other machine. Every page has a twin
            for programs: add .json to its address. Ctrl-C ends the server.
            """)

    @OptionGroup var ledger: LedgerOptions

    @Option(help: ArgumentHelp("The port; 0 takes a free one.", valueName: "number"))
    var port = 8765

    @OptionGroup var model: ModelOptions

    @Flag(name: .customLong("allow-private"), help: "Also fetch from addresses of this machine and its network.")
    var allowPrivate = false

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port must be 0 to 65535.") }
    }

    func run() throws {
        Interruption.prepare()
        let desk = try ledger.open(.create, reader: model, allowPrivate: allowPrivate)
        try PageServer.serve(desk, port: port)
    }
}
