import Foundation
import Testing

/// Disks that are full or read-only, several programs at once, and copies that were put back: a clear line, and nothing
/// lost.
@Suite struct DiskTests {
    private static func lines(_ numbers: Range<Int>) -> String {
        numbers.map { number in
            let words = (0..<400).map { "word\(number)x\($0)" }.joined(separator: " ")
            return """
                {"url": "https://gull.example/\(number)", "published": "2026-03-01", "headline": "Night \(number)", \
                "text": "The quay will close for \(number) nights, Mayor Ines Okoro said. \(words)."}

                """
        }.joined()
    }

    /// A folder with a ledger of some articles.
    private func ledger(_ count: Int = 4) throws -> LedgerFolder {
        let ledger = try LedgerFolder(["a.jsonl": Self.lines(0..<count)])
        let run = try ledger.run("add", "a.jsonl")
        try #require(run.status == 0, "\(run.errors)")
        return ledger
    }

    private func write(_ text: String, to name: String, in ledger: LedgerFolder) throws {
        try Data(text.utf8).write(to: ledger.folder.appending(path: name))
    }

    private func bytes(_ name: String, in ledger: LedgerFolder) throws -> Data {
        try Data(contentsOf: ledger.folder.appending(path: name))
    }

    private func count(_ ledger: LedgerFolder) throws -> Int {
        try ledger.json("list", "--format", "json")["articles"]?.elements.count ?? 0
    }

    // MARK: No room

    /// Runs the command where no file may be larger than some kibibytes.
    private func limited(_ size: Int, _ arguments: [String], in ledger: LedgerFolder) throws -> CommandLineRun {
        // What it says goes through pipes, which have no size.
        let script = """
            set -o pipefail
            { (ulimit -f \(size); exec "$0" "$@") 2>&1 >&3 | cat >&2; } 3>&1 | cat
            """
        let launcher = ["bash", "-c", script]
        return try CommandLineRun(
            arguments, in: ledger.folder, environment: LedgerFolder.environment, launcher: launcher)
    }

    @Test(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model"))
    func whatFindsNoRoomIsNotStoredAndTheRestIsWhole() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        try write(Self.lines(4..<30), to: "b.jsonl", in: ledger)
        let size = try bytes("hearsay.db", in: ledger).count / 1024
        let add = try limited(size, ["add", "b.jsonl"], in: ledger)
        #expect(add.status == 1 && add.errors.contains("hearsay.db: the disk, a quota or a limit"), "\(add.errors)")
        #expect(add.errorLines.count == 1)
        let added = add.output.split(separator: "\n").count
        #expect(try count(ledger) == 4 + added && added < 26)
        for command in [["erase", "1", "--yes"], ["erase", "--purge"], ["reread", "--all"]] {
            let run = try limited(8, command, in: ledger)
            #expect([1, 3].contains(run.status) && run.errorLines.count == 1, "\(command): \(run.errors)")
        }
        for command in [["list"], ["search", "quay"], ["log", "show"], ["log", "verify"], ["trace"]] {
            let run = try limited(8, command, in: ledger)
            #expect(run.status == 0 && run.errors.isEmpty, "\(command): \(run.status) \(run.errors)")
        }
        #expect(try ledger.run("log", "verify").status == 0)
        #expect(try ledger.run("add", "b.jsonl").status == 0)
        #expect(try ledger.run("log", "verify").status == 0)
    }

    @Test(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model"))
    func filesThatFindNoRoomAreNotThere() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        #expect(try ledger.run("export", "--format", "jsonl", "--output", "all.jsonl").status == 0)
        for command in [
            ["export", "--format", "jsonl", "--output", "other.jsonl"],
            ["import", "all.jsonl", "--ledger", "other.db"],
            ["export", "--format", "warc", "--output", "other.warc.gz"],
        ] {
            let run = try limited(4, command, in: ledger)
            #expect(run.status == 1 && run.errorLines.count == 1, "\(command): \(run.status) \(run.errors)")
            #expect(run.errors.contains("hearsay: other."), "\(run.errors)")
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: ledger.folder.path)
        #expect(!names.contains { $0.hasPrefix("other") }, "\(names)")
    }

