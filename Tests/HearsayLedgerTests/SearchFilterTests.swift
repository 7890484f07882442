import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct SearchFilterTests {
    /// Statements as one would filter them without a database.
    private struct Place: Hashable {
        var article: Int
        var statement: String
    }

    private static let names: [String?] = ["Ines Okoro", "Petra Lind", nil]
    private static let words = ["quay", "harbour", "gate"]

    private func fill(_ ledger: Ledger, _ dice: inout Dice) throws -> [(article: SampleArticle, id: Int)] {
        try (0..<12).map { number in
            var article = SampleArticle(url: "https://gull.example/\(number)")
            article.outlet = ["The Gull", "Bay Courier"][dice.next(2)]
            article.published = "2031-03-\(10 + dice.next(15))"
            article.said = (0...dice.next(4)).map { _ in
                .init(
                    name: Self.names[dice.next(3)], role: "an official", content: Self.words[dice.next(3)] + " closes",
                    certainty: dice.next(2) == 0 ? .likely : nil)
            }
            return (article, try ledger.add(article).revision.article)
        }
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>) func filtersAgreeWithAModel(_ seed: UInt64) throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var dice = Dice(state: seed)
        let articles = try fill(ledger, &dice)
        for _ in 0..<30 {
            var query = SearchQuery(dice.next(3) == 0 ? "" : Self.words[dice.next(3)], scopes: [.statements])
            if dice.next(2) == 0 { query.outlet = ["the gull", "BAY COURIER"][dice.next(2)] }
            if dice.next(2) == 0 { query.isUnnamed = dice.next(2) == 0 }
            if dice.next(3) == 0 { query.due = DayInterval(CivilDay(number: 22_380), CivilDay(number: 22_390)) }
            if dice.next(3) == 0 { query.stance = .asserts }
            if dice.next(3) == 0 { query.isRelayed = false }
            if dice.next(3) == 0 { query.source = try ledger.sources(named: "Ines Okoro").first?.id }
            if dice.next(3) == 0 {
                query.said = DayInterval(CivilDay(iso: "2031-03-12") ?? CivilDay(number: 0), CivilDay(number: 999_999))
            }
            let found = try allPages(ledger, query)
            #expect(Set(found).count == found.count, "seed \(seed): \(query) gives a place twice")
            let isEmpty = query.words.isEmpty && !query.filtersStatements && query.source == nil && query.outlet == nil
            let expected = isEmpty ? [] : expected(articles, query)
            #expect(Set(found) == Set(expected), "seed \(seed): \(query)")
        }
    }

    private func allPages(_ ledger: Ledger, _ query: SearchQuery) throws -> [Place] {
        var (found, after) = ([Place](), String?.none)
        repeat {
            let page = try ledger.search(query, limit: 3, after: after)
            found += page.matches.map { Place(article: $0.article.id, statement: $0.statement ?? "") }
            after = page.next
            if after != nil { #expect(page.matches.count == 3) }
        } while after != nil
        return found
    }

    private func expected(_ articles: [(article: SampleArticle, id: Int)], _ query: SearchQuery) -> [Place] {
        articles.flatMap { article, id in
            article.said.enumerated().compactMap { index, said in
                if let outlet = query.outlet, article.outlet.lowercased() != outlet.lowercased() { return nil }
                if let isUnnamed = query.isUnnamed, isUnnamed != (said.name == nil) { return nil }
                if query.due != nil, said.certainty == nil { return nil }
                if query.source != nil, said.name != "Ines Okoro" { return nil }
                if query.said != nil, article.published ?? "" < "2031-03-12" { return nil }
                if !query.words.isEmpty, !said.content.hasPrefix(query.words) { return nil }
                return Place(article: id, statement: "s\(index + 1)")
            }
        }
    }

    @Test func voicesAreFoundOncePerSource() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for number in 0..<5 { try ledger.add(SampleArticle(url: "https://gull.example/\(number)")) }
        let found = try ledger.search(SearchQuery("okoro", scopes: [.voices]), limit: 9)
        #expect(found.matches.map(\.source) == [1] && found.matches[0].voice == "Ines Okoro" && found.next == nil)
        #expect(try ledger.search(SearchQuery("ministry", scopes: [.voices]), limit: 9).matches.count == 1)
    }

    @Test func aCursorIsGoodForItsOwnQuery() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for number in 0..<5 { try ledger.add(SampleArticle(url: "https://gull.example/\(number)")) }
        let next = try #require(try ledger.search(SearchQuery("quay"), limit: 2).next)
        #expect(try ledger.search(SearchQuery("quay"), limit: 2, after: next).matches.count == 2)
        for bad in [next + "0", "", "zz", String(repeating: "f", count: 64)] {
            #expect(throws: LedgerError(.notFound, "", path: "")) {
                try ledger.search(SearchQuery("quay"), limit: 2, after: bad)
            }
        }
        #expect(throws: LedgerError(.notFound, "", path: "")) {
            try ledger.search(SearchQuery("harbour"), limit: 2, after: next)
        }
    }
}
