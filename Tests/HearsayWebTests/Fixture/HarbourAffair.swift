import Hearsay
import HearsayCore

/// An invented affair: a harbour is said to send 300,000 containers elsewhere. Six outlets tell it; it goes back to two
/// unnamed sources who may be one person; the mayor denies it.
enum HarbourAffair {
    static let due = DayInterval(CivilDay(number: 22_432), CivilDay(number: 22_432))
    static let forecast = Forecast(due: due, certainty: .likely)

    static var articles: [FixtureArticle] { [lantern, courier, radio, wire, post, herald] }

    static let lantern = FixtureArticle(
        id: 1, outlet: "The Lantern", published: "2031-05-16",
        headline: "Port Authority Prepares Night Closure of Ravna Harbour",
        paragraphs: [
            "The port of Ravna will send 300,000 containers a year elsewhere from June 2, two officials in the Transport Ministry told The Lantern.",
            "\"Nobody wants to say it before the vote,\" one of the officials said.",
            "Shipping analyst Tomas Verrin said that smaller carriers could leave altogether.",
        ],
        voices: [
            FixtureVoice.unnamed("v1", "two officials in the Transport Ministry", kind: .people),
            FixtureVoice.named("v2", "Tomas Verrin", role: "shipping analyst"),
        ],
        said: [
            .init(
                voice: "v1", source: "two officials in the Transport Ministry", cue: "told",
                content: "The port of Ravna will send 300,000 containers a year elsewhere from June 2", claim: "c1",
                forecast: forecast),
            .init(
                voice: "v1", source: "one of the officials", cue: "said",
                content: "\"Nobody wants to say it before the vote,\"", claim: "c3"),
            .init(
                voice: "v2", source: "Shipping analyst Tomas Verrin", cue: "said",
                content: "that smaller carriers could leave altogether", claim: "c4",
                forecast: Forecast(due: nil, certainty: .possible)),
        ],
        sources: ["v1": 1, "v2": 2])

    static let courier = FixtureArticle(
        id: 2, outlet: "The Skerry Courier", published: "2031-05-16T18:20:00Z",
        headline: "Ravna to Lose 300,000 Containers a Year, The Lantern Says",
        paragraphs: [
            "Ravna will lose 300,000 containers a year from June, the weekly The Lantern reported Friday, citing two officials.",
            "A person close to the ministry, who asked not to be identified because the talks are confidential, told the Courier that the figure is right.",
            "Mayor Ines Okoro denied that 300,000 containers would go elsewhere.",
        ],
        voices: [
            FixtureVoice.named("v1", "The Lantern", kind: .outlet),
            FixtureVoice.unnamed("v2", "two officials", kind: .people),
            FixtureVoice.unnamed("v3", "a person close to the ministry", reason: "the talks are confidential"),
            FixtureVoice.named("v4", "Ines Okoro", role: "Mayor"),
        ],
        said: [
            .init(
                voice: "v2", source: "two officials", cue: "citing",
                content: "Ravna will lose 300,000 containers a year from June", relay: ["v1"], claim: "c1",
                forecast: forecast),
            .init(
                voice: "v3", source: "A person close to the ministry", cue: "told",
                content: "that the figure is right", claim: "c1", stance: .confirms),
            .init(
                voice: "v4", source: "Mayor Ines Okoro", cue: "denied",
                content: "that 300,000 containers would go elsewhere", claim: "c1", stance: .denies),
        ],
        sources: ["v1": 3, "v2": 9, "v3": 4, "v4": 5])

    static let radio = told(
        3, "Radio Skerry", "2031-05-17", "Three Hundred Thousand Containers Leave",
        "Ravna will lose 300,000 containers a year from June, The Skerry Courier writes.", "The Skerry Courier",
        source: 6)
    static let wire = told(
        4, "Bay Wire", "2031-05-17",
        "Ravna Harbour to Lose 300,000 Containers a Year from June, Weekly Reports as Vote Nears",
        "Ravna will lose 300,000 containers a year, The Lantern reports.", "The Lantern", source: 3)
    static let post = told(
        5, "The Holm Post", "2031-05-18", "Ravna Containers Leave, Radio Says",
        "Ravna will lose 300,000 containers a year, Radio Skerry says.", "Radio Skerry", source: 7)

    static let herald = FixtureArticle(
        id: 6, outlet: "Ravna Herald", published: "2031-05-19", headline: "Port Authority Speaks of 80,000 Containers",
        paragraphs: [
            "The port will send 80,000 containers elsewhere this year, the Port Authority said in a statement."
        ],
        voices: [FixtureVoice.named("v1", "Port Authority", kind: .organisation)],
        said: [
            .init(
                voice: "v1", source: "the Port Authority", cue: "said in a statement",
                content: "The port will send 80,000 containers elsewhere this year", claim: "c2",
                forecast: Forecast(
                    due: DayInterval(CivilDay(number: 22_280), CivilDay(number: 22_644)), certainty: .certain))
        ],
        sources: ["v1": 8], outside: ["The Coast Bulletin"])

    private static func told(
        _ id: Int, _ outlet: String, _ day: String, _ headline: String, _ sentence: String, _ relay: String, source: Int
    ) -> FixtureArticle {
        let content = String(sentence.prefix { $0 != "," }) + ",000 containers a year"
        return FixtureArticle(
            id: id, outlet: outlet, published: day, headline: headline, paragraphs: [sentence],
            voices: [FixtureVoice.named("v1", relay, kind: .outlet)],
            said: [
                .init(
                    voice: "v1", source: relay, cue: String(sentence.dropLast().split(separator: " ").last ?? ""),
                    content: content, claim: "c1", forecast: forecast)
            ],
            sources: ["v1": source])
    }

    static let edges = [
        Edge(from: "a2", to: "a1", kind: .cites, credited: true, confidence: 0.97, evidence: []),
        Edge(from: "a3", to: "a2", kind: .copies, credited: true, confidence: 0.99, evidence: []),
        Edge(from: "a4", to: "a1", kind: .rewrites, credited: false, confidence: 0.81, evidence: []),
        Edge(from: "a5", to: "a3", kind: .cites, credited: true, confidence: 0.92, evidence: []),
    ]
}
