internal import HearsayCapture
internal import HearsayLedger

/// Captures of a ledger as a web archive that other people's tools open.
public struct ArchiveExport {
    /// The kinds of archives.
    public enum Format: String, Sendable, CaseIterable {
        /// WARC 1.1; compressed record by record, unless the file's name ends otherwise than in ".gz".
        case warc
        /// WACZ 1.1.1: a WARC with its index and list of pages in a ZIP file.
        case wacz
    }

    private let desk: LedgerDesk
    private let software: String

    /// An export from a ledger by this version of the program.
    public init(desk: LedgerDesk, version: String) { (self.desk, software) = (desk, "Hearsay \(version)") }

    /// The file in which an archive grows until it is whole, for an interrupted program to remove.
    public static func unfinished(_ path: String, as format: Format) -> String {
        format == .wacz ? WACZWriter.unfinished(path) : ByteSink.unfinished(path)
    }

    /// Writes the captures of articles, every revision of each; those of the whole ledger for an empty list.
    ///
    /// The file appears when it is whole. `progress` is told how many captures are written, of how many.
    /// - Returns: the number of captures.
    /// - Throws: ``DeskError``, also for an article that is not there.
    @discardableResult
    public func write(
        _ articles: [Int], as format: Format, to path: String, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws -> Int {
        let keys = try revisions(of: articles)
        guard !keys.isEmpty else { throw DeskError(.notFound, "there is nothing to export") }
        do {
            switch format {
            case .warc: try writeWARC(keys, path, progress)
            case .wacz: try writeWACZ(keys, path, progress)
            }
        } catch let error as FileProblem {
            throw DeskError(.failed, "\(path): \(error.reason)")
        } catch let error as ByteSink.Problem {
            throw DeskError(.failed, "\(path): \(error.reason)")
        } catch let error as CaptureError {
            throw DeskError(.failed, "\(path): \(error.description)")
        }
        return keys.count
    }

    private func revisions(of articles: [Int]) throws -> [RevisionKey] {
        let all = try desk.asking { try $0.allRevisions() }
        guard !articles.isEmpty else { return all }
        let known = Set(all.map(\.article))
        for article in articles where !known.contains(article) {
            throw DeskError(.notFound, "there is no article \(article)")
        }
        let wanted = Set(articles)
        return all.filter { wanted.contains($0.article) }
    }

    private func writeWARC(_ keys: [RevisionKey], _ path: String, _ progress: (Int, Int) -> Void) throws {
        let sink = try ByteSink(path: path)
        let file = path.split(separator: "/").last.map(String.init)
        let information = WARCWriter.Information(software: software, date: desk.now(), filename: file)
        let isCompressed = path.lowercased().hasSuffix(".gz")
        var writer = try WARCWriter(information, compressed: isCompressed) { try sink.write($0) }
        for (done, key) in keys.enumerated() {
            try writer.write(capture(key))
            progress(done + 1, keys.count)
        }
        try sink.finish()
    }

    private func writeWACZ(_ keys: [RevisionKey], _ path: String, _ progress: (Int, Int) -> Void) throws {
        let writer = try WACZWriter(
            path: path, .init(software: software, date: desk.now(), title: "Captures of a Hearsay ledger"))
        for (done, key) in keys.enumerated() {
            try writer.write(capture(key))
            progress(done + 1, keys.count)
        }
        try writer.finish()
    }

    /// What the ledger has of a capture. What came from a file, without an address, gets one by its digest.
    private func capture(_ key: RevisionKey) throws -> ArchiveCapture {
        guard let kept = try desk.asking({ try $0.capture(key) }) else {
            throw DeskError(.damaged, "the capture of article \(key.article), revision \(key.number), is missing")
        }
        let exchange = kept.exchange
        var capture = ArchiveCapture(
            url: kept.finalURL ?? kept.url ?? "urn:" + Digest.name(of: kept.bytes),
            date: kept.archive?.date ?? exchange?.requested ?? kept.captured,
            status: exchange?.status, headers: kept.headers.map { HTTPHeader(name: $0.name, value: $0.value) },
            body: kept.bytes, contentType: exchange == nil ? Self.contentType(kept) : nil)
        capture.address = exchange?.address
        capture.request = exchange?.request?.map { HTTPHeader(name: $0.name, value: $0.value) }
        capture.title = try desk.asking { try $0.article(key.article)?.title }
        capture.facts = facts(kept, exchange)
        return capture
    }

    /// What else is known of a capture: who asked, what was stated beside it, where an imported one came from.
    private func facts(_ kept: CaptureRecord, _ exchange: CaptureRecord.Exchange?) -> [HTTPHeader] {
        var facts = [HTTPHeader(name: "hearsay-captured", value: kept.captured)]
        if let requested = exchange?.requested { facts.append(.init(name: "hearsay-requested", value: requested)) }
        if let url = kept.url, url != kept.finalURL { facts.append(.init(name: "hearsay-requested-url", value: url)) }
        for redirect in exchange?.redirects ?? [] {
            facts.append(.init(name: "hearsay-redirect", value: "\(redirect.status) \(redirect.url)"))
        }
        for (name, value) in kept.facts.sorted(by: { $0.key < $1.key }) {
            facts.append(.init(name: "hearsay-stated-\(name)", value: value))
        }
        if let archive = kept.archive {
            facts.append(.init(name: "hearsay-archive", value: "\(archive.file), byte \(archive.offset)"))
            if let record = archive.record { facts.append(.init(name: "hearsay-archive-record", value: record)) }
        }
        return facts
    }

    /// What a capture without HTTP headers is.
    private static func contentType(_ kept: CaptureRecord) -> String {
        let charset = kept.facts["charset"].map { "; charset=\($0)" } ?? ""
        switch DocumentReader.format(of: kept.bytes) {
        case .html: return "text/html" + charset
        case .markdown: return "text/markdown" + charset
        case .mail: return "message/rfc822"
        case .mhtml: return "multipart/related"
        case .ninjs: return "application/json"
        case .text, .automatic: return "text/plain" + charset
        }
    }
}
