import HearsayCore
import Testing

@testable import HearsayRevising

@Suite struct WordTests {
    @Test func formsOfAWordHaveOneStem() {
        for forms in [
            ["close", "closes", "closed", "closing"], ["stop", "stopped", "stopping"], ["try", "tries", "tried"],
            ["begin", "began", "begun"], ["raise", "raised", "raising"], ["organise", "organized", "organising"],
            ["city", "cities"], ["official", "officials"], ["child", "children"],
        ] {
            #expect(Set(forms.map { Stem.of(Spelling.american($0)) }).count == 1, "\(forms)")
        }
        #expect(Stem.of("news") != Stem.of("new") && Stem.of("arms") != Stem.of("arm"))
    }

    @Test func britishAndAmericanSpellingsMeet() {
        for (british, american) in [
            ("labour", "labor"), ("centre", "center"), ("cancelled", "canceled"), ("defence", "defense"),
            ("organisation", "organization"), ("neighbours", "neighbors"), ("analysed", "analyzed"), ("grey", "gray"),
        ] {
            #expect(Synonyms.same(british, american), "\(british)")
        }
        #expect(!Synonyms.same("four", "for") && !Synonyms.same("hour", "hor"))
    }

    @Test func slipsAreNotOtherWords() {
        #expect(Spelling.isSlip("recieved", "received") && Spelling.isSlip("occured", "occurred"))
        #expect(!Spelling.isSlip("contract", "contact") && !Spelling.isSlip("landed", "lauded"))
        #expect(!Spelling.isSlip("uniformed", "uninformed") && !Spelling.isSlip("killed", "filled"))
        #expect(Spelling.isSameName("kusk", "kuusk") && Spelling.isSameName("thoresen", "thorsen"))
        #expect(!Spelling.isSameName("budanov", "bogdanov") || !Spelling.isSameName("hern", "hale"))
    }

    @Test func oppositesAreNoSynonyms() {
        for (a, b) in [
            ("killed", "wounded"), ("bought", "sold"), ("rise", "fall"), ("accept", "reject"), ("before", "after"),
            ("old", "new"), ("open", "close"), ("win", "lose"), ("arrest", "release"), ("bill", "law"), ("day", "week"),
            ("accused", "charged"), ("guilty", "innocent"), ("hospital", "school"), ("soldier", "civilian"),
        ] {
            #expect(!Synonyms.same(a, b), "\(a), \(b)")
        }
    }

    @Test func notesBeginAsNotesDo() {
        #expect(NoteWords.begin("Editor’s note: A picture was removed."))
        #expect(NoteWords.begin("(This story was corrected on Friday.)"))
        #expect(NoteWords.begin("An earlier version of this article misstated the day."))
        #expect(!NoteWords.begin("This story begins in Brask.") && !NoteWords.begin("Corrections officers went home."))
        #expect(NoteWords.isDoubt(["it", "could", "not", "be", "verified"]))
        #expect(!NoteWords.isDoubt(["he", "was", "not", "there"]))
    }
}
