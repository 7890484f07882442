import Foundation
import Testing

@testable import HearsayCapture

/// Reads archives that others made, good and broken, where the data folder is at hand (`HEARSAY_DATA`).
@Suite struct ArchiveCorpusTests {
    private static let data = URL(
        fileURLWithPath: ProcessInfo.processInfo.environment["HEARSAY_DATA"] ?? "../shared/data", isDirectory: true)
    private static let isAtHand = FileManager.default.fileExists(atPath: data.appendingPathComponent("warc").path)

    private static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: data.appendingPathComponent(path)))
    }

    /// Records and pages of each file, and parts of what must be told of it.
    private static let archives: [(path: String, records: Int, pages: Int, told: [String])] = [
        ("warc/bad.arc", 1, 0, ["-1\u{201D}, is no length", "abc\u{201D}, is no length"]),
        ("warc/example-bad-non-chunked.warc.gz", 6, 1, ["share one gzip member"]),
        ("warc/example-bad.warc.gz.bad", 6, 1, ["share one gzip member"]),
        ("warc/example-digest.warc", 4, 0, []),
        ("warc/example-iana.org-chunked.warc", 3, 1, []),
        ("warc/example-resource.warc.gz", 3, 1, []),
        ("warc/example-space-in-target-uri.warc.gz", 2, 0, []),
        ("warc/example-space-in-url.arc", 2, 1, ["12 bytes before its length"]),
        ("warc/example-trunc.warc", 4, 1, ["its length does not fit", "the gzip body ends too early"]),
        ("warc/example-wget-bad-target-uri.warc.gz", 6, 1, []),
        ("warc/example-wrong-chunks.warc.gz", 2, 1, ["spread over several gzip members", "says 1271"]),
        ("warc/example.arc", 2, 1, []),
        ("warc/example.arc.gz", 2, 1, []),
        ("warc/example.warc", 6, 1, []),
        ("warc/example.warc.gz", 6, 1, []),
        ("warc/post-test.warc.gz", 6, 0, []),
        ("wacz/example-collection.warc", 4, 1, []),
        ("wacz/example-resource.warc.gz", 3, 1, []),
        ("wacz/example-warcinfo-metadata.warc", 4, 1, ["says that it is gzip and is not"]),
    ]

    @Test(.enabled(if: isAtHand, "the data folder is absent"))
    func archives() throws {
        for (path, records, pages, told) in Self.archives {
            let (reading, read) = (ArchiveReading(try Self.bytes(path)), PageReadings(try Self.bytes(path)))
            #expect(reading.records.count == records && read.pages.count == pages, "\(path)")
            let defects =
                reading.problems.map(\.reason) + reading.records.flatMap(\.defects) + read.pages.flatMap(\.defects)
            for part in told { #expect(defects.contains { $0.contains(part) }, "\(path): \(defects)") }
            #expect(!told.isEmpty || defects.isEmpty, "\(path): \(defects)")
        }
        let digests = ArchiveReading(try Self.bytes("warc/example-digest.warc")).records
        #expect(digests.map { $0.checkPayload() } == [.differs, .holds, .holds, .holds])
    }

    @Test(.enabled(if: isAtHand && ArchivePeerTests.hasWarcio, "the data folder or a Python with warcio is absent"))
    func recordsAreThoseOfWarcio() throws {
        // At these, warcio stops or loses what follows.
        let alone = ["bad.arc", "non-chunked", "warc.gz.bad", "wrong-chunks"]
        for (path, _, _, _) in Self.archives where !alone.contains(where: { path.contains($0) }) {
            let theirs = ArchivePeerTests.records(of: Self.data.appendingPathComponent(path).path)
                .filter { $0.first != "arc_header" }
            let ours = ArchiveReading(try Self.bytes(path)).records
                .filter { $0.version.hasPrefix("WARC") || $0.kind == .response }
            try #require(theirs.map { $0[0] } == ours.map { $0.kind.rawValue }, "\(path)")
            for (line, record) in zip(theirs, ours) {
                #expect(line[1] == record.id ?? "-" && line[2] == record.targetURI ?? "-", "\(path)")
                var payload = record.block
                if record.kind == .response, let message = record.message(limits: .init()) {
                    payload = try message.body(of: record.block, limits: .init()).bytes
                } else if record.kind == .request || record.kind == .revisit {
                    continue
                }
                #expect(line[3] == "x" + payload.hexadecimal, "\(path), byte \(record.offset)")
            }
        }
    }

    @Test(.enabled(if: isAtHand, "the data folder is absent"))
    func packages() throws {
        let expected = [
            ("invalid_example_1.wacz", 0, 5, "not signed"),
            ("invalid_signed_example_1.wacz", 1, 0, "certificate not checked"),
            ("valid_example_1.wacz", 1, 0, "not signed"),
            ("valid_example_2.wacz", 1, 0, "the digest of its resources holds"),
            ("valid_signed_example_1.wacz", 1, 0, "certificate not checked"),
        ]
        for (name, pages, problems, signature) in expected {
            let reader = try WACZReader(path: Self.data.appendingPathComponent("wacz/\(name)").path)
            let reading = PageReadings(reader)
            #expect(reading.pages.count == pages && reading.problems.count == problems, "\(name)")
            #expect(reading.pages.allSatisfy { $0.title == "Example Domain" && $0.isListed == true })
            #expect(reading.pages.allSatisfy { $0.digest == .holds })
            #expect(reader.signature.description.contains(signature), "\(name)")
        }
    }

    @Test(.enabled(if: isAtHand, "the data folder is absent"))
    func listsOfPages() throws {
        for (name, pages, problems) in [("pages.jsonl", 1, 0), ("extraPages.jsonl", 3, 0), ("invalid.jsonl", 1, 1)] {
            let list = WACZPage.list(try Self.bytes("wacz/pages/\(name)"), named: name)
            #expect(list.pages.count == pages && list.problems.count == problems, "\(name)")
        }
    }
}
