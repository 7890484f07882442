import Testing

@testable import Hearsay

@Suite struct ArchiveInputTests {
    private static func record(_ type: String, _ url: String, _ block: String) -> String {
        """
        WARC/1.1\r
        WARC-Type: \(type)\r
        WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r
        WARC-Date: 2029-05-04T10:00:00Z\r
        WARC-Target-URI: \(url)\r
        Content-Length: \(block.utf8.count)\r
        \r
        \(block)\r
        \r

        """
    }

    private static let page =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: \"1\"\r\n\r\n<h1>Quay</h1><p>The quay is shut, the port said.</p>"

    private func read(_ archive: String) throws -> [Result<InputItem, InputProblem>] {
        let folder = try Scratch()
        let path = try folder.write("news.warc", archive)
        return Array(InputReader(paths: [.success(path)]))
    }

    @Test func aPageComesWithWhereItStoodAndWhatTheServerSaid() throws {
        let archive =
            Self.record("request", "https://gull.example/quay", "GET /quay HTTP/1.1\r\n\r\n")
            + Self.record("response", "https://gull.example/quay", Self.page)
        let items = try read(archive)
        #expect(items.count == 1)
        let item = try #require(try items.first?.get())
        #expect(item.facts.url == "https://gull.example/quay" && item.facts.charset == "utf-8")
        #expect(item.retrieval?.status == 200 && item.retrieval?.headers.last?.name == "ETag")
        let place = try #require(item.archive)
        #expect(place.file == "news.warc" && place.date == "2029-05-04T10:00:00Z" && place.offset > 0)
        #expect(item.origin.hasSuffix("news.warc, byte \(place.offset)"))
        guard case .bytes(let bytes, .html) = item.content else { throw InputProblem(origin: "", reason: "no page") }
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("<h1>Quay"))
    }

    @Test func anArchiveWithoutPagesSaysSo() throws {
        let items = try read(Self.record("request", "https://gull.example/quay", "GET /quay HTTP/1.1\r\n\r\n"))
        #expect(throws: InputProblem.self) { try items.first?.get() }
        #expect(items.count == 1 && "\(items)".contains("holds no page; its records: 1 not-a-response"))
    }

    @Test func whatIsBrokenIsToldAndTheRestGoesOn() throws {
        let good = Self.record("response", "https://gull.example/quay", Self.page)
        let bad = good.replacing("Content-Length: ", with: "Content-Length: x")
        let items = try read(bad + good)
        #expect(items.contains { (try? $0.get()) != nil })
        #expect(items.contains { (try? $0.get()) == nil })
    }
}
