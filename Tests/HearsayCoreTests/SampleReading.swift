import HearsayCore

/// A reading made by hand of an invented article, in which every field of the contract is filled at least once, with
/// an emoji and curly quotes before the spans, so that bytes and code points differ.
enum SampleReading {
    static let text = """
        🌊 Port of Ostrava Bay Plans Night Closure – The Gull

        The port will close at night from April, the weekly The Gull <u>reported</u> Friday, citing one Harbour Ministry source.

        “We’re 40 pilots short & tired,” the source was quoted as saying by the outlet.
        """

    static func at(_ words: String) -> TextSpan {
        let (bytes, needle) = (Array(text.utf8), Array(words.utf8))
        let found = (0...bytes.count - needle.count).first { bytes[$0..<$0 + needle.count].elementsEqual(needle) }
        return found.map { TextSpan($0, $0 + needle.count) } ?? TextSpan(0, 0)
    }

    static var reading: Reading {
        var document = Document(id: "sha256:" + String(repeating: "0a", count: 32), text: SourceText(text))
        document.headline = "Port of Ostrava Bay Plans Night Closure – The Gull"
        document.outlet = .init(name: "The Bay Courier", domain: "courier.example")
        document.authors = ["Noor Abara"]
        (document.published, document.modified) = ("2031-03-22", "2031-03-22T10:00:00Z")
        (document.url, document.canonicalURL) = ("https://courier.example/port#top", "https://courier.example/port")
        document.updates = [.init(kind: .editorsNote, text: "Updated with\u{2028}comments.")]
        document.images = [.init(url: nil, caption: "Cranes at the north quay.", credit: "Petra Lind / Bay Photo")]
        document.related = [.init(title: "Tug crews <vote> on \"strike\""), .init(url: "https://courier.example/tug")]
        document.links = [
            .init(url: "https://gull.example/a?b=1&c=2", text: "reported", span: at("reported")),
            .init(url: "https://gull.example/b", text: ""),
        ]
        let paragraph = at("The port will")
        document.blocks = [
            .init(kind: .headline, span: TextSpan(0, paragraph.start - 2)),
            .init(kind: .paragraph, span: TextSpan(paragraph.start, document.text.count)),
        ]
        document.markup = [at("<u>"), at("</u>")]
        document.body = TextSpan(paragraph.start, document.text.count)
        return Reading(document: document, voices: voices, statements: [plan, short])
    }

    private static var voices: [Voice] {
        var gull = Voice(id: "v1", kind: .outlet)
        gull.name = "The Gull"
        gull.mentions = [at("The Gull <"), at("the outlet")]
        var source = Voice(id: "v2", kind: .person)
        (source.anonymous, source.role, source.affiliation) = (true, "one Harbour Ministry source", "Harbour Ministry")
        (source.reason, source.people) = ("the talks are private", .init(least: 1, most: 1))
        source.mentions = [at("one Harbour Ministry source"), at("the source")]
        var people = Voice(id: "v3", kind: .people)
        people.people = .init(least: 2, most: nil)
        return [gull, source, people]
    }

    private static var plan: Statement {
        let friday = CivilDay(number: 22_360)
        var plan = Statement(
            id: "s1", source: [at("one Harbour Ministry source")], cue: [at("citing")],
            content: [at("The port will close at night from April")], voice: "v2")
        (plan.relay, plan.stance, plan.confidence) = (["v1"], .intends, 0.912)
        plan.said = DayInterval(friday, friday)
        plan.forecast = Forecast(due: DayInterval(friday, friday.adding(days: 39)), certainty: .certain)
        plan.times = [
            TimeExpression(
                span: at("from April"), kind: .interval, value: .interval(start: .init(friday), end: nil),
                grain: .month, modality: .after, anchor: .publication),
            TimeExpression(
                span: at("April"), kind: .interval, value: .interval(start: nil, end: .init(friday, minute: 1440)),
                grain: .day, modality: .deadline, anchor: .text),
            TimeExpression(
                span: at("at night"), kind: .timeOfDay, value: .timeOfDay(from: 1260, to: 360), grain: .hour),
            TimeExpression(span: at("night"), kind: .timeOfDay, value: .timeOfDay(from: 5, to: nil), grain: .minute),
            TimeExpression(
                span: at("Friday"), kind: .instant, value: .instant(.init(CivilDay(-44, 3, 15) ?? friday, minute: 5)),
                grain: .minute),
            TimeExpression(span: at("close"), kind: .duration, value: .duration(seconds: 90.5), grain: .minute),
            TimeExpression(span: at("port"), kind: .set, value: .set, grain: .week),
            TimeExpression(span: at("weekly"), kind: .instant, value: nil, grain: .decade, modality: .vague),
        ]
        plan.places = [Place(span: at("port"), name: "Ostrava Bay", latitude: 49.5, longitude: -18.25, geonames: 42)]
        return plan
    }

    private static var short: Statement {
        var short = Statement(
            id: "s2", source: [], cue: [at("was quoted"), at("as saying")],
            content: [at("“We’re 40 pilots short & tired,”")], voice: "v3")
        (short.quotation, short.relay, short.confidence) = (.direct, ["v1", "v2"], 1)
        short.forecast = Forecast(due: nil, certainty: .possible)
        short.quantities = [
            Quantity(span: at("40 pilots"), value: 40, upper: 41.5, unit: "pilots", approximate: true),
            Quantity(span: at("40"), value: -1e300),
        ]
        return short
    }
}
