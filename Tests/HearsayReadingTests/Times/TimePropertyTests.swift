import Testing

@testable import HearsayCore
@testable import HearsayReading

/// A small repeatable source of numbers (SplitMix64).
private struct Dice {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }
}

@Suite struct TimePropertyTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64]) func mutatedSentencesNeverTrap(_ seed: UInt64) {
        var dice = Dice(state: seed)
        let phrases =
            TimePhrases.direction + TimePhrases.calendar + TimePhrases.relative + TimePhrases.bounds
            + TimePhrases.clocks + QuantityReaderTests.cases
            + NewsPhrases.groups.flatMap(\.lines) + Self.numbers
        for _ in 0..<3000 {
            var bytes = Array(phrases[dice.next(phrases.count)].utf8)
            for _ in 0...dice.next(6) {
                let at = dice.next(bytes.count)
                switch dice.next(4) {
                case 0: bytes[at] = UInt8(dice.next(256))
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(Array("0129-/:., ’%é".utf8)[dice.next(15)], at: at)
                default: bytes += Array(phrases[dice.next(phrases.count)].utf8.prefix(dice.next(40)))
                }
                if bytes.isEmpty { bytes = [0x41] }
            }
            checkSpans(SourceText(decoding: bytes), seed)
        }
    }

    /// Numbers in the odder forms, as food for the mutations.
    private static let numbers = [
        "two thirds of a million", "-1.1^--23", "3 million and a quarter", "one out of three", "1 234 567", "2 1/4",
        "nought point nought three", "more than 10 and less than 40", "per cent of 22", "three lakh crore", "1,3 ⅔",
        "4 thousand 3 hundred and 21", "the first Monday of May", "week 27 of last year", "from 7 to 9 last night",
        "twenty five January nineteen eighty six", "eid al-fitr 2022", "ten past 9 in the evening", "3 p . m .",
    ]

    @Test func longRepetitionsEnd() {
        for unit in [
            "early ", "the day before ", "2 days before ", "the first week of ", "1/", "May ", "5 to ", "1,", "- ",
            "1 234 ", "two and a ", "minus ", "1^", "half ", "more than 1 and ", "hundred and ",
            "week of ", "for 3 days from ", "twenty ", "one in ", "third of a ", "the start of ",
        ] {
            checkSpans(SourceText(String(repeating: unit, count: 3000)), 0)
        }
        // Twenty thousand took minutes, and deep recursion, when a part was looked for in a part.
        checkSpans(SourceText(String(repeating: "early ", count: 20_000)), 0)
    }

    private func checkSpans(_ text: SourceText, _ seed: UInt64) {
        var context = TimeContext()
        let times = TimeReader().times(
            in: text, paragraph: text.span, published: CivilDay(2024, 3, 29), context: &context)
        let quantities = QuantityReader().quantities(in: text, span: text.span, times: times)
        let all = QuantityReader(countsBare: true).quantities(in: text, span: text.span, times: times)
        for spans in [times.map(\.span), quantities.map(\.span), all.map(\.span)] {
            var last = 0
            for span in spans {
                #expect(span.start >= last && span.end <= text.count && !span.isEmpty, "seed \(seed): \(text.string)")
                let onBoundary =
                    !text.utf8[span.start].isUTF8Continuation
                    && (span.end == text.count || !text.utf8[span.end].isUTF8Continuation)
                #expect(onBoundary, "seed \(seed): \(text.string)")
                last = span.end
            }
        }
    }

    @Test func daysAgreeWithANaiveCounter() throws {
        let first = try #require(CivilDay(1800, 1, 1))
        var wrong: [CivilDay] = []
        var (number, weekday) = (first.number, 3)  // 1 January 1800 was a Wednesday.
        for year in 1800..<2200 {
            for month in 1...12 {
                let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
                let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
                for day in 1...length {
                    let found = CivilDay(number: number)
                    let agrees = found.date == (year, month, day) && found.weekday == weekday
                    if !agrees || CivilDay(year, month, day) != found { wrong.append(found) }
                    (number, weekday) = (number + 1, weekday % 7 + 1)
                }
                if let none = CivilDay(year, month, length + 1) { wrong.append(none) }
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(3))")
    }

    @Test(arguments: [(2018, 4, 1), (2024, 3, 31), (2025, 4, 20), (2030, 4, 21), (1818, 3, 22), (1943, 4, 25)])
    func easter(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Holiday.easterSunday(year) == CivilDay(year, month, day))
    }
}
