import HearsayCore
import HearsayLedger
import Testing

/// Splits, and what is left of sources when their voices go elsewhere.
@Suite struct SplittingTests {
    private static let time = "2031-05-01T00:00:00Z"

    private func article(_ number: Int, _ said: SampleArticle.Said...) -> SampleArticle {
        SampleArticle(url: "https://gull.example/\(number)", said: said)
    }

    private func said(_ name: String, of affiliation: String? = nil) -> SampleArticle.Said {
        .init(name: name, affiliation: affiliation, content: "word")
    }

    /// A ledger with an article for each name.
    private func ledger(_ scratch: Scratch, _ names: String...) throws -> Ledger {
        let ledger = try scratch.ledger()
        for (number, name) in names.enumerated() { try ledger.add(article(number, said(name))) }
        return ledger
    }

    private func source(_ ledger: Ledger, _ article: Int, _ voice: String = "v1") throws -> Int? {
        try ledger.voiceSources(.init(article: article, number: 1))[voice]
    }

    private func split(_ ledger: Ledger, _ articles: Int...) throws -> (decision: Int, source: Int) {
        try ledger.split(articles.map { (.init(article: $0, number: 1), "v1") }, at: Self.time)
    }

    @Test func aSplitIsTakenBackWhateverTheVoiceIsCalledByNow() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Ada Brook", "Ada Brook")
        let made = try split(ledger, 2)
        let key = RevisionKey(article: 2, number: 1)
        // Another voice has the id that was split off.
        let other = article(1, said("Petra Lind"), said("Ada Brook"))
        try ledger.renew(key, reading: other.reading, stages: ["tagger": "4"], at: Self.time)
        let petra = try source(ledger, 2)
        #expect(try source(ledger, 2, "v2") == made.source && petra != made.source)
        _ = try ledger.undo(made.decision, at: Self.time)
        #expect(try source(ledger, 2, "v2") == 1 && source(ledger, 2) == petra)
        #expect(try ledger.source(made.source) == nil)
    }

    @Test func splitsOfOneVoiceComeApartInAnyOrder() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Ada Brook", "Ada Brook", "Ada Brook")
        let first = try split(ledger, 2, 3)
        let second = try split(ledger, 3)
        _ = try ledger.undo(first.decision, at: Self.time)
        #expect(try [source(ledger, 2), source(ledger, 3)] == [1, second.source])
        _ = try ledger.undo(second.decision, at: Self.time)
        #expect(try [source(ledger, 2), source(ledger, 3)] == [1, 1])
    }

    @Test func voicesOfSourcesThatWereMergedGoBackToTheirOwn() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Ada Brook", "Bela Croft", "Ada Brook")
        let merge = try ledger.merge([2], into: 1, at: Self.time)
        let made = try split(ledger, 1, 2)
        #expect(try [source(ledger, 1), source(ledger, 2)] == [made.source, made.source])
        _ = try ledger.undo(merge, at: Self.time)
        #expect(try [source(ledger, 1), source(ledger, 2)] == [made.source, made.source])
        _ = try ledger.undo(made.decision, at: Self.time)
        #expect(try [source(ledger, 1), source(ledger, 2), source(ledger, 3)] == [1, 2, 1])
    }

    @Test func whatJoinedASourceThatWasSplitOffGoesBackToo() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let affiliations = [nil, "Ministry of Harbours", "Bay University", "the Harbours Office"]
        for (number, affiliation) in affiliations.prefix(2).enumerated() {
            try ledger.add(article(number, said("Ada Brook", of: affiliation)))
        }
        let made = try split(ledger, 2)
        for (number, affiliation) in affiliations.enumerated().dropFirst(2) {
            try ledger.add(article(number, said("Ada Brook", of: affiliation)))
        }
        // Each is known by the affiliations of its own voices.
        #expect(try (1...4).map { try source(ledger, $0) } == [1, made.source, 1, made.source])
        _ = try ledger.undo(made.decision, at: Self.time)
        #expect(try (1...4).map { try source(ledger, $0) } == [1, 1, 1, 1])
    }

    @Test func aSourceThatWasSplitOffIsCalledAsItsVoicesAre() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Rustem Umerov", "Rustem Umarov")
        _ = try ledger.merge([2], into: 1, at: Self.time)
        let made = try split(ledger, 2)
        #expect(try ledger.sources(named: "Rustem Umarov").map(\.id) == [made.source])
        #expect(try ledger.sources(named: "Rustem Umerov").map(\.id) == [1])
    }

    @Test func whatWasSplitIsNotAskedAgain() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(article(1, said("Ada Brook", of: "Ministry of Harbours")))
        try ledger.add(article(2, said("Ada Brook")))
        try ledger.renew(
            .init(article: 2, number: 1), reading: article(2, said("Ada Brook", of: "Bay University")).reading,
            stages: [:], at: Self.time)
        #expect(try [source(ledger, 1), source(ledger, 2)] == [1, 1])
        let made = try split(ledger, 2)
        #expect(try ledger.possibleSources(limit: 9).isEmpty)
        #expect(throws: LedgerError(.invalid, "", path: "")) {
            try ledger.keepApart(1, made.source, at: Self.time)
        }
    }

    @Test func whatIsKeptApartIsNotKeptApartTwice() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Rustem Umerov", "Rustem Umarov", "Ada Brook")
        _ = try ledger.merge([3], into: 2, at: Self.time)
        let decision = try ledger.keepApart(3, 1, at: Self.time)
        #expect(throws: LedgerError(.invalid, "", path: "")) { try ledger.keepApart(1, 2, at: Self.time) }
        #expect(throws: LedgerError(.invalid, "", path: "")) { try ledger.keepApart(3, 2, at: Self.time) }
        _ = try ledger.undo(decision, at: Self.time)
        #expect(try ledger.possibleSources(limit: 9).map { [$0.first.id, $0.second.id] } == [[1, 2]])
    }

    @Test func whatAMergedSourceMayBeIsAskedOfTheOther() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Rustem Umerov", "Rustem Umarov", "Ada Brook")
        let merge = try ledger.merge([2], into: 3, at: Self.time)
        #expect(try ledger.possibleSources(limit: 9).map { [$0.first.id, $0.second.id] } == [[1, 3]])
        let decision = try ledger.keepApart(3, 1, at: Self.time)
        #expect(try ledger.possibleSources(limit: 9).isEmpty)
        for taken in [merge, decision] { _ = try ledger.undo(taken, at: Self.time) }
        #expect(try ledger.possibleSources(limit: 9).map { [$0.first.id, $0.second.id] } == [[1, 2]])
    }

    @Test func aMergedSourceIsFoundByItsOwnName() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Rustem Umerov", "Rustem Umarov")
        _ = try ledger.merge([2], into: 1, at: Self.time)
        #expect(try ledger.sources(named: "Rustem Umarov").map(\.id) == [1])
        #expect(try ledger.sources(named: "").isEmpty)
    }

    // MARK: Erasing

    @Test func noBlankSourceComesBackWithAnUndoneSplit() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Ada Brook", "Ada Brook")
        let made = try split(ledger, 2)
        _ = try ledger.erase([.init(article: 1, number: 1)], at: Self.time)
        _ = try ledger.undo(made.decision, at: Self.time)
        #expect(try ledger.sources(limit: 9).map(\.label) == ["Ada Brook"])
        #expect(try ledger.sources(named: "ada brook").map(\.id) == [1])
        try ledger.add(article(7, said("Ada Brook")))
        #expect(try source(ledger, 3) == 1)
    }

    @Test func aSourceIsCalledByWhatWasMergedIntoItUntilThatLeaves() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Rustem Umerov", "Rustem Umarov", "Bela Croft")
        let merge = try ledger.merge([2], into: 1, at: Self.time)
        _ = try ledger.erase([.init(article: 1, number: 1)], at: Self.time)
        #expect(try ledger.sources(limit: 9).map(\.label) == ["Rustem Umarov", "Bela Croft"])
        // It has a name by that, so more can be merged into it.
        let second = try ledger.merge([3], into: 1, at: Self.time)
        _ = try ledger.undo(second, at: Self.time)
        _ = try ledger.undo(merge, at: Self.time)
        #expect(try ledger.source(1) == nil && ledger.source(2)?.source.label == "Rustem Umarov")
        try ledger.add(article(8, said("Rustem Umarov")))
        #expect(try source(ledger, 4) == 2)
        #expect(throws: LedgerError(.invalid, "", path: "")) { try ledger.merge([2], into: 1, at: Self.time) }
    }

    @Test func whatSourcesMayBeIsKeptWhenSomeOfTheirVoicesAreErased() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, "Rustem Umerov", "Rustem Umarov", "Rustem Umarov")
        _ = try ledger.erase([.init(article: 2, number: 1)], at: Self.time)
        #expect(try ledger.possibleSources(limit: 9).map { [$0.first.id, $0.second.id] } == [[1, 2]])
        _ = try ledger.erase([.init(article: 3, number: 1)], at: Self.time)
        #expect(try ledger.possibleSources(limit: 9).isEmpty)
    }
}
