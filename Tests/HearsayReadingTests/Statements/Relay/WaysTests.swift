import Testing

@testable import HearsayReading

@Suite struct WaysTests {
    /// Statements of voices 0 to 9; 10 and above are outlets.
    private func ways(_ heard: [Ways.Heard], stage: Int? = nil) -> [[Int]] {
        Ways(heard: heard, stage: stage).settled()
    }

    private func heard(_ voice: Int, _ own: [Int] = [], _ paragraph: Int) -> Ways.Heard {
        Ways.Heard(voice: voice, own: own, paragraph: paragraph)
    }

    @Test func anInterviewGoesOnInTheNextParagraph() {
        #expect(ways([heard(1, [10], 5), heard(1, 6), heard(1, 7), heard(1, 9)]) == [[10], [10], [10], []])
    }

    @Test func anInterviewInTheOpeningGoesOnToTheEnd() {
        #expect(ways([heard(1, [10], 1), heard(1, 6), heard(1, 20)]) == [[10], [10], [10]])
    }

    @Test func anotherOccasionEndsIt() {
        var speech = heard(1, 6)
        speech.isElsewhere = true
        #expect(ways([heard(1, [10], 5), speech, heard(1, 6)]) == [[10], [], []])
    }

    @Test func anotherVoiceIsNotHeardThere() {
        #expect(ways([heard(1, [10], 5), heard(2, 5)]) == [[10], []])
    }

    @Test func theUnnamedAreHeardTheSameWayAllAlong() {
        var source = heard(1, 15)
        source.isUnnamed = true
        #expect(ways([heard(1, [10], 5), source]) == [[10], [10]])
    }

    @Test func aParaphraseStandsBeforeItsQuotation() {
        #expect(ways([heard(1, 5), heard(1, [10], 6)]) == [[10], [10]])
        #expect(ways([heard(1, 5), heard(2, 5), heard(1, [10], 6)]) == [[], [], [10]])
    }

    @Test func theOpeningSumsUpWhatIsToldBelow() {
        #expect(ways([heard(1, 0), heard(2, 1), heard(1, [10], 5)]) == [[10], [], [10]])
        #expect(ways([heard(1, 0), heard(2, 1), heard(1, [10], 30)]) == [[], [], [10]])
    }

    @Test func citingSaysNothingOfWhatANamedVoiceSaysBefore() {
        var cited = heard(1, [10], 5)
        cited.isCited = true
        #expect(ways([heard(1, 5), cited]) == [[], [10]])
    }

    @Test func anEarlierOccasionIsNotCarriedOn() {
        var earlier = heard(1, [10], 5)
        earlier.isEarlier = true
        #expect(ways([heard(1, 5), earlier, heard(1, 6)]) == [[], [10], []])
    }

    @Test func whatStandsInsideCameThroughTheVoicesAround() {
        var inner = heard(2, [11], 5)
        inner.outer = 0
        var deepest = heard(3, 5)
        deepest.outer = 1
        #expect(ways([heard(1, [10], 5), inner, deepest]) == [[10], [10, 1, 11], [10, 1, 11, 2]])
        var nobody = heard(1, [10], 5)
        nobody.hasSource = false
        #expect(ways([nobody, inner, deepest]) == [[10], [10, 11], [10, 11, 2]])
    }

    @Test func nobodyIsOnTheWayToHimself() {
        var inner = heard(1, 5)
        inner.outer = 0
        #expect(ways([heard(1, [10], 5), inner]) == [[10], [10]])
    }

    @Test func turnsOfATranscriptComeFromTheProgramme() {
        var turn = heard(2, 9)
        turn.isTurn = true
        var inside = heard(3, 9)
        (inside.isTurn, inside.outer) = (true, 1)
        #expect(ways([heard(1, [10], 1), turn, inside]) == [[10], [10], [10]])
    }

    @Test func thoseOnStageAreHeardThroughIt() {
        var guest = heard(1, 9)
        guest.isOnStage = true
        #expect(ways([guest, heard(2, 9)], stage: 10) == [[10], []])
    }

    @Test func oneOfAGroupComesItsWay() {
        var one = heard(2, 5)
        one.inherited = [10]
        #expect(ways([one]) == [[10]])
    }
}

extension WaysTests {
    private func heard(_ voice: Int, _ paragraph: Int) -> Ways.Heard { heard(voice, [], paragraph) }
}
