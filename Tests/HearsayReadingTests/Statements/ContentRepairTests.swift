import Foundation
import Testing

@testable import HearsayCore
@testable import HearsayReading

@Suite struct ContentRepairTests {
    /// "sentence / source / cue / content"; a content's parts are joined by "+".
    private func draft(_ input: String) throws -> (passage: Passage, draft: Draft) {
        let parts = input.components(separatedBy: "/").map(TimeText.trimmed)
        let passage = try Passage(parts[0])
        var draft = try passage.draft(parts[1], parts[2])
        draft.content = try parts[3].components(separatedBy: " + ").flatMap { part in
            try passage.draft("", "", TimeText.trimmed(part)).content
        }
        return (passage, draft)
    }

    @Test(arguments: [
        // Beside whole quotations.
        "“You won?” she said, but he slept. / she / said / “You won?” + but he slept => she | said | “You won?”",
        "“You won,” she said, but “not today”. / she / said / “You won,” + but “not today” "
            + "=> she | said | “You won,” + but “not today”",
        "She says, “Don't do it,” until it ends. / She / says / “Don't do it,” until it ends "
            + "=> She | says | “Don't do it,”",
        "She says “no” until it ends. / She / says / “no” until it ends => She | says | “no” until it ends",
        // Around the attribution.
        "It is shut, according to a priest, whose name is known. / a priest / according to "
            + "/ It is shut + whose name is known => a priest | according to | It is shut",
        "It is late, the yard said on Monday; it is old. / the yard / said / It is late + it is old "
            + "=> the yard | said | It is late",
        "The mill, its owner told the Gull, expects to close. / its owner / told / The mill "
            + "=> its owner | told | The mill + expects to close",
        "On Monday, its owner said, it was shut. / its owner / said / On Monday => its owner | said | On Monday",
        "The owners maintain the cheque was sent in May. / The owners / maintain / the cheque "
            + "=> The owners | maintain | the cheque was sent in May",
        "His plan to sail was old. / His / plan / to sail => His | plan | to sail",
    ]) func edges(_ line: String) throws {
        let (input, wanted) = row(line)
        let (passage, draft) = try draft(input)
        let found = ContentRepair(prose: passage.prose, lexicon: passage.lexicon).repaired(draft)
        #expect(passage.string(found) == wanted)
    }

    @Test(arguments: [
        "He says it is shut but denies that it burned. / He / says / it is shut but denies that it burned "
            + "=> He | says | it is shut / He | denies | that it burned",
        "She said it was shut, and begged them to wait. / She / said / it was shut, and begged them to wait "
            + "=> She | said | it was shut / She | begged | to wait",
        "She said it was shut and told him that it burned. / She / said / it was shut and told him that it burned "
            + "=> She | said | it was shut and told him that it burned",
        "He said it was old but denies of course remain. / He / said / it was old but denies of course remain "
            + "=> He | said | it was old but denies of course remain",
    ]) func secondVerbs(_ line: String) throws {
        let (input, wanted) = row(line)
        let (passage, draft) = try draft(input)
        let found = ContentRepair(prose: passage.prose, lexicon: passage.lexicon).coordinated(draft)
        #expect(found.map(passage.string).joined(separator: " / ") == wanted)
    }

    @Test func anOrderEndsBeforeTheNextClause() throws {
        let (passage, draft) = try draft(
            "He told the dog to sit, and the dog, “Rex”, sat. / He / told / to sit, and the dog, “Rex”, sat")
        let found = ContentRepair(prose: passage.prose, lexicon: passage.lexicon).ordered(draft)
        #expect(passage.string(found) == "He | told | to sit")
    }
}
