import Foundation

/// One run of the built command, which lies beside the test bundle.
struct CommandLineRun {
    let status: Int32
    let output: String
    let errors: String
    var errorLines: [Substring] { errors.split(separator: "\n") }

    static let binary: URL = {
        let tests = URL(
            filePath: (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
                ?? CommandLine.arguments[0])
        var folder = tests.deletingLastPathComponent()
        while folder.path != "/", !FileManager.default.isExecutableFile(atPath: folder.appending(path: "hearsay").path)
        {
            folder = folder.deletingLastPathComponent()
        }
        return folder.appending(path: "hearsay")
    }()

    /// Runs `hearsay` with arguments in a folder; `launcher` is a program to run it through.
    init(
        _ arguments: [String], in folder: URL, input: String = "", environment: [String: String] = [:],
        launcher: [String] = [], binary: URL = Self.binary
    ) throws {
        let command = launcher + [binary.path] + arguments
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path].merging(environment) { $1 }
        let files = try ["in", "out", "err"].map { name in
            let file = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)-\(name)")
            try Data(name == "in" ? Array(input.utf8) : []).write(to: file)
            return file
        }
        defer { for file in files { try? FileManager.default.removeItem(at: file) } }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    }

    /// A new folder for one test.
    static func folder(_ files: [String: String] = [:]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return folder
    }
}
