import Foundation
import Testing

/// Compares bytes with a file in Goldens. With RECORD_SNAPSHOTS=1 the file is written anew, and the test fails so that
/// nobody records by accident.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens").appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try Data(bytes).write(to: file)
        Issue.record("recorded \(name); run again without RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
        return
    }
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let got = String(decoding: bytes, as: UTF8.self)
    guard got != expected else { return }
    let (gotLines, expectedLines) = (
        got.split(separator: "\n", omittingEmptySubsequences: false),
        expected.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(gotLines, expectedLines).enumerated().first { $1.0 != $1.1 }
    let place =
        line.map { "line \($0.offset + 1): \($0.element.0)\nexpected: \($0.element.1)" }
        ?? "\(gotLines.count) lines for \(expectedLines.count)"
    Issue.record("\(name) differs at \(place)", sourceLocation: sourceLocation)
}
