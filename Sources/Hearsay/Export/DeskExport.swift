internal import HearsayCore
internal import HearsayExport
internal import HearsayLedger
internal import HearsayReckoning

/// A ledger in formats that other people's tools read.
public struct DeskExport {
    /// The formats.
    public enum Format: String, Sendable, CaseIterable {
        /// Everything, as lines of JSON from which `hearsay import` makes the same ledger again.
        case jsonl
        /// A table of statements for spreadsheets.
        case csv
        /// A STIX 2.1 bundle.
        case stix
        /// Where statements and claims come from, as PROV-O in JSON-LD.
        case prov
        /// Every statement as a Web Annotation in JSON-LD.
        case annotations
    }

    /// Where verdicts are published, and by whom.
    public struct Publication: Sendable {
        /// The address of a verdict's page, in which `{claim}` stands for the claim's id.
        public var page: String
        /// Who publishes.
        public var author: String

        /// A publication.
        public init(page: String, author: String) { (self.page, self.author) = (page, author) }
    }

    private let desk: LedgerDesk
    private let generator: ExportGenerator
    private let write: ([UInt8]) throws -> Void

    /// An export by this version of the program, whose bytes go to `write` piece by piece.
    public init(desk: LedgerDesk, version: String, write: @escaping ([UInt8]) throws -> Void) {
        (self.desk, generator, self.write) = (desk, ExportGenerator(version: version), write)
    }

    /// Writes the latest revisions of articles, or of all for an empty list, with the claims that rest on them.
    /// `progress` is told how many articles are written, of how many.
    /// - Throws: ``DeskError``, and what `write` throws.
    public func run(
        _ format: Format, articles: [Int] = [], progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) throws {
        switch format {
        case .jsonl:
            guard articles.isEmpty else { throw DeskError(.invalid, "lines of JSON hold the whole ledger") }
            try desk.dump(write)
        case .csv: try run(.csv, articles, progress)
        case .stix: try run(.stix, articles, progress)
        case .prov: try run(.prov, articles, progress)
        case .annotations: try run(.annotations, articles, progress)
        }
    }

    private func run(_ format: ExportFormat, _ articles: [Int], _ progress: (Int, Int) -> Void) throws {
        let keys = try latest(articles)
        var export = format.export(by: generator)
        try write(export.head())
        for (done, key) in keys.enumerated() {
            if let article = try article(key) { try write(export.article(article)) }
            progress(done + 1, keys.count)
        }
        if format == .stix || format == .prov {
            try eachClaim(in: desk.snapshot()) { claim in
                let isWanted = claim.revisions.values.contains { articles.contains($0.article) }
                if articles.isEmpty || isWanted { try write(export.claim(claim)) }
            }
        }
        try write(export.foot())
    }

    /// Writes the verdicts that count, one for each claim, as ClaimReview in JSON-LD for the pages on which they stand.
    /// - Returns: how many were written, and how many left out since nothing was decided or they were taken back.
    public func reviews(_ publication: Publication) throws -> (written: Int, leftOut: Int) {
        let snapshot = try desk.snapshot()
        let settlement = Settlement(judgements: snapshot.judgements)
        var reviews = ClaimReviews()
        try eachClaim(in: snapshot) { claim in
            let anchors = Settlement.anchors(of: claim.claim) { snapshot.documents[$0] }
            guard let judgement = settlement.judgement(at: anchors) else { return }
            try write(
                reviews.review(
                    ExportedReview(
                        judgement: judgement, page: publication.page.replacing("{claim}", with: claim.claim.id),
                        author: .init(name: publication.author), claim: claim)))
        }
        try write(reviews.foot())
        return (reviews.written, reviews.leftOut)
    }

    // MARK: Values

    private func eachClaim(in snapshot: TraceSnapshot, _ body: (ExportedClaim) throws -> Void) throws {
        func revision(_ id: String) throws -> ExportedRevision? {
            try snapshot.revisions[id].flatMap { try self.revision($0) }
        }
        try ExportedClaim.each(in: snapshot.trace, revision: revision, body)
    }

    private func latest(_ articles: [Int]) throws -> [RevisionKey] {
        let all = try desk.asking { try $0.latestRevisions() }
        if articles.isEmpty { return all }
        let known = Dictionary(all.map { ($0.article, $0) }) { first, _ in first }
        return try articles.map { article in
            guard let key = known[article] else { throw DeskError(.notFound, "there is no article \(article)") }
            return key
        }
    }

    private func article(_ key: RevisionKey) throws -> ExportedArticle? {
        try desk.asking { ledger in
            guard let reading = try ledger.reading(key), let revision = try revision(key) else { return nil }
            let earlier = try ledger.revisions(of: key.article).map(\.key).drop { $0 != key }.dropFirst().first
            return ExportedArticle(
                revision: revision, reading: reading, previous: try earlier.flatMap(self.revision),
                sources: try ledger.voiceSources(key))
        }
    }

    private func revision(_ key: RevisionKey) throws -> ExportedRevision? {
        try desk.asking { ledger in
            guard let stored = try ledger.revisions(of: key.article).first(where: { $0.key == key }),
                let capture = try ledger.capture(key)
            else { return nil }
            let read = try ledger.entries(from: stored.readingEntry, limit: 1).first?.time
            return ExportedRevision(
                article: key.article, number: key.number, url: capture.url, finalURL: capture.finalURL,
                digest: stored.digest, captured: stored.captured, requested: capture.exchange?.requested, read: read,
                entry: stored.captureEntry, stages: stored.stages)
        }
    }
}
