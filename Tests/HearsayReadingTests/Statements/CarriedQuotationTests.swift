import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct CarriedQuotationTests {
    private func carried(_ text: String, _ drafts: (Passage) throws -> [Draft]) throws -> [String] {
        let passage = try Passage(text)
        return CarriedQuotation(prose: passage.prose).carried(try drafts(passage)).map(passage.string)
    }

    @Test func aQuotationGoesOnInItsParagraph() throws {
        let found = try carried("“It is shut,” Kolen said. “It has rusted.”") { passage in
            [try passage.draft("Kolen", "said", "“It is shut,”"), try passage.draft("", "", "“It has rusted.”")]
        }
        #expect(found == ["Kolen | said | “It is shut,” + “It has rusted.”"])
    }

    @Test(arguments: [
        ("Kolen said: “It is shut.\n\n“It has rusted.”", "“It is shut."),
        ("Kolen said: \"It is shut.\n\n\"It has rusted.\"", "\"It is shut."),
    ]) func openMarksGoOnInTheNextParagraph(_ text: String, _ first: String) throws {
        let second = String(text.split(separator: "\n").last ?? "")
        let found = try carried(text) { passage in
            [try passage.draft("Kolen", "said", first), try passage.draft("", "", second)]
        }
        #expect(found == ["Kolen | said | \(first) + \(second)"])
    }

    @Test func aParagraphOfItsOwnIsAStatementOfTheSameSource() throws {
        let found = try carried("“It is shut,” Kolen said.\n\n“It has rusted, too.”") { passage in
            [try passage.draft("Kolen", "said", "“It is shut,”"), try passage.draft("", "", "“It has rusted, too.”")]
        }
        #expect(found == ["Kolen | said | “It is shut,”", "Kolen |  | “It has rusted, too.”"])
    }

    @Test func withoutASpeakerOnlyWholeSentencesStay() throws {
        let found = try carried("It rained. “The gate has rusted.” He saw the “old gate”. It is shut.") { passage in
            [
                try passage.draft("", "", "“The gate has rusted.”"), try passage.draft("", "", "“old gate”"),
                try passage.draft("", "", "It is shut"),
            ]
        }
        #expect(found == [" |  | “The gate has rusted.”"])
    }

    @Test func aPartOfAnotherSentenceIsNotCarried() throws {
        let found = try carried("“It is shut,” Kolen said. A pilot talks: it “is old”.") { passage in
            [try passage.draft("Kolen", "said", "“It is shut,”"), try passage.draft("", "", "“is old”")]
        }
        #expect(found == ["Kolen | said | “It is shut,”"])
    }

    @Test func anIndirectStatementCarriesNothing() throws {
        let found = try carried("Kolen said it is shut.\n\nThe “gate” is old.") { passage in
            [try passage.draft("Kolen", "said", "it is shut"), try passage.draft("", "", "“gate”")]
        }
        #expect(found == ["Kolen | said | it is shut"])
    }
}
