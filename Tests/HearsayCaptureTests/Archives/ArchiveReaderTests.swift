import Testing

@testable import HearsayCapture

@Suite struct ArchiveReaderTests {
    private typealias Made = ArchiveFixtures

    private func page(_ headers: [String], _ body: [UInt8]) -> PageReadings {
        PageReadings(Made.record(block: Made.answer(["Content-Type: text/html; charset=utf-8"] + headers, body: body)))
    }

    @Test func aPage() throws {
        let page = try #require(page([], Made.page).pages.first)
        #expect(page.url == "https://harbourpost.example/pier" && page.status == 200 && page.contentType == "text/html")
        #expect(page.charset == "utf-8" && page.bytes == Made.page && page.digest == .absent && page.defects.isEmpty)
    }

    @Test func bodiesAreUnpacked() {
        let gzip = Made.gzip(Made.page)
        let cases: [(headers: [String], body: [UInt8])] = [
            (["Content-Encoding: gzip"], gzip), (["Content-Encoding: X-GZIP"], gzip),
            (["Content-Encoding: br"], Made.brotli(Made.page)),
            (["Content-Encoding: deflate"], Array(gzip[10..<(gzip.count - 8)])),
            (["Transfer-Encoding: chunked"], Made.chunked(Made.page, size: 7)),
            (["Transfer-Encoding: chunked", "Content-Encoding: gzip"], Made.chunked(gzip, size: 11)),
            (["Content-Encoding: br, gzip"], Made.gzip(Made.brotli(Made.page))),
            (["Content-Encoding: gzip", "Content-Encoding: gzip"], Made.gzip(gzip)),
            (["Content-Encoding: identity"], Made.page),
        ]
        for (headers, body) in cases {
            let reading = page(headers, body)
            #expect(reading.pages.first?.bytes == Made.page, "\(headers)")
            #expect(reading.pages.first?.defects == [], "\(headers)")
        }
    }

    @Test func oddBodiesAreKeptWithTheirDefect() {
        let gzip = Made.gzip(Made.page)
        let chunks = Made.chunked(Made.page, size: 16)
        let cases: [(headers: [String], body: [UInt8], start: Int, defect: String)] = [
            (["Content-Encoding: gzip"], Made.page, Made.page.count, "says that it is gzip and is not"),
            (["Content-Encoding: gzip"], gzip.dropLast(12), 1, "ends too early"),
            (["Transfer-Encoding: chunked"], Made.page, Made.page.count, "comes in chunks and does not"),
            (["Transfer-Encoding: chunked"], chunks.dropLast(5), Made.page.count, "last chunk is missing"),
            (["Transfer-Encoding: chunked"], chunks.dropLast(12), 64, "ends within a chunk"),
            (["Content-Length: 9999"], Made.page, Made.page.count, "says 9999"),
        ]
        for (headers, body, start, defect) in cases {
            let result = page(headers, Array(body)).pages.first
            #expect(result?.bytes.prefix(start) == Made.page.prefix(start), "\(headers) \(defect)")
            #expect(result?.defects.contains { $0.contains(defect) } == true, "\(result?.defects ?? [])")
        }
    }

    @Test func wrongChunkSizes() {
        let chunks = Array("10\r\n<html><p>The pie\r\n05\r\nr at Ostrand\r\n0\r\n\r\n".utf8)
        let result = page(["Transfer-Encoding: chunked"], chunks).pages.first
        #expect(result?.bytes == Array("<html><p>The pie".utf8) && result?.defects == ["the chunk sizes do not fit"])
        let huge = page(["Transfer-Encoding: chunked"], Array("ffffffffffffffff\r\n<p>".utf8)).pages.first
        #expect(huge?.defects == ["the body says that it comes in chunks and does not"])
    }

    @Test func bombsAndUnknownEncodings() {
        var limits = ArchiveLimits()
        limits.freely = 1 << 16
        let bomb = Gzip.repeated(0x20, times: 258 * 100_000 + 1)
        for (encoding, body, code) in [
            ("gzip", bomb, CaptureError.Code.tooLarge), ("gzip, gzip", Made.gzip(bomb), .tooLarge),
            ("zstd", Made.page, .unsupported), ("br", Made.page, .malformed), ("deflate", [7, 7, 7], .malformed),
            ("gzip,gzip,gzip,gzip,gzip", bomb, .unsafe),
        ] {
            let record = Made.record(block: Made.answer(["Content-Encoding: \(encoding)"], body: body))
            let reading = PageReadings(record + Made.pageRecord(2), limits: limits)
            #expect(reading.problems.map(\.code) == [code], "\(encoding)")
            #expect(reading.pages.count == 1)
        }
    }

    @Test func whatIsNoPage() {
        let cases: [(record: [UInt8], reason: ArchiveSkip.Reason)] = [
            (Made.record("request", block: Array("GET / HTTP/1.1\r\n\r\n".utf8)), .notAResponse),
            (Made.record("warcinfo", block: []), .notAResponse), (Made.record("odd-kind", block: []), .notAResponse),
            (Made.record("revisit", block: Made.answer(body: [])), .revisit),
            (Made.record("continuation", block: Made.page), .continuation),
            (Made.record(block: Made.answer(status: "301 Moved", body: Made.page)), .redirect),
            (Made.record(block: Made.answer(status: "404 Not Found", body: Made.page)), .status),
            (Made.record(block: Made.answer(["Content-Type: image/png"], body: Made.page)), .notText),
            (Made.record(block: Made.answer(["Content-Type: text/css"], body: Made.page)), .notText),
            (Made.record(block: Made.answer([], body: [1, 2, 3])), .notText),
            (Made.record(block: Made.answer(body: [])), .empty), (Made.record(block: []), .empty),
            (Made.record(url: "dns:harbourpost.example", block: [65]), .notHTTP),
            (
                Made.record("resource", url: "metadata://crawl/log", fields: ["Content-Type: text/plain"], block: [65]),
                .notHTTP
            ),
        ]
        for (record, reason) in cases {
            let reading = PageReadings(record)
            #expect(reading.skips.map(\.reason) == [reason], "\(reason.rawValue)")
            #expect(reading.pages.isEmpty && reading.problems.isEmpty)
        }
    }

    @Test func resourcesAndConversions() {
        for kind in ["resource", "conversion"] {
            let record = Made.record(kind, fields: ["Content-Type: text/plain"], block: Array("The pier.".utf8))
            let page = PageReadings(record).pages.first
            #expect(page?.kind.rawValue == kind && page?.status == nil && page?.contentType == "text/plain")
        }
    }

    @Test func defectsOfTheRecordReachThePage() {
        let fields = ["WARC-Truncated: length", "WARC-Block-Digest: sha1:a9993e364706816aba3e25717850c26c9cd0d89d"]
        let page = PageReadings(
            Made.record(date: "?", fields: fields, block: Made.answer(status: "206 Partial", body: Made.page))
        )
        .pages.first
        #expect(page?.digest == .differs && page?.defects.count == 4, "\(page?.defects ?? [])")
    }

    @Test func answersWithoutHead() {
        for block in ["<p>no head</p>", "HTTP/1.1 200 OK\r\nContent-Type: text/html", "HTTP/1.1 abc\r\n\r\n<p>"] {
            #expect(PageReadings(Made.record(block: Array(block.utf8))).problems.map(\.code) == [.malformed])
        }
    }
}
