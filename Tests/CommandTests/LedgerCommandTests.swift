import Foundation
import HearsayCore
import Testing

/// The whole journey on the command line, with the real reader.
@Suite(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model")) struct LedgerCommandTests {
    private static let first = """
        {"url": "https://gull.example/1", "outlet": "The Gull", "published": "2026-03-01T08:00:00Z", \
        "headline": "Quay to close", "text": "The north quay will close on 1 May 2026, Mayor Ines Okoro said on Sunday. \
        A harbour official, who spoke on condition of anonymity because the plan is not public, said 300 berths would be lost."}

        """
    private static let second = """
        {"url": "https://mercury.example/2", "outlet": "The Mercury", "published": "2026-03-02T08:00:00Z", \
        "headline": "Gull: quay closes", "text": "The north quay will close on 1 May 2026, The Gull reported on Sunday, \
        citing Mayor Ines Okoro."}

        """

    private func ledger() throws -> LedgerFolder {
        let ledger = try LedgerFolder(["a.jsonl": Self.first, "b.jsonl": Self.second])
        let run = try ledger.run("add", "a.jsonl", "b.jsonl")
        try #require(run.status == 0, "\(run.errors)")
        return ledger
    }

    // MARK: The journey

    @Test func sameBytesChangeNothingAndOtherBytesAreARevision() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        let before = try ledger.json("log", "show", "--format", "json")
        let again = try ledger.run("add", "a.jsonl", "b.jsonl")
        #expect(again.status == 0)
        #expect(again.output.split(separator: "\n").allSatisfy { $0.hasPrefix("unchanged ") })
        #expect(try ledger.json("log", "show", "--format", "json")["size"] == before["size"])
        let changed = Self.first.replacingOccurrences(of: "300 berths", with: "200 berths")
        try Data(changed.utf8).write(to: ledger.folder.appending(path: "a.jsonl"))
        #expect(try ledger.run("add", "a.jsonl").output.hasPrefix("revised 1 (revision 2): "))
        #expect(try ledger.json("list", "--format", "json")["articles"]?.elements.count == 2)
        #expect(try ledger.run("show", "1").output.contains("200 berths"))
        #expect(try ledger.run("show", "--revision", "1", "1").output.contains("300 berths"))
        #expect(try ledger.run("log", "verify").status == 0)
    }

    @Test func whatWasAddedIsFoundAndShown() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        #expect(try ledger.run("list").output.contains("Quay to close"))
        #expect(try ledger.run("search", "300", "berths").output.contains("«300» «berths»"))
        #expect(try ledger.run("search", "\"unclosed (AND NEAR*").status == 0)
        let shown = try ledger.run("show", "1")
        #expect(shown.output.contains("reason for anonymity"))
        #expect(try ledger.run("show", "99").status == 1)
        let trace = try ledger.json("trace", "--format", "json")
        #expect(trace["articles"]?.elements.count == 2)
        #expect(trace["edges"]?.elements.contains { $0["from"]?.string == "a2" && $0["to"]?.string == "a1" } == true)
    }

    @Test func aTraceIsDrawnAndNarrowed() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        let svg = try ledger.run("trace", "--format", "svg")
        #expect(svg.status == 0 && svg.output.hasPrefix("<svg ") && svg.output.hasSuffix("</svg>\n"))
        #expect(try ledger.run("trace", "--format", "dot").output.hasPrefix("digraph trace {"))
        let due = try #require(try ledger.json("due", "--format", "json")["due"]).elements
        let claim = try #require(due.first?["claim"]?["id"]?.string)
        let part = try ledger.run("trace", claim, "--format", "svg")
        #expect(part.status == 0 && part.output.contains("north quay will close"))
        #expect(try ledger.run("trace", "--claim", claim, "--format", "svg").output == part.output)
        #expect(try ledger.run("trace", "--claim", String(claim.prefix(8))).output.hasPrefix(claim))
        for name in ["1", "a1"] {
            let part = try ledger.run("trace", "--article", name)
            #expect(part.status == 0 && part.output.contains("origin"))
        }
        let missing = try ledger.run("trace", "--claim", "cffffffffff", "--format", "dot")
        #expect(missing.status == 1 && missing.errors.contains("there is no claim cffffffffff"))
        #expect(try ledger.run("trace", "--article", "99").status == 1)
        #expect(try ledger.run("trace", "--article", "1", "--claim", claim).status == 64)
        try Data((Self.first + Self.second).utf8).write(to: ledger.folder.appending(path: "both.jsonl"))
        let files = try ledger.run("trace", "--claim", "c1", "--format", "svg", "--output", "c1.svg", "both.jsonl")
        #expect(files.status == 0, "\(files.errors)")
        let kept = try String(contentsOf: ledger.folder.appending(path: "c1.svg"), encoding: .utf8)
        #expect(kept.hasPrefix("<svg "))
        #expect(try ledger.run("trace", "--claim", "c999", "both.jsonl").status == 1)
    }

    @Test func aForecastFallsDueAndIsSettled() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        let due = try #require(try ledger.json("due", "--format", "json")["due"]).elements
        let claim = try #require(due.first?["claim"]?["id"]?.string)
        #expect(due.first?["claim"]?["forecast"]?["due"]?["end"]?.string == "2026-05-01")
        #expect(try ledger.run("settle", claim, "false").status == 64)
        #expect(try ledger.run("settle", "c0000000000", "false", "--evidence", "x").status == 1)
        let settled = try ledger.run("settle", claim, "false", "--evidence", "https://gull.example/3")
        #expect(settled.status == 0, "\(settled.errors)")
        #expect(try ledger.run("due").words.contains("came out false"))
        #expect(try ledger.run("record", "Ines Okoro").words.contains("0 of 1 came true (95 % interval 0 to "))
        #expect(try ledger.run("settle", claim, "open", "--evidence", "too early").status == 0)
        #expect(try ledger.run("record", "okoro").output.contains("no settled forecasts, 1 open"))
        #expect(try ledger.run("log", "verify").status == 0)
    }

    @Test func theLogIsSignedProvedAndVerified() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        #expect(try ledger.run("log", "verify").words.contains("consistent with itself only"))
        #expect(try ledger.run("log", "prove", "0").status == 1)
        let note = try ledger.run("log", "checkpoint")
        #expect(note.output.contains("\n\u{2014} hearsay/ledger/"))
        #expect(try ledger.run("log", "verify").words.contains("the checkpoint signed at 4 entries"))
        let proof = try ledger.run("log", "prove", "2")
        #expect(proof.output.hasPrefix("c2sp.org/tlog-proof@v1\n"))
        try Data(note.output.utf8).write(to: ledger.folder.appending(path: "note.txt"))
        #expect(try ledger.run("log", "verify", "--checkpoint", "note.txt").status == 0)
    }

    @Test func changedBytesAndARestoredCopyAreFound() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        let copy = ledger.folder.appending(path: "copy.db")
        try FileManager.default.copyItem(at: ledger.folder.appending(path: "hearsay.db"), to: copy)
        try Data(Self.first.replacingOccurrences(of: "/1", with: "/3").utf8)
            .write(to: ledger.folder.appending(path: "c.jsonl"))
        #expect(try ledger.run("add", "c.jsonl").status == 0)
        #expect(try ledger.run("log", "checkpoint").status == 0)
        let restored = try ledger.run("log", "verify", "--ledger", "copy.db")
        #expect(restored.status == 12 && restored.words.contains("an older copy was put back"))
        #expect(try ledger.run("log", "checkpoint", "--ledger", "copy.db").status == 12)
        let altered = try ledger.run(launcher: [
            "python3", "-c",
            "import sqlite3; c = sqlite3.connect('hearsay.db'); c.execute(\"update capture set bytes = x'00' where id = 1\"); c.commit()",
        ])
        try #require(altered.status == 0, "\(altered.errors)")
        let verify = try ledger.run("log", "verify")
        #expect(verify.status == 12 && verify.output.contains("entry 0"))
    }

    @Test func readingsAreTracedLikeTheirArticles() throws {
        let folder = try LedgerFolder(["all.jsonl": Self.first + Self.second])
        defer { folder.remove() }
        try Data(try folder.run("read", "--format", "jsonl", "all.jsonl").output.utf8)
            .write(to: folder.folder.appending(path: "readings.jsonl"))
        let articles = try folder.run("trace", "--format", "json", "all.jsonl")
        #expect(articles.status == 0 && !articles.output.isEmpty)
        #expect(try folder.run("trace", "--format", "json", "readings.jsonl").output == articles.output)
        let add = try folder.run("add", "readings.jsonl")
        #expect(add.status == 1 && add.errors.contains("readings.jsonl:1: a reading without its captured bytes"))
    }

    @Test func theDemoEndsQuietlyWithItsServer() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let script = """
            "$0" demo --ledger demo.db --port 0 >out.txt & while ! grep -q 'Hearsay is at' out.txt; do sleep 0.1; done
            kill -INT $!; wait $!; code=$?; cat out.txt; exit $code
            """
        let run = try folder.run(launcher: ["bash", "-mc", script])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.words.contains("Nothing was changed since") && !run.errors.contains("stopped"))
        #expect(try folder.run("log", "verify", "--ledger", "demo.db").status == 0)
        #expect(try folder.run("demo", "--ledger", "demo.db").status == 1)
    }

    @Test func anInterruptedAddSaysHowToGoOn() throws {
        let lines = (0..<400).map { number in
            Self.first.replacingOccurrences(of: "/1", with: "/n\(number)").replacingOccurrences(
                of: "300 berths", with: "\(number) berths")
        }
        let folder = try LedgerFolder(["many.jsonl": lines.joined()])
        defer { folder.remove() }
        let script = """
            "$0" add many.jsonl >out.txt & while [ ! -s out.txt ]; do sleep 0.05; done
            kill -INT $!; wait $!; code=$?; cat out.txt; exit $code
            """
        let run = try folder.run(launcher: ["bash", "-mc", script])
        #expect(run.status == 130 && run.errors.contains("Run the same command again to go on."), "\(run.errors)")
        let added = run.output.split(separator: "\n").count
        let again = try folder.run("add", "many.jsonl").output.split(separator: "\n")
        #expect(again.count == 400 && again.count { $0.hasPrefix("unchanged ") } >= added)
        #expect(try folder.run("log", "verify").status == 0)
    }

    // MARK: Bad input

    @Test func noLedgerIsTen() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        for command in [["list"], ["show", "1"], ["search", "x"], ["due"], ["log", "verify"], ["trace"]] {
            let run = try CommandLineRun(command, in: folder.folder, environment: LedgerFolder.environment)
            #expect(run.status == 10, "\(command): \(run.errors)")
            #expect(run.errorLines.count == 1)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.folder.path).isEmpty)
    }

    @Test func aLockedLedgerIsEleven() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        let script = """
            python3 -c "import sqlite3, time; c = sqlite3.connect('hearsay.db', isolation_level=None); \
            c.execute('begin exclusive'); print('held', flush=True); time.sleep(20)" > held.txt &
            while [ ! -s held.txt ]; do sleep 0.05; done
            "$0" add b2.jsonl; code=$?; kill $!; exit $code
            """
        try Data(Self.second.replacingOccurrences(of: "/2", with: "/4").utf8)
            .write(to: ledger.folder.appending(path: "b2.jsonl"))
        let run = try ledger.run(launcher: ["bash", "-c", script])
        #expect(run.status == 11, "\(run.errors)")
        #expect(run.errors.contains("hearsay.db: "))
        #expect(try ledger.json("list", "--format", "json")["articles"]?.elements.count == 2)
    }

    @Test(arguments: ["not a database at all\n", "SQLite format 3\0", ""])
    func whatIsNoLedgerIsNamed(_ content: String) throws {
        let folder = try LedgerFolder(["hearsay.db": content, "a.jsonl": Self.first])
        defer { folder.remove() }
        let run = try folder.run("list")
        #expect(run.status == 1 || run.status == 10, "\(run.errors)")
        #expect(run.errorLines.count == 1 && run.errors.contains("hearsay.db: "))
        let kept = try Data(contentsOf: folder.folder.appending(path: "hearsay.db"))
        #expect(kept == Data(content.utf8), "the file was changed")
    }

    @Test func aLedgerOfALaterVersionIsRefused() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        let later = try ledger.run(launcher: [
            "python3", "-c",
            "import sqlite3; c = sqlite3.connect('hearsay.db'); c.execute(\"insert into grdb_migrations values ('v99')\"); c.commit()",
        ])
        try #require(later.status == 0, "\(later.errors)")
        let run = try ledger.run("list")
        #expect(run.status == 1 && run.errors.contains("later version"), "\(run.errors)")
    }

    @Test func aShortenedLedgerNeverTraps() throws {
        let ledger = try ledger()
        defer { ledger.remove() }
        _ = try ledger.run(launcher: [
            "python3", "-c", "import sqlite3; sqlite3.connect('hearsay.db').execute('pragma wal_checkpoint(truncate)')",
        ])
        let whole = try Data(contentsOf: ledger.folder.appending(path: "hearsay.db"))
        for part in [1, 3, 5, 7] {
            let cut = try LedgerFolder()
            defer { cut.remove() }
            try whole.prefix(whole.count * part / 8).write(to: cut.folder.appending(path: "hearsay.db"))
            for command in [["list"], ["log", "verify"]] {
                let run = try CommandLineRun(command, in: cut.folder, environment: LedgerFolder.environment)
                #expect([1, 12].contains(run.status), "\(part)/8 \(command): \(run.status) \(run.errors)")
                #expect(run.errorLines.count <= 1)
            }
        }
    }

    @Test func addressesThatAreNoArticleAreNamed() throws {
        let folder = try LedgerFolder()
        defer { folder.remove() }
        let run = try folder.run("add", "http://127.0.0.1:9/secret", "ftp://gull.example/a", "https://")
        #expect(run.status == 1)
        #expect(run.errorLines.count == 4, "\(run.errors)")
        #expect(run.errors.contains("ftp://gull.example/a: only http and https"))
    }
}
