internal import HearsayCore

/// Settles through whom each statement came, once all that the article says of single ones is known: interviews go on
/// until another occasion is named, and what stands inside another statement came through its voice.
struct Ways {
    /// What is known of one statement.
    struct Heard {
        var voice: Int
        /// Through whom, as its own sentence says.
        var own: [Int]
        /// Whether `own` cites the voice, so that it says nothing of the next statement of a named one.
        var isCited = false
        /// Whether it is set off as an earlier one, so that what is said next was said elsewhere.
        var isEarlier = false
        /// The statement whose content holds it.
        var outer: Int?
        /// Whether it has a source at all; nobody passes nothing on.
        var hasSource = true
        var paragraph: Int
        /// A turn of a transcript: "KOLEN: We never said so."
        var isTurn = false
        /// Whether its sentence names an occasion of its own.
        var isElsewhere = false
        /// Whether the voice has no name.
        var isUnnamed = false
        /// The way that the voice has as one of a group.
        var inherited: [Int] = []
        /// Whether the voice is heard through the stage of the article.
        var isOnStage = false
    }

    /// How many paragraphs below the opening the interview that it sums up may come.
    private static let deepest = 8

    let heard: [Heard]
    /// The outlet whose event or story the article retells.
    let stage: Int?

    /// The way of every statement, nearest to the reader first.
    func settled() -> [[Int]] {
        var ways = heard.map(\.own)
        let basis = heard.first { $0.outer == nil && !$0.own.isEmpty && $0.paragraph < OccasionReader.opening }?.own[0]
        carryOn(&ways, basis)
        carryBack(&ways)
        for index in heard.indices { ways[index] = whole(index, ways) }
        return ways
    }

    /// What a voice goes on to say comes the same way.
    private func carryOn(_ ways: inout [[Int]], _ basis: Int?) {
        var last: [Int: (way: [Int], paragraph: Int)] = [:]
        for (index, one) in heard.enumerated() where one.outer == nil || one.isTurn {
            if !one.own.isEmpty {
                last[one.voice] = one.isEarlier && !one.isUnnamed ? nil : (one.own, one.paragraph)
            } else if one.isTurn, let outlet = basis ?? stage {
                ways[index] = [outlet]
            } else if one.isElsewhere, !one.isUnnamed {
                last[one.voice] = nil
            } else if let before = last[one.voice], goesOn(one, before.way, before.paragraph, basis) {
                ways[index] = before.way
                last[one.voice]?.paragraph = one.paragraph
            } else if last[one.voice] == nil, !one.inherited.isEmpty {
                ways[index] = one.inherited
            } else if one.isOnStage, let stage, stage != one.voice {
                ways[index] = [stage]
            }
        }
    }

    private func goesOn(_ one: Heard, _ way: [Int], _ paragraph: Int, _ basis: Int?) -> Bool {
        one.isUnnamed || way.first == basis || one.paragraph - paragraph <= 1
    }

    /// A paraphrase stands before the quotation that tells where it was said; and the opening before the interview.
    private func carryBack(_ ways: inout [[Int]]) {
        for index in heard.indices.reversed() {
            let one = heard[index]
            guard ways[index].isEmpty, one.outer == nil, !one.isElsewhere, !one.isTurn else { continue }
            let next = heard.indices.first { $0 > index && heard[$0].outer == nil }
            if let next, heard[next].voice == one.voice, !heard[next].own.isEmpty, !heard[next].isCited,
                !heard[next].isEarlier,
                heard[next].paragraph - one.paragraph <= 1
            {
                ways[index] = heard[next].own
            } else if one.paragraph < OccasionReader.opening, let main = main(of: one.voice) {
                ways[index] = main
            }
        }
    }

    /// The way that the article tells first of a voice, when it tells of no other occasion before: what an opening sums
    /// up is told in full below.
    private func main(of voice: Int) -> [Int]? {
        let told = heard.first { $0.voice == voice && $0.outer == nil && (!$0.own.isEmpty || $0.isElsewhere) }
        guard let told, !told.own.isEmpty, !told.isCited, told.paragraph <= Self.deepest else { return nil }
        return told.own
    }

    /// The way through the statements that hold one, and its own.
    private func whole(_ index: Int, _ ways: [[Int]]) -> [Int] {
        let one = heard[index]
        var way = ways[index]
        var outer = one.outer
        while let holder = outer, !one.isTurn {
            let via = heard[holder].hasSource ? [heard[holder].voice] : []
            way = ways[holder] + via + way
            outer = heard[holder].outer
        }
        var seen: Set<Int> = [one.voice]
        return way.filter { seen.insert($0).inserted }
    }
}
