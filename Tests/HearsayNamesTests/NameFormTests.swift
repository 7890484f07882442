import HearsayCore
import HearsayNames
import Testing

@Suite struct NameFormTests {
    @Test(arguments: [
        ("President Volodymyr Zelensky", Voice.Kind.person, ["Volodymyr", "Zelensky"]),
        ("Putin, Vladimir", .person, ["Vladimir", "Putin"]),
        ("Lt. Gen. Kyrylo Budanov", .person, ["Kyrylo", "Budanov"]),
        ("JC Juncker", .person, ["J", "C", "Juncker"]),
        ("Martin Luther King, Jr.", .person, ["Martin", "Luther", "King", "Jr"]),
        ("习近平", .person, ["习", "近平"]),
        ("The New York Times", .outlet, ["New", "York", "Times"]),
        ("OOO \"Vector\"", .organisation, ["Vector"]),
        ("HSBC Holdings p.l.c.", .organisation, ["HSBC", "Holdings"]),
        ("Ukraine's Defense Ministry", .government, ["Ukraine", "Defense", "Ministry"]),
        ("www.lefigaro.fr", .outlet, ["lefigaro"]),
        ("Dr", .person, ["Dr"]),
        ("The", .outlet, ["The"]),
        ("", .person, []),
        (" - ", .organisation, []),
    ])
    func wordsThatCount(_ name: String, _ kind: Voice.Kind, _ words: [String]) {
        #expect(NameForm(name, kind: kind).tokens == words)
    }

    @Test(arguments: [
        ("Volodymyr Zelensky", "Зеленський", Voice.Kind.person), ("Verstka", "Вёрстка", .outlet),
        ("Verstka", "Vyorstka", .outlet), ("Kyiv", "Киева", .government),
        ("BBC", "British Broadcasting Corporation", .outlet),
        ("Alphanet", "Alphabet", .organisation), ("Vladimir Pulin", "Vladimir Putin", .person),
        ("Ramimakhlouf", "Rami Makhlouf", .person), ("Barack Obama", "バラク・オバマ", .person),
    ])
    func candidatesShareAKey(_ a: String, _ b: String, _ kind: Voice.Kind) {
        let keys = Set(NameForm(a, kind: kind).keys)
        #expect(!keys.isDisjoint(with: NameForm(b, kind: kind).keys), "\(keys), \(NameForm(b, kind: kind).keys)")
    }

    @Test func keysAreFew() {
        let keys = NameForm("The International Committee of the Red Cross and Red Crescent", kind: .organisation).keys
        #expect(keys.count <= NameForm.mostKeys && Set(keys).count == keys.count)
        #expect(
            NameForm("Volodymyr Zelensky", kind: .person).keys == [
                "=Volodymyr Zelensky", "vldmr", "slnsk", "vldmrslnsk",
            ])
    }

    @Test func composedAndDecomposedAreOne() {
        let composed = NameForm("Ёлкин Café", kind: .outlet)
        let decomposed = NameForm("\u{415}\u{308}лкин Cafe\u{301}", kind: .outlet)
        #expect(composed.keys.first == decomposed.keys.first)
        #expect(NameMatcher.compare(composed, decomposed).verdict == .same)
    }
}
