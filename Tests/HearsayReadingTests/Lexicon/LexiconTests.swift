import Foundation
import Testing

@testable import HearsayReading

@Suite struct LexiconTests {
    private static func lexicon() throws -> Lexicon { try Passage("").lexicon }

    /// The shipped file with changes.
    private func changed(_ change: (String) -> String) throws -> [UInt8] {
        let path = Passage.resources.appending(path: "lexicon.txt")
        return Array(change(try String(contentsOf: path, encoding: .utf8)).utf8)
    }

    @Test(
        arguments: [
            (.sourceNoun, "docker"), (.outletNoun, "weekly"), (.title, "senator"), (.femaleName, "odile"),
            (.metonym, "washington"), (.confirms, "admitted"), (.organisationEnd, "bank"), (.future, "will"),
        ] as [(Lexicon.Section, String)])
    func words(_ section: Lexicon.Section, _ word: String) throws {
        let lexicon = try Self.lexicon()
        #expect(lexicon.has(section, word))
        #expect(lexicon.has(section, phrase: [word]))
        #expect(!lexicon.has(section, word + "x"))
    }

    @Test func everySectionHasEntries() throws {
        let bytes = try changed { $0 }
        #expect(throws: Never.self) { try Lexicon(bytes) }
    }

    @Test func phrasesAreFoundWhereTheyStand() throws {
        let lexicon = try Self.lexicon()
        let lower = ["he", "spoke", "on", "condition", "of", "anonymity", "on", "background"]
        #expect(lexicon.find(.anonymity, in: lower) == 3..<6)
        #expect(lexicon.find(.anonymity, in: ["on", "background"]) == 0..<2)
        #expect(lexicon.find(.anonymity, in: ["anonymity"]) == nil)
        #expect(lexicon.find(.anonymity, in: []) == nil)
        #expect(lexicon.has(.title, phrase: ["prime", "minister"]))
        #expect(!lexicon.has(.title, phrase: ["prime"]))
        #expect(!lexicon.has(.title, phrase: []))
    }

    @Test func theLongestEntryOpens() throws {
        let lexicon = try Self.lexicon()
        #expect(lexicon.prefix(.title, of: ["prime", "minister", "hern"]) == 2)
        #expect(lexicon.prefix(.title, of: ["minister", "hern"]) == 1)
        #expect(lexicon.prefix(.outlet, of: ["fox", "news", "sunday", "said"]) == 3)
        #expect(lexicon.prefix(.title, of: ["hern"]) == 0)
        #expect(lexicon.prefix(.title, of: []) == 0)
    }

    @Test func anUnknownSectionThrows() throws {
        let bytes = try changed { $0 + "\n[gossip]\nword\n" }
        #expect(throws: ReadingError(.resource, "")) { try Lexicon(bytes) }
    }

    @Test(arguments: Lexicon.Section.allCases.map(\.rawValue)) func aMissingSectionThrows(_ name: String) throws {
        let bytes = try changed { text in
            text.replacing("[\(name)]\n", with: "[\(name == "outlet" ? "title" : "outlet")]\n")
        }
        #expect(throws: ReadingError(.resource, "")) { try Lexicon(bytes) }
    }

    @Test(arguments: ["word", "", "[", "[]", "[title", "\u{FEFF}[title]", "+ a b", "[title]\n+\n"])
    func brokenFilesThrow(_ string: String) {
        #expect(throws: ReadingError(.resource, "")) { try Lexicon(Array(string.utf8)) }
    }

    @Test func anEmptyPhraseThrows() throws {
        let bytes = try changed { $0 + "\n+\n" }
        #expect(throws: ReadingError(.resource, "")) { try Lexicon(bytes) }
    }
}
