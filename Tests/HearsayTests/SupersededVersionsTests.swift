import HearsayCore
import HearsayTracing
import Testing

@testable import Hearsay

/// What later versions take back, by the edits between them.
@Suite struct SupersededVersionsTests {
    private func version(_ id: String, _ text: String, published: String = "2031-03-10") -> SupersededVersions.Version {
        var document = Document(id: id, text: SourceText(text))
        document.published = published
        document.blocks = [.init(kind: .paragraph, span: document.text.span)]
        return SupersededVersions.Version(
            id: id, reading: Reading(document: document, voices: [], statements: []), captured: "2031-03-12T09:00:00Z")
    }

    private func changes(_ old: String, _ new: String) -> [Superseded.Change] {
        SupersededVersions.superseded(version("a", old), by: version("b", new)).changes
    }

    private static let report = "Skippers will close the port on Monday. The mayor said 142 boats had signed up."

    @Test func figuresNamesAndSentencesAreTakenBack() {
        let figure = changes(Self.report, Self.report.replacing("142", with: "124"))
        #expect(figure.map(\.kinds) == [[.fact]] && figure[0].new != nil)
        let source = changes(Self.report, Self.report.replacing("The mayor", with: "A harbour pilot"))
        #expect(source.first?.kinds.first == .attribution)
        let gone = changes(Self.report, "Skippers will close the port on Monday.")
        #expect(gone.count == 1 && gone[0].new == nil)
    }

    @Test(arguments: [
        "Skippers will shut the port on Monday. The mayor said 142 boats had signed up.",
        "Skippers will close the port on Monday, it is understood. The mayor said 142 boats had signed up.",
        "Skippers will close the port on Monday. The mayor said that 142 boats had signed up.",
        "Skippers will close the port on Monday. The mayor said 142 boats had signed up. Rain is expected.",
        report,
    ])
    func otherWordsAndWhatIsAddedTakeNothingBack(_ new: String) {
        #expect(changes(Self.report, new).isEmpty)
    }

    @Test func aNoteAloneTakesNothingBack() {
        let old = version("a", Self.report)
        var reading = version("b", Self.report).reading
        reading.document.updates = [.init(kind: .correction, text: "Correction: an earlier version misspelt a name.")]
        let new = SupersededVersions.Version(id: "b", reading: reading)
        #expect(SupersededVersions.superseded(old, by: new).changes.isEmpty)
    }

    @Test func theTimeOfTheChangeIsTheBestThatIsKnown() {
        let old = version("a", Self.report)
        #expect(SupersededVersions.superseded(old, by: version("b", "x")).changed == "2031-03-12T09:00:00Z")
        #expect(
            SupersededVersions.superseded(old, by: version("b", "x", published: "2031-03-11")).changed == "2031-03-11")
        var reading = version("b", "x").reading
        reading.document.modified = "2031-03-10T20:00:00Z"
        let claimed = SupersededVersions.Version(id: "b", reading: reading, captured: "2031-03-12")
        #expect(SupersededVersions.superseded(old, by: claimed).changed == "2031-03-10T20:00:00Z")
    }

    /// From files, the whole way.
    @Test func filesAreFollowed() throws {
        let result = try Self.correctedAffair()
        let withdrawal = try #require(result.trace.withdrawn.first)
        #expect(result.trace.withdrawn.count == 1)
        #expect(withdrawal.article == "a1" && withdrawal.revision == "a3" && withdrawal.changed == "2031-03-12")
        #expect(withdrawal.dependents.map(\.path) == [["a2", "a1"]])
        #expect(withdrawal.dependents.first?.published == .before)
        let text = String(decoding: TraceText().bytes(of: result.trace, texts: result.texts), as: UTF8.self)
        #expect(text.contains("taken back (fact) by a3 The Gull 2031-03-12"))
        #expect(text.contains("rests on it: a2 Bay Wire 2031-03-11, published before the change"))
    }

    static func correctedAffair() throws -> FileTracing.Result {
        let told = "Ada Weld: the skippers will close the north quay of Loam with 142 boats on Monday"
        var tracing = FileTracing(engine: ToyReader.engine)
        for (outlet, day, text) in [
            ("The Gull", "2031-03-10", told),
            ("Bay Wire", "2031-03-11", told.replacing("Ada Weld", with: "The Gull reported that Ada Weld")),
            ("The Gull", "2031-03-12", told.replacing("142", with: "124")),
        ] {
            let item = ToyReader.item(
                text, url: "https://\(outlet.count).example/1", outlet: outlet, published: day)
            tracing.add(try FileTracing.read(item, with: ToyReader.engine), id: nil)
        }
        return tracing.trace()
    }

    @Test func theLedgerFollowsItsRevisions() throws {
        let scratch = try Scratch()
        let desk = try LedgerDesk(
            path: scratch.path + "/news.db", mode: .create, keys: KeyFolder(path: scratch.path + "/keys"),
            clock: LedgerDesk.Clock(now: { "2031-03-12T12:00:00Z" }, today: { CivilDay(2031, 3, 12) }),
            fetcher: WebInput(version: "test")
        ) { ToyReader.engine }
        let told = "Ada Weld: the skippers will close the north quay of Loam with 142 boats on Monday"
        for (url, outlet, day, text) in [
            ("https://gull.example/1", "The Gull", "2031-03-10", told),
            (
                "https://wire.example/1", "Bay Wire", "2031-03-11",
                told.replacing("Ada Weld", with: "The Gull reported that Ada Weld")
            ),
            ("https://gull.example/1", "The Gull", "2031-03-10", told.replacing("142", with: "124")),
        ] {
            _ = try desk.add(ToyReader.item(text, url: url, outlet: outlet, published: day))
        }
        let trace = try desk.trace()
        let withdrawal = try #require(trace.withdrawn.first)
        #expect(withdrawal.article == "a1r1" && withdrawal.revision == "a1")
        #expect(withdrawal.dependents.map(\.path) == [["a2", "a1r1"]])
        let detail = try #require(try desk.claim(withdrawal.claim))
        #expect(detail.withdrawn.first?.old.contains("142") == true)
        #expect(detail.withdrawn.first?.new?.contains("124") == true)
        // The stored trace tells the same.
        #expect(try desk.trace().part(aboutClaim: withdrawal.claim)?.withdrawn == [withdrawal])
    }
}