    @Test(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model"))
    func aKeyThatFindsNoRoomIsNotMade() throws {
        let ledger = try ledger(1)
        defer { ledger.remove() }
        let run = try limited(0, ["log", "checkpoint"], in: ledger)
        #expect(run.status == 1 && run.errors.contains("/.local/share/hearsay/logs: file too large"), "\(run.errors)")
        let note = try ledger.run("log", "checkpoint")
        #expect(note.status == 0, "\(note.errors)")
        #expect(try ledger.run("log", "verify").words.contains("the checkpoint signed at 2 entries"))
    }

    // MARK: Read-only

    /// What makes root somebody who may not write what is not theirs; nothing where that is so anyway.
    private static let nobody = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []

    private static let canBeNobody: Bool = {
        guard let run = try? CommandLineRun(["version"], in: URL(filePath: "/"), launcher: nobody) else { return false }
        return run.status == 0
    }()

    @Test(
        .enabled(if: LedgerFolder.canRead && canBeNobody, "needs the encoder's files, and that others may run it")
    )
    func whatMayNotBeWrittenCanBeRead() throws {
        let ledger = try ledger()
        defer {
            chmod(ledger.folder.path, 0o700)
            ledger.remove()
        }
        let before = try bytes("hearsay.db", in: ledger)
        chmod(ledger.folder.appending(path: "hearsay.db").path, 0o444)
        chmod(ledger.folder.path, 0o555)
        func run(_ arguments: String...) throws -> CommandLineRun {
            try CommandLineRun(
                arguments, in: ledger.folder, environment: ["HEARSAY_KEYS": "/proc/keys-of-nobody"],
                launcher: Self.nobody)
        }
        for command in [["list"], ["search", "quay"], ["show", "1"], ["log", "verify"], ["log", "show"], ["due"]] {
            let run = try CommandLineRun(command, in: ledger.folder, launcher: Self.nobody)
            #expect(run.status == 0 && run.errors.isEmpty, "\(command): \(run.errors)")
        }
        for command in [["erase", "1", "--yes"], ["reread"], ["settle", "c1", "true", "--evidence", "x"]] {
            let run = try CommandLineRun(command, in: ledger.folder, launcher: Self.nobody)
            #expect(run.status == 1)
            #expect(run.errors == "hearsay: hearsay.db: no permission to write it\n")
        }
        let elsewhere = try run("import", "a.jsonl", "--ledger", "new.db")
        #expect(elsewhere.status == 1 && elsewhere.errors.hasPrefix("hearsay: new.db: "), "\(elsewhere.errors)")
        let sign = try run("log", "checkpoint")
        #expect(sign.status == 1 && sign.errors.hasPrefix("hearsay: /proc/keys-of-nobody: "), "\(sign.errors)")
        #expect(try bytes("hearsay.db", in: ledger) == before)
    }

    // MARK: Two at once

    @Test(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model"))
    func twoThatAddAtOnceLoseNothing() throws {
        let ledger = try LedgerFolder(["a.jsonl": Self.lines(0..<12), "b.jsonl": Self.lines(8..<20)])
        defer { ledger.remove() }
        let script = """
            "$0" add a.jsonl >a.txt 2>a.err & first=$!; "$0" add b.jsonl >b.txt 2>b.err; second=$?
            wait $first; echo "$? $second"; cat a.txt b.txt; cat a.err b.err >&2
            """
        let run = try ledger.run(launcher: ["bash", "-c", script])
        #expect(run.output.hasPrefix("0 0\n"), "\(run.output) \(run.errors)")
        #expect(run.output.split(separator: "\n").count == 25)
        #expect(try count(ledger) == 20)
        #expect(try ledger.run("log", "verify").status == 0)
    }

    // MARK: Copies

    @Test(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model"))
    func aCopyThatWasPutBackIsAFork() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        let old = try bytes("hearsay.db", in: ledger)
        try write(Self.lines(4..<7), to: "b.jsonl", in: ledger)
        try write(Self.lines(7..<16), to: "c.jsonl", in: ledger)
        #expect(try ledger.run("add", "b.jsonl").status == 0)
        let note = try ledger.run("log", "checkpoint").output
        try write(note, to: "note.txt", in: ledger)
        let new = try bytes("hearsay.db", in: ledger)

        try old.write(to: ledger.folder.appending(path: "hearsay.db"))
        let short = "the log has 8 entries, but 14 were signed"
        try expectFork(ledger, short)
        // Whoever goes on from it is told, and it is found out all the same.
        let add = try ledger.run("add", "c.jsonl")
        #expect(add.status == 0 && add.errors.hasPrefix("hearsay: hearsay.db: \(short)"), "\(add.errors)")
        #expect(add.errorLines.count == 2)
        try expectFork(ledger, "the first 14 entries are not those that were signed")

        try new.write(to: ledger.folder.appending(path: "hearsay.db"))
        #expect(try ledger.run("log", "verify", "--checkpoint", "note.txt").status == 0)
        #expect(try ledger.run("log", "checkpoint").output == note)
    }

    private func expectFork(_ ledger: LedgerFolder, _ words: String) throws {
        for arguments in [["log", "verify"], ["log", "verify", "--checkpoint", "note.txt"]] {
            let verify = try CommandLineRun(arguments, in: ledger.folder, environment: LedgerFolder.environment)
            #expect(verify.status == 12 && verify.words.contains(words), "\(verify.output)")
            #expect(verify.output.hasSuffix("does not hold: 1 finding\n"))
        }
        for arguments in [["checkpoint"], ["prove", "0"], ["request"], ["export", "tiles"]].map({ ["log"] + $0 }) {
            let sign = try CommandLineRun(arguments, in: ledger.folder, environment: LedgerFolder.environment)
            #expect(sign.status == 12 && sign.errors.contains(words), "\(arguments): \(sign.errors)")
            #expect(sign.errorLines.count == 1 && sign.output.isEmpty)
        }
    }
}
