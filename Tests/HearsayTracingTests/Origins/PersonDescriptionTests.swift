import Testing

@testable import HearsayTracing

@Suite struct PersonDescriptionTests {
    /// Pairs that cannot be one person, as far as they are described.
    @Test(arguments: [
        ("a diplomat", "an engineer"),
        ("an official of the health ministry", "an official of the finance ministry"),
        ("a health ministry official", "an official at the Finance Ministry"),
        ("a doctor at the northern hospital", "a doctor at the southern hospital"),
        ("a woman who works at the plant", "a man who works at the plant"),
        ("a spokeswoman", "a man close to the board"),
        ("an employee of the Torvick enlistment office", "a Western diplomat in the capital"),
        ("an engineer at the launch site", "an executive at the satellite's customer"),
        ("a member of the ruling group", "a dock worker from the harbour union"),
    ])
    func theseAreTwo(_ a: String, _ b: String) {
        #expect(PersonDescription(a).clashes(with: PersonDescription(b)))
        #expect(PersonDescription(b).clashes(with: PersonDescription(a)))
    }

    /// Pairs that may be one person: nothing that is told of one excludes the other.
    @Test(arguments: [
        ("an official", "a diplomat"),
        ("people briefed on the discussions", "sources close to the two houses"),
        ("a person familiar with the plan", "an executive of the bank"),
        ("a person who has seen the term sheet", "an engineer at the launch site"),
        ("a US official", "a Pentagon official"),
        ("a Western diplomat", "a European diplomat"),
        ("a senior official", "a junior aide"),
        ("a ministry official", "an official of the finance ministry"),
        ("an engineer", "an engineer at the launch site"),
        ("a person directly involved", "a shift manager"),
        ("an unnamed worker", "a man who works on it"),
        ("two people who work on the project", "a contractor"),
        ("somebody in the government", "an aide to the finance minister"),
        ("", "a diplomat"), ("his mother", "a woman"), ("a lawyer for the woman", "a man"),
    ])
    func theseMayBeOne(_ a: String, _ b: String) {
        #expect(!PersonDescription(a).clashes(with: PersonDescription(b)))
        #expect(!PersonDescription(b).clashes(with: PersonDescription(a)))
    }

    /// What is told of access is no calling and no body, but it is something: who is close to the board is not anybody.
    @Test func accessTellsNobodyApartAndIsNotNothing() {
        let close = PersonDescription("two people close to the company's board")
        #expect(close.calling == nil && close.bodies.isEmpty && !close.isBare)
        #expect(PersonDescription("insiders").isBare && PersonDescription("several senior officials").isBare)
        let worker = PersonDescription("a woman who works for the port authority")
        #expect(worker.bodies.map(\.head) == ["authority"] && worker.bodies.first?.marks == ["port"])
        #expect(!PersonDescription("a US official").isBare && PersonDescription("his mother").gender == .female)
        #expect(!PersonDescription("an official of a third country").isOther)
        #expect(worker.gender == .female && !worker.isOther && PersonDescription("another official").isOther)
    }

    /// The article's pronouns tell of men and women, unless they contradict each other.
    @Test func pronounsTell() {
        let (she, he) = (
            PersonDescription("an official", mentions: ["an official", "She", "her"]),
            PersonDescription("a source", mentions: ["he"])
        )
        #expect(she.gender == .female && he.gender == .male && she.clashes(with: he))
        #expect(PersonDescription("an official", mentions: ["she", "him"]).gender == nil)
        #expect(PersonDescription("a spokesman", mentions: ["she"]).gender == .male)
    }

    /// What the reading knows of the body counts like what the words say.
    @Test func theAffiliationCounts() {
        let (a, b) = (
            PersonDescription("an official", affiliation: "Health Ministry"),
            PersonDescription("a source", affiliation: "Finance Ministry")
        )
        #expect(a.clashes(with: b) && !a.clashes(with: PersonDescription("an official of the ministry")))
    }
}
