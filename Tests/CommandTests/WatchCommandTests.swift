import Foundation
import Testing

/// `hearsay watch`, `export` and addresses on the command line, against a server of the test's own.
@Suite(.enabled(if: LedgerFolder.canRead && PageServer.isThere, "needs the encoder's files (make model) and python3"))
struct WatchCommandTests {
    private static func page(_ words: String) -> String {
        """
        <html><head><meta property="og:site_name" content="The Gull"></head><body><article><h1>Quay to close</h1>
        <p>The north quay \(words), Mayor Ines Okoro said on Sunday.</p></article></body></html>
        """
    }

    private static func feed(_ port: Int) -> String {
        """
        <rss version="2.0"><channel><title>The Gull</title><link>http://127.0.0.1:\(port)/</link><description>x</description>
        <item><title>Quay</title><link>http://127.0.0.1:\(port)/quay.html</link></item>
        <item><title>Fish</title><link>/fish.html</link></item>
        <item><title>Kept</title><link>/private/kept.html</link></item></channel></rss>
        """
    }

    @Test func aFeedIsWatchedExportedAndReadBack() throws {
        let server = try PageServer([
            "quay.html": Self.page("will close on 1 May 2026"), "fish.html": Self.page("will open on 1 May 2026"),
            "private/kept.html": Self.page("is shut"), "robots.txt": "User-agent: *\nDisallow: /private\n",
        ])
        defer { server.stop() }
        try server.write("feed.xml", Self.feed(server.port))
        let ledger = try LedgerFolder([:])
        defer { ledger.remove() }
        let address = "http://127.0.0.1:\(server.port)/feed.xml"

        let refused = try ledger.run("watch", "--once", address)
        #expect(refused.status == 1 && refused.output.contains("feed failed: \(address)"))
        let first = try ledger.run("watch", "--once", "--all", "--allow-private")
        #expect(first.status == 3, "one page is kept away from programs: \(first.errors)")
        #expect(first.output.contains("feed: The Gull: 3 new") && first.output.contains("robots.txt"))
        #expect(first.output.split(separator: "\n").count { $0.hasPrefix("added ") } == 2)
        #expect(try ledger.run("watch", "--list").output.contains("2 taken; 1 waiting"))

        try server.write("quay.html", Self.page("may close on 1 June 2026"))
        server.remove("fish.html")
        let second = try ledger.run("watch", "--once", "--all", "--allow-private", "--format", "jsonl")
        let events = second.output.matches(of: /"event":"([a-z-]+)"/).map { String($0.1) }
        #expect(Set(events) == ["polled", "changed", "gone", "not-taken"])
        #expect(try ledger.run("log", "verify").status == 0)

        for file in ["out.wacz", "out.warc.gz"] {
            let export = try ledger.run("export", "--output", file)
            #expect(export.status == 0 && export.errors.contains("3 captures"))
            #expect(try ledger.run("capture", "--format", "jsonl", file).output.split(separator: "\n").count == 3)
        }
        #expect(try ledger.run("watch", "--remove", address).status == 0)
        #expect(try ledger.run("watch", "--list").output == "no feeds\n")
        #expect(try ledger.run("watch", "--remove", address).status == 1)
    }

    @Test func readTakesAddressesToo() throws {
        let server = try PageServer(["quay.html": Self.page("will close on 1 May 2026")])
        defer { server.stop() }
        try server.write("feed.xml", Self.feed(server.port))
        let ledger = try LedgerFolder([:])
        defer { ledger.remove() }
        let one = try ledger.run(
            "capture", "--allow-private", "--format", "text", "http://127.0.0.1:\(server.port)/quay.html")
        #expect(one.status == 0 && one.output.contains("Ines Okoro"))
        let all = try ledger.run(
            "capture", "--allow-private", "--format", "text", "http://127.0.0.1:\(server.port)/feed.xml")
        #expect(
            all.status == 3 && all.output.contains("Ines Okoro")
                && all.errors.contains("fish.html: the server answered 404"))
        #expect(
            try ledger.run("capture", "http://127.0.0.1:\(server.port)/quay.html").errors.contains("not a public one"))
    }
}

/// Python's own web server over a folder, for one test.
final class PageServer {
    static let isThere =
        FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
        || ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/python3")
        } == true

    let port: Int
    private let folder: URL
    private let process = Process()

    struct NotStarted: Error {}

    init(_ files: [String: String]) throws {
        folder = try CommandLineRun.folder(files)
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
        guard let match = line.firstMatch(of: /port (\d+)/), let port = Int(match.1) else { throw NotStarted() }
        self.port = port
    }

    func write(_ name: String, _ text: String) throws {
        let file = folder.appending(path: name)
        try Data(text.utf8).write(to: file)
        // The server tells changes by whole seconds.
        let later = Date(timeIntervalSinceNow: Double.random(in: 10...1000))
        try FileManager.default.setAttributes([.modificationDate: later], ofItemAtPath: file.path)
    }

    func remove(_ name: String) { try? FileManager.default.removeItem(at: folder.appending(path: name)) }

    func stop() {
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }
}
