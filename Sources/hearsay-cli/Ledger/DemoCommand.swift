import ArgumentParser
import Glibc
import Hearsay
import HearsayCore

/// `hearsay demo`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Loads three invented affairs into a fresh ledger and shows what Hearsay sees.",
        discussion: """
            EXAMPLES
              hearsay demo
              hearsay demo --no-serve
              hearsay demo --ledger demo.db --port 8200

            The ledger is made anew in the temporary folder, or at --ledger, which must not
            exist yet. After the tour the pages are served until Ctrl-C.
            """)

    @Option(
        help: ArgumentHelp("Where the demo's ledger is made; it must not exist.", valueName: "file"),
        completion: .file())
    var ledger: String?

    @Option(help: ArgumentHelp("The port of the pages; 0 takes a free one.", valueName: "number"))
    var port = 8765

    @Flag(name: .customLong("no-serve"), help: "End after the tour.")
    var noServe = false

    @OptionGroup var model: ModelOptions

    func validate() throws {
        if !(0...65535).contains(port) { throw ValidationError("--port must be 0 to 65535.") }
    }

    func run() throws {
        Interruption.prepare()
        let path = try freshPath()
        var options = try LedgerOptions.parse([])
        options.ledger = path
        let desk = try options.open(.create, reader: model)
        Diagnostics.write("hearsay: reading the demo's articles into \(path)\n")
        let stories = try DeskErrors.reported {
            try desk.prepareToRead()
            return try DemoStories(named: Environment.variables["HEARSAY_RESOURCES"])
        }
        var run = AddRun(desk: desk, total: stories.count, quiet: true)
        try run.add(stories.articles, threads: max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
        try DeskErrors.reported {
            let tour = DemoTour(desk: desk, ledger: path, style: Terminal.style(toFile: false))
            try Output.write(tour.text())
        }
        if !noServe { try PageServer.serve(desk, port: port, orFreePort: true) }
    }

    private func freshPath() throws -> String {
        if let ledger {
            guard access(ledger, F_OK) != 0 else {
                Diagnostics.error("\(ledger): exists already; the demo makes a ledger of its own")
                throw ExitCode.failure
            }
            return ledger
        }
        var template = Array("/tmp/hearsay-demo-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            Diagnostics.error("no folder can be made in /tmp; name a file with --ledger")
            throw ExitCode.failure
        }
        return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) + "/demo.db"
    }
}
