internal import HearsayCapture
internal import HearsayCore
internal import HearsayLedger
internal import HearsayTracing

/// Reads stored captures anew and puts the new readings in place of the old ones, whose log entries stay.
public struct Rereading: Sendable {
    /// What became of one revision.
    public struct Outcome: Sendable {
        /// What changed.
        public enum Change: Equatable, Sendable {
            /// It has a new reading.
            case renewed
            /// The new reading is the old one.
            case same
            /// It could not be read; the old reading stays.
            case failed(String)
        }

        /// The article's number.
        public let article: Int
        /// The revision's number.
        public let revision: Int
        /// What changed.
        public let change: Change
    }

    private let desk: LedgerDesk
    private let jobs: Int

    /// Rereading on so many threads.
    public init(desk: LedgerDesk, jobs: Int) { (self.desk, self.jobs) = (desk, jobs) }

    /// How many revisions ``run(articles:all:deliver:)`` would read.
    public func count(articles: [Int], all: Bool) throws -> Int { try keys(articles, all).count }

    /// Reads revisions whose readings were made by other versions of the stages than these, or all of them.
    ///
    /// Each is stored in a transaction of its own, so an interrupted run goes on where it stopped.
    /// - Parameter articles: numbers; every article if none is named.
    public func run(articles: [Int], all: Bool, deliver: (Outcome) throws -> Void) throws {
        try desk.prepareToRead()
        let work = OrderedWork<RevisionKey, Result<ReadAgain, any Error>>(jobs: jobs, window: max(4, jobs * 16)) {
            key in
            Result { try desk.readAgain(key) }
        }
        try work.run(try keys(articles, all)) { result in
            switch result {
            case .success(let read):
                do {
                    let isNew = try desk.renew(read)
                    try deliver(outcome(read.key, isNew ? .renewed : .same))
                } catch let error as DeskError where error.code == .notFound {
                    try deliver(outcome(read.key, .failed("it was erased meanwhile")))
                }
            case .failure(let error):
                guard let problem = error as? UnreadAgain else { throw error }
                try deliver(outcome(problem.key, .failed(problem.reason)))
            }
        }
    }

    private func outcome(_ key: RevisionKey, _ change: Outcome.Change) -> Outcome {
        Outcome(article: key.article, revision: key.number, change: change)
    }

    private func keys(_ articles: [Int], _ all: Bool) throws -> [RevisionKey] {
        try desk.asking { ledger in
            var keys = try ledger.revisions(notReadBy: all ? nil : LedgerDesk.stages)
            if !articles.isEmpty {
                let known = Set(try ledger.allRevisions().map(\.article))
                if let unknown = articles.first(where: { !known.contains($0) }) {
                    throw DeskError(.notFound, "there is no article \(unknown)")
                }
                let wanted = Set(articles)
                keys.removeAll { !wanted.contains($0.article) }
            }
            return keys
        }
    }
}

/// A revision that was read anew, before it is stored.
struct ReadAgain: Sendable {
    let key: RevisionKey
    let article: FileTracing.ReadArticle
}

/// A revision that cannot be read anew.
struct UnreadAgain: Error {
    let key: RevisionKey
    let reason: String
}

extension LedgerDesk {
    @Sendable func readAgain(_ key: RevisionKey) throws -> ReadAgain {
        guard let capture = try asking({ try $0.capture(key) }) else {
            throw UnreadAgain(key: key, reason: "its capture is missing")
        }
        do {
            return ReadAgain(key: key, article: try FileTracing.read(InputItem(capture), with: reader()))
        } catch let problem as InputProblem {
            throw UnreadAgain(key: key, reason: problem.reason)
        }
    }

    func renew(_ read: ReadAgain) throws -> Bool {
        let time = now()
        return try asking {
            try $0.renew(
                read.key, reading: read.article.reading, units: StoredUnits(read.article), stages: Self.stages, at: time
            )
        }
    }
}

extension StoredUnits {
    init(_ article: FileTracing.ReadArticle) {
        self.init(
            version: ClaimUnits.version,
            units: zip(article.units, article.vectors).map {
                Unit(span: $0.span, statement: $0.statement, vector: $1)
            })
    }
}

extension InputItem {
    /// The input that a stored capture was, as far as the capture tells.
    init(_ capture: CaptureRecord) {
        var facts = ArticleFacts(
            url: capture.finalURL ?? capture.url, outlet: capture.facts["outlet"],
            published: capture.facts["published"],
            charset: capture.facts["charset"])
        (facts.headline, facts.byline) = (capture.facts["headline"], capture.facts["byline"])
        let format = capture.format ?? Self.likelyFormat(of: capture)
        let content: Content =
            format == Self.words
            ? .text(String(decoding: capture.bytes, as: UTF8.self))
            : .bytes(capture.bytes, Format(rawValue: format) ?? .unknown)
        self.init(origin: capture.origin, content: content, facts: facts)
    }

    /// The format of a capture of text that came in JSON, without a page.
    private static let words = "words"

    /// The format as a capture keeps it, so that it is read the same way again.
    var storedFormat: String {
        switch content {
        case .bytes(_, let format): format.rawValue
        case .text, .reading: Self.words
        }
    }

    /// The format of a capture from before that was kept.
    private static func likelyFormat(of capture: CaptureRecord) -> String {
        // "articles.jsonl:17"
        let tail = capture.origin.utf8.reversed().prefix { $0 != 0x3A }
        if capture.exchange == nil, capture.archive == nil, tail.count < capture.origin.utf8.count, !tail.isEmpty,
            tail.allSatisfy({ (0x30...0x39).contains($0) })
        {
            return words
        }
        let type = capture.headers.last { $0.name.lowercased() == "content-type" }?.value
        let named = Format(mediaType: type.map { String($0.prefix { $0 != ";" }) })
        return (named == .unknown ? Format(fileEnding: InputPaths.fileExtension(of: capture.origin)) : named).rawValue
    }
}
