import HearsayCore
import Testing

@testable import Hearsay

@Suite struct ArchiveExportTests {
    private let folder: Scratch
    private let desk: LedgerDesk

    init() throws {
        folder = try Scratch()
        desk = try LedgerDesk(
            path: folder.path + "/news.db", mode: .create, keys: KeyFolder(path: folder.path + "/keys"),
            clock: LedgerDesk.Clock(now: { "2031-03-22T09:00:00Z" }, today: { nil }),
            fetcher: WebInput(version: "test")
        ) { ToyReader.engine }
        _ = try desk.add(fetched("Ines Okoro: the quay will close"))
        _ = try desk.add(fetched("Ines Okoro: the quay may close"))
        _ = try desk.add(ToyReader.item("Fish\n\nInes Okoro: the fish are back", outlet: "The Gull"))
    }

    private static let url = "https://gull.example/quay"

    private func fetched(_ words: String) -> InputItem {
        var retrieval = Retrieval(
            requestedURL: "http://gull.example/quay", url: Self.url, status: 200,
            headers: [
                .init(name: "Content-Type", value: "text/html; charset=utf-8"),
                .init(name: "Content-Encoding", value: "gzip"),
            ])
        retrieval.requested = "2031-03-22T08:59:58Z"
        retrieval.redirects = [.init(status: 301, url: "http://gull.example/quay")]
        retrieval.request = [.init(name: "Accept", value: "*/*")]
        return InputItem(
            origin: Self.url, content: .bytes(Array("<h1>Quay</h1><p>\(words), she said on Friday.</p>".utf8), .html),
            facts: ArticleFacts(url: Self.url), retrieval: retrieval)
    }

    private func write(_ articles: [Int], _ format: ArchiveExport.Format) throws -> String {
        let path = folder.path + "/out." + (format == .wacz ? "wacz" : "warc.gz")
        try ArchiveExport(desk: desk, version: "1").write(articles, as: format, to: path)
        return path
    }

    @Test(arguments: ArchiveExport.Format.allCases)
    func whatIsWrittenIsReadBack(_ format: ArchiveExport.Format) throws {
        let path = try write([], format)
        let items = try InputReader(paths: [.success(path)]).map { try $0.get() }
        #expect(items.count == 3)
        for (item, number) in zip(items, [(1, 1), (1, 2), (2, 1)]) {
            let kept = try #require(try desk.capture(number.0, revision: number.1))
            guard case .bytes(let bytes, _) = item.content else { throw DeskError(.failed, "no bytes") }
            #expect(bytes == kept)
            // A fetched page is of the time when it was asked for, not when it was stored.
            let date = number.0 == 1 ? "2031-03-22T08:59:58Z" : "2031-03-22T09:00:00Z"
            #expect(item.archive?.date == date)
        }
        #expect(items[0].facts.url == Self.url && items[0].retrieval?.status == 200)
        #expect(items[0].retrieval?.headers.contains { $0.name == "X-Archive-Orig-Content-Encoding" } == true)
        #expect(items[2].retrieval == nil && items[2].facts.url?.hasPrefix("urn:sha256:") == true)
    }

    @Test(arguments: [("a.warc", false), ("a.warc.gz", true), ("a", false)])
    func theEndingTellsWhetherItIsCompressed(_ name: String, _ isCompressed: Bool) throws {
        let path = folder.path + "/" + name
        try ArchiveExport(desk: desk, version: "1").write([1], as: .warc, to: path)
        let head = try FileBytes.read(path, limit: 1 << 20).prefix(5)
        #expect(head.elementsEqual("WARC/".utf8) == !isCompressed && head.starts(with: [0x1F, 0x8B]) == isCompressed)
    }

    @Test func onlyTheNamedArticlesGoIn() throws {
        let path = try write([2], .warc)
        #expect(InputReader(paths: [.success(path)]).reduce(0) { sum, _ in sum + 1 } == 1)
        #expect(throws: DeskError.self) { try write([7], .warc) }
    }

    @Test func aFolderThatIsNotThereIsOneLine() throws {
        do {
            try ArchiveExport(desk: desk, version: "1").write([], as: .wacz, to: folder.path + "/no/out.wacz")
            Issue.record("it was written")
        } catch let error as DeskError {
            #expect(error.description.contains("out.wacz") && !error.description.contains("\n"))
        }
    }
}
