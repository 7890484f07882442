import Foundation
import Testing

@testable import HearsayCapture

/// Invented archives, whole and broken.
enum ArchiveFixtures {
    /// One WARC record as its bytes stand in a plain file. A `length` of nil writes the right one, "" none at all.
    static func record(
        _ type: String = "response", url: String = "https://harbourpost.example/pier", id: Int = 1,
        date: String = "2031-03-04T10:00:00Z", fields: [String] = [], block: [UInt8], length: String? = nil
    ) -> [UInt8] {
        var lines = [
            "WARC/1.1", "WARC-Type: \(type)",
            "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-\(100_000_000_000 + id)>",
            "WARC-Target-URI: \(url)", "WARC-Date: \(date)",
        ]
        lines += fields
        let length = length ?? String(block.count)
        if !length.isEmpty { lines.append("Content-Length: \(length)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + block + [13, 10, 13, 10]
    }

    /// An HTTP answer.
    static func answer(_ headers: [String] = ["Content-Type: text/html"], status: String = "200 OK", body: [UInt8])
        -> [UInt8]
    {
        Array((["HTTP/1.1 \(status)"] + headers).joined(separator: "\r\n").utf8) + [13, 10, 13, 10] + body
    }

    /// A page of a few words.
    static let page = Array("<html><p>The pier at Ostrand was closed, the council said.</p></html>".utf8)

    /// A response with a page.
    static func pageRecord(_ id: Int, body: [UInt8] = page) -> [UInt8] {
        record(url: "https://harbourpost.example/\(id)", id: id, block: answer(body: body))
    }

    static func gzip(_ bytes: [UInt8]) -> [UInt8] { GzipWriting.member(bytes) ?? [] }

    /// Bytes in chunks of the given sizes, the last size for the rest.
    static func chunked(_ bytes: [UInt8], size: Int) -> [UInt8] {
        var out: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            let part = bytes[start..<min(bytes.count, start + size)]
            out += Array("\(String(part.count, radix: 16))\r\n".utf8) + part + [13, 10]
        }
        return out + Array("0\r\n\r\n".utf8)
    }

    /// A Brotli stream (RFC 7932) whose one block is not compressed.
    static func brotli(_ bytes: [UInt8]) -> [UInt8] {
        precondition((1...65536).contains(bytes.count))
        let head = (bytes.count - 1) << 4 | 1 << 20
        return [UInt8(head & 255), UInt8(head >> 8 & 255), UInt8(head >> 16)] + bytes + [3]
    }

    /// A source that hands bytes out in pieces of changing size.
    static func pieces(_ bytes: [UInt8], size: @escaping () -> Int) -> () throws -> [UInt8] {
        var at = 0
        return {
            let end = min(bytes.count, at + max(1, size()))
            defer { at = end }
            return Array(bytes[at..<end])
        }
    }
}

/// What a reader told, sorted.
struct ArchiveReading {
    var records: [WARCRecord] = []
    var problems: [CaptureError] = []

    init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) {
        for item in WARCReader(bytes: bytes, limits: limits) {
            switch item {
            case .record(let record): records.append(record)
            case .problem(let problem): problems.append(problem)
            }
        }
    }

    /// The last number of each record's identifier, as ``ArchiveFixtures`` gives it.
    var ids: [Int] { records.compactMap { $0.id.flatMap { Int($0.suffix(6)) } } }
}

/// What a reader of pages told, sorted.
struct PageReadings {
    var pages: [ArchivedPage] = []
    var skips: [ArchiveSkip] = []
    var problems: [CaptureError] = []

    init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) {
        self.init(ArchiveReader(bytes: bytes, limits: limits))
    }

    init(_ items: some Sequence<ArchiveItem>) {
        for item in items {
            switch item {
            case .page(let page): pages.append(page)
            case .skip(let skip): skips.append(skip)
            case .problem(let problem): problems.append(problem)
            }
        }
    }
}

/// A repeatable source of numbers.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

/// A folder that is removed with the test.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
