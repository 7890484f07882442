import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct OccasionReaderTests {
    private func reader(_ passage: Passage, publisher: String? = nil) -> OccasionReader {
        let relays = RelayReader(
            prose: passage.prose, names: passage.names, lexicon: passage.lexicon,
            publisher: Document.Outlet(name: publisher))
        return OccasionReader(
            prose: passage.prose, names: passage.names, lexicon: passage.lexicon, phrases: relays.phrases)
    }

    @Test(arguments: [
        "Kolen said in a statement that it was shut. / said => yes", "Kolen tweeted it was shut. / tweeted => yes",
        "At a rally Kolen said it was shut. / said => yes", "Kolen told supporters it was shut. / told => yes",
        "Kolen told us it was shut. / told => yes", "Kolen told Odo Hern it was shut. / told => yes",
        "Kolen has said it was shut. / has said => yes", "Kolen told the host it was shut. / told => no",
        "Kolen told Radio Skerry it was shut. / told => no", "Kolen said it was shut. / said => no",
        "Kolen told the Coast Ledger it was shut. / told => yes",
    ]) func elsewhere(_ line: String) throws {
        let (input, wanted) = row(line)
        let parts = input.split(separator: "/").map { TimeText.trimmed(String($0)) }
        let passage = try Passage(parts[0])
        let draft = try passage.draft("Kolen", parts[1], "it was shut")
        let found = reader(passage, publisher: "The Coast Ledger")
            .isElsewhere(draft, sourceWords: try passage.words("Kolen"))
        #expect(found == (wanted == "yes"))
    }

    @Test(arguments: [
        "During a Radio Skerry town hall, Kolen had a question. => Radio Skerry",
        "Radio Skerry aired an interview with Kolen on Monday. => Radio Skerry all",
        "Radio Skerry ran a long profile of Kolen. => Radio Skerry all",
        "Radio Skerry ran into trouble. => none", "Kolen ran a profile. => none",
        "The Coast Ledger ran a profile of Kolen. => none",
    ]) func stages(_ line: String) throws {
        let (input, wanted) = row(line)
        let passage = try Passage(input)
        let stage = reader(passage, publisher: "The Coast Ledger").stage()
        let found = stage.map { passage.prose.string($0.outlet) + ($0.isWhole ? " all" : "") } ?? "none"
        #expect(found == wanted)
    }

    @Test(arguments: [
        "Twelve percent", "44 percent of likely voters", "a majority of voters", "nearly eight of 10 voters",
        "73% of those asked",
    ]) func shares(_ source: String) throws {
        let passage = try Passage("It was \(source) who said so.")
        #expect(reader(passage).isShare(try passage.words(source)))
    }

    @Test(arguments: ["two officials", "one of them", "the voters", "members of both houses"])
    func othersAreNoShares(_ source: String) throws {
        let passage = try Passage("It was \(source) who said so.")
        #expect(!reader(passage).isShare(try passage.words(source)))
    }

    @Test(arguments: [
        "In emails released by WikiLeaks, Kolen called it shut. / called => WikiLeaks",
        "WikiLeaks has the emails. “It is shut,” Kolen wrote in one of them. / wrote => WikiLeaks",
        "Kolen said WikiLeaks had shut. / said => none",
        "Kolen wrote that it was shut. / wrote => none",
    ]) func leaks(_ line: String) throws {
        let (input, wanted) = row(line)
        let parts = input.split(separator: "/").map { TimeText.trimmed(String($0)) }
        let passage = try Passage(parts[0])
        let draft = try passage.draft("Kolen", parts[1], "shut")
        let found = reader(passage).leak(of: draft, sourceWords: try passage.words("Kolen"))
        #expect(found.map(passage.prose.string) ?? "none" == wanted)
    }
}
