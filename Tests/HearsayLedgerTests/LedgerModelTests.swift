import HearsayCore
import Testing

@testable import HearsayLedger

/// The ledger as one would write it without a database.
private struct LedgerModel {
    struct Revision {
        var article: SampleArticle
        var bytes: [UInt8]
    }

    var articles: [(key: String, revisions: [Revision])] = []
    var judgements: [Judgement] = []
    var log: [LogEntry.Kind] = []

    mutating func add(_ article: SampleArticle) -> Added {
        let revision = Revision(article: article, bytes: article.bytes)
        let key = article.url ?? String(decoding: article.bytes, as: UTF8.self)
        let statements = article.said.count
        guard let place = articles.firstIndex(where: { $0.key == key }) else {
            articles.append((key, [revision]))
            log += [.capture, .reading]
            return Added(change: .added, revision: .init(article: articles.count, number: 1), statements: statements)
        }
        if let number = articles[place].revisions.firstIndex(where: {
            $0.bytes == revision.bytes && $0.article.facts == article.facts
        }) {
            return Added(
                change: .unchanged, revision: .init(article: place + 1, number: number + 1), statements: statements)
        }
        articles[place].revisions.append(revision)
        log += [.capture, .reading]
        return Added(
            change: .revised, revision: .init(article: place + 1, number: articles[place].revisions.count),
            statements: statements)
    }

    var latest: [(id: Int, article: SampleArticle)] {
        articles.enumerated().compactMap { place, article in article.revisions.last.map { (place + 1, $0.article) } }
    }

    /// Article numbers, the latest published first.
    var order: [Int] {
        latest.sorted { a, b in
            let (x, y) = (
                a.article.published ?? a.article.capture.captured, b.article.published ?? b.article.capture.captured
            )
            return x == y ? a.id > b.id : x > y
        }.map(\.id)
    }

    var counts: LedgerCounts {
        let said = latest.flatMap(\.article.said)
        return LedgerCounts(
            articles: articles.count, revisions: articles.reduce(0) { $0 + $1.revisions.count },
            outlets: Set(latest.map(\.article.outlet)).count, statements: said.count,
            unnamed: said.count { $0.name == nil }, forecasts: said.count { $0.certainty != nil },
            judgements: judgements.count, entries: log.count)
    }

    /// Statements by the name of who said them.
    var named: [String: Int] {
        Dictionary(grouping: latest.flatMap(\.article.said).compactMap(\.name)) { $0 }.mapValues(\.count)
    }

    func found(_ word: String) -> Set<Int> {
        Set(
            latest.filter { $0.article.said.contains { $0.content.split(separator: " ").contains { $0 == word } } }.map(
                \.id))
    }
}

@Suite struct LedgerModelTests {
    private static let words = ["quay", "harbour", "gate", "pilots", "night", "tide"]
    private static let names = ["Ines Okoro", "Petra Lind", "Noor Abara", nil]

    private func article(_ dice: inout Dice) -> SampleArticle {
        var article = SampleArticle()
        article.url = dice.next(6) == 0 ? nil : "https://gull.example/\(dice.next(9))"
        article.outlet = ["The Gull", "The Bay Courier"][dice.next(2)]
        article.published = dice.next(4) == 0 ? nil : "2031-03-0\(1 + dice.next(9))"
        article.facts = dice.next(4) == 0 ? ["outlet": article.outlet] : [:]
        article.said = (0..<dice.next(4)).map { _ in
            let content = (0...dice.next(3)).map { _ in Self.words[dice.next(Self.words.count)] }
            return .init(
                name: Self.names[dice.next(4)], content: content.joined(separator: " "),
                certainty: dice.next(3) == 0 ? .likely : nil)
        }
        return article
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64]) func theLedgerDoesWhatTheModelDoes(_ seed: UInt64) throws {
        let scratch = try Scratch()
        var ledger = try scratch.ledger()
        var (model, dice, seen) = (LedgerModel(), Dice(state: seed), [SampleArticle]())
        for step in 0..<80 {
            switch dice.next(10) {
            case 0:
                var judgement = JudgementTests.sample
                judgement.claim = "claim \(step)"
                #expect(try ledger.judge(judgement) == model.log.count, "seed \(seed), step \(step)")
                model.judgements.append(judgement)
                model.log.append(.judgement)
            case 1:
                try ledger.close()
                ledger = try Ledger(path: scratch.path, mode: .write)
            case 2...4 where !seen.isEmpty:
                let again = seen[dice.next(seen.count)]
                #expect(try ledger.add(again) == model.add(again), "seed \(seed), step \(step)")
            default:
                seen.append(article(&dice))
                #expect(
                    try ledger.add(seen[seen.count - 1]) == model.add(seen[seen.count - 1]),
                    "seed \(seed), step \(step)")
            }
        }
        try compare(ledger, model, seed)
    }

    private func compare(_ ledger: Ledger, _ model: LedgerModel, _ seed: UInt64) throws {
        #expect(try ledger.counts() == model.counts, "seed \(seed)")
        #expect(try ledger.articles(limit: 1000).map(\.id) == model.order, "seed \(seed)")
        var paged: [Int] = []
        while let page = try Optional(ledger.articles(limit: 3, after: paged.last)), !page.isEmpty {
            paged += page.map(\.id)
        }
        #expect(paged == model.order, "seed \(seed)")
        for (place, article) in model.articles.enumerated() {
            let numbers = try ledger.revisions(of: place + 1).map(\.key.number)
            #expect(numbers == (1...article.revisions.count).reversed(), "seed \(seed)")
            for (index, revision) in article.revisions.enumerated() {
                let key = RevisionKey(article: place + 1, number: index + 1)
                #expect(try ledger.reading(key) == revision.article.reading, "seed \(seed)")
                #expect(try ledger.capture(key)?.bytes == revision.bytes, "seed \(seed)")
            }
        }
        #expect(try ledger.judgements() == model.judgements, "seed \(seed)")
        #expect(try ledger.entries(from: 0, limit: 1000).map(\.kind) == model.log, "seed \(seed)")
        let named = try ledger.sources(limit: 1000).filter { !$0.anonymous }
        #expect(
            Dictionary(uniqueKeysWithValues: named.map { ($0.label, $0.statements) }) == model.named, "seed \(seed)")
        for word in Self.words {
            let hits = try ledger.search(word, limit: 1000).filter { $0.statement != nil }
            #expect(Set(hits.map(\.article.id)) == model.found(word), "seed \(seed)")
        }
        #expect(try ledger.verify().findings.isEmpty, "seed \(seed)")
    }
}
