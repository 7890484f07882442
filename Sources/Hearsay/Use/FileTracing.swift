public import HearsayCore
public import HearsayTracing

/// Traces claims through articles that come as files, in memory.
public struct FileTracing: Sendable {
    /// An article that is read and ready to be traced, but for its id.
    public struct ReadArticle: Sendable {
        let reading: Reading
        let units: [ClaimUnit]
        let vectors: [[Float]]
    }

    /// What was traced, with the texts that its spans refer to.
    public struct Result: Sendable {
        /// The trace.
        public let trace: Trace
        /// The text of every article, by its id.
        public let texts: [String: SourceText]
        /// The headline of every article that has one, by its id.
        public let headlines: [String: String]
    }

    private let engine: ReadingEngine
    private let tracer: Tracer
    private var articles: [(id: String?, article: ReadArticle)] = []

    /// Nothing read yet.
    public init(engine: ReadingEngine, tracer: Tracer = Tracer()) {
        self.engine = engine
        self.tracer = tracer
    }

    /// Reads one input; may be called from many threads at once.
    public static func read(_ item: InputItem, with engine: ReadingEngine) throws -> ReadArticle {
        let reading = try engine.reading(item)
        let units = ClaimUnits.of(reading)
        return ReadArticle(reading: reading, units: units, vectors: engine.vectors(units.map(\.text)))
    }

    /// Takes an article into the set; `id` is the caller's own.
    public mutating func add(_ article: ReadArticle, id: String?) { articles.append((id, article)) }

    /// Traces the set.
    public func trace() -> Result {
        let ids = Self.ids(articles.map(\.id))
        let revisions = Self.revisions(of: articles.map(\.article.reading.document))
        let traced = articles.indices.map { i in
            let article = articles[i].article
            return TracedArticle(
                id: ids[i], reading: article.reading, revisionOf: revisions[i].map { ids[$0] }, units: article.units,
                vectors: article.vectors)
        }
        let readings = Dictionary(zip(ids, articles.map(\.article.reading))) { first, _ in first }
        var trace = tracer.trace(traced)
        trace.withdrawn = SupersededVersions.withdrawals(in: trace) { id in
            readings[id].map { SupersededVersions.Version(id: id, reading: $0) }
        }
        return Result(
            trace: trace, texts: readings.mapValues(\.document.text),
            headlines: readings.compactMapValues(\.document.headline))
    }

    /// The callers' ids where they are given and taken by nobody before; else "a1", "a2", … by place.
    static func ids(_ given: [String?]) -> [String] {
        var taken = Set<String>()
        var ids: [String?] = given.map { id in id.flatMap { taken.insert($0).inserted ? $0 : nil } }
        for i in ids.indices where ids[i] == nil {
            var name = "a\(i + 1)"
            while !taken.insert(name).inserted { name += "x" }
            ids[i] = name
        }
        return ids.map { $0 ?? "" }
    }

    /// For each document the place of the version before it: the same address and outlet, published earlier.
    static func revisions(of documents: [Document]) -> [Int?] {
        var versions: [String: [Int]] = [:]
        for (i, document) in documents.enumerated() {
            guard let url = document.canonicalURL ?? document.url, document.published != nil else { continue }
            versions[url + "\n" + (document.outlet.name ?? ""), default: []].append(i)
        }
        var before = [Int?](repeating: nil, count: documents.count)
        for group in versions.values {
            let ordered = group.sorted { (documents[$0].published ?? "", $0) < (documents[$1].published ?? "", $1) }
            for (earlier, later) in zip(ordered, ordered.dropFirst())
            where documents[earlier].published != documents[later].published {
                before[later] = earlier
            }
        }
        return before
    }
}
