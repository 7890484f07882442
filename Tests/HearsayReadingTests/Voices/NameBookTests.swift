import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct NameBookTests {
    /// The names of a text in the order of their first mention, with kind and number of mentions.
    private func names(_ text: String) throws -> [NameBook.Entity] {
        try Passage(text).names.entities.sorted { $0.mentions[0].lowerBound < $1.mentions[0].lowerBound }
    }

    @Test(arguments: Self.cases) func found(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try names(input).map { entity in
            entity.name + ":" + entity.kind.rawValue + (entity.mentions.count > 1 ? ":\(entity.mentions.count)" : "")
        }
        #expect(found.joined(separator: "; ") == wanted)
    }

    static let cases = [
        // Titles are parted from names.
        "It was Senator Odo Hern. => Odo Hern:person",
        "It was Prime Minister Odo Hern. => Odo Hern:person",
        "It was Sen. Odo Hern. => Odo Hern:person",
        "It was House Speaker Odo Hern. => Odo Hern:person",
        "It was Harbour Chairwoman Odile Banst who came later. => Odile Banst:person",
        "The Senator came late. => ",
        "It was Mrs. Banst. => Banst:person",
        "It was Professor Lady Tove Marn who came later. => Tove Marn:person",
        // Short forms are joined to full ones.
        "It was Mira Kolen. Later Kolen left. => Mira Kolen:person:2",
        "It was Kolen. Later Mira Kolen left. => Mira Kolen:person:2",
        "It was Mira Kolen. Later Mira left. => Mira Kolen:person:2",
        "It was Mira Kolen. Later Mr. Kolen left. => Mira Kolen:person; Kolen:person",
        "It was Mira Kolen and Thomas Kolen. Later Mrs. Kolen left. => Mira Kolen:person:2; Thomas Kolen:person",
        "It was Mira Kolen. Later Kolen's boat left. => Mira Kolen:person:2",
        "It was Mira Kolen’s boat. Later Kolen left. => Mira Kolen:person:2",
        "It was Mira T. Kolen. Later Mira Kolen left. => Mira T. Kolen:person:2",
        "It was Mira Kolen who spoke. Later Odo Kolen left. => Mira Kolen:person; Odo Kolen:person",
        "It was Odo Hern Jr. Later they saw Hern. => Odo Hern Jr:person:2",
        "It was Ban Ki-moon. Later Mr. Ban left. => Ban Ki-moon:person:2",
        "It was Xi Qing. Later Mr. Xi left. => Xi Qing:person:2",
        // Abbreviations in brackets tell where a name begins and ends.
        "It was the Alliance to Mend the Piers (AMP). Later AMP left. => Alliance to Mend the Piers:organisation:3",
        "It was in Loam (AMP). => Loam:person; AMP:organisation",
        "LTS said so, as the Loam Tidal Service knew. => Loam Tidal Service:government:2",
        // Institutions.
        "It was the Bank of Loam. Then the bank paid. => Bank of Loam:organisation",
        "It was the Ministry of Tides. => Ministry of Tides:government",
        "It was the Loam Tidal Institute. Now the LTI left. => Loam Tidal Institute:organisation:2",
        "It was the QTV. => QTV:organisation",
        "It was the Coast Ledger. => Coast Ledger:outlet",
        "It was Radio Skerry. => Radio Skerry:outlet",
        "It was the Kelp and Salt Commission. => Kelp and Salt Commission:organisation",
        "They met at the State Department. => State Department:government",
        // The noun beside a name tells its kind.
        "It was the newspaper Ranni Hlas. => Ranni Hlas:outlet",
        "It was the agency Volna. => Volna:outlet",
        "It was Volna, a news agency, that came. => Volna:outlet",
        "It was the company Brask. => Brask:organisation",
        "It was the ministry Brask. => Brask:government",
        "It was the analyst Zhen Quill. => Zhen Quill:person",
        "It was Brask, a shipping company. => Brask:organisation",
        // Hyphens, particles, numbers.
        "It was Anne-Lise Ro-bek. => Anne-Lise Ro-bek:person",
        "It was Grace Post. => Grace Post:person",
        "It was the Charlotte Observer. => Charlotte Observer:outlet",
        "It was the Christian News Service. => Christian News Service:outlet",
        "It was the Tide Center for Public Research. => Tide Center for Public Research:organisation",
        "It was the Loam Refugee Convention. => Loam Refugee Convention:document",
        "It was the International Tide Agency. => International Tide Agency:organisation",
        "It was Brask, which left. => Brask:organisation",
        "It was the United Nations. The U.N. was. => United Nations:organisation:2",
        "It was Mira Kolen. It was Odo Kolen. It was Odo Kolen. It was Kolen. => Mira Kolen:person:2; Odo Kolen:person:2",
        "It was Mira van der Kolen. => Mira van der Kolen:person",
        "It was Mira Kolen of Loam. => Mira Kolen:person; Loam:person",
        // Capitals that are no names.
        "Tugs waited. The tugs left. => ",
        "Dockers waited. => ",
        "Later it rained on Monday in March. => ",
        "“Nobody came,” it said. => ",
        "Ships Wait Outside Loam Harbour After Night Storm => ",
        "It was Mira Kolen.\n\nKolen Leaves Harbour Board After Night Storm => Mira Kolen:person:2",
        " => ",
    ]

    @Test(
        arguments: [
            ("It was Mr. Kolen.", .male), ("It was Lady Kolen.", .female), ("It was Mira Kolen.", .female),
            ("It was Thomas Verrin.", .male), ("It was Verrin.", nil), ("It was Chairwoman Banst.", .female),
            ("It was Verrin. Later it was Mr. Verrin.", .male),
        ] as [(String, NameBook.Gender?)])
    func gender(_ text: String, _ gender: NameBook.Gender?) throws {
        let found = try names(text)
        #expect(found.count == 1)
        #expect(found.first?.gender == gender)
    }

    @Test(arguments: [
        "It was Sen. Odo Hern. => lawmaker sen senator", "It was the nominee Odo Hern. => nominee",
        "It was Hern, the nominee. => nominee", "It was Republican nominee Odo Hern. => nominee republican",
        "It was analyst Odo Hern. => analyst", "It was Odo Hern. => ",
    ]) func descriptions(_ line: String) throws {
        let (input, wanted) = row(line)
        let entity = try #require(try names(input).first)
        #expect(entity.descriptions.sorted().joined(separator: " ") == wanted)
    }

    @Test func theLastNameOfARange() throws {
        let passage = try Passage("It was Mira Kolen who met Odo Hern.")
        let whole = 0..<passage.prose.words.count
        #expect(passage.names.last(in: whole).map { passage.names.entities[$0].name } == "Odo Hern")
        #expect(passage.names.last(in: 0..<2) == nil)
        #expect(passage.names.entity(at: -1) == nil)
    }

    @Test func longRunsOfCapitalsEnd() throws {
        for unit in ["Kolen ", "Kolen of ", "Senator ", "K. ", "Kolen-", "Kolen and ", "Kolen's ", "24 Kolen "] {
            let passage = try Passage("it was " + String(repeating: unit, count: 1500))
            #expect(passage.prose.words.count >= 1500)
        }
    }
}
