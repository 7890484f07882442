import Foundation
import HearsayCore
import Testing

/// The command line's contract, held against the built binary.
@Suite struct CommandTests {
    private let sentence = "The harbour will close at night, Mayor Ines Okoro said on Friday.\n"

    private func capture(_ arguments: [String], _ files: [String: String] = [:], input: String = "") throws
        -> CommandLineRun
    {
        let folder = try CommandLineRun.folder(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try CommandLineRun(["capture"] + arguments, in: folder, input: input)
    }

    // MARK: Exit codes

    @Test func doneIsZero() throws {
        let run = try capture(["a.txt"], ["a.txt": sentence])
        #expect(run.status == 0 && run.errors.isEmpty)
        guard case .object(let fields) = try JSONReader.value(of: Array(run.output.utf8)) else {
            Issue.record("no JSON object came")
            return
        }
        #expect(fields["hearsay"] == .number(1))
        #expect(run.output.split(separator: "\n").count == 1)
    }

    @Test func timesNeedNoModel() throws {
        let folder = try CommandLineRun.folder([
            "a.jsonl": "{\"id\": \"a\", \"text\": \"It opens on Friday.\", \"published\": \"2024-03-27\"}\n"
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CommandLineRun(["times", "--format", "jsonl", "a.jsonl", "no.txt"], in: folder)
        #expect(run.status == 3)
        #expect(run.output.hasPrefix("{\"id\":\"a\",\"times\":[{\"start\":12,\"end\":18,\"kind\":\"interval\""))
    }

    @Test func allFailedIsOne() throws {
        let run = try capture(["no.txt", "empty.txt"], ["empty.txt": ""])
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.errorLines == ["hearsay: no.txt: no such file or folder", "hearsay: empty.txt: the file is empty"])
    }

    @Test func someFailedIsThree() throws {
        let lines =
            "{\"id\": \"a\", \"text\": \"A said b.\"}\n{\"id\": \"b\", \"text\": \"\\ud800\"}\n{\"id\": \"c\", \"text\": \"C said d.\"}\n"
        let run = try capture(
            ["--format", "jsonl", "no.txt", "l.jsonl", "a.txt"], ["a.txt": sentence, "l.jsonl": lines])
        #expect(run.status == 3)
        #expect(run.output.split(separator: "\n").count == 3)
        #expect(run.errorLines.count == 2)
        #expect(run.errorLines.last?.hasPrefix("hearsay: l.jsonl:2: not valid JSON at byte ") == true)
    }

    @Test(arguments: [
        [], ["read"], ["nonsense"], ["read", "--format", "pdf", "a.txt"], ["read", "--jobs", "0", "a.txt"],
        ["read", "--published", "soon", "a.txt"], ["read", "-", "-"], ["model", "nonsense"],
    ])
    func usageIs64(_ arguments: [String]) throws {
        let folder = try CommandLineRun.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CommandLineRun(arguments, in: folder)
        #expect(run.status == (arguments.isEmpty ? 0 : 64), "\(arguments): \(run.errors)")
    }

    @Test func cancelledIs130() throws {
        let folder = try CommandLineRun.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let script = "(sleep 1; kill -INT $$) & exec \"$0\" capture --output out.json - < <(echo 'A said b.'; sleep 5)"
        let run = try CommandLineRun([], in: folder, launcher: ["bash", "-c", script])
        #expect(run.status == 130)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func brokenPipeIsZero() throws {
        let text = String(repeating: sentence, count: 3000)
        let files = Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0).txt", text) })
        let folder = try CommandLineRun.folder(files)
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CommandLineRun(
            [], in: folder, launcher: ["bash", "-c", "\"$0\" capture . | head -c 1 >&2; exit ${PIPESTATUS[0]}"])
        #expect(run.status == 0)
        #expect(run.errors == "{")
    }

    // MARK: Bad input

    @Test func binaryNoiseIsNamed() throws {
        let folder = try CommandLineRun.folder(["a.txt": sentence])
        defer { try? FileManager.default.removeItem(at: folder) }
        var random = SystemRandomNumberGenerator()
        let noise = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &random) } + [0, 0xFF, 0xFE, 0]
        try Data(noise).write(to: folder.appending(path: "noise.txt"))
        let run = try CommandLineRun(["capture", "noise.txt", "a.txt"], in: folder)
        #expect(run.status == 3)
        #expect(run.errorLines.count == 1 && run.errors.hasPrefix("hearsay: noise.txt: "))
    }

    @Test func fiftyMegabytesAreAnError() throws {
        let folder = try CommandLineRun.folder(["a.txt": sentence])
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(repeating: 0x61, count: 50_000_000).write(to: folder.appending(path: "big.txt"))
        let run = try CommandLineRun(["capture", "big.txt", "a.txt"], in: folder)
        #expect(run.status == 3)
        #expect(run.errorLines == ["hearsay: big.txt: longer than 16 MiB, the most that is read as one article"])
    }

    @Test func aFolderWithoutPermissionIsNamed() throws {
        let folder = try CommandLineRun.folder(["closed/a.txt": sentence, "b.txt": sentence])
        let closed = folder.appending(path: "closed").path
        defer {
            chmod(closed, 0o700)
            try? FileManager.default.removeItem(at: folder)
        }
        chmod(closed, 0)
        var (launcher, binary) = ([String](), CommandLineRun.binary)
        if geteuid() == 0 {
            // Root may open everything, so a copy runs as somebody else.
            binary = folder.appending(path: "hearsay")
            try FileManager.default.copyItem(at: CommandLineRun.binary, to: binary)
            launcher = ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
            chmod(folder.path, 0o755)
        }
        let run = try CommandLineRun(["capture", "closed", "b.txt"], in: folder, launcher: launcher, binary: binary)
        #expect(run.status == 3)
        #expect(run.errorLines == ["hearsay: closed: no permission to read it"])
    }

    @Test func anAbsentModelIsNamed() throws {
        let folder = try CommandLineRun.folder(["a.txt": sentence, "m/model.safetensors": "short"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let absent = try CommandLineRun(["read", "a.txt"], in: folder, environment: ["XDG_CACHE_HOME": folder.path])
        #expect(absent.status == 1 && absent.output.isEmpty && absent.errorLines.count == 1)
        #expect(absent.errors.contains("/hearsay/model.safetensors: the encoder's file is absent; run `make model`"))
        let short = try CommandLineRun(["model", "verify", "--model", "m"], in: folder)
        #expect(short.status == 1)
        #expect(short.errors.hasPrefix("hearsay: m/model.safetensors: cut short, 5 of 90868376 bytes"))
    }

    // MARK: Output

    @Test func aFileAppearsOnlyWhenItIsWhole() throws {
        let folder = try CommandLineRun.folder(["a.txt": sentence, "old.json": "old"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let failed = try CommandLineRun(["capture", "--output", "old.json", "no.txt"], in: folder)
        #expect(failed.status == 1)
        #expect(try String(contentsOf: folder.appending(path: "old.json"), encoding: .utf8) == "old")
        let done = try CommandLineRun(["capture", "--output", "old.json", "a.txt"], in: folder)
        #expect(done.status == 0 && done.output.isEmpty)
        #expect(try String(contentsOf: folder.appending(path: "old.json"), encoding: .utf8).hasPrefix("{\"hearsay\":1"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.txt", "old.json"])
        #expect(try CommandLineRun(["capture", "--output", "no/x.json", "a.txt"], in: folder).status == 1)
    }

    @Test func idsAreHandedThroughAndOrderIsKept() throws {
        let lines = (0..<50).map { "{\"id\": \"n\($0)\", \"text\": \"Number \($0) said so.\"}" }.joined(separator: "\n")
        let run = try capture(["--format", "jsonl", "--jobs", "4", "-"], input: lines)
        let ids = try run.output.split(separator: "\n").map { line -> JSONValue? in
            guard case .object(let fields) = try JSONReader.value(of: Array(line.utf8)) else { return nil }
            return fields["id"]
        }
        #expect(ids == (0..<50).map { .string("n\($0)") })
    }

    @Test(arguments: [
        ["--help"], ["read", "--help"], ["trace", "--help"], ["capture", "--help"], ["times", "--help"],
        ["names", "--help"], ["model", "--help"],
        ["model", "verify", "--help"],
        ["version", "--help"],
    ])
    func everyHelpHasExamples(_ arguments: [String]) throws {
        let folder = try CommandLineRun.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CommandLineRun(arguments, in: folder)
        #expect(run.status == 0 && run.output.contains("EXAMPLES\n"))
    }

    @Test func versionAndCompletions() throws {
        let folder = try CommandLineRun.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try CommandLineRun(["version"], in: folder).output.hasPrefix("hearsay 0."))
        #expect(try CommandLineRun(["--generate-completion-script", "bash"], in: folder).output.contains("_hearsay"))
    }
}
