import HearsayCore
import HearsayLedger
import Testing

@Suite struct SearchTests {
    private func ledger(_ scratch: Scratch) throws -> Ledger {
        let ledger = try scratch.ledger()
        try ledger.add(
            SampleArticle(
                url: "https://gull.example/1",
                said: [
                    .init(name: "Inés Okoro", content: "the north quay will close"),
                    .init(name: "Petra Lind", content: "nobody was asked"),
                ]))
        try ledger.add(SampleArticle(url: "https://gull.example/2", headline: "Café opens", said: []))
        return ledger
    }

    @Test func wordsAreFoundInStatementsVoicesAndTexts() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        let hits = try ledger.search("NORTH quay", limit: 9)
        #expect(hits.count == 2 && Set(hits.map(\.statement)) == ["s1", nil])
        let statement = try #require(hits.first { $0.statement != nil })
        #expect(statement.voice == "Inés Okoro" && statement.article.id == 1)
        #expect(
            statement.pieces == [
                .init(words: "the ", isMatch: false), .init(words: "north", isMatch: true),
                .init(words: " ", isMatch: false), .init(words: "quay", isMatch: true),
                .init(words: " will close", isMatch: false),
            ])
        #expect(try ledger.search("ines clos", limit: 9).contains { $0.statement == "s1" })
        #expect(try ledger.search("cafe", limit: 9).map(\.article.id) == [2])
        #expect(try ledger.search("quay nowhere", limit: 9).isEmpty)
        #expect(try ledger.search("quay", limit: 1).count == 1)
        #expect(try ledger.search("quay", limit: 0).isEmpty)
    }

    @Test func startsOfWordsAreFound() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        // With a star, wherever it stands; without one, the last word where there is no such word.
        for words in ["qua*", "qua", "nor* quay", "no* qua*", "north qua"] {
            #expect(try ledger.search(words, limit: 9).contains { $0.statement == "s1" }, "\(words)")
        }
        for words in ["nor quay", "qu", "qua north", "quay*side*x"] {
            #expect(try ledger.search(words, limit: 9).isEmpty, "\(words)")
        }
        try ledger.add(SampleArticle(url: "https://gull.example/3", said: [.init(name: "X", content: "qua")]))
        #expect(try ledger.search("qua", limit: 9).allSatisfy { $0.article.id == 3 })
    }

    /// Places where more of the words are, and rarer ones, come first.
    @Test func betterPlacesComeFirst() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        for number in 0..<20 {
            let content = number == 7 ? "quay gate quay" : "gate and \(String(repeating: "water ", count: number)) quay"
            try ledger.add(
                SampleArticle(url: "https://gull.example/\(number)", said: [.init(name: "X", content: content)]))
        }
        let found = try ledger.search(SearchQuery("quay gate", scopes: [.statements]), limit: 20).matches
        #expect(found.map(\.article.id) == [8, 1, 2, 3, 4, 5, 6, 7] + (9...20))
    }

    @Test func supersededTextIsNotFound() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(SampleArticle())
        #expect(try ledger.search("Okoro", limit: 9).count == 2)
        try ledger.add(SampleArticle(said: [.init(name: "Petra Lind", content: "no")]))
        #expect(try ledger.search("Okoro", limit: 9).isEmpty)
        #expect(try ledger.search("Lind", limit: 9).count == 2)
    }

    @Test(
        arguments: [
            "", " ", "\"", "\"\"", "*", "a*", "-", "^quay", "quay OR", "AND", "NOT quay", "NEAR(quay north, 2)",
            "words:quay",
            "{words label}: quay", "quay + north", "(", "quay)", "'; DROP TABLE statement; --", "\0quay", "\u{1}\u{2}",
            "“quay”", "😀", "e\u{301}", String(repeating: "quay ", count: 2000),
            (0..<500).map { "w\($0)" }.joined(separator: " "),
        ])
    func noQueryIsAnError(_ words: String) throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        _ = try ledger.search(words, limit: 5)
    }

    @Test func operatorsAreWords() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch)
        #expect(try ledger.search("quay OR nowhere", limit: 9).isEmpty)
        #expect(try ledger.search("“north quay”", limit: 9).count == 2)
    }
}

extension Ledger {
    /// What words find in statements and articles.
    func search(_ words: String, limit: Int) throws -> [SearchMatch] {
        try search(SearchQuery(words, scopes: [.statements, .articles]), limit: limit).matches
    }
}
