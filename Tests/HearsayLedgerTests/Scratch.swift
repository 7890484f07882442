import Foundation
import HearsayLedger

/// A temporary folder that a test has for itself.
final class Scratch {
    let folder: String
    var path: String { folder + "/ledger.db" }

    init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        folder = url.path
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// A new ledger in the folder.
    func ledger() throws -> Ledger { try Ledger(path: path, mode: .create) }

    /// The bytes of the ledger's file.
    func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

    func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: path)) }
}
