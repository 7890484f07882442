import Foundation
import Testing

@testable import HearsayCore
@testable import HearsayReading

/// "cue | content => wanted".
struct CuedContent {
    let passage: Passage
    let cue: Range<Int>?
    let content: [Range<Int>]

    init(_ input: String) throws {
        let parts = input.components(separatedBy: "|").map(TimeText.trimmed)
        passage = try Passage("It " + parts[0] + "\n\n" + parts[1])
        cue = parts[0].isEmpty ? nil : try passage.words(parts[0])
        content = [passage.prose.words(touching: passage.blocks[1])]
    }

    var stance: Statement.Stance {
        StanceReader(lexicon: passage.lexicon).stance(cue: cue, content: content, in: passage.prose)
    }

    var certainty: Forecast.Certainty? {
        ForecastReader(lexicon: passage.lexicon)
            .certainty(cue: cue, content: content, stance: stance, in: passage.prose)
    }
}

@Suite struct StanceReaderTests {
    @Test(arguments: Self.cases) func stance(_ line: String) throws {
        let (input, wanted) = row(line)
        let stance = try CuedContent(input).stance.rawValue
        #expect(stance == wanted)
    }

    static let cases = [
        "said | the gate is shut => asserts", "reported | the gate is shut => asserts",
        "according to | the gate is shut => asserts", "warned | that the gate is shut => asserts",
        "wrote | “The gate is shut.” => asserts", "decided | that the gate was shut => asserts",
        "said | he told them => asserts", "added | it should have been shut => asserts",
        "confirmed | the gate is shut => confirms", "admitted | that the gate is shut => confirms",
        "acknowledged | the gate is shut => confirms", "agreed | that the gate is shut => confirms",
        "conceded | the gate is shut => confirms", "echoed | the view => confirms",
        "denied | the gate is shut => denies", "rejected | the claim => denies", "disputed | the figure => denies",
        "dismissed | the report => denies", "did not deny | the gate is shut => denies",
        "contradicted | the report => denies",
        "asked | whether the gate is shut => asks", "wondered | why the gate is shut => asks",
        "questioned | the figure => asks", "said | “Is the gate shut?” => asks", "inquired | about the gate => asks",
        "urged | the city to shut the gate => urges", "demanded | that the gate be shut => urges",
        "called on | the city to shut the gate => urges", "called for | a closed gate => urges",
        "warned | North Loam to shut the gate => urges", "warned | North Loam is shut => asserts",
        "said | she felt the gate was shut => believes", "said | “She felt the gate was shut.” => asserts",
        "said | the company planned to shut the gate => intends",
        "said | the gate planned for Loam is shut => asserts",
        "asked | to leave early => urges", "told | them to shut the gate => urges",
        "said | the gate must be shut => urges",
        "said | the city should shut the gate => urges", "ordered | the gate shut => urges",
        "said | the city needs to shut the gate => urges",
        "promised | to shut the gate => intends", "vowed | it will be shut => intends",
        "plans | to shut the gate => intends", "agreed | to pay => intends", "said | he will shut the gate => intends",
        "said | that they would shut the gate => intends", "said | I'll shut the gate => intends",
        "refused | to shut the gate => intends", "threatened | to shut the gate => intends",
        "said | “After long thought, I have seen enough. We will appeal.” => intends",
        "said | “I'll tell you, the gate is shut.” => asserts", "said | he was not going to leave => intends",
        "said | his clients would appeal => intends", "said | they want a closed gate => intends",
        "said | “We're very proud of the gate.” => believes", "said | he was troubled by the gate => believes",
        "expressed deep concern about | the gate => believes", "set out to | shut the gate => intends",
        "said | “Shut the gate.” => urges", "chanted | “Don't shut the gate.” => urges",
        "said | “To be frank, the gate is shut.” => asserts", "said | the gate tended to jam => asserts",
        "told | “I don't have to wait.” => asserts", "says | “No.” => denies",
        "said | “It is late. They all left. Is the gate shut?” => asserts",
        "swears | the gate is shut => asserts", "offered | an assessment => asserts", "offered | to pay => intends",
        "shot back | that the gate is shut => asserts", "pushed back | on the claim => denies",
        "pressed for | a closed gate => urges", "known as | the gate => asserts",
        "believes | the gate is shut => believes", "thinks | that the gate is shut => believes",
        "doubts | that the gate is shut => believes", "expects | the gate to be shut => believes",
        "fears | the gate is shut => believes", "said | he hopes the gate is shut => intends",
        "| the gate is shut => asserts", "| Is it shut? => asks",
    ]

    @Test func everyStanceIsTold() throws {
        let told = try Set(Self.cases.map { try CuedContent(row($0).input).stance })
        #expect(told == Set(Statement.Stance.allCases))
    }

