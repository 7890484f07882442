import HearsayCore
import Testing

@testable import HearsayRevising

/// One changed sentence, and what kind of change it is.
@Suite struct EditKindTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var old: String
        var new: String
        var testDescription: String { "\(old) → \(new)" }

        init(_ old: String, _ new: String) { (self.old, self.new) = (old, new) }
    }

    private func expect(_ kind: Edit.Kind, _ pair: Case) {
        let edits = Versions.edits(pair.old, pair.new)
        #expect(edits.map(\.kind) == [kind], "\(edits.map(\.reason))")
    }

    static let attributions = [
        Case(
            "The army has retaken the airport, the general said.", "The army has retaken the airport, his office said."),
        Case("Officials said the water was safe.", "An official said the water was safe."),
        Case("The general is gone, two officials said.", "The general is gone, three officials said."),
        Case("The general is gone, Ana Prell said.", "The general is gone, an aide said."),
        Case("Prell told the Sollen Ledger that she was ill.", "Prell told the Bay Courier that she was ill."),
        Case("The army killed 20 rebels.", "The army killed 20 rebels, residents said."),
        Case("According to police, the man fell.", "The man fell."),
        Case("The plan is dead, an aide said.", "The plan is dead, an aide said on condition of anonymity."),
        Case("Prell said she had met him.", "Prell denied she had met him."),
        Case("Prell said the road would be built.", "Prell promised the road would be built."),
        Case("He called the house “a trap”.", "He called the house a trap."),
        Case("\"We lost everything,\" she said.", "She said that they had lost everything."),
        Case("The bank is closed, he said.", "The bank is closed, citing a lawyer, the Gull reported."),
    ]
    @Test(arguments: attributions) func attribution(_ pair: Case) { expect(.attribution, pair) }

    static let facts = [
        Case("About 300,000 men are to report.", "About 200,000 men are to report."),
        Case("The court heard Tarvo Kusk.", "The court heard Tarvo Kuusk."),
        Case("The vote is on 14 March.", "The vote is on 21 March."),
        Case("He met her in Sollen on Friday.", "He met her in Karsund on Friday."),
        Case("The reactor was running.", "The reactor was not running."),
        Case("Investigators found no trace of oil.", "Investigators found traces of oil."),
        Case("The pipe lost 900 litres.", "The pipe lost 900 barrels."),
        Case("The blast killed 12 people.", "The blast killed at least 12 people."),
        Case("The tunnel will open on Saturday.", "The tunnel opened on Saturday."),
        Case("Karsund beat Ostrey in the final.", "Ostrey beat Karsund in the final."),
        Case("Police shot the man.", "The man shot police."),
        Case("Five people died and three were hurt.", "Three people died and five were hurt."),
        Case("“We will fight for every house,” he said.", "“We will fight for every street,” he said."),
        Case("“It is very sad,” she said.", "“It is sad,” she said."),
        Case("The letter was signed by Henk Saar.", "The letter was signed by Henk Saar, the head of the police."),
        Case("The flight went from Brask.", "The flight went to Brask."),
        Case("A judge ruled the search was unlawful.", "A judge ruled the search was lawful."),
        Case("It is the largest plant in the country.", "It is one of the largest plants in the country."),
        Case("A guard was stabbed.", "Guards were stabbed."),
        Case("He left the country.", "She left the country."),
    ]
    @Test(arguments: facts) func fact(_ pair: Case) { expect(.fact, pair) }

    static let hedges = [
        Case("The bank will close.", "The bank may close."), Case("The storm could turn.", "The storm will turn."),
        Case("The pilots had been drinking, the owner said.", "The pilots had been drinking, the owner claimed."),
        Case("A boat ran aground, the navy said.", "A boat ran aground, the navy confirmed."),
        Case("The fund lost 40 crowns.", "The fund lost about 40 crowns."),
        Case("He fled to Sollen.", "He is thought to have fled to Sollen."),
        Case("She sold the house.", "She reportedly sold the house."),
        Case("The mayor is accused of fraud.", "The mayor is suspected of fraud."),
    ]
    @Test(arguments: hedges) func hedge(_ pair: Case) {
        let edits = Versions.edits(pair.old, pair.new)
        #expect(edits.first?.kinds.contains(.hedge) == true, "\(edits.map(\.reason))")
        #expect(edits.allSatisfy { $0.kind != .style })
    }

    @Test func theWayOfCertaintyIsTold() {
        #expect(Versions.edits("The bank will close.", "The bank may close.").first?.certainty == .down)
        #expect(Versions.edits("The bank may close.", "The bank will close.").first?.certainty == .up)
        #expect(Versions.edits("The bank has 3 doors.", "The bank has 4 doors.").first?.certainty == nil)
    }

    static let styles = [
        Case("Police arrested three men.", "Police arrested 3 men."),
        Case("Prices rose by 4 percent.", "Prices rose by 4%."),
        Case("Prices rose by 4 per cent.", "Prices rose by 4 percent."),
        Case("The strike began Monday.", "The strike began on Monday."),
        Case("The bridge closed on March 3, 2031.", "The bridge closed on 3 March 2031."),
        Case("The tower was sold yesterday.", "The tower was sold on Thursday."),
        Case("The curfew begins at 9 p.m.", "The curfew begins at 21:00."),
        Case("The province gets 1,200,000 crowns.", "The province gets 1.2 million crowns."),
        Case("The minister says it is over.", "The minister said it was over."),
        Case("The minister says the canal will be dredged.", "The minister said the canal would be dredged."),
        Case("The labor council criticized the program.", "The labour council criticised the programme."),
        Case("Sollen's mayor didn't come.", "Sollen’s mayor did not come."),
        Case("\"We stay,\" he said.", "“We stay,” he said."),
        Case("On Friday, the council sold the hall.", "The council sold the hall on Friday."),
        Case("Inspectors closed the mill.", "The mill was closed by inspectors."),
        Case("Mayor Prell said that it was over.", "It was over, said Mayor Prell."),
        Case("The flood took the mill, the church and the inn.", "The flood took the inn, the mill and the church."),
        Case("Turnout fell to 40% from 45%.", "Turnout fell from 45% to 40%."),
        Case("The herd has about 90 animals.", "The herd has around 90 animals."),
        Case("The firm bought the yard and began to build.", "The company purchased the yard and started to build."),
        Case("The tram hit a van.", "However, the tram hit a van."),
        Case("The goverment has resigned.", "The government has resigned."),
    ]
    @Test(arguments: styles) func style(_ pair: Case) { expect(.style, pair) }

    @Test func severalKindsAreToldMostSeriousFirst() {
        let edits = Versions.edits(
            "Two aides said that the premier would resign on Friday.",
            "One aide said that the premier might resign on Saturday.")
        #expect(edits.first?.kinds == [.attribution, .fact, .hedge] && edits.count == 1)
    }

    @Test func aPronounForAKnownNameIsStyle() {
        let before = "Mara Ilves runs the plant. She said the filters would be replaced."
        #expect(Versions.edits(before, before.replacing("She", with: "Ilves")).map(\.kind) == [.style])
        let stranger = Versions.edits("He said the filters were old.", "Odo Hern said the filters were old.")
        #expect(stranger.map(\.kind) == [.attribution])
    }
}
