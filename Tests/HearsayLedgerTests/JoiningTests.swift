import HearsayCore
import HearsayLedger
import Testing

@Suite struct JoiningTests {
    private static let time = "2031-05-01T00:00:00Z"

    private func ledger(_ scratch: Scratch, _ names: [String], kind: Voice.Kind = .person) throws -> Ledger {
        let ledger = try scratch.ledger()
        for (number, name) in names.enumerated() {
            try ledger.add(
                SampleArticle(
                    url: "https://gull.example/\(number)",
                    said: [.init(name: name, kind: kind, content: "word \(number)")]))
        }
        return ledger
    }

    /// The source of the only voice of each article.
    private func sources(_ ledger: Ledger, _ count: Int) throws -> [Int?] {
        try (1...count).map { try ledger.voiceSources(.init(article: $0, number: 1))["v1"] }
    }

    @Test func spellingsOfOneNameJoin() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, ["Vyorstka", "Вёрстка", "Verstka"], kind: .outlet)
        #expect(try sources(ledger, 3) == [1, 1, 1])
    }

    @Test func nearMissesArePossibleAndNotJoined() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, ["Rustem Umerov", "Rustem Umarov"])
        #expect(try sources(ledger, 2) == [1, 2])
        let pairs = try ledger.possibleSources(limit: 9)
        #expect(pairs.map { [$0.first.id, $0.second.id] } == [[1, 2]] && pairs[0].reason.contains("Umarov"))
    }

    @Test func mergingIsFollowedByLaterVoicesAndCanBeUndone() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, ["Rustem Umerov", "Rustem Umarov"])
        let decision = try ledger.merge([2], into: 1, judge: "A. Desk", at: Self.time)
        #expect(try sources(ledger, 2) == [1, 1] && ledger.possibleSources(limit: 9).isEmpty)
        try ledger.add(
            SampleArticle(url: "https://gull.example/9", said: [.init(name: "Rustem Umarov", content: "later")]))
        #expect(try sources(ledger, 3) == [1, 1, 1])
        #expect(try ledger.source(1)?.statements.count == 3 && ledger.source(2) == nil)
        let undo = try ledger.undo(decision, at: Self.time)
        #expect(try sources(ledger, 3) == [1, 2, 2])
        #expect(try ledger.possibleSources(limit: 9).count == 1)
        let joinings = try ledger.joinings()
        #expect(joinings.map(\.undone) == [undo, nil] && joinings[0].judge == "A. Desk")
        #expect(try ledger.verify().findings == [])
        #expect(throws: LedgerError(.invalid, "", path: "")) { try ledger.undo(decision, at: Self.time) }
        #expect(throws: LedgerError(.notFound, "", path: "")) { try ledger.undo(undo, at: Self.time) }
    }

    @Test func mergesOfMergesComeApartInAnyOrder() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, ["Ada Brook", "Bela Croft", "Cyra Dale"])
        let first = try ledger.merge([2], into: 1, at: Self.time)
        let second = try ledger.merge([1], into: 3, at: Self.time)
        #expect(try sources(ledger, 3) == [3, 3, 3])
        _ = try ledger.undo(first, at: Self.time)
        #expect(try sources(ledger, 3) == [3, 2, 3])
        _ = try ledger.undo(second, at: Self.time)
        #expect(try sources(ledger, 3) == [1, 2, 3])
    }

    @Test func splittingCanBeUndone() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, ["Ada Brook", "Ada Brook", "Ada Brook"])
        let made = try ledger.split([(revision: .init(article: 2, number: 1), voice: "v1")], at: Self.time)
        #expect(try sources(ledger, 3) == [1, made.source, 1])
        _ = try ledger.undo(made.decision, at: Self.time)
        #expect(try sources(ledger, 3) == [1, 1, 1])
        #expect(throws: LedgerError(.notFound, "", path: "")) {
            try ledger.split([(revision: .init(article: 2, number: 1), voice: "v9")], at: Self.time)
        }
    }

    @Test func whatIsKeptApartIsNoLongerAsked() throws {
        let scratch = try Scratch()
        let ledger = try ledger(scratch, ["Rustem Umerov", "Rustem Umarov"])
        let decision = try ledger.keepApart(2, 1, at: Self.time)
        #expect(try ledger.possibleSources(limit: 9).isEmpty)
        _ = try ledger.undo(decision, at: Self.time)
        #expect(try ledger.possibleSources(limit: 9).count == 1)
    }

    @Test func unnamedSourcesAreNeverMerged() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.add(
            SampleArticle(said: [.init(role: "an official", content: "a"), .init(role: "an aide", content: "b")]))
        #expect(throws: LedgerError(.invalid, "", path: "")) { try ledger.merge([2], into: 1, at: Self.time) }
        #expect(throws: LedgerError(.notFound, "", path: "")) { try ledger.merge([7], into: 1, at: Self.time) }
        #expect(try ledger.logSize() == 2)
    }

    /// Any sequence of decisions and undoings, against a model that replays those that stand.
    @Test(arguments: 1...12 as ClosedRange<UInt64>) func decisionsAgreeWithAModel(_ seed: UInt64) throws {
        let scratch = try Scratch()
        let names = ["Ada Brook", "Bela Croft", "Cyra Dale", "Dorn Eames", "Ella Finch"]
        let ledger = try ledger(scratch, names)
        var dice = Dice(state: seed)
        var standing: [(id: Int, from: Int, into: Int)] = []
        for _ in 0..<20 {
            if dice.next(3) == 0, !standing.isEmpty {
                let taken = standing.remove(at: dice.next(standing.count))
                _ = try ledger.undo(taken.id, at: Self.time)
            } else {
                let (a, b) = (1 + dice.next(5), 1 + dice.next(5))
                let (from, into) = (root(a, standing), root(b, standing))
                if from == into {
                    #expect(throws: LedgerError.self) { try ledger.merge([a], into: b, at: Self.time) }
                } else {
                    standing.append((try ledger.merge([a], into: b, at: Self.time), from, into))
                }
            }
            let expected = (1...5).map { Optional(root($0, standing)) }
            #expect(try sources(ledger, 5) == expected, "seed \(seed): \(standing)")
        }
        #expect(try ledger.verify().findings == [])
    }

    private func root(_ source: Int, _ standing: [(id: Int, from: Int, into: Int)]) -> Int {
        var root = source
        while let step = standing.first(where: { $0.from == root }) { root = step.into }
        return root
    }
}
