import HearsayCore
import HearsayExport

/// Two articles made by hand on an invented port, the second a revision of the first; a claim with a contradiction and
/// a denial; a verdict. An emoji stands before every span, so that bytes and code points differ.
enum Sample {
    static let generator = ExportGenerator(version: "0.0-test")

    static let text = """
        🌊 Port of Ostrava Bay Plans Night Closure

        The port will close at night from April, the weekly The Gull reported Friday, citing one Harbour Ministry source.

        =40 pilots are missing, the source said; “we’re short”, and tired.

        Mayor Ines Okoro, who asked for patience, denied any closure.
        """

    static func at(_ words: String) -> TextSpan {
        let (bytes, needle) = (Array(text.utf8), Array(words.utf8))
        let found = (0...bytes.count - needle.count).first { bytes[$0..<$0 + needle.count].elementsEqual(needle) }
        return found.map { TextSpan($0, $0 + needle.count) } ?? TextSpan(0, 0)
    }

    static func digest(_ digit: String) -> String { "sha256:" + String(repeating: digit, count: 64) }

    static var first: ExportedRevision {
        ExportedRevision(
            article: 12, number: 1, url: "https://courier.example/port", digest: digest("a"),
            captured: "2031-03-22T10:00:00Z", entry: 7, stages: ["tagger": "3", "capture": "1.2"])
    }

    static var revision: ExportedRevision {
        ExportedRevision(
            article: 12, number: 2, url: "https://courier.example/port",
            finalURL: "https://courier.example/порт?a=1&b=[2]", digest: digest("b"),
            captured: "2031-03-23T11:30:00.25+02:00", requested: "2031-03-23T11:29:59+02:00",
            read: "2031-03-23T12:00:00Z", entry: 9, stages: ["tagger": "3", "capture": "1.2"])
    }

    static var article: ExportedArticle {
        ExportedArticle(revision: revision, reading: reading, previous: first, sources: ["v1": 4, "v3": 31])
    }

    static var reading: Reading {
        var document = Document(id: digest("b"), text: SourceText(text))
        document.headline = "Port of Ostrava Bay Plans Night Closure"
        document.outlet = .init(name: "The Bay Courier", domain: "courier.example")
        document.authors = ["Noor Abara", "Petra Lind"]
        document.published = "2031-03-22"
        document.language = "en-GB"
        return Reading(document: document, voices: voices, statements: statements)
    }

    private static var voices: [Voice] {
        var gull = Voice(id: "v1", kind: .outlet)
        gull.name = "The Gull"
        var source = Voice(id: "v2", kind: .person)
        (source.anonymous, source.role, source.affiliation) = (true, "one Harbour Ministry source", "Harbour Ministry")
        (source.reason, source.people) = ("not allowed to speak", .init(least: 1, most: 1))
        var mayor = Voice(id: "v3", kind: .person)
        (mayor.name, mayor.role) = ("Ines Okoro", "Mayor")
        var poll = Voice(id: "v4", kind: .document)
        poll.role = "a port bulletin"
        return [gull, source, mayor, poll, Voice(id: "v5", kind: .unspecified)]
    }

    private static var statements: [Statement] {
        var close = Statement(
            id: "s1", source: [at("one Harbour Ministry source")], cue: [at("citing")],
            content: [at("The port will close at night from April")], voice: "v2")
        (close.relay, close.confidence) = (["v1"], 0.91234)
        let friday = CivilDay(number: 22_360)
        close.said = DayInterval(friday, friday)
        close.forecast = Forecast(
            due: DayInterval(friday.adding(days: 10), friday.adding(days: 39)), certainty: .certain)
        var pilots = Statement(
            id: "s2", source: [at("the source")], cue: [at("said")],
            content: [at("=40 pilots are missing"), at("“we’re short”")], voice: "v2")
        (pilots.quotation, pilots.confidence) = (.mixed, 0.5)
        var denial = Statement(
            id: "s3", source: [at("Mayor Ines Okoro")], cue: [at("denied")], content: [at("any closure")], voice: "v3")
        (denial.stance, denial.confidence) = (.denies, 0.8)
        var bulletin = Statement(id: "s4", source: [], cue: [], content: [at("tired")], voice: "v4")
        bulletin.confidence = 0.5
        var nobody = Statement(id: "s5", source: [], cue: [], content: [at("close at night")], voice: "v5")
        nobody.stance = .believes
        return [close, pilots, denial, bulletin, nobody]
    }

    static var claim: ExportedClaim {
        let members = [
            Claim.Member(
                article: "a12", statement: "s1", span: at("The port will close"), voice: "one Harbour Ministry source",
                anonymous: true, relay: ["The Gull"]),
            Claim.Member(article: "a12r1", span: TextSpan(10, 20)),
            Claim.Member(
                article: "a12", statement: "s3", span: at("any closure"), stance: .denies, voice: "Ines Okoro"),
            Claim.Member(article: "a99", statement: "s1", span: TextSpan(0, 4), voice: "Somebody Else"),
        ]
        let origin = Origin(
            label: "one Harbour Ministry source", kind: .unnamed, members: [0], least: 1, most: 1, reason: "one person")
        let own = Origin(
            label: "The Bay Courier", kind: .unattributed, members: [1], least: 0, most: 1, reason: "retold")
        var other = Claim(
            id: "c8", text: "The port will close at noon from April.",
            members: [.init(article: "a12", statement: "s4", span: TextSpan(0, 4), voice: "a port bulletin")],
            origins: .init(exactly: 1), sources: [])
        other.contradicts = [.init(claim: "c7", clash: .date)]
        let claim = Claim(
            id: "c7", text: "The port will close at night from April", members: members,
            origins: .init(least: 1, likely: 1, most: 2), sources: [origin, own],
            contradicts: [.init(claim: "c8", clash: .date), .init(claim: "c9", clash: .negation)],
            forecast: .init(due: nil, certainty: .certain))
        let edges = [
            Edge(from: "a12", to: "a12r1", kind: .copies, credited: false, confidence: 0.98765, evidence: []),
            Edge(from: "a12", to: "a99", kind: .cites, credited: true, confidence: 0.7, evidence: []),
        ]
        return ExportedClaim(
            claim: claim, revisions: ["a12": revision, "a12r1": first], opponents: ["c8": other], edges: edges)
    }

    static var review: ExportedReview {
        let judgement = Judgement(
            outcome: .false, evidence: ["https://harbour.example/notice", "seen open at night"], judge: "Ada Nwosu",
            time: "2031-05-02T09:00:00Z", claim: "The port will close at night from April",
            anchors: [.init(document: digest("b"), span: at("The port will close"))])
        return ExportedReview(
            judgement: judgement, page: "https://checkers.example/port-closure",
            author: .init(name: "Bay Checkers", isOrganisation: true, url: "https://checkers.example/"),
            claimant: .init(name: "Harbour Ministry", isOrganisation: true), claim: claim)
    }

    /// The whole file of an export.
    static func file(
        _ export: some LedgerExport, _ articles: [ExportedArticle], _ claims: [ExportedClaim] = []
    ) -> [UInt8] {
        var export = export
        var bytes = export.head()
        for article in articles { bytes += export.article(article) }
        for claim in claims { bytes += export.claim(claim) }
        return bytes + export.foot()
    }
}
