import HearsayCore
import Testing

@testable import HearsayExport

/// Whatever an article holds, every export of it can be read back and holds the same words.
@Suite struct ExportPropertyTests {
    private static let rounds = 300

    /// The words of each statement, as they stand in the text.
    private static func words(_ articles: [ExportedArticle]) -> [String] {
        articles.flatMap { article in
            article.reading.statements.map { QuotedText.words(of: $0.content, in: article.reading.document.text) }
        }
    }

    private static func same(_ a: [String?], _ b: [String]) -> Bool {
        a.map { $0.map { Array($0.utf8) } } == b.map { Array($0.utf8) }
    }

    @Test func tablesHoldTheWords() throws {
        let seed = SeededNumbers.printedSeed()
        var random = RandomArticles(seed: seed)
        for round in 0..<Self.rounds {
            let articles = (0..<3).map { _ in random.article() }
            let rows = try #require(
                CSVText.rows(of: Sample.file(StatementTable(), articles)), "seed \(seed), round \(round)")
            let at = try #require(StatementTable.columns.firstIndex(of: "words"))
            let read = rows.dropFirst().map { StatementTable.unguarded($0[at]) }
            let expected = Self.words(articles).map { text in
                String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{0}" ? "\u{FFFD}" : $0 }))
            }
            #expect(Self.same(read, expected), "seed \(seed), round \(round)")
        }
    }

    @Test func bundlesHoldTheWords() throws {
        let seed = SeededNumbers.printedSeed()
        var random = RandomArticles(seed: seed)
        for round in 0..<Self.rounds {
            let articles = (0..<3).map { _ in random.article() }
            let claims = [random.claim(on: articles)]
            let bundle = try JSONValue.read(Sample.file(STIXBundle(), articles, claims))
            let notes = bundle["objects"].all("type", "note")
            #expect(Self.same(notes.map { $0["content"].text }, Self.words(articles)), "seed \(seed), round \(round)")
        }
    }

    @Test func graphsHoldTheWords() throws {
        let seed = SeededNumbers.printedSeed()
        var random = RandomArticles(seed: seed)
        for round in 0..<Self.rounds {
            let articles = (0..<3).map { _ in random.article() }
            let claims = [random.claim(on: articles)]
            let graph = try JSONValue.read(Sample.file(ProvenanceGraph(generator: Sample.generator), articles, claims))[
                "@graph"]
            let statements = graph.all("@type", "hearsay:Statement")
            #expect(
                Self.same(statements.map { $0["prov:value"].text }, Self.words(articles)),
                "seed \(seed), round \(round)")
        }
    }

    @Test func annotationsHoldTheWords() throws {
        let seed = SeededNumbers.printedSeed()
        var random = RandomArticles(seed: seed)
        for round in 0..<Self.rounds {
            let articles = (0..<3).map { _ in random.article() }
            let items = try JSONValue.read(Sample.file(AnnotationPage(generator: Sample.generator), articles))["items"]
                .items
            let words = items.map { item in
                item["target"].items.compactMap { $0["selector"][0]["exact"].text }.joined(separator: " … ")
            }
            #expect(Self.same(words, Self.words(articles)), "seed \(seed), round \(round)")
        }
    }

    @Test func reviewsHoldTheWords() throws {
        let seed = SeededNumbers.printedSeed()
        var random = RandomArticles(seed: seed)
        for round in 0..<Self.rounds {
            let reviews = (0..<6).map { _ in random.review(of: random.claim(on: [random.article()])) }
            var writer = ClaimReviews()
            var (bytes, kept) = ([UInt8](), [String]())
            for review in reviews {
                let item = writer.review(review)
                if !item.isEmpty { kept.append(review.judgement.claim) }
                bytes += item
            }
            bytes += writer.foot()
            #expect(writer.written == kept.count && writer.leftOut == reviews.count - kept.count)
            if kept.isEmpty {
                #expect(bytes.isEmpty)
            } else {
                let items = try JSONValue.read(bytes)["@graph"].items
                #expect(Self.same(items.map { $0["claimReviewed"].text }, kept), "seed \(seed), round \(round)")
            }
        }
    }

    @Test(arguments: ExportFormat.allCases)
    func piecesAreTheFileWhateverWentBefore(format: ExportFormat) {
        var random = RandomArticles(seed: 11)
        let articles = (0..<5).map { _ in random.article() }
        #expect(
            Sample.file(format.export(by: Sample.generator), articles)
                == Sample.file(format.export(by: Sample.generator), articles))
    }
}
