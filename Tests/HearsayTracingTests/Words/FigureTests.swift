import Testing

@testable import HearsayCore
@testable import HearsayTracing

@Suite struct FigureTests {
    private func figures(_ string: String) -> [Figure] {
        let all = words(string)
        return FigureReader.figures(in: all, 0..<all.count)
    }

    @Test(arguments: [
        ("142 boats had signed up", 142, "ship"), ("nearly six and a half billion euros", 6.5e9, "euro"),
        ("worth about €6.4bn", 6.4e9, "euro"), ("the 1,840-kg satellite", 1840, "kg"),
        ("the 1,840kg probe", 1840, "kg"),
        ("a rise of 6.5 per cent", 6.5, "%"), ("38% ran", 38, "%"), ("about a hundred and ten ballots", 110, "ballot"),
        ("eighteen cracked bolts", 18, "bolt"), ("two city hospitals", 2, "hospital"), ("640 posts", 640, "job"),
        ("14,000 trucks wait", 14000, "lorri"), ("12 dead", 12, "death"), ("300 armed men", 300, "men"),
        ("a 90-day pause", 90, "day"), ("the 48-hour strikes", 48, "hour"), ("50 kg bags", 50, "kg"),
        ("ninety-four boxes", 94, "box"),
    ])
    func oneFigure(_ string: String, _ value: Double, _ unit: String) {
        let found = figures(string)
        #expect(found.count == 1 && found.first?.value == value && found.first?.unit == unit, "\(found)")
    }

    @Test(arguments: [
        "on March 14", "in 2031", "by 31 March 2032", "at 9 a.m.", "one of them left", "on the 24th", "a boat",
    ])
    func datesAndArticlesAreNone(_ string: String) { #expect(figures(string).isEmpty) }

    @Test func ratesTellFiguresApart() throws {
        let month = try #require(figures("40 million doses of vaccine a month").first)
        let year = try #require(figures("40 million doses a year").first)
        let plain = try #require(figures("40 million doses").first)
        #expect(month.rate == "month" && year.rate == "year" && plain.rate == nil)
        #expect(!month.agrees(with: year) && month.agrees(with: plain))
        #expect(figures("6.5 per cent spread over two years").first?.rate == "years")
    }

    @Test(arguments: [
        ("142 boats", "more than 140 boats", true), ("2,960 fish", "3,000 fish", true),
        ("4,200 litres", "4,190 litres", true),
        ("some four thousand litres", "4,200 litres", true), ("86.8%", "87 percent", true),
        ("€6.1bn", "€6.4bn", false), ("142 boats", "1,400 boats", false), ("60 percent", "38 percent", false),
        ("312 votes", "297 votes", false), ("112 ballots", "1,100 ballots", false),
    ])
    func roundingAgrees(_ a: String, _ b: String, _ agree: Bool) throws {
        let (x, y) = (try #require(figures(a).first), try #require(figures(b).first))
        #expect(x.agrees(with: y) == agree && y.agrees(with: x) == agree)
    }
}
