import Foundation
import Testing

@testable import HearsayCapture

@Suite struct ArchiveWritingTests {
    private static let time = "2031-03-04T10:00:00Z"

    static func captures(_ random: inout SeededNumbers) -> [ArchiveCapture] {
        (0..<Int.random(in: 1...12, using: &random)).map { index in
            let words = [
                "WARC/1.0\r\n", "\r\n\r\n", "WARC/1.1\r\nWARC-Type: response\r\n", "<p>The pier</p>", "caf\u{E9} ",
                "0\r\n\r\n",
            ]
            let body = (0..<Int.random(in: 1...40, using: &random)).map { _ in words.randomElement(using: &random) ?? ""
            }
            var capture = ArchiveCapture(
                url: "https://harbourpost.example/\(index)?q=a b", date: "2031-03-04T1\(index % 10):00:00Z",
                status: Bool.random(using: &random) ? 200 : nil,
                headers: [
                    .init(name: "Content-Type", value: "text/html; charset=utf-8"),
                    .init(name: "Content-Encoding", value: "gzip"),
                    .init(name: "transfer-encoding", value: "chunked"), .init(name: "Content-Length", value: "7"),
                ], body: Array(("<" + body.joined()).utf8))
            capture.address = "192.0.2.1"
            capture.title = "Page \(index)"
            if Bool.random(using: &random) { capture.request = [.init(name: "Host", value: "harbourpost.example")] }
            if Bool.random(using: &random) { capture.facts = [.init(name: "via", value: "a feed\r\nWARC-Type: x")] }
            return capture
        }
    }

    static func warc(_ captures: [ArchiveCapture], compressed: Bool) throws -> (
        bytes: [UInt8], entries: [WARCWriter.Entry]
    ) {
        var bytes: [UInt8] = []
        var writer = try WARCWriter(.init(software: "hearsay test", date: time), compressed: compressed) { bytes += $0 }
        let entries = try captures.map { try writer.write($0) }
        return (bytes, entries)
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededNumbers(seed: seed)
        for round in 0..<60 {
            let captures = Self.captures(&random)
            let (bytes, entries) = try Self.warc(captures, compressed: round % 2 == 0)
            var sizes = SeededNumbers(seed: seed &+ UInt64(round))
            let source = ArchiveFixtures.pieces(bytes) { Int.random(in: 1...700, using: &sizes) }
            let reading = PageReadings(ArchiveReader(source: source))
            #expect(reading.problems.isEmpty && reading.pages.count == captures.count)
            for (page, (capture, entry)) in zip(reading.pages, zip(captures, entries)) {
                #expect(page.bytes == capture.body && page.status == capture.status && page.date == capture.date)
                #expect(page.url == capture.url.replacingOccurrences(of: " ", with: "%20"))
                #expect(page.digest == .holds && page.defects == [] && page.contentType == "text/html")
                #expect(page.recordID == entry.recordID && page.offset == entry.offset)
                let alone = PageReadings(Array(bytes[entry.offset..<(entry.offset + entry.length)]))
                #expect(alone.pages.map(\.bytes) == [capture.body])
            }
            #expect(try Self.warc(captures, compressed: round % 2 == 0).bytes == bytes)
        }
    }

    @Test func headersOfTheTransferAreRenamed() throws {
        var random = SeededNumbers(seed: 1)
        var capture = Self.captures(&random)[0]
        capture.status = 200
        let page = try #require(PageReadings(Self.warc([capture], compressed: false).bytes).pages.first)
        #expect(
            page.headers.map(\.name) == [
                "Content-Type", "X-Archive-Orig-Content-Encoding", "X-Archive-Orig-transfer-encoding",
                "X-Archive-Orig-Content-Length", "Content-Length",
            ])
    }

    @Test func nothingBreaksOutOfItsLine() throws {
        let evil = ArchiveCapture(
            url: "https://harbourpost.example/\r\nWARC-Type: request", date: Self.time, status: 200,
            headers: [.init(name: "X\r\nY", value: "a"), .init(name: "Content-Type", value: "text/html\r\n\r\nEvil")],
            body: [60])
        let reading = ArchiveReading(try Self.warc([evil], compressed: false).bytes)
        #expect(reading.problems.isEmpty && reading.records.map(\.kind) == [.warcinfo, .response])
        #expect(reading.records[1].targetURI == "https://harbourpost.example/%0D%0AWARC-Type:%20request")
        #expect(PageReadings(try Self.warc([evil], compressed: false).bytes).pages.first?.bytes == [60])
    }

    @Test func timesAreWrittenInUTC() throws {
        for (given, written) in [
            ("2031-03-01T00:30:00+01:00", "2031-02-28T23:30:00Z"),
            ("2031-12-31T23:30:00.5-01:00", "2032-01-01T00:30:00.5Z"),
            (Self.time, Self.time),
        ] {
            #expect(RecordTime.utc(given) == written)
        }
        let undated = ArchiveCapture(url: "https://harbourpost.example/", date: "March", body: [65])
        #expect(throws: CaptureError(.malformed, "")) { try Self.warc([undated], compressed: true) }
    }

    @Test func errorsOfTheSinkComeBack() {
        #expect(throws: CaptureError(.tooLarge, "")) {
            try WARCWriter(.init(software: "x", date: Self.time)) { _ in throw CaptureError(.tooLarge, "full") }
        }
    }

    @Test func sortKeys() {
        for (url, key) in [
            ("https://www.HarbourPost.example/Pier/?b=2&a=1#top", "example,harbourpost)/pier?a=1&b=2"),
            ("http://harbourpost.example:80", "example,harbourpost)/"),
            ("http://a.example:8080/x", "example,a:8080)/x"),
            ("https://u:p@a.example/", "example,a)/"), ("urn:x:Y", "urn:x:y"),
        ] {
            #expect(CDXIndex.key(of: url) == key)
        }
    }

    @Test func packagesAreReadAgain() throws {
        let folder = try ScratchFolder()
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed \(seed)")
        var random = SeededNumbers(seed: seed)
        for round in 0..<5 {
            let captures = Self.captures(&random)
            let paths = [folder.path("a\(round).wacz"), folder.path("b\(round).wacz")]
            for path in paths {
                let writer = try WACZWriter(path: path, .init(software: "hearsay test", date: Self.time, title: "Pier"))
                for capture in captures { try writer.write(capture) }
                try writer.finish()
                #expect(throws: (any Error).self) { try writer.write(captures[0]) }
            }
            let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
            #expect(files[0] == files[1])
            let reader = try WACZReader(path: paths[0])
            let reading = PageReadings(reader)
            #expect(reading.problems.isEmpty, "\(reading.problems)")
            #expect(reading.pages.map(\.bytes) == captures.map(\.body))
            #expect(reader.signature == .digest && reader.package?.title == "Pier")
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.path).allSatisfy { $0.hasSuffix(".wacz") })
    }

    @Test func packagesThatCannotBeWritten() throws {
        #expect(throws: CaptureError(.malformed, "")) {
            try WACZWriter(path: "/nowhere/at/all.wacz", .init(software: "x", date: Self.time))
        }
        let folder = try ScratchFolder()
        do { _ = try WACZWriter(path: folder.path("let go.wacz"), .init(software: "x", date: Self.time)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }
}
