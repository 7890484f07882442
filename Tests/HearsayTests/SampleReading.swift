import HearsayCore

/// A reading made by hand of an invented article: a relayed unnamed source, a nested statement, a first-hand unnamed
/// source with a reason, curly quotes, and an emoji before every span, so that bytes and code points differ.
enum SampleReading {
    static let text = """
        🌊 Port of Ostrava Bay Plans Night Closure – The Gull

        March 22, 2031

        Cranes at the north quay. Petra Lind / Bay Photo

        The port will close at night from April, the weekly The Gull <u>reported</u> Friday, citing one Harbour Ministry source.

        “We’re 40 pilots short & tired,” the source was quoted as saying by the outlet.

        Mayor Ines Okoro said that the union had promised to “keep two gates open” until April 15.

        A dock official, who asked not to be named because the talks are private, told the Courier that about 300 to 350 ships <b>could</b> wait.
        """

    static var reading: Reading {
        var document = Document(id: "sha256:" + String(repeating: "0a", count: 32), text: SourceText(text))
        document.headline = "Port of Ostrava Bay Plans Night Closure – The Gull"
        document.outlet = .init(name: "The Bay Courier", domain: "courier.example")
        document.authors = ["Noor Abara"]
        document.published = "2031-03-22"
        document.url = "https://courier.example/port"
        document.updates = [.init(kind: .update, text: "Updated with comments from a dock official.")]
        document.images = [.init(caption: "Cranes at the north quay.", credit: "Petra Lind / Bay Photo")]
        document.related = [.init(title: "Tug crews <vote> on \"strike\"", url: nil)]
        document.links = [.init(url: "https://gull.example/a?b=1&c=2", text: "reported", span: at("reported"))]
        document.blocks = blocks(of: document.text)
        document.body = TextSpan(at("The port will").start, document.text.count)
        return Reading(document: document, voices: voices, statements: statements)
    }

    static func at(_ words: String, after start: String = "") -> TextSpan {
        let bytes = Array(text.utf8)
        let from = start.isEmpty ? 0 : at(start).end
        let needle = Array(words.utf8)
        let found = (from...bytes.count - needle.count).first { bytes[$0..<$0 + needle.count].elementsEqual(needle) }
        return found.map { TextSpan($0, $0 + needle.count) } ?? TextSpan(0, 0)
    }

    private static func blocks(of text: SourceText) -> [Document.Block] {
        let kinds: [Document.Block.Kind] = [
            .headline, .dateline, .caption, .paragraph, .paragraph, .paragraph, .paragraph,
        ]
        var start = 0
        return zip(text.string.split(separator: "\n\n"), kinds).map { piece, kind in
            let span = TextSpan(start, start + piece.utf8.count)
            start = span.end + 2
            return Document.Block(kind: kind, span: span)
        }
    }

    private static var voices: [Voice] {
        var gull = Voice(id: "v1", kind: .outlet)
        gull.name = "The Gull"
        gull.mentions = [at("The Gull", after: "the weekly"), at("the outlet")]
        var source = Voice(id: "v2", kind: .person)
        (source.anonymous, source.role, source.affiliation) = (true, "one Harbour Ministry source", "Harbour Ministry")
        source.people = .init(least: 1, most: 1)
        source.mentions = [at("one Harbour Ministry source"), at("the source")]
        var mayor = Voice(id: "v3", kind: .person)
        (mayor.name, mayor.role, mayor.people) = ("Ines Okoro", "Mayor", .init(least: 1, most: 1))
        mayor.mentions = [at("Mayor Ines Okoro")]
        var union = Voice(id: "v4", kind: .organisation)
        union.role = "the union"
        union.mentions = [at("the union")]
        var official = Voice(id: "v5", kind: .person)
        (official.anonymous, official.role, official.people) = (true, "A dock official", .init(least: 1, most: nil))
        official.reason = "the talks are private"
        official.mentions = [at("A dock official")]
        return [gull, source, mayor, union, official]
    }

    private static var statements: [Statement] {
        let friday = CivilDay(number: 22_360)
        var plan = Statement(
            id: "s1", source: [at("one Harbour Ministry source")], cue: [at("citing")],
            content: [at("The port will close at night from April")], voice: "v2")
        plan.relay = ["v1"]
        plan.said = DayInterval(friday, friday)
        plan.forecast = Forecast(
            due: DayInterval(friday.adding(days: 10), friday.adding(days: 39)), certainty: .certain)
        plan.times = [
            TimeExpression(
                span: at("from April"), kind: .interval,
                value: .interval(start: .init(friday.adding(days: 10)), end: nil),
                grain: .month, modality: .after, anchor: .publication),
            TimeExpression(
                span: at("at night"), kind: .timeOfDay, value: .timeOfDay(from: 1260, to: 360), grain: .hour),
        ]
        plan.places = [Place(span: at("port"), name: "Ostrava Bay", latitude: 49.5, longitude: -18.25, geonames: 42)]
        plan.confidence = 0.91234
        var short = Statement(
            id: "s2", source: [at("the source")], cue: [at("was quoted as saying")],
            content: [at("“We’re 40 pilots short & tired,”")],
            voice: "v2")
        (short.quotation, short.relay, short.confidence) = (.direct, ["v1"], 0.8)
        short.quantities = [Quantity(span: at("40 pilots"), value: 40, unit: "pilots")]
        return [plan, short] + spoken
    }

    private static var spoken: [Statement] {
        var outer = Statement(
            id: "s3", source: [at("Mayor Ines Okoro")], cue: [at("said")],
            content: [at("that the union had promised to “keep two gates open” until April 15")], voice: "v3")
        outer.quotation = .mixed
        var inner = Statement(
            id: "s4", source: [at("the union")], cue: [at("had promised")],
            content: [at("to “keep two gates open” until April 15")], voice: "v4")
        (inner.quotation, inner.relay, inner.stance) = (.mixed, ["v3"], .intends)
        let due = CivilDay(number: 22_384)
        inner.times = [
            TimeExpression(
                span: at("until April 15"), kind: .interval,
                value: .interval(start: nil, end: .init(due, minute: 1440)),
                grain: .day, modality: .deadline, anchor: .text),
            TimeExpression(
                span: at("April 15"), kind: .instant, value: .instant(.init(due, minute: 5)), grain: .minute),
            TimeExpression(
                span: at("until"), kind: .duration, value: .duration(seconds: 90.5), grain: .minute, modality: .vague),
            TimeExpression(span: at("open"), kind: .set, value: .set, grain: .week),
            TimeExpression(span: at("gates"), kind: .interval, value: nil, grain: .day, modality: .vague),
        ]
        var wait = Statement(
            id: "s5", source: [at("A dock official")], cue: [at("told")],
            content: [at("that about 300"), at("to 350 ships <b>could</b> wait")], voice: "v5")
        wait.stance = .denies
        wait.forecast = Forecast(due: nil, certainty: .possible)
        wait.quantities = [
            Quantity(span: at("about 300 to 350 ships"), value: 300, upper: 350.5, unit: "ships", approximate: true)
        ]
        return [outer, inner, wait]
    }
}
