import HearsayCore
import Testing

/// `hearsay read --explain`, held against the built binary.
@Suite(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model")) struct ExplainCommandTests {
    private let article = """
        The harbour will close at night, Mayor Ines Okoro said on Friday.

        "We have no choice," she said.

        """

    @Test func aStatementIsExplainedAsText() throws {
        let folder = try LedgerFolder(["a.txt": article])
        defer { folder.remove() }
        let run = try folder.run("read", "--explain", "s2", "a.txt")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        #expect(run.output.hasPrefix("statement s2\n"))
        for part in ["source \"she\" [", "making the model", "Ines Okoro", "the pronoun \"she\"", "weakest link"] {
            #expect(run.words.contains(part), "\(part) in \(run.output)")
        }
    }

    @Test func andAsJSON() throws {
        let folder = try LedgerFolder(["a.txt": article])
        defer { folder.remove() }
        let json = try folder.json("read", "--explain", "s1", "--format", "json", "a.txt")
        #expect(json["statement"]?.string == "s1")
        let reasons = json["reasons"]?.elements ?? []
        let forecast = reasons.first { $0["judgement"]?.string == "forecast" }
        #expect(forecast?["words"]?.elements.first?["text"]?.string == "will")
        #expect(forecast?["words"]?.elements.first?["start"]?.integer == 12)
    }

    @Test func anUnknownStatementIsOneLineAndExitsWithOne() throws {
        let folder = try LedgerFolder(["a.txt": article])
        defer { folder.remove() }
        let run = try folder.run("read", "--explain", "s99", "a.txt")
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.errorLines == ["hearsay: a.txt: its reading has no statement s99"])
    }

    @Test func otherFormsAreUsage() throws {
        let folder = try LedgerFolder(["a.txt": article])
        defer { folder.remove() }
        #expect(try folder.run("read", "--explain", "s1", "--format", "html", "a.txt").status == 64)
    }
}
