import HearsayCore
import HearsayNames
import Testing

/// Floors on pairs of names; `scripts/score_names.py` gives the same figures from the command.
@Suite struct NameFloorTests {
    private static func isAlike(_ match: NameMatch) -> Bool { match.score >= NameMatcher.threshold }

    @Test func ownPairs() throws {
        let pairs = try NameGold.own()
        #expect(pairs.count >= 150)
        let score = NameGold.Score(pairs) { $0.verdict == .same }
        #expect(score.f1 >= 0.95, "\(score)")
        for pair in pairs where !pair.isSame {
            let match = NameMatcher.compare(pair.name1, pair.name2, kind: pair.kind)
            #expect(match.verdict != .same, "\(pair.name1), \(pair.name2): \(match)")
        }
    }

    @Test(.disabled(if: NameGold.casesAreAbsent, "the data folder is absent (HEARSAY_DATA)"))
    func publicPairs() throws {
        let pairs = try NameGold.pairs(NameGold.cases)
        let all = NameGold.Score(pairs, Self.isAlike)
        #expect(all.f1 >= 0.93, "\(all)")
        let foreign = NameGold.Score(pairs.filter(\.isForeign), Self.isAlike)
        #expect(foreign.f1 >= 0.92, "\(foreign)")
        let merged = NameGold.Score(pairs) { $0.verdict == .same }
        #expect(merged.wrong == 0, "\(merged)")
    }
}
