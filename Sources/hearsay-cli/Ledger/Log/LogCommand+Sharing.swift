import ArgumentParser
import Glibc
import Hearsay

extension LogCommand {
    /// Files that a command of the log reads.
    static func bytes(_ path: String, limit: Int = 1 << 22) throws -> [UInt8] {
        do { return try FileBytes.read(path, limit: limit) } catch {
            throw DeskError(.failed, "\(path): \(error.reason)")
        }
    }

    /// `hearsay log export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Writes the signed log as static files that anybody can verify.",
            discussion: """
                EXAMPLES
                  hearsay log export public/log

                The folder can be served by any host, or carried on a stick (C2SP tlog-tiles). It
                holds salted digests, no words. Only files that are missing are written, the
                checkpoint last.
                """)

        @Argument(help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
        var folder: String

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let desk = try ledger.open(.read)
            let written = try DeskErrors.reported { try desk.exportTiles(to: folder) }
            Diagnostics.write("hearsay: \(written.files) files, \(written.size) entries, in \(folder)\n")
        }
    }

    /// `hearsay log check`.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Checks a receipt of somebody's log; no ledger is needed.",
            discussion: """
                EXAMPLES
                  hearsay log check 17.tlog-proof --key hearsay/ledger/7f3c…+9ab1c2d3+AeHT…

                The key must come from its owner, not with the receipt.
                """)

        @Argument(help: ArgumentHelp("The receipt, or - for standard input.", valueName: "file"), completion: .file())
        var receipt: String

        @Option(help: ArgumentHelp("The log's verifier key, as `hearsay log show` prints it.", valueName: "key"))
        var key: String

        func run() throws {
            let proved = try DeskErrors.reported { try Receipts.check(LogCommand.bytes(receipt), key: key) }
            try Output.write(
                "entry \(proved.index) of \(proved.size) is in the log \(PlainText.singleLine(proved.origin))\n\(proved.entry)\n"
            )
        }
    }

    /// `hearsay log request`.
    struct Request: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "request", abstract: "Prints what a witness is asked to cosign.",
            discussion: """
                EXAMPLES
                  hearsay log request > request.txt
                  hearsay log request --since 120 > request.txt

                The witness needs the proof that the log only grew since the size that it saw
                last; it says that size where it refuses (C2SP tlog-witness).
                """)

        @Option(help: ArgumentHelp("The size of the log that the witness saw last.", valueName: "size"))
        var since = 0

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let desk = try ledger.open(.read)
            try Output.write(DeskErrors.reported { try desk.witnessRequest(since: since) })
        }
    }

    /// `hearsay log cosign`.
    struct Cosign: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cosign", abstract: "Witnesses somebody else's log: cosigns its checkpoint if it only grew.",
            discussion: """
                EXAMPLES
                  hearsay log cosign --name bay-desk.example/w1
                  hearsay log cosign request.txt --log KEY --name bay-desk.example/w1 > answer.txt

                Without a request it prints this machine's witness key, which is made on first
                use. What was cosigned last of each log is remembered in $HEARSAY_KEYS, and
                nothing is cosigned that contradicts it.
                """)

        @Argument(help: ArgumentHelp("The request, or - for standard input.", valueName: "file"), completion: .file())
        var request: String?

        @Option(help: ArgumentHelp("The verifier key of a log that may ask; may be given again.", valueName: "key"))
        var log: [String] = []

        @Option(help: ArgumentHelp("What a new witness key is called.", valueName: "name"))
        var name: String

        func validate() throws {
            if request != nil, log.isEmpty { throw ValidationError("Name the key of the log that asks with --log.") }
        }

        func run() throws {
            let witness = WitnessDesk(keys: KeyFolder.standard(Environment.variables)) { time(nil) }
            try Output.write(
                DeskErrors.reported {
                    guard let request else { return try witness.key(named: name) + "\n" }
                    return try witness.cosign(LogCommand.bytes(request), logs: log, named: name)
                })
        }
    }

    /// `hearsay log add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Adds a witness's answer to the last checkpoint.",
            discussion: """
                EXAMPLES
                  hearsay log add answer.txt --witness bay-desk.example/w1+8f21…+BA…
                """)

        @Argument(help: ArgumentHelp("The answer, or - for standard input.", valueName: "file"), completion: .file())
        var answer: String

        @Option(help: ArgumentHelp("The witness's key; may be given again.", valueName: "key"))
        var witness: [String]

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let desk = try ledger.open(.read)
            try Output.write(
                DeskErrors.reported { try desk.addCosignatures(LogCommand.bytes(answer), by: witness) })
        }
    }

    /// `hearsay log stamp`.
    struct Stamp: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "stamp", abstract: "Asks for a time-stamp of the last checkpoint, or keeps the reply.",
            discussion: """
                EXAMPLES
                  hearsay log stamp > checkpoint.tsq
                  curl -H 'Content-Type: application/timestamp-query' \\
                    --data-binary @checkpoint.tsq https://authority.example/tsa > reply.tsr
                  hearsay log stamp --reply reply.tsr --anchors authority.pem
                  hearsay log stamp --list --anchors authority.pem

                Nothing is sent by this command. A reply is checked before it is kept (RFC 3161),
                its certificates at the time that it gives, not now. Without --anchors only the
                signature is checked, which proves little.
                """)

        @Option(
            help: ArgumentHelp("The authority's reply, or - for standard input.", valueName: "file"),
            completion: .file())
        var reply: String?

        @Option(
            help: ArgumentHelp("Certificates of trusted authorities, in PEM.", valueName: "file"), completion: .file())
        var anchors: String?

        @Flag(help: "Check and list the time-stamps that are kept.")
        var list = false

        @OptionGroup var ledger: LedgerOptions

        func run() throws {
            let desk = try ledger.open(.read)
            try DeskErrors.reported {
                let anchors = try anchors.map { try LogCommand.bytes($0) }
                if list {
                    try Output.write(desk.stamps(anchors: anchors).map(Self.line).joined())
                } else if let reply {
                    try Output.write(Self.line(desk.keepStamp(LogCommand.bytes(reply), anchors: anchors)))
                } else {
                    try Output.write(desk.stampRequest())
                }
            }
        }

        private static func line(_ stamp: StampDetail) -> String {
            guard let time = stamp.time else { return "\(stamp.number): \(stamp.size) entries, no reply yet\n" }
            let signer = PlainText.singleLine(stamp.signer ?? "")
            return "\(stamp.number): \(stamp.size) entries, \(time) by \(signer), \(stamp.trust ?? "")\n"
        }
    }
}
