import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Holds the shares of news times that are told right and wrong; what is left over is unresolved.
@Suite struct NewsPhraseTests {
    @Test func moreThanNineInTenAreRightAndHardlyAnyAreWrong() {
        var all = Score()
        for (name, lines) in NewsPhrases.groups {
            var score = Score()
            for line in lines { score.add(line) }
            all.add(score)
            let mistakes = score.mistakes.joined(separator: "\n")
            print("\(name): \(score.right) right, \(score.wrong) wrong of \(score.total)\n\(mistakes)")
        }
        print("all: \(all.right) right, \(all.wrong) wrong of \(all.total)")
        #expect(all.total >= 200)
        #expect(all.right * 100 >= all.total * 90, "\(all.mistakes.joined(separator: "\n"))")
        #expect(all.wrong * 100 <= all.total * 3, "\(all.mistakes.joined(separator: "\n"))")
    }
}

/// Compares what was told with what is meant, time by time.
private struct Score {
    private(set) var right = 0
    private(set) var wrong = 0
    private(set) var total = 0
    private(set) var mistakes: [String] = []

    mutating func add(_ other: Score) {
        (right, wrong, total) = (right + other.right, wrong + other.wrong, total + other.total)
        mistakes += other.mistakes
    }

    mutating func add(_ line: String) {
        let halves = line.split(separator: " => ", maxSplits: 1).map(String.init)
        let text = SourceText(TimeText.trimmed(halves[0]))
        var context = TimeContext()
        var found = TimeReader()
            .times(in: text, paragraph: text.span, published: CivilDay(2025, 9, 17), context: &context)
        var from = 0
        for item in halves.count > 1 ? halves[1].split(separator: "; ").map(String.init) : [] {
            let parts = item.split(separator: " = ").map(String.init)
            guard let place = Self.place(of: parts[0], in: text, from: from) else {
                mistakes.append("  no '\(parts[0])' in: \(line)")
                continue
            }
            from = place.end
            let at = found.firstIndex { $0.span.overlaps(place) }
            let told = at.map { TimeText.show(found.remove(at: $0)) }
            total += 1
            if told == parts[1] || told == nil && parts[1] == "?" {
                right += 1
            } else {
                if let told, told != "?" { wrong += 1 }
                mistakes.append("  \(parts[0]): \(told ?? "nothing"), meant \(parts[1]) in: \(halves[0])")
            }
        }
        // What is no time must not be told as one; a text without any counts once.
        if halves.count == 1 {
            total += 1
            if found.isEmpty { right += 1 }
        }
        for time in found where time.value != nil {
            wrong += 1
            mistakes.append("  \(text.string(time.span)): \(TimeText.show(time)), meant nothing in: \(halves[0])")
        }
    }

    private static func place(of words: String, in text: SourceText, from: Int) -> TextSpan? {
        let wanted = Array(words.utf8)
        var at = from
        while at + wanted.count <= text.count {
            if text.utf8[at..<at + wanted.count].elementsEqual(wanted) { return TextSpan(at, at + wanted.count) }
            at += 1
        }
        return nil
    }
}
