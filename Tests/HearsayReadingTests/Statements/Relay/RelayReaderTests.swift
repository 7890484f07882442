import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct RelayReaderTests {
    private func reader(_ passage: Passage, publisher: String? = nil) -> RelayReader {
        let publisher = Document.Outlet(name: publisher)
        return RelayReader(prose: passage.prose, names: passage.names, lexicon: passage.lexicon, publisher: publisher)
    }

    /// The outlet that passes on, in "sentence / source / cue / content => outlet".
    private func outlet(_ input: String, publisher: String? = nil) throws -> String {
        let parts = input.split(separator: "/").map { TimeText.trimmed(String($0)) }
        let passage = try Passage("It was the newspaper Kurier.\n\n" + parts[0])
        let draft = try passage.draft(parts[1], parts[2], parts[3])
        let words = draft.source.map { passage.prose.words(touching: $0) }
        return reader(passage, publisher: publisher).outlet(around: draft, sourceWords: words)
            .map(passage.prose.string) ?? ""
    }

    @Test(arguments: [
        "Kolen told the Coast Ledger the gate was shut. / Kolen / told / the gate was shut => the Coast Ledger",
        "“It is shut,” Kolen told Radio Skerry. / Kolen / told / “It is shut,” => Radio Skerry",
        "Kolen told the newspaper that it was shut. / Kolen / told / that it was shut => the newspaper",
        "Kolen told the Warsaw daily Kurier that it was shut. / Kolen / told / that it was shut => the Warsaw daily Kurier",
        "It was shut, Kolen said on Radio Skerry. / Kolen / said / It was shut => Radio Skerry",
        "It was shut, Kolen said on Radio Skerry's Morning Show. / Kolen / said / It was shut => Morning Show",
        "It was shut, Kolen was quoted by the Coast Ledger as saying. / Kolen / was quoted / It was shut "
            + "=> the Coast Ledger",
        "It was shut, Kolen said in an interview with the Coast Ledger. / Kolen / said / It was shut => the Coast Ledger",
        "On Sunday's broadcast of Radio Skerry, Kolen said it was shut. / Kolen / said / it was shut => Radio Skerry",
        "In the Coast Ledger Kolen said it was shut. / Kolen / said / it was shut => ",
        // A noun beside it makes a name an outlet's.
        "Kolen told the agency Volna it was shut. / Kolen / told / it was shut => the agency Volna",
        "Kolen told the news service Volna it was shut. / Kolen / told / it was shut => the news service Volna",
        "Kolen told ERX television it was shut. / Kolen / told / it was shut => ERX",
        "Kolen told the Zurich paper Limmat it was shut. / Kolen / told / it was shut => the Zurich paper Limmat",
        "Kolen told NewsHarbour it was shut. / Kolen / told / it was shut => NewsHarbour",
        "On The Mira Kolen Morning Show, Hern said it was shut. / Hern / said / it was shut => The Mira Kolen Morning Show",
        // Events and writings of an outlet.
        "In a Radio Skerry interview, Kolen said it was shut. / Kolen / said / it was shut => Radio Skerry",
        "During Radio Skerry's town hall, Kolen said it was shut. / Kolen / said / it was shut => Radio Skerry's",
        // Those who ask on behalf of an outlet.
        "Kolen told Odo Hern of Radio Skerry it was shut. / Kolen / told / it was shut => Radio Skerry",
        "Kolen told Radio Skerry host Odo Hern it was shut. / Kolen / told / it was shut => Radio Skerry",
        // What was done with a document or a saying on its way.
        "A memo obtained by the Coast Ledger says it was shut. / A memo obtained by the Coast Ledger / says / it was shut "
            + "=> the Coast Ledger",
        "Kolen, quoted by state radio, said it was shut. / Kolen / said / it was shut => state radio",
        "A memo leaked to Radio Skerry says it was shut. / A memo / says / it was shut => Radio Skerry",
        "Two clerks, per the Coast Ledger, said it was shut. / Two clerks / said / it was shut => the Coast Ledger",
        "Kolen said 4 per cent of it was shut. / Kolen / said / 4 per cent of it was shut => ",
        // An interview or a story told of before.
        "Kolen gave an interview with the Coast Ledger. She said in the interview it was shut. / She / said "
            + "/ it was shut => the Coast Ledger",
        "Kolen gave an interview. She said in the interview it was shut. / She / said / it was shut => ",
        "In the Coast Ledger's profile Kolen is praised. Hern said it was shut. / Hern / said / it was shut "
            + "=> Coast Ledger's",
        // Another statement's telling.
        "Kolen confirmed it was shut, after Hern told Radio Skerry. / Kolen / confirmed / it was shut => ",
        // Whom one tells is no outlet.
        "Kolen told reporters it was shut. / Kolen / told / it was shut => ",
        "Kolen told journalists that it was shut. / Kolen / told / that it was shut => ",
        "Kolen told Odo Hern it was shut. / Kolen / told / it was shut => ",
        "Kolen told the company it was shut. / Kolen / told / it was shut => ",
        "Kolen said it was shut. / Kolen / said / it was shut => ",
        "The Coast Ledger said it was shut. / The Coast Ledger / said / it was shut => ",
        // What is told is no outlet either.
        "Kolen said it was told to the Coast Ledger. / Kolen / said / it was told to the Coast Ledger => ",
    ]) func outlets(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try outlet(input)
        #expect(found == wanted)
    }

    @Test func thePublisherMayBeShortened() throws {
        let input = "Kolen told the Ledger it was shut. / Kolen / told / it was shut"
        #expect(try outlet(input, publisher: "The Coast Ledger") == "")
    }

    @Test func whatStandsInsideAnotherContentHasOnlyItsOwnOutlet() throws {
        let passage = try Passage("Hern told Radio Skerry that Kolen said it was shut.")
        let outer = try passage.draft("Hern", "told", "that Kolen said it was shut")
        let inner = try passage.draft("Kolen", "said", "it was shut")
        let words = try passage.words("Kolen")
        #expect(reader(passage).outlet(around: inner, sourceWords: words, inside: outer) == nil)
    }

    @Test(arguments: [
        "A minute of the meeting records the clerk as saying it was shut. => A minute of the meeting",
        "It was on air that Kolen quoted the clerk as saying it was shut. => Kolen",
        "Kolen also quoted the clerk as saying it was shut. => Kolen",
        "Kolen was quoting the clerk as saying it was shut. => ",
        "Kolen heard the clerk as saying it was shut. => ",
    ]) func quoters(_ line: String) throws {
        let (input, wanted) = row(line)
        let passage = try Passage(input)
        let draft = try passage.draft("the clerk", "saying", "it was shut")
        let found = reader(passage).quoter(of: draft, sourceWords: try passage.words("the clerk"))
        #expect(found.map(passage.prose.string) ?? "" == wanted)
    }

    @Test func whoCarriesAQuoter() throws {
        let passage = try Passage(
            "Radio Skerry, monitored in Loam by the Coast Service, quoted the clerk as saying it was shut.")
        let draft = try passage.draft("the clerk", "saying", "it was shut")
        let quoter = try #require(reader(passage).quoter(of: draft, sourceWords: try passage.words("the clerk")))
        let found = reader(passage).carrier(of: quoter, draft).map(passage.prose.string)
        #expect(found?.hasSuffix("Coast Service") == true)
        #expect(reader(passage).carrier(of: try passage.words("Radio Skerry"), draft) == nil)
    }

    @Test(arguments: ["Coast Ledger", "The Coast Ledger", "coast-ledg", "coast-ledger", "coast"])
    func thePublisherPassesNothingOn(_ publisher: String) throws {
        let input = "Kolen told the Coast Ledger it was shut. / Kolen / told / it was shut"
        #expect(try outlet(input, publisher: publisher) == "")
    }

    @Test(arguments: ["Coast Herald", "Ledger", "", "the", "Coast Ledger Online"])
    func anotherPublisherDoesNotHide(_ publisher: String) throws {
        let input = "Kolen told the Coast Ledger it was shut. / Kolen / told / it was shut"
        #expect(try outlet(input, publisher: publisher) == "the Coast Ledger")
    }

    @Test func anOutletAtTheEndOfTheContentIsGivenBack() throws {
        let passage = try Passage("Kolen said the gate was shut to the Coast Ledger.")
        let draft = try passage.draft("Kolen", "said", "the gate was shut to the Coast Ledger")
        let (parted, outlet) = reader(passage).parted(draft)
        #expect(passage.string(parted) == "Kolen | said | the gate was shut")
        #expect(outlet.map(passage.prose.string) == "the Coast Ledger")
    }

    @Test(arguments: ["the gate was shut to ships", "to the Coast Ledger", "the gate was shut"])
    func otherEndsStay(_ content: String) throws {
        let passage = try Passage("Kolen said " + content + ".")
        let (parted, outlet) = reader(passage).parted(try passage.draft("Kolen", "said", content))
        #expect(parted.content == [try passage.span(content)])
        #expect(outlet == nil)
    }

    @Test(arguments: [
        "The Coast Ledger reported it was shut, citing two officials. / reported / it was shut => two officials",
        "The Coast Ledger reported, citing Odo Hern, that it was shut. / reported / that it was shut => Odo Hern",
        "The Coast Ledger quoted a villager as saying it was shut. / quoted / it was shut => a villager",
        "A villager was quoted as saying it was shut. / quoted / it was shut => ",
        "The Coast Ledger reported it was shut. / reported / it was shut => ",
        "The Coast Ledger reported it was shut, citing / reported / it was shut => ",
        "Kolen said it is citing two officials. / said / it is citing two officials => ",
    ]) func cited(_ line: String) throws {
        let (input, wanted) = row(line)
        let parts = input.split(separator: "/").map { TimeText.trimmed(String($0)) }
        let passage = try Passage(parts[0])
        let draft = try passage.draft("", parts[1], parts[2])
        #expect(reader(passage).cited(by: draft).map(passage.prose.string) ?? "" == wanted)
    }
}
