import Testing

@testable import HearsayCore
@testable import HearsayReading

/// Every case is "text => words = value unit; …"; "~" marks an approximate quantity, "a..b" a range.
@Suite struct QuantityReaderTests {
    @Test(arguments: Self.cases) func quantities(_ line: String) {
        let halves = line.split(separator: "=>", maxSplits: 1).map(String.init)
        let wanted = halves.count > 1 ? TimeText.trimmed(halves[1]) : ""
        let text = SourceText(TimeText.trimmed(halves[0]))
        var context = TimeContext()
        let times = TimeReader().times(
            in: text, paragraph: text.span, published: CivilDay(2024, 3, 29), context: &context)
        let found = QuantityReader().quantities(in: text, span: text.span, times: times)
        #expect(found.map { "\(text.string($0.span)) = \(Self.show($0))" }.joined(separator: "; ") == wanted)
    }

    private static func show(_ quantity: Quantity) -> String {
        let upper = quantity.upper.map { "..\(number($0))" } ?? ""
        let unit = quantity.unit.map { " \($0)" } ?? ""
        return "\(quantity.approximate ? "~" : "")\(number(quantity.value))\(upper)\(unit)"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }

    static let cases = [
        "It wants 300,000 soldiers. => 300,000 soldiers = 300000 soldiers",
        "He won 87% of the votes. => 87% = 87 %",
        "He won 87 percent of the votes. => 87 percent = 87 %",
        "He won 87 per cent of the votes. => 87 per cent = 87 %",
        "It cost $1.2 billion. => $1.2 billion = 1200000000 $",
        "It cost £40m. => £40m = 40000000 £",
        "It cost €3.5bn. => €3.5bn = 3500000000 €",
        "A dozen ships sank. => A dozen ships = 12 ships",
        "Two dozen ships sank. => Two dozen ships = 24 ships",
        "Half a dozen ships sank. => Half a dozen ships = 6 ships",
        "Hundreds of people fled. => Hundreds of people = ~100 people",
        "Dozens of people fled. => Dozens of people = ~24 people",
        "Tens of thousands of people fled. => Tens of thousands of people = ~10000 people",
        "Twenty-one people died. => Twenty-one people = 21 people",
        "Three million people live there. => Three million people = 3000000 people",
        "Half a million people live there. => Half a million people = 500000 people",
        "A million people live there. => A million people = 1000000 people",
        "A hundred people came. => A hundred people = 100 people",
        "One hundred and sixteen people came. => One hundred and sixteen people = 116 people",
        "Between 20 and 30 people came. => 20 and 30 people = 20..30 people",
        "Some 20-30 people came. => 20-30 people = ~20..30 people",
        "From 20 to 30 people came. => 20 to 30 people = 20..30 people",
        "About 300 people came. => 300 people = ~300 people",
        "Around 300 people came. => 300 people = ~300 people",
        "Nearly 300 people came. => 300 people = ~300 people",
        "Almost 300 people came. => 300 people = ~300 people",
        "Roughly 300 people came. => 300 people = ~300 people",
        "More than 300 people came. => 300 people = ~300 people",
        "Fewer than 300 people came. => 300 people = ~300 people",
        "Over 300 people came. => 300 people = ~300 people",
        "At least 300 people came. => 300 people = ~300 people",
        "Up to 300 people came. => 300 people = ~300 people",
        "Some 300 people came. => 300 people = ~300 people",
        "An estimated 300 people came. => 300 people = ~300 people",
        "The 12 wounded soldiers slept. => 12 wounded soldiers = 12 soldiers",
        "Some 40 square kilometres burned. => 40 square kilometres = ~40 square kilometres",
        "It is 30 km away. => 30 km = 30 km",
        "It fell to 12 degrees Celsius. => 12 degrees Celsius = 12 °C",
        "It fell to 12°C. => 12°C = 12 °C",
        "A 300-kilometre road was built. => 300-kilometre = 300 kilometre",
        "It rose by 3.4 percentage points. => 3.4 percentage points = 3.4 %",
        "Two ships sank and three boats burned. => Two ships = 2 ships; three boats = 3 boats",
        "The first ship sank.", "The twenty-first ship sank.", "The 22nd ship sank.",
        "He left in 2016.", "He left on 3 May 2023.", "He left at 9 a.m.", "He left at 06:00.",
        "He left two years ago.", "He is one of them.", "It is No. 4 on the list.", "He read Article 5 aloud.",
        "All is ready for harvest 2.0.",
        "The match ended 3:1.", "It is at www.example.org/4711.",
        "It cost $5 to $7 million. => $5 to $7 million = 5000000..7000000 $",
        "It cost 40 million dollars. => 40 million dollars = 40000000 dollars",
        "It pays 4 kroner a share. => 4 kroner = 4 kroner",
        "The ship carried 5,000 tonnes of grain. => 5,000 tonnes = 5000 tonnes",
        "Nine of the fourteen men died. => Nine = 9; fourteen men = 14 men",
        "Eleven of the 48 were found. => Eleven = 11; 48 = 48",
        "The storm left three dead. => three dead = 3 dead",
        "The blast left three killed. => three killed = 3 killed",
        "It lost 1,234,567 barrels. => 1,234,567 barrels = 1234567 barrels",
        "Close to 90 ships waited. => 90 ships = ~90 ships",
    ]
}
