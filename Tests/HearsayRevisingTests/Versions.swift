import HearsayCore

@testable import HearsayRevising

/// Readings made by hand: plain text whose blank lines part paragraphs, without statements unless they are given.
enum Versions {
    static func reading(
        _ text: String, headline: String? = nil, published: String? = "2031-05-02", statements: [Statement] = []
    ) -> Reading {
        var document = Document(id: "sha256:test", text: SourceText(text))
        (document.headline, document.published) = (headline, published)
        return Reading(document: document, voices: [], statements: statements)
    }

    static func edits(_ old: String, _ new: String) -> [Edit] {
        RevisionDiff.edits(from: reading(old), to: reading(new))
    }

    /// The sentences of a text, as the aligner takes them.
    static func sentences(_ old: String, _ new: String) -> (old: [Sentence], new: [Sentence]) {
        var interner = Interner()
        let before = Version(reading(old), interner: &interner)
        let after = Version(reading(new), interner: &interner)
        return (before.body, after.body)
    }
}

/// A small repeatable source of numbers (SplitMix64).
struct Dice {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[next(elements.count)] }
}
