import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Readings of drafts made by hand.
@Suite struct AssemblyTests {
    @Test func aRetoldSourceStaysRetold() throws {
        let passage = try Passage(
            """
            A pilot, who asked not to be named because the talks are secret, told the Coast Ledger it was shut.

            "It is locked," the pilot said.

            "It is dark," they added.
            """)
        let reading = try passage.reading([
            passage.draft("A pilot, who asked not to be named because the talks are secret,", "told", "it was shut"),
            passage.draft("the pilot", "said", "\"It is locked,\""), passage.draft("they", "added", "\"It is dark,\""),
        ])
        #expect((0..<3).map(reading.way) == Array(repeating: "A pilot via Coast Ledger", count: 3))
        let pilot = try #require(reading.voice(reading.statements[0].voice))
        #expect(pilot.anonymous && pilot.reason == "the talks are secret")
        #expect(pilot.mentions.count == 3)
    }

    @Test func theReasonMayStandInTheNextSentence() throws {
        let passage = try Passage("A source said it was shut. The source requested anonymity, citing the rules.")
        let reading = try passage.reading([passage.draft("A source", "said", "it was shut")])
        #expect(reading.voices.first?.reason == "the rules")
    }

    @Test func namedVoicesHaveNoReason() throws {
        let passage = try Passage("Mira Kolen said it was shut. A pilot asked not to be named because of the rules.")
        let reading = try passage.reading([passage.draft("Mira Kolen", "said", "it was shut")])
        #expect(reading.voices.first?.reason == nil && reading.voices.first?.anonymous == false)
    }

    @Test func anOutletThatCitesPassesOn() throws {
        let passage = try Passage("The Coast Ledger reported it was shut, citing two officials.")
        let reading = try passage.reading([passage.draft("The Coast Ledger", "reported", "it was shut")])
        #expect(reading.way(0) == "two officials via Coast Ledger")
        #expect(reading.voices.map(\.kind).contains(.outlet))
    }

    @Test func whoQuotesPassesOn() throws {
        let passage = try Passage("The Coast Ledger quoted a pilot as saying it was shut.")
        var draft = try passage.draft("a pilot", "as saying", "it was shut")
        draft.via = try passage.span("The Coast Ledger")
        #expect(try passage.reading([draft]).way(0) == "a pilot via Coast Ledger")
    }

    @Test func nobodyPassesOnItsOwnWords() throws {
        let passage = try Passage("The Coast Ledger reported it was shut, citing the Coast Ledger.")
        let reading = try passage.reading([passage.draft("The Coast Ledger", "reported", "it was shut")])
        #expect(reading.way(0) == "Coast Ledger")
    }

    @Test func thePublisherIsNoRelay() throws {
        let passage = try Passage("Mira Kolen told the Coast Ledger it was shut.")
        let drafts = [try passage.draft("Mira Kolen", "told", "it was shut")]
        #expect(try passage.reading(drafts).way(0) == "Mira Kolen via Coast Ledger")
        #expect(try passage.reading(drafts, publisher: "The Coast Ledger").way(0) == "Mira Kolen")
    }

    @Test func whatIsToldInsideComesThroughTheTeller() throws {
        let passage = try Passage("Odo Hern told Radio Skerry that Mira Kolen said it was shut.")
        var inner = try passage.draft("Mira Kolen", "said", "it was shut")
        inner.outer = 0
        let reading = try passage.reading([
            passage.draft("Odo Hern", "told", "that Mira Kolen said it was shut"), inner,
        ])
        #expect((0..<2).map(reading.way) == ["Odo Hern via Radio Skerry", "Mira Kolen via Radio Skerry via Odo Hern"])
        #expect(reading.statements[1].confidence < reading.statements[0].confidence)
    }

    @Test func theInterviewOfAnArticleCarriesItsOpening() throws {
        let passage = try Passage(
            "The gate is shut, Mira Kolen said.\n\nKolen told Radio Skerry it was dark.\n\nKolen said it was cold.")
        let reading = try passage.reading([
            passage.draft("Mira Kolen", "said", "The gate is shut"), passage.draft("2:Kolen", "told", "it was dark"),
            passage.draft("3:Kolen", "2:said", "it was cold"),
        ])
        #expect((0..<3).map(reading.way) == Array(repeating: "Mira Kolen via Radio Skerry", count: 3))
    }

    @Test func withoutASourceNobodySays() throws {
        let passage = try Passage("It was said to be shut. It is reportedly dark.")
        let reading = try passage.reading([
            passage.draft("", "was said", "to be shut"), passage.draft("", "reportedly", "It is", "dark"),
        ])
        #expect(reading.voices.map(\.kind) == [.unspecified])
        #expect(reading.voices.map(\.anonymous) == [false])
        #expect(reading.statements.map(\.voice) == ["v1", "v1"])
    }

    @Test func noDraftsNoVoices() throws {
        let reading = try Passage("Mira Kolen said it was shut.").reading([])
        #expect(reading.voices.isEmpty && reading.statements.isEmpty)
    }

    @Test func confidenceGrowsWithCertainty() throws {
        let passage = try Passage("Mira Kolen said it was shut.")
        var draft = try passage.draft("Mira Kolen", "said", "it was shut")
        var last = -1.0
        for certainty in [0, 0.2, 0.5, 0.8, 1] {
            draft.labelling = [.source: certainty, .cue: certainty, .content: certainty]
            draft.linking = certainty
            let confidence = Confidence.of(draft, quotation: .direct)
            #expect(confidence > last && confidence <= 1)
            #expect(Confidence.of(draft, quotation: .indirect) <= confidence)
            last = confidence
        }
    }
}
