import Foundation
import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct DraftRepairTests {
    /// "sentence / source / cue / content" and so on, three for each draft; a content's parts are joined by "+".
    private func drafts(_ input: String) throws -> (passage: Passage, drafts: [Draft]) {
        let parts = input.components(separatedBy: "/").map(TimeText.trimmed)
        let passage = try Passage(parts[0])
        let drafts = try stride(from: 1, to: parts.count, by: 3).map { at in
            var draft = try passage.draft(parts[at], parts[at + 1])
            draft.content = try parts[at + 2].components(separatedBy: " + ").flatMap { part in
                part.isEmpty ? [] : try passage.draft("", "", TimeText.trimmed(part)).content
            }
            return draft
        }
        return (passage, drafts)
    }

    private func repaired(_ input: String) throws -> String {
        let (passage, drafts) = try drafts(input)
        return DraftRepair(prose: passage.prose, lexicon: passage.lexicon).repaired(drafts)
            .map(passage.string).joined(separator: " / ")
    }

    @Test(arguments: [
        "The pilot asked not to be named. / The pilot / asked / not to be named",
        "The pilot asked that her name not be used. / The pilot / asked / that her name not be used",
        "The pilot spoke on condition of anonymity. / The pilot / spoke / on condition of anonymity",
        "The pilot insisted on anonymity. / The pilot / insisted / on anonymity",
        "Kolen declined to comment. / Kolen / declined / to comment",
        "Kolen refused to comment on it. / Kolen / refused / to comment on it",
        "Nobody said it was shut. / Nobody / said / it was shut",
        "No one said it was shut. / No one / said / it was shut",
        "Neither of them said it was shut. / Neither of them / said / it was shut",
        "Kolen has not said how it was shut. / Kolen / has not said / how it was shut",
        "Kolen neither confirmed nor denied it. / Kolen / neither confirmed nor denied / it",
        "Kolen said nothing of it. / Kolen / said / nothing of it",
        "The gate is listed as shut. / / is listed / as shut",
        "It goes without saying that it is shut. / / It goes without saying / that it is shut",
        "Kolen didn't say it was shut. / Kolen / didn't say / it was shut",
    ]) func whatIsNone(_ input: String) throws {
        let found = try repaired(input)
        #expect(found == "")
    }

    @Test(arguments: [
        // What stands.
        "Kolen said it was shut. / Kolen / said / it was shut => Kolen | said | it was shut",
        "It was said to be shut. / / was said / to be shut => | was said | to be shut",
        "Kolen said a comment on the gate was made by nine of the oldest pilots. / Kolen / said "
            + "/ a comment on the gate was made by nine of the oldest pilots "
            + "=> Kolen | said | a comment on the gate was made by nine of the oldest pilots",
        // Duplicates.
        "Kolen said it was shut. / Kolen / said / it was shut / / said / it was shut => Kolen | said | it was shut",
        "It was shut. / / / It was shut / / / It was shut => | | It was shut",
        // Fragments in other sentences.
        "It rained. Kolen said it was shut. / Kolen / said / It rained + it was shut => Kolen | said | it was shut",
        "“It rained.” Kolen said it was shut. / Kolen / said / “It rained.” + it was shut "
            + "=> Kolen | said | “It rained.” + it was shut",
        // What runs on into the next sentence.
        "According to Kolen, it was shut. It rained. / Kolen / According to / it was shut. It rained "
            + "=> Kolen | According to | it was shut",
        "According to Kolen, it was\n\nshut by noon. / Kolen / According to / it was\n\nshut by noon "
            + "=> Kolen | According to | it was\n\nshut by noon",
        "Kolen said “it is shut. It rained.” / Kolen / said / “it is shut. It rained.” "
            + "=> Kolen | said | “it is shut. It rained.”",
        // The passive.
        "“It is shut,” one official was quoted as saying by the weekly. / the weekly / quoted as saying / “It is shut,” "
            + "=> one official | quoted as saying | “It is shut,”",
        "“It is shut,” one official was quoted as saying. / / was quoted as saying / “It is shut,” "
            + "=> one official | was quoted as saying | “It is shut,”",
        "One official was quoted as saying it is shut. / One official / was quoted as saying / it is shut "
            + "=> One official | was quoted as saying | it is shut",
        "Was quoted as saying it is shut. / / Was quoted as saying / it is shut => | Was quoted as saying | it is shut",
        "Has been cited as saying it is shut. / / cited as saying / it is shut => | cited as saying | it is shut",
        "The Gull quoted a pilot as saying it is shut. / The Gull / quoted / a pilot as saying it is shut "
            + "=> a pilot | as saying | it is shut",
        "The Gull quoted a pilot as having told the crew that it is shut. / The Gull / quoted / a pilot "
            + "=> a pilot | having told | that it is shut",
        "A pilot was quoted by the Gull as saying it is shut. / the Gull / was quoted / as saying it is shut "
            + "=> A pilot | as saying | it is shut",
        "The Gull quoted “Odd Songs” as ever. / The Gull / quoted / “Odd Songs” => The Gull | quoted | “Odd Songs”",
        // Who is told is not the source.
        "They were told by the guard to stay. / They / were told / by the guard to stay "
            + "=> the guard | were told | to stay",
        "They were told that it is shut. / They / were told / that it is shut => | were told | that it is shut",
        // An order behind its cue.
        "When it rained, Kolen told the crew to sail, and they sailed. / Kolen / told / When it rained "
            + "=> Kolen | told | to sail",
        "He told the dog to sit, and the dog sat. / He / told / to sit, and the dog sat => He | told | to sit",
        "Kolen told the crew to sail. / Kolen / told / the crew to sail => Kolen | told | the crew to sail",
        // A participle takes the source of the cue before it.
        "It was shut, Kolen said, adding that it rained. / Kolen / said / It was shut / / adding / that it rained "
            + "=> Kolen | said | It was shut / Kolen | adding | that it rained",
        "Adding that it rained, Kolen left. / / Adding / that it rained => ",
        // Citing.
        "The Coast Ledger reported, citing two officials, the gate will soon close. / The Coast Ledger / citing "
            + "/ two officials, the gate will soon close => The Coast Ledger | reported | the gate will soon close",
        "The gate will close, the Coast Ledger reported, citing two officials. / the Coast Ledger / citing "
            + "/ two officials => the Coast Ledger | reported | The gate will close",
        "The gate will close, according to Brask, citing officials. / Brask / citing / officials => ",
        "The Coast Ledger reported citing two officials, it is shut now. / The Coast Ledger / reported "
            + "/ citing two officials, it is shut now => The Coast Ledger | reported | it is shut now",
        // The source stands in the sentence before.
        "So wrote the Coast Ledger. It came later, citing two officials. / the Coast Ledger / citing / two officials => ",
    ]) func repairs(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try repaired(input)
        #expect(found.split(separator: " ").joined(separator: " ") == wanted)
    }

    @Test func anEmptyAttributionBehindTakesTheClause() throws {
        let (passage, made) = try drafts(
            "Odo Hern has told friends that he is leaving, a person close to him told the Globe. "
                + "/ Odo Hern / told friends / that he is leaving / a person close to him / 2:told /")
        let repair = DraftRepair(prose: passage.prose, lexicon: passage.lexicon)
        let trailing = repair.trailing([made[1]], [made[0]])
        #expect(
            trailing.map(passage.string)
                == ["a person close to him | told | Odo Hern has told friends that he is leaving"])
        let nested = repair.nested([made[0]] + trailing)
        #expect(nested.map(\.outer) == [1, nil])
    }

    @Test func anEmptyAttributionInFrontIsNothing() throws {
        let (passage, made) = try drafts("Kolen said it was shut. / Kolen / said /")
        let repair = DraftRepair(prose: passage.prose, lexicon: passage.lexicon)
        #expect(repair.trailing(made, []).isEmpty)
    }

    @Test func nestingIsInTheInnermostHolder() throws {
        let (passage, made) = try drafts(
            "Hern said Kolen thinks Banst wrote it was shut. "
                + "/ Hern / said / Kolen thinks Banst wrote it was shut / Kolen / thinks / Banst wrote it was shut "
                + "/ Banst / wrote / it was shut")
        let repair = DraftRepair(prose: passage.prose, lexicon: passage.lexicon)
        #expect(repair.nested(made).map(\.outer) == [nil, 0, 1])
        #expect(repair.nested(made.reversed()).map(\.outer) == [1, 2, nil])
        #expect(repair.nested([made[0], made[0]]).map(\.outer) == [nil, nil])
        #expect(repair.nested([]).isEmpty)
    }

    /// Whatever the tagger links, however far apart.
    @Test func anySpansAreRepaired() throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = SeededGenerator(state: seed)
        let pieces = [
            "Was", "quoted", "cited", "citing", "quoting", "as", "saying", "the", "Coast", "Ledger", "Kolen", "said",
            ",",
            ".", "“", "”", "two", "officials", "according", "to", "not", "has", "adding", "told", "who", "\n\n",
            "named",
            "They", "Another", "of", "them", "Brask", "and", "reported", "because", "anonymity", "A", "source", "in",
        ]
        for _ in 0..<300 {
            let count = Int.random(in: 1...40, using: &random)
            let passage = try Passage(
                (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " "))
            let words = passage.prose.words
            guard !words.isEmpty else { continue }
            func span(_ longest: Int) -> TextSpan {
                let first = Int.random(in: 0..<words.count, using: &random)
                return passage.prose.span(first..<min(words.count, first + Int.random(in: 1...longest, using: &random)))
            }
            let made = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                Draft(
                    source: Bool.random(using: &random) ? span(5) : nil,
                    cue: Bool.random(using: &random) ? span(3) : nil,
                    content: (0..<Int.random(in: 1...3, using: &random)).map { _ in span(12) }, outer: nil,
                    labelling: [.cue: 0.5], linking: 0.5)
            }
            let repair = DraftRepair(prose: passage.prose, lexicon: passage.lexicon)
            let repaired = repair.nested(repair.repaired(made) + repair.trailing(made, made))
            let reading = try passage.reading(repaired)
            #expect(reading.statements.count == repaired.count, "seed \(seed): \(passage.text.string)")
            ReadingCheck.sound(reading, "seed \(seed): \(passage.text.string)")
        }
    }

    @Test(arguments: [
        "Mira Kolen's own words, on tape, were these: “It is shut.” / / were these: / “It is shut.” "
            + "=> Mira Kolen's | words | “It is shut.”",
        "His answer: “It is shut.” / / : / “It is shut.” => His | answer | “It is shut.”",
        "“It is shut,” the head of Loam, Ugo Hern, is quoted as saying by the Gull. / the Gull / is quoted as saying "
            + "/ “It is shut,” the head of Loam, Ugo Hern, "
            + "=> the head of Loam, Ugo Hern | is quoted as saying | “It is shut,”",
        "That club, the paper was told by an agent, is Porto. / / was told / That club, the paper + is Porto "
            + "=> an agent | was told | That club + is Porto",
    ]) func sources(_ line: String) throws {
        let (input, wanted) = row(line)
        #expect(try repaired(input) == wanted)
    }

    @Test func aQuotationBelongsToTheAttributionBehindIt() throws {
        let (passage, made) = try drafts(
            "“It is shut,” Hern said. It rained. “We must win,” Kolen said. / Hern / said "
                + "/ “It is shut,” + “We must win,” / Kolen / 2:said / ")
        let found = DraftRepair(prose: passage.prose, lexicon: passage.lexicon).claimed(by: [made[1]], [made[0]])
        #expect(found.map(passage.string) == ["Hern | said | “It is shut,”", "Kolen | said | “We must win,”"])
    }
}
