import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct ExplainerTests {
    private func explained(_ passage: Passage, _ drafts: [Draft], _ id: String) throws -> Explanation? {
        let reading = try passage.reading(drafts)
        return Explainer(reading: reading, prose: passage.prose, lexicon: passage.lexicon, drafts: drafts)
            .explanation(of: id)
    }

    private func reason(_ explanation: Explanation, _ judgement: Explanation.Judgement) -> Explanation.Reason? {
        explanation.reasons.first { $0.judgement == judgement }
    }

    @Test func pronounsAndForecastsNameTheirWords() throws {
        let passage = try Passage("Mira Kolen runs the port. She said the berths will reopen in May.")
        let draft = try passage.draft("She", "said", "the berths will reopen in May")
        let found = try #require(try explained(passage, [draft], "s1"))
        let voice = try #require(reason(found, .voice))
        #expect(voice.value == "Mira Kolen (v1)")
        #expect(voice.rule.contains("pronoun \"she\""))
        let forecast = try #require(reason(found, .forecast))
        #expect(forecast.words.map(passage.text.string) == ["will"])
        #expect(reason(found, .stance)?.value == "asserts")
        #expect(reason(found, .source)?.words.map(passage.text.string) == ["She"])
    }

    @Test func theCueMakesADenial() throws {
        let passage = try Passage("Mira Kolen denied that the berths were unsafe.")
        let draft = try passage.draft("Mira Kolen", "denied", "that the berths were unsafe")
        let stance = try #require(try explained(passage, [draft], "s1").flatMap { reason($0, .stance) })
        #expect(stance.value == "denies" && stance.rule == "by the cue")
        #expect(stance.words.map(passage.text.string) == ["denied"])
    }

    @Test func theInputsOfTheConfidenceAddUpToIt() throws {
        let passage = try Passage("Mira Kolen said the berths were unsafe.")
        var draft = try passage.draft("Mira Kolen", "said", "the berths were unsafe")
        (draft.labelling, draft.linking) = ([.source: 0.9, .cue: 0.8, .content: 0.7], 0.6)
        draft.rules = ["a rule"]
        let found = try #require(try explained(passage, [draft], "s1"))
        let confidence = try #require(reason(found, .confidence))
        let sum = confidence.inputs.reduce(0) { $0 + $1.value }
        #expect(abs(Math.logistic(sum) - found.statement.confidence) < 0.001)
        let making = try #require(reason(found, .making))
        #expect(making.value == "the model, put right by rules" && making.rule.hasSuffix("; a rule"))
        #expect(making.inputs.map(\.value) == [0.9, 0.8, 0.7, 0.6])
    }

    @Test func anUnknownStatementHasNone() throws {
        let passage = try Passage("Mira Kolen said the berths were unsafe.")
        let draft = try passage.draft("Mira Kolen", "said", "the berths were unsafe")
        #expect(try explained(passage, [draft], "s2") == nil)
    }

    @Test func theJSONHoldsOffsetsInCodePoints() throws {
        let passage = try Passage("“Ünsafe,” Mira Kolen said.")
        let draft = try passage.draft("Mira Kolen", "said", "“Ünsafe,”")
        let found = try #require(try explained(passage, [draft], "s1"))
        let bytes = ExplanationJSON.bytes(of: found, in: Document(id: "x", text: passage.text), id: "a")
        let json = String(decoding: bytes, as: UTF8.self)
        #expect(json.hasPrefix("{\"hearsay\":1,\"id\":\"a\",\"document\":\"x\",\"statement\":\"s1\",\"reasons\":["))
        #expect(json.contains("\"words\":[{\"start\":10,\"end\":20,\"text\":\"Mira Kolen\"}]"))
    }
}
