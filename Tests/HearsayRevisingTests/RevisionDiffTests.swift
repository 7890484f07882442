import HearsayCore
import Testing

@testable import HearsayRevising

/// What edits there are, where they stand and what they say.
@Suite struct RevisionDiffTests {
    private let before = "The council approved the tram line. It will cost 80 crowns. Work starts in June."

    @Test func theSameTextHasNoEdits() {
        #expect(Versions.edits(before, before).isEmpty)
        #expect(Versions.edits("A b c.  D e f.\nG h.", "A b c.\n\nD e f. G h.").isEmpty)
        #expect(Versions.edits("", "").isEmpty)
    }

    @Test func reasonsNameTheWords() {
        #expect(
            Versions.edits("About 300,000 men came.", "About 200,000 men came.").map(\.reason)
                == ["300,000 became 200,000"])
        #expect(
            Versions.edits("It is over, two officials said.", "It is over, an official said.").map(\.reason)
                == ["“two officials” became “an official”"])
        #expect(
            Versions.edits("The bank will close.", "The bank may close.").map(\.reason)
                == ["“will” became “may”: less certain"])
    }

    @Test func sentencesThatComeAndGo() {
        let gone = Versions.edits(before, before.replacing("It will cost 80 crowns. ", with: ""))
        #expect(gone.map(\.kind) == [.fact] && gone.first?.new == nil && gone.first?.old?.span == TextSpan(36, 59))
        let come = Versions.edits(before, before + " “Nobody asked us,” Ida Moll said.")
        #expect(come.first?.kinds == [.attribution, .fact] && come.first?.old == nil)
        let doubt = Versions.edits(before, before + " The claim could not be independently verified.")
        #expect(doubt.first?.kinds == [.hedge] && doubt.first?.certainty == .down)
        #expect(Versions.edits(before, before + " Read on for more.").map(\.kind) == [.style])
    }

    @Test func aMovedSentenceIsStyle() {
        let moved = "The council approved the tram line. Work starts in June. It will cost 80 crowns."
        let edits = Versions.edits(before, moved)
        #expect(edits.map(\.kind) == [.style] && edits.first?.isMoved == true)
        #expect(edits.first?.reason == "moved to another place")
    }

    @Test func splitAndJoinedSentencesAreOneEdit() {
        let one = "Engineers found cracks in the tower and the bridge was closed to lorries. Work starts soon."
        let two = "Engineers found cracks in the tower. The bridge was closed to lorries. Work starts soon."
        #expect(Versions.edits(one, two).map(\.reason) == ["one sentence became 2"])
        #expect(Versions.edits(two, one).map(\.reason) == ["2 sentences became one"])
        let changed = Versions.edits(one, two.replacing("lorries", with: "buses"))
        #expect(changed.map(\.kind) == [.fact])
    }

    @Test func headlinesAreComparedWhereverTheyStand() {
        let old = Versions.reading("Text stays.", headline: "Ten dead in fire")
        let new = Versions.reading("Text stays.", headline: "Eleven dead in fire")
        let edits = RevisionDiff.edits(from: old, to: new)
        #expect(edits.map(\.place) == [.headline] && edits.first?.kind == .fact)
        #expect(edits.first?.new?.span == nil && edits.first?.new?.text == "Eleven dead in fire")
        #expect(edits.first?.new?.words == [TextSpan(0, 6)])
        var inside = new
        inside.document.blocks = [.init(kind: .headline, span: TextSpan(0, 11))]
        #expect(RevisionDiff.edits(from: old, to: inside).first { $0.place == .headline }?.new?.span == TextSpan(0, 11))
    }

    @Test func notesAreNotes() {
        let note = "Correction: An earlier version of this article gave a wrong price."
        let added = Versions.edits(before, before + "\n\n" + note)
        #expect(added.map(\.kind) == [.note] && added.map(\.place) == [.note] && added.first?.old == nil)
        #expect(Versions.edits(note + "\n\n" + before, before).map(\.kind) == [.note])
        let changed = Versions.edits(before + "\n\n" + note, before + "\n\n" + note + " It is 80 crowns.")
        #expect(changed.map(\.kind) == [.note] && changed.first?.old != nil && changed.first?.new != nil)
        #expect(Versions.edits(before, before + "\n\nThis article was amended on 4 May 2031.").map(\.kind) == [.note])
        #expect(Versions.edits(before, before + "\n\nThe update: nothing changed.").map(\.kind) == [.fact])
    }

    @Test func notesBesideTheTextCountOnce() {
        let old = Versions.reading(before)
        var new = Versions.reading(before)
        new.document.updates = [.init(kind: .correction, text: "An earlier version gave a wrong price.")]
        #expect(RevisionDiff.edits(from: old, to: new).map(\.kind) == [.note])
        let text = "Correction: An earlier version gave a wrong price."
        new = Versions.reading(before + "\n\n" + text)
        new.document.updates = [.init(kind: .correction, text: text)]
        #expect(RevisionDiff.edits(from: old, to: new).count == 1)
    }

    @Test func statementsThatAreTouchedAreNamed() {
        var statement = Statement(
            id: "s1", source: [TextSpan(19, 32)], cue: [TextSpan(33, 37)], content: [TextSpan(0, 17)], voice: "v1")
        let old = Versions.reading("The bank is bust, two officials say so.", statements: [statement])
        statement.id = "s4"
        statement.source = [TextSpan(18, 29)]
        let new = Versions.reading("The bank is bust, an official say so.", statements: [statement])
        let edit = RevisionDiff.edits(from: old, to: new).first
        #expect(edit?.old?.statements == ["s1"] && edit?.new?.statements == ["s4"] && edit?.kind == .attribution)
    }

    /// The reader may know a source that no word of saying gives away.
    @Test func sourcesOfTheReadingCount() {
        let (old, new) = ("To the harbour guild it was a theft.", "To the fishers' guild it was a theft.")
        #expect(Versions.edits(old, new).map(\.kind) == [.fact])
        let statement = Statement(
            id: "s1", source: [TextSpan(3, 20)], cue: [], content: [TextSpan(21, 35)], voice: "v1")
        let edits = RevisionDiff.edits(
            from: Versions.reading(old, statements: [statement]), to: Versions.reading(new, statements: [statement]))
        #expect(edits.map(\.kind) == [.attribution])
    }

    @Test func blocksThatAreNoArticleAreLeftOut() {
        func version(_ byline: String) -> Reading {
            var reading = Versions.reading("\(byline)\n\nThe tram line is open.")
            let end = byline.utf8.count
            reading.document.blocks = [
                .init(kind: .byline, span: TextSpan(0, end)),
                .init(kind: .paragraph, span: TextSpan(end + 2, reading.document.text.count)),
            ]
            return reading
        }
        #expect(RevisionDiff.edits(from: version("By Ana Moll"), to: version("By Odo Hern")).isEmpty)
    }

    @Test func leftoverTagsAreNoWords() {
        let old = Versions.reading("The <u>tram</u> line is open.")
        var new = old
        new.document.markup = [TextSpan(4, 7), TextSpan(11, 15)]
        var plain = Versions.reading("The tram line is open.")
        #expect(RevisionDiff.edits(from: new, to: new).isEmpty)
        plain.document.markup = []
        #expect(RevisionDiff.edits(from: new, to: plain).allSatisfy { $0.kind == .style })
    }
}
