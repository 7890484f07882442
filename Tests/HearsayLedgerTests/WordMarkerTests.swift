import GRDB
import Testing

@testable import HearsayLedger

@Suite struct WordMarkerTests {
    private func pieces(_ words: [String], _ text: String, most: Int = .max) throws -> String {
        try DatabaseQueue().read { db in
            let terms = words.map { SearchTerm(word: $0.replacing("*", with: ""), isPrefix: $0.hasSuffix("*")) }
            return try WordMarker(db, terms: terms).pieces(of: text, most: most)
                .map { $0.isMatch ? "[\($0.words)]" : $0.words }.joined()
        }
    }

    @Test(arguments: [
        (["quay"], "The north quay.", "The north [quay]."), (["quay*"], "Quayside", "[Quayside]"),
        (["quay"], "Quayside", "Quayside"),
        (["quay*", "x"], "Quayside", "[Quayside]"), (["cafe"], "Le Café, noir", "Le [Café], noir"),
        (["quay"], "", ""), ([], "Nothing is asked", "Nothing is asked"), (["a"], "\u{1}a\nb", " [a] b"),
        (["ab", "a*"], "a ab abc b", "[a] [ab] [abc] b"),
    ])
    func wordsAreMarked(_ words: [String], _ text: String, _ marked: String) throws {
        #expect(try pieces(words, text) == marked)
    }

    @Test func theBestPlaceIsShown() throws {
        let filler = (0..<50).map { "w\($0)" }.joined(separator: " ")
        let text = "gull \(filler) gull quay \(filler) end"
        #expect(try pieces(["quay", "gull"], text, most: 8) == "…w46 w47 w48 w49 [gull] [quay] w0 w1…")
        #expect(try pieces(["end"], text, most: 8) == "…w43 w44 w45 w46 w47 w48 w49 [end]")
        #expect(try pieces(["gull"], text, most: 8) == "[gull] w0 w1 w2 w3 w4 w5 w6…")
        #expect(try pieces(["nowhere"], text, most: 3) == "gull w0 w1…")
    }
}
