import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct LayoutReaderTests {
    private func found(_ text: String) throws -> String {
        let passage = try Passage(text)
        return LayoutReader(prose: passage.prose, lexicon: passage.lexicon).drafts()
            .map(passage.string).joined(separator: " / ")
    }

    @Test(arguments: [
        ("“The gate is shut.” — Mira Kolen", "Mira Kolen | — | “The gate is shut.”"),
        ("\"The gate is shut.\" - Mira Kolen", "Mira Kolen | - | \"The gate is shut.\""),
        ("«The gate is shut.» – Mira Kolen, Loam", "Mira Kolen | – | «The gate is shut.»"),
        ("“The gate is shut.”\n— Mira Kolen", "Mira Kolen | — | “The gate is shut.”"),
        (
            "“It is shut.”― Odo P. Hern \n“It is open.” ― Sela",
            "Odo P. Hern | ― | “It is shut.” / Sela | ― | “It is open.”"
        ),
        ("”It is all shut. — Mira Kolen", ""),
        ("“It is shut,” she said — Kolen agreed.", ""),
        ("“It is shut” — The gate, that is, which nobody had opened.", ""),
        ("The “Old Promise” — a ship.", ""),
    ]) func signatures(_ text: String, _ wanted: String) throws {
        #expect(try found(text) == wanted)
    }

    @Test(arguments: [
        (
            "KOLEN: It is shut.\n\nHERN: Why?\n\nKOLEN: It rusts.",
            "KOLEN | : | It is shut. / HERN | : | Why? / KOLEN | : | It rusts."
        ),
        (
            "\"KOLEN: It is shut.\n\n\"It rusts.\n\n\"HERN: Why?\"",
            "KOLEN | : | It is shut. + It rusts. / HERN | : | Why?"
        ),
        ("MAYOR KOLEN: It is shut.\nHERN: Why?", "MAYOR KOLEN | : | It is shut. / HERN | : | Why?"),
        ("KOLEN: It is shut.\n\nIt rained.", ""),
        ("WHAT: A fair.\n\nWHERE: Loam.", ""),
        ("Kolen: It is shut.\n\nHern: Why?", ""),
        ("KOLEN:", ""), (":", ""), ("\"", ""), ("—", ""), ("“” — K", ""),
    ]) func turns(_ text: String, _ wanted: String) throws {
        #expect(try found(text) == wanted)
    }

    @Test(arguments: [
        ("It rained. And from Mira Kolen: “We paid.” It rained.", "Mira Kolen | from | “We paid.”"),
        (
            "And now this, from Mira Kolen, the mayor:\n\n“We paid. It rusts.”",
            "Mira Kolen, the mayor | from | “We paid. It rusts.”"
        ),
        ("From the desk of Mira Kolen: \"We paid for it.\"", "the desk of Mira Kolen | From | \"We paid for it.\""),
        ("She comes from Loam: “We paid.”", ""),
        ("And from Mira Kolen: a gate.", ""),
        ("And from: “We paid.”", ""), ("From", ""), ("From Loam:", ""),
    ]) func announcements(_ text: String, _ wanted: String) throws {
        #expect(try found(text) == wanted)
    }

    @Test func whatCrossesATurnGoes() throws {
        let passage = try Passage("KOLEN: Hern said it is shut.\n\nHERN: Why?")
        let turns = LayoutReader(prose: passage.prose, lexicon: passage.lexicon).drafts()
        let tagged = [
            try passage.draft("Hern", "said", "it is shut"), try passage.draft("", "", "Why?"),
            try passage.draft("KOLEN", "said", "HERN: Why?"),
        ]
        #expect(
            LayoutReader.merged(tagged, with: turns).map(passage.string)
                == ["Hern | said | it is shut"] + turns.map(passage.string))
    }

    @Test(arguments: [
        (
            "Dredging of the pond to finish by May: harbour master.",
            "harbour master | : | Dredging of the pond to finish by May"
        ),
        ("Loam ferry to stop in May: sources", "sources | : | Loam ferry to stop in May"),
        ("He has one job to do in May: master.", ""),
        ("Three men to leave the old town: a mayor.", ""),
        ("Three to go to the old town: Kolen, Hern.", ""),
    ]) func headlines(_ text: String, _ wanted: String) throws {
        #expect(try found(text) == wanted)
    }
}
