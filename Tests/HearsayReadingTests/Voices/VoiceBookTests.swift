import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct VoiceBookTests {
    /// Resolves the bracketed sources of a text in order; gives the voice of each as its number, and the voices.
    private func resolved(_ marked: String) throws -> (numbers: [Int], voices: [Voice]) {
        var (plain, spans, start) = ([UInt8](), [TextSpan](), 0)
        for byte in marked.utf8 {
            switch byte {
            case UInt8(ascii: "["): start = plain.count
            case UInt8(ascii: "]"): spans.append(TextSpan(start, plain.count))
            default: plain.append(byte)
            }
        }
        let passage = try Passage(String(decoding: plain, as: UTF8.self))
        var book = VoiceBook(prose: passage.prose, names: passage.names, lexicon: passage.lexicon)
        var (numbers, previous) = ([Int](), Int?.none)
        for span in spans {
            let voice = book.resolve(passage.prose.words(touching: span), previous: previous)
            numbers.append(voice)
            previous = voice
        }
        return (numbers, book.records.map(\.voice))
    }

    @Test(arguments: Self.cases) func sameOrOther(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try resolved(input)
        let names = found.numbers.map { found.voices[$0].name ?? found.voices[$0].role ?? "nobody" }
        #expect(names.joined(separator: "; ") == wanted)
    }

    static let cases = [
        // Pronouns by gender and nearness.
        "[Mira Kolen] said no. [She] said so. => Mira Kolen; Mira Kolen",
        "[Mira Kolen] met with Thomas Verrin at night. [He] said so. => Mira Kolen; Thomas Verrin",
        "[Mira Kolen] spoke. Thomas Verrin listened. [She] said so. => Mira Kolen; Mira Kolen",
        "[Thomas Verrin] spoke. Mira Kolen listened. [He] said no. [She] said so. "
            + "=> Thomas Verrin; Thomas Verrin; Mira Kolen",
        "[Thomas Verrin] spoke. [Martin Falk] spoke. [He] said so. => Thomas Verrin; Martin Falk; Martin Falk",
        "[Brask Corp] gained. [It] said so. => Brask Corp; Brask Corp",
        "[The spokeswoman] said no. [She] said so. => The spokeswoman; The spokeswoman",
        "[The spokeswoman] said no. Thomas Verrin left. [He] said so. => The spokeswoman; Thomas Verrin",
        // Unnamed sources.
        "[A source] said no. [The source] said so. => A source; A source",
        "[A source] said no. [They] said so. => A source; A source",
        "[A harbour official] said no. [The official] said so. => A harbour official; A harbour official",
        "[A harbour official] said no. [Another official] said so. => A harbour official; Another official",
        "[Two dockers] said no. [They] said so. => Two dockers; Two dockers",
        "[Two dockers] said no. [The dockers] said so. => Two dockers; Two dockers",
        "[Two dockers] said no. [One of them] said so. => Two dockers; One of them",
        "[A source in the Ministry of Tides] spoke. [A source in the Bank of Loam] spoke. [The Ministry of Tides source] "
            + "said so. => A source in the Ministry of Tides; A source in the Bank of Loam; A source in the Ministry of Tides",
        // Whom the opening describes before it names them.
        "[A Loam judge] ruled. Dockers waited. It was Judge Odo Hern. [The judge] said so. => Odo Hern; Odo Hern",
        "[A Loam official] spoke. It was the official Odo Hern. => A Loam official",
        "[Poll]: no.\n\n[A Coast Ledger poll] said so. => Coast Ledger poll; Coast Ledger poll",
        // Descriptions of public people.
        "Mira Kolen left. Mira Kolen rested. Mira Kolen ate. [The nominee] said so. => Mira Kolen",
        "Mira Kolen left. Odo Hern rested. [The nominee] said so. => The nominee",
        "Democratic nominee Mira Kolen met Republican nominee Odo Hern. [The Democratic candidate] said so. => Mira Kolen",
        "[Mira Kolen] spoke. Mira Kolen left. [Her campaign] said so. => Mira Kolen; Mira Kolen campaign",
        "[Mira Kolen] spoke. [She]'s sure. => Mira Kolen; Mira Kolen",
        // Descriptions by role.
        "[Chairwoman Odile Banst] spoke. [The chairwoman] said so. => Odile Banst; Odile Banst",
        "It was Senator Odo Hern. [The senator] said so. => Odo Hern",
        "[The analyst Mira Kolen] spoke. [The analyst] said so. => Mira Kolen; Mira Kolen",
        "[The Coast Ledger] wrote. [The newspaper] said so. => Coast Ledger; Coast Ledger",
        "[Brask Corp] gained. [The company] said so. => Brask Corp; Brask Corp",
        "[Brask Corp] gained. [The minister] said so. => Brask Corp; The minister",
        // Names.
        "[Mira Kolen] spoke. [Kolen] said so. => Mira Kolen; Mira Kolen",
        "[Odo Hern and Mira Kolen] spoke. [Hern] said so. => Odo Hern and Mira Kolen; Odo Hern",
        "[Odo Hern and Mira Kolen] spoke. [Hern and Kolen] said so. => Odo Hern and Mira Kolen; Odo Hern and Mira Kolen",
        "It was Mira Kolen, [who] said so. => Mira Kolen",
        "[The Hern campaign] said no. It said it. [The Hern campaign] said so. => Hern campaign; Hern campaign",
        "[The Hern campaign] said no. [The Hern team] said so. => Hern campaign; Hern campaign",
        "[A Coast Ledger survey] fell. [The study] said so. => Coast Ledger survey; Coast Ledger survey",
        "Mira Kolen met Odo Hern. Kolen met Hern. \"Hern rests,\" [the mogul] said. => the mogul",
        "[A Coast Ledger survey] fell. [The letter] said so. => Coast Ledger survey; The letter",
        "[Kelp experts] said no. [Experts] said so. => Kelp experts; Kelp experts",
        "[Kelp experts] said no. [Salt experts] said no. [Experts] said so. => Kelp experts; Salt experts; Experts",
        "[Senators Odo Hern and Mira Kolen] spoke. [The senators] said so. => Odo Hern and Mira Kolen; Odo Hern and Mira Kolen",
        "[Odo Hern and Mira Kolen] spoke. [The officials] said so. => Odo Hern and Mira Kolen; The officials",
        // The one whom the words right before are about, and no subject of the same sentence.
        "Mira Kolen met Odo Hern. Mira Kolen met Odo Hern. As far as Hern goes, [the mogul] said so. => Odo Hern",
        "Mira Kolen met Odo Hern. Mira Kolen met Odo Hern. Hern said [the mogul] said so. => Mira Kolen",
        "Mayor Mira Kolen met Odo Hern. Mayor Mira Kolen met Odo Hern. [The governor] said so. => Odo Hern",
        "Mira Kolen met Odo Hern, the wife's brother. Kolen met Hern. [The mogul] said so. => Mira Kolen",
        // Headlines describe whom the text speaks of most.
        "[Senator] says no.\n\nSen. Odo Hern left. Hern met Sen. Mira Kolen. => Odo Hern",
        "[Popular newspaper] errs.\n\nThe Coast Ledger ran it. Coast Ledger staff left. The Coast Ledger rests. => Coast Ledger",
        "[The mayor's former doctor] spoke.\n\nDr. Mira Kolen left. => Mira Kolen",
        // Institutions that were named without speaking.
        "It was the Ministry of Tides. [The ministry] said so. => Ministry of Tides",
        "They saw Brask Corp. [The company] said so. => Brask Corp",
        "They saw Brask Corp workers. [The company] said so. => The company",
        "They saw Brask Corp. [The industry] said so. => The industry",
        // Names that only describe a noun, and names within quotations.
        "Mira Kolen left. \"Go, Odile,\" [she] said. => Mira Kolen",
        "[The Hern team] spoke. The QTV party met. [It] said so. => Hern team; Hern team",
        // Groups that are mentioned in the same words.
        "[Voters] said no. [Voters] said so. => Voters; Voters",
        "[Voters] said no. [Critics] said so. => Voters; Critics",
    ]

    @Test func theSameSpanIsOneVoice() throws {
        let passage = try Passage("A source said no.")
        var book = VoiceBook(prose: passage.prose, names: passage.names, lexicon: passage.lexicon)
        let source = try passage.words("A source")
        let voice = book.resolve(source, previous: nil)
        #expect(book.resolve(source, previous: voice) == voice)
        #expect(book.records.count == 1)
        #expect(book.records[0].voice.mentions == [try passage.span("A source")])
    }

    @Test func aMemberTakesAfterItsGroup() throws {
        let found = try resolved("[Two officials at the Ministry of Tides] spoke. [One of them] said so.")
        let (group, member) = (found.voices[found.numbers[0]], found.voices[found.numbers[1]])
        #expect(group.people == .init(least: 2, most: 2))
        #expect(member.people == .init(least: 1, most: 1))
        #expect(member.affiliation == group.affiliation && member.anonymous)
    }

    @Test func nobodyIsOneVoice() throws {
        let passage = try Passage("It was said.")
        var book = VoiceBook(prose: passage.prose, names: passage.names, lexicon: passage.lexicon)
        #expect(book.nobody() == book.nobody())
        #expect(book.resolve(0..<0, previous: nil) == book.nobody())
        #expect(book.records.map(\.voice.kind) == [.unspecified])
    }

    @Test func laterMentionsAddTheRole() throws {
        let found = try resolved("[Mira Kolen] spoke. [Kolen, an analyst at Brask Corp,] said so.")
        #expect(found.voices.map(\.role) == ["analyst at Brask Corp"])
        #expect(found.voices.map(\.affiliation) == ["Brask Corp"])
    }

    @Test(arguments: [
        "[Who] said so.", ", [who] said so.", "[He] said so.", "[They] said so.", "[It] said so.",
        "[The source] said so.", "It was Mira Kolen. [Who] said so.", "[One of them] said so.", "[I] said so.",
    ]) func nothingToPointBackTo(_ marked: String) throws {
        let found = try resolved(marked)
        #expect(found.numbers == [0])
    }
}
