internal import HearsayCapture

/// The pages of a web archive (WARC, ARC or WACZ), record by record; no more than one is held.
struct ArchiveInput: InputSource {
    private let name: String
    private let file: String
    private let facts: ArticleFacts
    private let step: () -> ArchiveItem?
    private var waiting: [Result<InputItem, InputProblem>] = []
    private var pages = 0
    private var told = 0
    private var skipped: [ArchiveSkip.Reason: Int] = [:]
    private var isDone = false

    /// The pages of an archive whose items `step` gives; `facts` fill in what the archive leaves out.
    private init(name: String, facts: ArticleFacts, step: @escaping () -> ArchiveItem?) {
        (self.name, self.facts, self.step) = (name, facts, step)
        file = name.split(separator: "/").last.map(String.init) ?? name
    }

    /// A WARC or ARC file, of which `head` was read already.
    init(_ source: ByteSource, head: [UInt8], name: String, facts: ArticleFacts) {
        var head: [UInt8]? = head
        let reader = ArchiveReader {
            defer { head = nil }
            if let head, !head.isEmpty { return head }
            return try source.next()
        }
        self.init(name: name, facts: facts) { reader.next() }
    }

    /// A WACZ.
    init(_ reader: WACZReader, name: String, facts: ArticleFacts) {
        self.init(name: name, facts: facts) { reader.next() }
    }

    mutating func next() -> Result<InputItem, InputProblem>? {
        while waiting.isEmpty, !isDone { read() }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    private mutating func read() {
        switch step() {
        case .page(let page): take(page)
        case .skip(let skip): skipped[skip.reason, default: 0] += 1
        case .problem(let problem): tell(problem.description)
        case nil:
            isDone = true
            if pages == 0, told == 0 { tell("the archive holds no page\(counts)") }
        }
    }

    /// What is odd about a page is told before it; the page is read all the same.
    private mutating func take(_ page: ArchivedPage) {
        // A feed in an archive is a list of articles that are pages of their own, there or elsewhere.
        guard !FeedReader.isFeed(page.bytes) else {
            skipped[.notText, default: 0] += 1
            return
        }
        pages += 1
        for defect in page.defects { tell("byte \(page.offset): \(defect) (\(page.url))") }
        waiting.append(.success(item(of: page)))
    }

    private mutating func tell(_ reason: String) {
        told += 1
        waiting.append(.failure(InputProblem(origin: name, reason: reason)))
    }

    private func item(of page: ArchivedPage) -> InputItem {
        var facts = facts
        (facts.url, facts.charset) = (page.url, page.charset ?? facts.charset)
        let headers = page.headers.map { Retrieval.Header(name: $0.name, value: $0.value) }
        let retrieval = page.status.map {
            Retrieval(requestedURL: page.url, url: page.url, status: $0, headers: headers)
        }
        return InputItem(
            origin: "\(name), byte \(page.offset)",
            content: .bytes(page.bytes, InputItem.Format(mediaType: page.contentType)), facts: facts,
            retrieval: retrieval,
            archive: ArchivePlace(file: file, offset: page.offset, record: page.recordID, date: page.date))
    }

    /// Why there is none: "; of its 12 records 8 are no text, 4 redirects".
    private var counts: String {
        let total = skipped.values.reduce(0, +)
        guard total > 0 else { return "" }
        let parts = skipped.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.value) \($0.key.rawValue)" }
        return "; its records: " + parts.joined(separator: ", ")
    }
}
