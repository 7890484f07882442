import HearsayCore
import Testing

@testable import HearsayCapture

private func bytes(_ text: String) -> ByteSlice { Array(text.utf8)[...] }

@Suite struct BylineTests {
    @Test(arguments: [
        ("By Jane Roe", ["Jane Roe"]), ("BY JANE ROE AND JOHN DOE", ["JANE ROE", "JOHN DOE"]),
        ("Jane Roe, Staff Writer", ["Jane Roe"]),
        (
            "By Jane Roe, John Q. Doe and Mar\u{ED}a de la Cruz, Staff Writers",
            ["Jane Roe", "John Q. Doe", "Mar\u{ED}a de la Cruz"]
        ),
        ("By Jane Roe for the Coast Ledger", ["Jane Roe"]),
    ])
    func bylines(_ line: String, _ names: [String]) { #expect(Byline.authors(of: bytes(line)) == names) }

    @Test(arguments: [
        "By Friday the harbour was closed", "Jane Roe, the mayor", "Jane Roe Laughs, Evades Reporter's Question.",
        "Bylaws change",
        "By the sea", "Harbour Closed, Staff Sent Home",
    ])
    func otherLines(_ line: String) { #expect(Byline.authors(of: bytes(line)) == nil) }
}

@Suite struct CaptionCreditTests {
    @Test(arguments: [
        (
            "Ferries at the old pier of Kelmoor. Jane Roe / TASS", "Ferries at the old pier of Kelmoor.",
            "Jane Roe / TASS"
        ),
        ("Ferries at the old pier. (AP Photo/Jane Roe)", "Ferries at the old pier.", "AP Photo/Jane Roe"),
        ("The pier on Friday. Photo: Jane Roe", "The pier on Friday.", "Jane Roe"),
        ("The pier (Photo by Jane Roe)", "The pier", "Jane Roe"),
        ("A man walks. J. Roe/AFP via Getty Images", "A man walks.", "J. Roe/AFP via Getty Images"),
    ])
    func captions(_ line: String, _ caption: String, _ credit: String) {
        let found = CaptionCredit(bytes(line), isEarly: false)
        #expect(found?.caption == caption)
        #expect(found?.credit == credit)
    }

    @Test func loneCredits() {
        #expect(CaptionCredit(bytes("Photo: Jane Roe"), isEarly: false)?.caption == nil)
        #expect(CaptionCredit(bytes("Jane Roe/Reuters"), isEarly: false)?.credit == "Jane Roe/Reuters")
    }

    @Test(arguments: [
        "He told Reuters.", "The ministry said it was ready. He spoke to AFP",
        "Prices rose 5 percent. He/she may appeal.",
        "The attack of 9/11 changed that. After 9/11 it closed.", "The photo shows the pier.",
        "It was closed (Reuters).",
    ])
    func bodyText(_ line: String) { #expect(CaptionCredit(bytes(line), isEarly: false) == nil) }
}

@Suite struct UpdateNoteTests {
    @Test(arguments: [
        ("Updated with comments from the harbour master.", Document.Update.Kind.update),
        ("UPDATE: 5 p.m. \u{2014} The pier is open.", .update),
        ("Correction: The pier is in Kelmoor.", .correction),
        ("CLARIFICATION: The first sentence was changed.", .clarification),
        ("Editor\u{2019}s note: The writer owns a boat.", .editorsNote),
        ("This story has been updated with a reply.", .update),
        ("An earlier version of this article misspelled a name.", .correction),
        ("UPDATE, March 4, 2031: More.", .update),
        ("(Corrects name of harbour in paragraph 3)", .correction), ("(Adds quotes, background)", .update),
        ("This article was amended on 4 March 2031. It had the wrong length.", .correction),
        ("The headline of this article was changed to reflect the vote.", .update),
        ("This post has been corrected.", .correction),
        ("In an earlier version of this story, a name was wrong.", .correction),
        ("This version corrects the length of the pier.", .correction),
        ("Note to readers: The writer owns a boat.", .editorsNote),
        ("For the record: The pier is in Kelmoor.", .correction),
        ("Editors\u{2019} Note: The writer owns a boat.", .editorsNote),
        ("We have corrected this article to give the right length.", .correction),
        ("(This March 4 story has been refiled to fix a typo.)", .correction),
        ("Due to an editing error, an earlier version gave the wrong length.", .correction),
        ("This article has been updated to clarify the plan.", .clarification),
    ])
    func notes(_ line: String, _ kind: Document.Update.Kind) { #expect(UpdateNote.kind(of: bytes(line)) == kind) }

    @Test(arguments: [
        "Updated figures show a rise.", "Corrections officers went on strike.", "This story began in Kelmoor.",
        "Update your software, the agency said.", "This piece first appeared in the Harbour Post.",
        "An earlier version of this article appeared in the Harbour Post.", "This article was edited by Jane Roe.",
        "The story was changed by the witness.", "In an earlier debate, the mayor spoke.",
        "Update 3: The pier is open.",
        "The record of the harbour is long.", "This report was updated by the ministry.",
    ])
    func bodyText(_ line: String) { #expect(UpdateNote.kind(of: bytes(line)) == nil) }
}

@Suite struct RelatedPointerTests {
    @Test func pointers() {
        #expect(RelatedPointer(bytes("Related article: Storm Nears Kelmoor"))?.title == "Storm Nears Kelmoor")
        let linked = RelatedPointer(bytes("READ MORE: Storm nears https://example.org/a"))
        #expect(linked?.title == "Storm nears")
        #expect(linked?.url == "https://example.org/a")
        #expect(RelatedPointer(bytes("See also:")) != nil)
    }

    @Test(arguments: [
        "Related costs rose.", "Read more books, she said.",
        "Related: he said it was over. They left. It is done. Nobody came.",
    ])
    func bodyText(_ line: String) { #expect(RelatedPointer(bytes(line)) == nil) }
}

@Suite struct AddressLineTests {
    @Test func addresses() {
        #expect(AddressLine(bytes("Original url:")) == .label)
        #expect(AddressLine(bytes("Source: https://example.org/a")) == .labelled("https://example.org/a"))
        #expect(AddressLine(bytes("https://example.org/a")) == .bare("https://example.org/a"))
        #expect(AddressLine(bytes("Source: the harbour office")) == nil)
        #expect(AddressLine(bytes("He posted it on https://example.org/a")) == nil)
    }
}
