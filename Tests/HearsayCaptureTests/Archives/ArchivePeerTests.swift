import Foundation
import Testing

@testable import HearsayCapture

/// Other people's tools read what is written here. They are looked for in the Python of `HEARSAY_PYTHON`, else `python3`.
@Suite struct ArchivePeerTests {
    private static let python = ProcessInfo.processInfo.environment["HEARSAY_PYTHON"] ?? "python3"
    static let hasWarcio = run(["-c", "import warcio"]).status == 0
    private static let hasWacz = run(["-c", "import wacz, frictionless"]).status == 0

    /// Runs Python to its end; what it prints goes through a file, so that no pipe can fill.
    static func run(_ arguments: [String], listens: Bool = true) -> (status: Int32, output: [UInt8]) {
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        guard FileManager.default.createFile(atPath: output.path, contents: nil) else { return (-1, []) }
        guard let file = try? FileHandle(forWritingTo: output) else { return (-1, []) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [python] + arguments
        (process.standardOutput, process.standardError) = (file, listens ? file : FileHandle.nullDevice)
        do { try process.run() } catch { return (-1, []) }
        process.waitUntilExit()
        return (process.terminationStatus, (try? Data(contentsOf: output)).map { [UInt8]($0) } ?? [])
    }

    /// Prints a line for each record: kind, identifier, address, and the payload without chunks and compression in hexadecimal.
    private static let lister = """
        import sys
        from warcio.archiveiterator import ArchiveIterator
        with open(sys.argv[1], 'rb') as file:
            for record in ArchiveIterator(file, arc2warc=False):
                head = record.rec_headers
                payload = record.content_stream().read()
                print(record.rec_type, (head.get_header('WARC-Record-ID') or '-').strip('<>'),
                      (head.get_header('WARC-Target-URI') or head.get_header('uri') or '-').replace(' ', '%20'), 'x' + payload.hex())
        """

    /// The words of those lines.
    static func records(of path: String) -> [[String]] {
        run(["-c", lister, path], listens: false).output.split(separator: 0x0A).map { $0.words.map(\.string) }
    }

    @Test(.enabled(if: hasWarcio, "no Python with warcio (HEARSAY_PYTHON)"), arguments: [true, false])
    func warcioReadsAndChecks(compressed: Bool) throws {
        let folder = try ScratchFolder()
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededNumbers(seed: seed)
        let captures = ArchiveWritingTests.captures(&random)
        let (bytes, entries) = try ArchiveWritingTests.warc(captures, compressed: compressed)
        let path = folder.path(compressed ? "a.warc.gz" : "a.warc")
        try Data(bytes).write(to: URL(fileURLWithPath: path))

        let check = Self.run(["-m", "warcio.cli", "check", "-v", path])
        let told = String(decoding: check.output, as: UTF8.self)
        #expect(check.status == 0 && !told.contains("failed") && told.contains("digest pass"), "\(told)")

        let lines = Self.records(of: path)
        let ours = ArchiveReading(bytes)
        #expect(
            lines.map { $0.prefix(3) } == ours.records.map { [$0.kind.rawValue, $0.id ?? "-", $0.targetURI ?? "-"] })
        for (capture, entry) in zip(captures, entries) {
            let line = lines.first { $0[1] == entry.recordID }
            #expect(line?.last == "x" + capture.body.hexadecimal)
        }
    }

    @Test(.enabled(if: hasWacz, "no Python with wacz (HEARSAY_PYTHON)"))
    func waczValidates() throws {
        let folder = try ScratchFolder()
        var random = SeededNumbers(seed: 7)
        let path = folder.path("a.wacz")
        let writer = try WACZWriter(
            path: path, .init(software: "hearsay test", date: "2031-03-04T10:00:00.5+01:00", title: "Pier"))
        for capture in ArchiveWritingTests.captures(&random) { try writer.write(capture) }
        try writer.finish()
        let result = Self.run(["-m", "wacz", "validate", "-f", path])
        let told = String(decoding: result.output, as: UTF8.self)
        #expect(result.status == 0 && told.contains("Validation succeeded"), "\(told)")
    }
}
