/// Reads the pages of a web archive: of each record what may be an article, why it is none, or what is broken.
public final class ArchiveReader: Sequence, IteratorProtocol {
    private let records: WARCReader
    private let limits: ArchiveLimits

    /// A reader over the pieces of a WARC or ARC file; an empty piece is its end.
    public init(limits: ArchiveLimits = ArchiveLimits(), source: @escaping () throws -> [UInt8]) {
        records = WARCReader(limits: limits, source: source)
        self.limits = limits
    }

    /// A reader over a whole WARC or ARC file.
    public init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) {
        records = WARCReader(bytes: bytes, limits: limits)
        self.limits = limits
    }

    /// The next page, skip or problem; nil at the end.
    public func next() -> ArchiveItem? {
        switch records.next() {
        case .problem(let problem): .problem(problem)
        case .record(let record): Self.item(of: record, limits: limits)
        case nil: nil
        }
    }

    /// What a record is for a reader of articles.
    static func item(of record: WARCRecord, limits: ArchiveLimits) -> ArchiveItem {
        do throws(CaptureError) {
            return try PageReading(record: record, limits: limits).item()
        } catch {
            let url = record.targetURI.map { " (\($0.prefix(200)))" } ?? ""
            return .problem(CaptureError(error.code, error.reason + url, at: .init(byte: record.offset)))
        }
    }
}

/// Reads a page from one record.
private struct PageReading {
    let record: WARCRecord
    let limits: ArchiveLimits

    func item() throws(CaptureError) -> ArchiveItem {
        switch record.kind {
        case .response: try answer()
        case .resource, .conversion: try plain()
        case .revisit: skip(.revisit)
        case .continuation: skip(.continuation)
        default: skip(.notAResponse)
        }
    }

    private func skip(_ reason: ArchiveSkip.Reason) -> ArchiveItem {
        .skip(ArchiveSkip(reason: reason, offset: record.offset, url: record.targetURI, date: record.date))
    }

    /// A response, with the answer in its block.
    private func answer() throws(CaptureError) -> ArchiveItem {
        guard !record.block.isEmpty else { return skip(.empty) }
        guard let message = record.message(limits: limits) else {
            guard record.targetURI?.lowercased().hasPrefix("http") ?? false else { return skip(.notHTTP) }
            throw CaptureError(.malformed, "a response has no HTTP head")
        }
        guard message.status > 0 else { throw CaptureError(.malformed, "the HTTP status of a response cannot be read") }
        if 300..<400 ~= message.status, message.status != 304 { return skip(.redirect) }
        guard 200..<300 ~= message.status else { return skip(.status) }
        let type = message.mediaType
        if let type, !type.isPage { return skip(.notText) }
        guard message.bodyStart < record.block.count else { return skip(.empty) }
        let body = try message.body(of: record.block, limits: limits)
        var defects = message.defects + body.defects
        if message.status == 206 { defects.append("the answer is only a part of the page (206)") }
        return try page(body.bytes, type: type, message: message, defects: defects)
    }

    /// A resource or conversion: the block is the page.
    private func plain() throws(CaptureError) -> ArchiveItem {
        // Crawlers keep their logs as resources too, at addresses of their own ("metadata:").
        let scheme = record.targetURI.map { $0.lowercased().prefix { $0 != ":" } } ?? "http"
        guard ["http", "https", "ftp", "file", "urn"].contains(scheme) else { return skip(.notHTTP) }
        if let type = record.mediaType, !type.isPage { return skip(.notText) }
        guard !record.block.isEmpty else { return skip(.empty) }
        guard record.block.count <= limits.body else {
            throw CaptureError(.tooLarge, "the page has more than \(limits.body) bytes")
        }
        return try page(record.block, type: record.mediaType, message: nil, defects: [])
    }

    private func page(
        _ bytes: [UInt8], type: MediaType?, message: HTTPMessage?, defects: [String]
    ) throws(CaptureError) -> ArchiveItem {
        // Without a type, only what looks like markup may be a page.
        if type == nil, bytes[...].trimmed.first != 0x3C { return skip(.notText) }
        guard let url = record.targetURI, !url.isEmpty else {
            throw CaptureError(.malformed, "a record does not say of which address it is")
        }
        let digests = [("block", record.checkBlock()), ("payload", record.checkPayload())]
        let verdicts = digests.map(\.1)
        var defects = record.defects + defects
        defects += digests.filter { $0.1 == .differs }.map { "its \($0.0) digest does not hold" }
        defects += digests.filter { $0.1 == .unknown }.map { "its \($0.0) digest is in a form that is not known" }
        if let reason = record.truncated { defects.append("it was recorded only in part (\(reason.prefix(40)))") }
        if record.headers.first(named: "warc-segment-number") != nil {
            defects.append("it is the first of several parts")
        }
        if record.date == nil { defects.append("it gives no valid time of capture") }
        return .page(
            ArchivedPage(
                kind: record.kind, url: url, date: record.date, status: message?.status,
                headers: message?.headers ?? [], contentType: type?.name,
                charset: type?.charset.flatMap { CharacterEncoding(label: Array($0.utf8)[...]) == nil ? nil : $0 },
                bytes: bytes, recordID: record.id, offset: record.offset,
                digest: [.differs, .holds, .unknown].first { verdicts.contains($0) } ?? .absent, defects: defects))
    }
}

extension MediaType {
    /// Whether an article or a list of articles may come as this.
    fileprivate var isPage: Bool {
        switch name {
        case "text/css", "text/javascript", "text/ecmascript", "text/x-component", "text/vtt", "image/svg+xml": false
        case "application/feed+json", "message/rfc822", "multipart/related": true
        default: mayBeArticle
        }
    }
}
