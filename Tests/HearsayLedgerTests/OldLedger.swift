import CZlib
import Foundation

/// A file that an earlier version left behind; Fixtures/README.md tells of each.
enum OldLedger: String, CaseIterable {
    /// The migrations up to "7 watching".
    case seven = "ledger-7"
    /// The migrations up to "12 looking", with everything that can happen to a ledger.
    case twelve = "ledger-12"

    /// Writes the ledger's file into a scratch folder.
    func put(in scratch: Scratch) throws { try scratch.write(Self.unpacked("\(rawValue).db.z")) }

    /// The lines of its export, where there is one.
    func lines() throws -> [[UInt8]] {
        try Self.unpacked("\(rawValue).jsonl.z").split(separator: 0x0A).map(Array.init)
    }

    /// A text beside it.
    func text(_ suffix: String) throws -> String {
        String(decoding: try Self.bytes("\(rawValue).\(suffix)"), as: UTF8.self)
    }

    private static func bytes(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: Bundle.module.bundleURL.appending(path: "Fixtures").appending(path: name)))
    }

    private struct NotZlib: Error {}

    private static func unpacked(_ name: String) throws -> [UInt8] {
        let packed = try bytes(name)
        var length = UInt(4 << 20)
        var content = [UInt8](repeating: 0, count: Int(length))
        guard uncompress(&content, &length, packed, UInt(packed.count)) == Z_OK else { throw NotZlib() }
        return Array(content.prefix(Int(length)))
    }
}
