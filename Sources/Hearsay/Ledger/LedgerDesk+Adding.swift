internal import HearsayCapture
internal import HearsayCore
internal import HearsayLedger
internal import HearsayReading
internal import HearsayTracing

/// An article that is read and ready to go in, or known to be there already.
public struct PreparedArticle: Sendable {
    /// What to call it.
    public let label: String
    let state: State

    /// What is to be done with it.
    enum State: Sendable {
        /// It is new, or changed.
        case read(Addition)
        /// The ledger had it when it was prepared; a ledger only grows, so it still has.
        case known(Added, CaptureRecord)
    }

    /// When its bytes came, RFC 3339.
    var captured: String {
        switch state {
        case .read(let addition): addition.capture.captured
        case .known(_, let capture): capture.captured
        }
    }

    /// What the ledger has of it already.
    var known: Added? { if case .known(let known, _) = state { known } else { nil } }

    /// What was read, unless it was known.
    var document: Document? { if case .read(let addition) = state { addition.reading.document } else { nil } }
}

extension LedgerDesk {
    /// Makes the reader ready, so that a missing encoder is known before anything else is done.
    public func prepareToRead() throws { _ = try reader() }

    /// Reads an article unless the ledger has it; may be called from many threads at once.
    @Sendable public func prepare(_ item: InputItem) throws -> PreparedArticle {
        if case .reading = item.content {
            throw InputProblem(
                origin: item.origin, reason: "a reading without its captured bytes; add the article itself")
        }
        let captured = item.retrieval?.requested ?? now()
        let record = capture(item, at: captured)
        let known = try asking { try $0.find(digest: item.name, url: record.url, facts: record.facts) }
        if let known {
            let title = try asking { try $0.article(known.revision.article)?.title }
            return PreparedArticle(label: title ?? item.origin, state: .known(known, record))
        }
        let read = try FileTracing.read(item, with: reader())
        let document = read.reading.document
        let title = document.title(id: item.id)
        let outlet = document.outlet.name ?? document.outlet.domain
        let addition: Addition
        do {
            addition = try Addition(record, reading: read.reading, units: StoredUnits(read), stages: Self.stages)
        } catch {
            throw InputProblem(origin: item.origin, reason: "the reading is not sound: \(error)")
        }
        return PreparedArticle(
            label: PlainText.singleLine(outlet.map { "\($0): \(title)" } ?? title), state: .read(addition))
    }

    /// Stores a prepared article in one transaction. When this returns, it is on the disk.
    public func add(_ prepared: PreparedArticle) throws -> AddedArticle { try add([prepared])[0] }

    /// Stores prepared articles in one transaction. When this returns, they are on the disk; after an error, none of those
    /// that were not known is.
    /// - Returns: what became of each, in their order.
    public func add(_ prepared: [PreparedArticle]) throws -> [AddedArticle] {
        let additions = prepared.compactMap { article in
            if case .read(let addition) = article.state { addition } else { nil }
        }
        var added = additions.isEmpty ? [] : try asking { try $0.add(additions, at: now()) }[...]
        return try prepared.map { article in
            switch article.state {
            case .read: return AddedArticle(added.removeFirst())
            case .known(let known, let fetched):
                try asking { try $0.noteFetched(fetched, as: known.revision) }
                return AddedArticle(known)
            }
        }
    }

    /// Makes what pays only once much was added.
    public func finishAdding() throws { try asking { _ = try $0.indexMeanings() } }

    /// By what the article would be known again; nil when it is known already.
    func key(of prepared: PreparedArticle) -> String? {
        if case .read(let addition) = prepared.state { addition.key } else { nil }
    }

    /// Captures, reads and stores one article.
    public func add(_ item: InputItem) throws -> AddedArticle { try add(prepare(item)) }

    /// Fetches an address as an article to add.
    public func fetch(_ url: String) throws -> InputItem { try fetcher.item(fetching: url) }

    /// The versions of the stages that make a reading.
    static var stages: [String: String] {
        [
            "capture": DocumentReader.version, "reading": ArticleReader.version, "tagger": ReadingData.tagger.sha256,
            "encoder": FilePin.encoder[0].sha256, "units": ClaimUnits.version,
        ]
    }

    private func capture(_ item: InputItem, at time: String) -> CaptureRecord {
        let facts = item.facts
        let stated = [
            "outlet": facts.outlet, "published": facts.published, "headline": facts.headline, "byline": facts.byline,
            "charset": facts.charset,
        ]
        var record = CaptureRecord(
            bytes: item.bytes, origin: item.origin, url: item.retrieval?.requestedURL ?? facts.url,
            finalURL: item.retrieval?.url,
            headers: item.retrieval?.headers.map { CaptureRecord.Header(name: $0.name, value: $0.value) } ?? [],
            facts: stated.compactMapValues(\.self), captured: time, exchange: item.retrieval?.exchange,
            archive: item.archive.map {
                CaptureRecord.Archive(file: $0.file, offset: $0.offset, record: $0.record, date: $0.date)
            })
        record.format = item.storedFormat
        return record
    }
}

extension InputItem {
    /// The bytes as they came; of text that came as JSON, its UTF-8.
    var bytes: [UInt8] {
        switch content {
        case .bytes(let bytes, _): bytes
        case .text(let text): Array(text.utf8)
        case .reading: []
        }
    }
}

extension AddedArticle {
    init(_ added: Added) {
        let change: Change =
            switch added.change {
            case .added: .added
            case .revised: .revised
            case .unchanged: .unchanged
            }
        self.init(
            change: change, article: added.revision.article, revision: added.revision.number,
            statements: added.statements)
    }
}

extension Retrieval {
    /// What is kept of it beside its addresses and headers.
    fileprivate var exchange: CaptureRecord.Exchange {
        CaptureRecord.Exchange(
            requested: requested, status: status, address: address,
            request: request?.map { CaptureRecord.Header(name: $0.name, value: $0.value) },
            redirects: redirects.map { CaptureRecord.Exchange.Redirect(status: $0.status, url: $0.url) })
    }
}
