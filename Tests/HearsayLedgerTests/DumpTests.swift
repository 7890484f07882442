import Foundation
import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct DumpTests {
    private static let time = "2031-06-01T00:00:00Z"

    /// A ledger in which everything happened that can.
    private func eventful(_ scratch: Scratch) throws -> Ledger {
        let ledger = try scratch.ledger()
        var fetched = SampleArticle(
            url: "https://gull.example/1", said: [.init(name: "Ines Okoro", content: "a\u{2028}\"b\"\\")])
        fetched.exchange = .init(status: 200)
        let units = StoredUnits(
            version: "1", units: [.init(span: TextSpan(0, 3), statement: 0, vector: [0.5, -0.25, 0.125])])
        try ledger.add(fetched, units: units)
        try ledger.add(SampleArticle(url: "https://gull.example/2", said: [.init(name: "Petra Lind", content: "b")]))
        let gone = try ledger.add(
            SampleArticle(url: "https://gull.example/3", said: [.init(name: "Noor Abara", content: "c")]))
        let renewed = try ledger.add(SampleArticle(url: "https://gull.example/4", published: nil))
        try ledger.judge(JudgementTests.sample)
        try ledger.renew(
            renewed.revision, reading: SampleArticle(url: "https://gull.example/4").reading, stages: ["tagger": "4"],
            at: Self.time)
        _ = try ledger.erase([gone.revision], reason: "asked", at: Self.time)
        let merge = try ledger.merge([2], into: 1, at: Self.time)
        _ = try ledger.undo(merge, at: Self.time)
        _ = try ledger.merge([1], into: 2, at: Self.time)
        try ledger.note(Look(article: 1, time: Self.time, outcome: .unchanged, status: 304))
        try ledger.note(Look(article: 1, time: Self.time, outcome: .gone, status: 410))
        try ledger.follow("https://gull.example/feed", title: "The Gull", at: Self.time)
        try ledger.note(
            FeedPoll(time: Self.time, outcome: .read, entries: [.init(url: "https://gull.example/5", title: "x")]),
            ofFeed: 1)
        return ledger
    }

    private func lines(_ ledger: Ledger) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        try ledger.dump { lines.append($0) }
        return lines
    }

    private func restore(_ lines: [[UInt8]], to path: String) throws -> Ledger {
        var rest = lines[...]
        return try Ledger.restore(to: path) { rest.popFirst() }
    }

    @Test func aRestoredLedgerIsTheSame() throws {
        let scratch = try Scratch()
        let ledger = try eventful(scratch)
        let lines = try lines(ledger)
        let copy = try restore(lines, to: scratch.folder + "/copy.db")
        #expect(try self.lines(copy) == lines)
        #expect(try copy.id == ledger.id && copy.leafHashes() == ledger.leafHashes())
        #expect(try copy.verify().findings == [] && copy.counts() == ledger.counts())
        #expect(
            try copy.articles(limit: 9) == ledger.articles(limit: 9)
                && copy.sources(limit: 9) == ledger.sources(limit: 9))
        #expect(try copy.judgements() == ledger.judgements() && copy.joinings() == ledger.joinings())
        #expect(try copy.erasures() == ledger.erasures() && copy.looks(at: 1) == ledger.looks(at: 1))
        #expect(try copy.feeds() == ledger.feeds() && copy.pages() == ledger.pages())
        #expect(try copy.search("quay", limit: 9) == ledger.search("quay", limit: 9))
        let key = RevisionKey(article: 1, number: 1)
        #expect(try copy.units(key) == ledger.units(key) && copy.capture(key) == ledger.capture(key))
        // And it goes on as the first one would.
        let next = SampleArticle(url: "https://gull.example/9", said: [.init(name: "PETRA LIND", content: "z")])
        #expect(try copy.add(next) == ledger.add(next))
        #expect(
            try copy.voiceSources(.init(article: 5, number: 1)) == ledger.voiceSources(.init(article: 5, number: 1)))
    }

    /// A source of a split that was taken back takes no voices any more, also not in a copy.
    @Test func aCopyJoinsVoicesAsTheFirstOneDoes() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        func article(_ number: Int, _ affiliation: String) -> SampleArticle {
            SampleArticle(
                url: "https://gull.example/\(number)",
                said: [.init(name: "Ada Brook", affiliation: affiliation, content: "a")])
        }
        for number in 1...2 { try ledger.add(article(number, "Bay University")) }
        let made = try ledger.split([(revision: .init(article: 2, number: 1), voice: "v1")], at: Self.time)
        _ = try ledger.undo(made.decision, at: Self.time)
        let copy = try restore(lines(ledger), to: scratch.folder + "/copy.db")
        for ledger in [ledger, copy] {
            let added = try ledger.add(article(3, "Ministry of Harbours"))
            #expect(try ledger.voiceSources(added.revision)["v1"] == 3)
        }
    }

    /// What no entry covers must at least be something that a ledger can hold.
    @Test(arguments: [
        (#""kind":"person""#, #""kind":"pilot""#), (#""source":2}"#, #""source":1}"#),
        (#""outcome":"read""#, #""outcome":"red""#), (#""merged":2"#, #""merged":1"#),
    ]) func rowsThatNoLedgerHoldsAreRefused(_ old: String, _ new: String) throws {
        let scratch = try Scratch()
        var lines = try lines(eventful(scratch)).map { String(decoding: $0, as: UTF8.self) }
        let place = try #require(lines.lastIndex { $0.contains(old) && !$0.contains(#""entry""#) })
        lines[place] = lines[place].replacing(old, with: new)
        #expect(throws: LedgerError(.damaged, "", path: "")) {
            try restore(lines.map { Array($0.utf8) }, to: scratch.folder + "/copy.db")
        }
    }

    @Test func everyLineIsJSONOnOneLine() throws {
        let scratch = try Scratch()
        for line in try lines(eventful(scratch)) {
            #expect(!line.contains(0x0A))
            guard case .object(let fields) = try JSONReader.value(of: line), case .string? = fields["type"] else {
                Issue.record("no object with a type")
                continue
            }
        }
    }

    @Test func whatIsCutOrChangedIsRefusedAndLeavesNothing() throws {
        let scratch = try Scratch()
        let lines = try lines(eventful(scratch))
        let path = scratch.folder + "/copy.db"
        var broken = [Array(lines.dropLast()), Array(lines.dropFirst()), lines + [lines[0]], []]
        for place in lines.indices { broken.append(lines.enumerated().filter { $0.offset != place }.map(\.element)) }
        var altered = lines
        altered[1] = Array(String(decoding: altered[1], as: UTF8.self).replacing("quay.html", with: "pier.html").utf8)
        broken.append(altered)
        for lines in broken {
            #expect(throws: LedgerError(.damaged, "", path: "")) { try restore(lines, to: path) }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: scratch.folder).allSatisfy { !$0.hasPrefix("copy") }
            )
        }
    }

    @Test func nothingIsOverwritten() throws {
        let scratch = try Scratch()
        let ledger = try eventful(scratch)
        let lines = try lines(ledger)
        #expect(throws: LedgerError(.failed, "", path: "")) { try restore(lines, to: scratch.path) }
        #expect(try ledger.verify().findings == [])
    }

    /// Lines with bytes changed, left out or put in: a ledger that verifies, or a reason, never a trap.
    @Test(arguments: 1...4 as ClosedRange<UInt64>) func mutatedLinesGiveALedgerOrAReason(_ seed: UInt64) throws {
        let scratch = try Scratch()
        let lines = try lines(eventful(scratch))
        var dice = Dice(state: seed)
        for round in 0..<40 {
            var mutated = lines
            for _ in 0...dice.next(3) {
                let place = dice.next(mutated.count)
                guard !mutated[place].isEmpty else { continue }
                let at = dice.next(mutated[place].count)
                switch dice.next(3) {
                case 0: mutated[place][at] = UInt8(dice.next(256))
                case 1: mutated[place].remove(at: at)
                default: mutated.swapAt(place, dice.next(mutated.count))
                }
            }
            do {
                let copy = try restore(mutated, to: scratch.folder + "/copy-\(round).db")
                #expect(try copy.verify().findings == [], "seed \(seed), round \(round)")
            } catch let error as LedgerError {
                #expect(!error.reason.isEmpty)
            }
        }
    }
}
