import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct SourcePhraseTests {
    private static let prelude = """
        It was Senator Odo Hern who met analyst Mira Kolen. It was the chairwoman Odile Banst. It was the Ministry of \
        Tides. It was the newspaper Coast Ledger. It was the company Brask.


        """

    /// Kind, number of people, "?" for an anonymous voice; then name, role and affiliation where there are any.
    private func described(_ phrase: String) throws -> String {
        let passage = try Passage(Self.prelude + "And so " + phrase + " said it.")
        let reader = SourcePhraseReader(prose: passage.prose, names: passage.names, lexicon: passage.lexicon)
        let start = (Self.prelude + "And so ").utf8.count
        let found = reader.read(passage.prose.words(touching: TextSpan(start, start + phrase.utf8.count)))
        var parts = [found.kind.rawValue]
        if let people = found.people {
            parts.append(people.least == people.most ? "\(people.least)" : "\(people.least)-\(people.most ?? 0)")
        }
        if found.anonymous { parts.append("?") }
        switch found.form {
        case .name(let entity): parts.append("name=" + passage.names.entities[entity].name)
        case .names(let all):
            parts.append("names=" + all.map { passage.names.entities[$0].name }.joined(separator: "+"))
        case .named(let name): parts.append("named=" + name)
        case .pronoun: parts.append("pronoun")
        case .member: parts.append("member")
        case .nobody: parts.append("nobody")
        case .noun(let noun): parts.append("noun=" + noun)
        }
        if let role = found.role, role != phrase { parts.append("role=" + role) }
        if let affiliation = found.affiliation { parts.append("of=" + affiliation) }
        return parts.joined(separator: " ")
    }

    @Test(arguments: Self.cases) func phrases(_ line: String) throws {
        let (input, wanted) = row(line)
        let found = try described(input)
        #expect(found == wanted)
    }

    static let cases = [
        // Names that do not speak themselves.
        "lawyers for both Odo Hern and Mira Kolen => people 2-0 ? noun=lawyers",
        "sources in the Ministry of Tides and Harbour Office => people 2-0 ? noun=sources of=Ministry of Tides and Harbour Office",
        "critics of the plan, like Odo Hern and Mira Kolen, => people 2-0 noun=critics role=critics of the plan",
        "Odo Hern himself => person 1 name=Odo Hern",
        "Hern -- an analyst -- => person 1 name=Odo Hern",
        "the Coast Ledger and the Brask newspaper chain => outlet named=the Coast Ledger and the Brask newspaper chain",
        // One unnamed person.
        "one harbour official => person 1 ? noun=official",
        "a source => person 1 ? noun=source",
        "the source => person 1 ? noun=source",
        "a source close to the Ministry of Tides => person 1 ? noun=source of=Ministry of Tides",
        "a Ministry of Tides official => person 1 ? noun=official of=Ministry of Tides",
        "a person familiar with the plan => person 1 ? noun=person",
        "a pilot, who asked not to be named, => person 1 ? noun=pilot role=a pilot",
        "an unnamed minister => person 1 ? noun=minister",
        "a spokeswoman for Brask => person 1 ? noun=spokeswoman of=Brask",
        "Brask's spokesman => person 1 ? noun=spokesman of=Brask",
        "a company insider => person 1 ? noun=insider of=company",
        "his neighbour => person 1 ? noun=neighbour",
        "another docker => person 1 ? noun=docker",
        // Several.
        "two dockers who were on the quay => people 2 ? noun=dockers role=two dockers",
        "three officials => people 3 ? noun=officials",
        "12 officials => people 12 ? noun=officials",
        "several officials => people 2-0 ? noun=officials",
        "a dozen residents => people 12 ? noun=residents",
        "sources in the ministry and the port => people 2-0 ? noun=sources of=ministry and the port",
        "people familiar with the plan => people 2-0 noun=people",
        "two people familiar with the plan => people 2 ? noun=people",
        "Brask employees => people 2-0 ? noun=employees of=Brask",
        "two of those friends => people 2 ? noun=friends",
        "officials at the Ministry of Tides => people 2-0 ? noun=officials of=Ministry of Tides",
        // Crowds and offices are not anonymous.
        "voters => people 2-0 noun=voters",
        "critics of the plan => people 2-0 noun=critics",
        "analysts => people 2-0 noun=analysts",
        "the minister => person 1 noun=minister",
        "his mother => person 1 noun=mother",
        "the mayor of the city => person 1 noun=mayor of=city",
        "a majority of pilots => people 2-0 noun=majority",
        // Names.
        "Odo Hern => person 1 name=Odo Hern",
        "Hern => person 1 name=Odo Hern",
        "Senator Odo Hern => person 1 name=Odo Hern role=Senator",
        "The chairwoman, Odile Banst => person 1 name=Odile Banst role=chairwoman",
        "Mira Kolen, an analyst at Brask, => person 1 name=Mira Kolen role=analyst at Brask of=Brask",
        "Brask analyst Mira Kolen => person 1 name=Mira Kolen role=Brask analyst of=Brask",
        "the Ministry of Tides => government name=Ministry of Tides",
        "the Coast Ledger => outlet name=Coast Ledger",
        "Brask => organisation name=Brask",
        "Odo Hern and Mira Kolen => people 2 names=Odo Hern+Mira Kolen",
        "Hern, Kolen and Banst => people 3 names=Odo Hern+Mira Kolen+Odile Banst",
        "both Hern and Kolen => people 2 names=Odo Hern+Mira Kolen",
        "the Hern campaign => organisation named=Hern campaign",
        "Hern's campaign => organisation named=Odo Hern campaign",
        "a Coast Ledger poll => document named=Coast Ledger poll",
        // Other kinds by their noun.
        "the newspaper => outlet noun=newspaper",
        "a local news agency => outlet noun=agency",
        "the company => organisation noun=company",
        "the health ministry => government noun=ministry",
        "the report => document noun=report",
        "a poll of 300 pilots => document noun=poll",
        // Pronouns and members.
        "he => person 1 pronoun", "they => people 2-0 pronoun", "it => organisation pronoun",
        "“ she ” => person 1 pronoun",
        "one of them => person 1 ? member", "both => people 2 member", "another => person 1 ? member",
        "some of them => people 2-0 member",
        "“ ” => unspecified nobody",
    ]

    @Test func noWordsAreNobody() throws {
        let passage = try Passage("It rained.")
        let reader = SourcePhraseReader(prose: passage.prose, names: passage.names, lexicon: passage.lexicon)
        #expect(reader.read(0..<0).form == .nobody)
        #expect(reader.read(2..<3).form == .nobody)
    }

    @Test func anyRangeIsRead() throws {
        let text = Self.prelude + Self.cases.map { row($0).input }.joined(separator: ". And ")
        let passage = try Passage(text)
        let reader = SourcePhraseReader(prose: passage.prose, names: passage.names, lexicon: passage.lexicon)
        for start in passage.prose.words.indices {
            for count in [1, 2, 3, 5, 8, 13] where start + count <= passage.prose.words.count {
                let phrase = reader.read(start..<start + count)
                #expect(phrase.people.map { $0.least <= $0.most ?? .max } ?? true)
            }
        }
    }
}