    @Test(arguments: ["\"", "“”", "?", "that", "to", "let", "their to"]) func shortContents(_ content: String) throws {
        _ = try CuedContent("said | " + content).stance
        _ = try CuedContent("told | " + content).certainty
    }

    @Test func noContentAsserts() throws {
        let passage = try Passage("She said.")
        let reader = StanceReader(lexicon: passage.lexicon)
        for content in [[], [1..<1]] {
            #expect(reader.stance(cue: 1..<2, content: content, in: passage.prose) == .asserts)
        }
    }
}

@Suite struct ForecastReaderTests {
    @Test(arguments: [
        "said | the gate will close in May => certain", "said | the gate won't open => certain",
        "said | it is going to rain => certain", "said | the vote is due for Monday => certain",
        "said | the gate is set to close => certain", "said | he'll leave => certain",
        "vowed | to shut the gate => certain",
        "said | the gate would close => certain",
        "said | the gate will probably close => likely", "believes | the gate would close => likely",
        "expects | the gate to close => likely", "said | the port plans a new gate => likely",
        "predicted | a wet May => likely", "said | the gate would likely close => likely",
        "plans | to shut the gate => likely",
        "said | carriers may leave => possible", "said | carriers could leave => possible",
        "said | carriers might leave => possible",
        "said | carriers will leave if the gate is shut => conditional",
        "said | If the gate is shut, the ferries will leave => conditional",
        "said | unless it rains, the gate could close => conditional",
        "said | the gate is shut => none", "said | the gate was shut in May => none",
        "denied | the gate will close => none", "asked | whether the gate will close => none",
        "urged | that the gate will close => none", "said | carriers could have left => none",
        "said | carriers might not have left => none", "hopes | to leave => none", "declined | to leave => none",
        "said | he would rather stay => none",
        "said | the bridge is likely to close => likely", "said | it is unlikely to work => likely",
        "said | the yard is on track to deliver => certain", "promised | a ballot within a fortnight => certain",
        "said | the will to act is there => none", "said | it was due to a fault => none",
        "said | an array of projects => none", "said | it has no plans to close => none",
        "said | it could not be sure => none", "said | she could see the gate => none",
        "said | what they could carry => none", "said | it may be considering a sale => none",
        "said | the guard had told them the gate will close => none",
        "said | she was going to leave => none", "said | he believes the gate will close => certain",
        "found | how the gate would close => none", "said | she will see if it rains => certain",
        "said | they would otherwise starve => none",
        "said | ships are at risk of being held => possible", "said | she is on her way to a second term => likely",
        "said | he was on his way to work => none", "said | they look at how ships will sail => none",
        "said | I'm going to read you the letter => none", "said | she recalls his pledge that he would leave => none",
        "said | he tells so many lies that Kolen could fail => possible", "don't expect | a new gate => none",
        "refusal | to name the ship => none",
    ]) func certainty(_ line: String) throws {
        let (input, wanted) = row(line)
        let certainty = try CuedContent(input).certainty?.rawValue ?? "none"
        #expect(certainty == wanted)
    }

    @Test(arguments: [
        "says | the last train on 13 December => certain", "reckons | July => likely",
        "said | the last train was on 13 December => none", "said | it closed on 13 December => none",
        "called | it a first in ten years => none", "denied | the last train on 13 December => none",
    ]) func open(_ line: String) throws {
        let (input, wanted) = row(line)
        let one = try CuedContent(input)
        let found = ForecastReader(lexicon: one.passage.lexicon)
            .open(cue: one.cue, content: one.content, stance: one.stance, in: one.passage.prose)
        #expect(found?.rawValue ?? "none" == wanted)
    }

    @Test func wouldInAQuotationIsNoWill() throws {
        let one = try CuedContent("said | “It would hurt.”")
        let reader = ForecastReader(lexicon: one.passage.lexicon)
        let certainty = { (isDirect: Bool) in
            reader.certainty(
                cue: one.cue, content: one.content, stance: .asserts, isDirect: isDirect, in: one.passage.prose)
        }
        #expect(certainty(false) == .certain)
        #expect(certainty(true) == nil)
    }

    @Test func wouldBesideAQuotationIsWill() throws {
        for (content, wanted) in [
            ("the port would take “bold steps”", Forecast.Certainty.certain), ("the port “would take steps”", nil),
        ] {
            let one = try CuedContent("said | " + content)
            let found = ForecastReader(lexicon: one.passage.lexicon)
                .certainty(
                    cue: one.cue, content: one.content, stance: .asserts, isDirect: true, in: one.passage.prose)
            #expect(found == wanted)
        }
    }

    @Test func whatOthersForetellIsTheirs() throws {
        let one = try CuedContent("said | Kolen thinks the gate will close")
        let held = [try one.passage.span("the gate will close")]
        let found = ForecastReader(lexicon: one.passage.lexicon)
            .certainty(cue: one.cue, content: one.content, stance: .asserts, held: held, in: one.passage.prose)
        #expect(found == nil)
    }
}
