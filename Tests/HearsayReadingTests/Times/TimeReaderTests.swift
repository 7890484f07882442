import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Every case is "text => words = value; words = value", published on Friday, 29 March 2024.
@Suite struct TimeReaderTests {
    @Test(arguments: TimePhrases.direction) func direction(_ line: String) { check(line) }
    @Test(arguments: TimePhrases.calendar) func calendar(_ line: String) { check(line) }
    @Test(arguments: TimePhrases.relative) func relative(_ line: String) { check(line) }
    @Test(arguments: TimePhrases.bounds) func bounds(_ line: String) { check(line) }
    @Test(arguments: TimePhrases.clocks) func clocks(_ line: String) { check(line) }
    @Test(arguments: TimePhrases.nothing) func nothing(_ line: String) { check(line) }

    private func check(_ line: String) {
        let halves = line.split(separator: "=>", maxSplits: 1).map(String.init)
        let wanted = halves.count > 1 ? TimeText.trimmed(halves[1]) : ""
        #expect(TimeText.render(TimeText.trimmed(halves[0])) == wanted, "\(halves[0])")
    }

    @Test func withoutADayOfPublicationNothingIsCountedFromIt() {
        let text = SourceText("He said on Friday that the law of 2019 would end in two years.")
        var context = TimeContext()
        let times = TimeReader().times(in: text, paragraph: text.span, published: nil, context: &context)
        #expect(times.map { text.string($0.span) } == ["Friday", "2019", "two years"])
        #expect(times.map { $0.value == nil } == [true, false, true])
    }

    @Test func theContextGoesFromParagraphToParagraph() throws {
        let text = SourceText("The bridge fell on 3 May 2023.\n\nTwo days later the mayor resigned.")
        var context = TimeContext()
        let reader = TimeReader()
        _ = reader.times(in: text, paragraph: TextSpan(0, 31), published: CivilDay(2024, 3, 29), context: &context)
        let later = reader.times(
            in: text, paragraph: TextSpan(32, text.count), published: CivilDay(2024, 3, 29), context: &context)
        let found = try #require(later.first)
        #expect(found.days == CivilDay(2023, 5, 5).map { DayInterval($0, $0) })
        #expect(found.anchor == .text)
    }
}

/// Shows times in the short form of the tables.
enum TimeText {
    static func render(_ string: String) -> String {
        let text = SourceText(string)
        var context = TimeContext()
        let times = TimeReader().times(
            in: text, paragraph: text.span, published: CivilDay(2024, 3, 29), context: &context)
        return times.map { "\(text.string($0.span)) = \(show($0))" }.joined(separator: "; ")
    }

    static func show(_ time: TimeExpression) -> String {
        let modality = [.exact, .approximate].contains(time.modality) ? "" : " \(time.modality)"
        switch time.value {
        case .interval(let start, let end):
            if let start, start == end { return show(start) + modality }
            return "\(start.map(show) ?? "")..\(end.map(show) ?? "")\(modality)"
        case .instant(let moment): return show(moment) + modality
        case .timeOfDay(let from, let to): return clock(from) + (to.map { "-" + clock($0) } ?? "") + modality
        case .duration(let seconds): return "\(Int(seconds / 3600))h" + modality
        case .set: return "set"
        case nil: return "?"
        }
    }

    private static func show(_ moment: TimeExpression.Moment) -> String {
        moment.day.description + (moment.minute.map { "T" + clock($0) } ?? "")
    }

    private static func clock(_ minute: Int) -> String {
        let (h, m) = (minute / 60, minute % 60)
        return "\(h < 10 ? "0" : "")\(h):\(m < 10 ? "0" : "")\(m)"
    }

    static func trimmed(_ string: String) -> String {
        let text = SourceText(string)
        return text.string(text.trimmed(text.span))
    }
}
