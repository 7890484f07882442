import Foundation
import Glibc
import HearsayCore
import HearsayLedger
import Testing

/// Prints what adding and asking cost; `HEARSAY_BENCH=1 swift test --filter SpeedTests`.
@Suite struct SpeedTests {
    private static let isOn = ProcessInfo.processInfo.environment["HEARSAY_BENCH"] != nil

    private func article(_ number: Int) -> SampleArticle {
        let said = (0..<10).map { index in
            SampleArticle.Said(
                name: "Ines \(["Okoro", "Lind", "Abara"][index % 3])-\((number * 10 + index) % 700)",
                affiliation: "Harbour Ministry",
                content: (0..<20).map { "word\((number &* 31 &+ index &* 17 &+ $0 &* 7) % 5000)" }.joined(
                    separator: " "))
        }
        return SampleArticle(url: "https://gull.example/\(number)", headline: "Article \(number)", said: said)
    }

    private func cost(_ what: String, _ body: () throws -> Void) rethrows {
        let (start, clock) = (clock(), ContinuousClock.now)
        try body()
        let seconds = Double(Glibc.clock() - start) / Double(CLOCKS_PER_SEC)
        print("\(what): \(seconds) s CPU, \(ContinuousClock.now - clock) wall")
    }

    @Test(.enabled(if: isOn, "HEARSAY_BENCH is not set")) func fiveHundredArticles() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let articles = (0..<500).map(article)
        let ready = articles.map { ($0.capture, $0.reading) }
        let vector = [Float](repeating: 0.1, count: 384)
        let units = StoredUnits(
            version: "1", units: (0..<20).map { .init(span: TextSpan($0, $0 + 1), statement: nil, vector: vector) })
        try cost("add 500") {
            for (capture, reading) in ready {
                _ = try ledger.add(capture, reading: reading, units: units, at: "2031-03-23T10:00:00Z")
            }
        }
        try cost("add 500 again") { for article in articles { try ledger.add(article) } }
        try cost("verify") { _ = try ledger.verify() }
        try cost("500 readings") { for key in try ledger.latestRevisions() { _ = try ledger.reading(key) } }
        try cost("500 units") { for key in try ledger.latestRevisions() { _ = try ledger.units(key) } }
        try cost("sources") { _ = try ledger.sources(limit: 50) }
        try cost("articles") { _ = try ledger.articles(limit: 50) }
        try cost("counts") { _ = try ledger.counts() }
        try cost("search") { _ = try ledger.search("word1 wor", limit: 20) }
        try ledger.close()
        print("file: \(try scratch.bytes().count >> 10) KiB")
    }
}
