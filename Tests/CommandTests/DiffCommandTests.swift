import HearsayCore
import Testing

/// `hearsay diff` on files, held against the built binary.
@Suite(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model")) struct DiffCommandTests {
    private let old = "The harbour will close at night, two officials said on Friday. Boats may stay.\n"

    @Test func differencesExitWithTwo() throws {
        let folder = try LedgerFolder([
            "a.txt": old, "b.txt": old.replacing("two officials", with: "an official").replacing("may", with: "will"),
        ])
        defer { folder.remove() }
        let run = try folder.run("diff", "a.txt", "b.txt")
        #expect(run.status == 2 && run.errors.isEmpty, "\(run.errors)")
        for part in ["attribution", "[-two officials-] {+an official+}", "[-may-] {+will+}", "more certain"] {
            #expect(run.output.contains(part), "\(part) in \(run.output)")
        }
        #expect(run.output.hasSuffix("2 edits: 1 attribution, 1 hedge.\n"))
    }

    @Test func theSameExitsWithZero() throws {
        let folder = try LedgerFolder(["a.txt": old, "b.txt": old.replacing(" Boats", with: "\nBoats")])
        defer { folder.remove() }
        let run = try folder.run("diff", "a.txt", "b.txt")
        #expect(run.status == 0 && run.output == "No edits.\n")
    }

    @Test func pairsGiveALineEach() throws {
        let pairs =
            "{\"id\": \"x\", \"old\": \"It is über 3 m deep.\", \"new\": {\"text\": \"It is über 4 m deep.\"}}\n"
            + "{\"id\": \"y\", \"old\": \"It is.\"}\n"
        let folder = try LedgerFolder(["pairs.jsonl": pairs])
        defer { folder.remove() }
        let run = try folder.run("diff", "--pairs", "pairs.jsonl")
        #expect(run.status == 3 && run.errorLines == ["hearsay: pairs.jsonl:2: the field \"new\" is missing"])
        #expect(run.output.contains("\"id\":\"x\"") && run.output.contains("\"kind\":\"fact\""))
        #expect(run.output.contains("\"words\":[{\"start\":11,\"end\":12,\"text\":\"4\"}]"))
    }

    @Test func whatCannotBeReadIsNamed() throws {
        let folder = try LedgerFolder(["a.txt": old, "many.jsonl": "{\"text\": \"A b.\"}\n{\"text\": \"C d.\"}\n"])
        defer { folder.remove() }
        let absent = try folder.run("diff", "a.txt", "no.txt")
        #expect(absent.status == 1 && absent.errorLines == ["hearsay: no.txt: no such file or folder"])
        let many = try folder.run("diff", "a.txt", "many.jsonl")
        #expect(many.status == 1 && many.errors.contains("many.jsonl: it holds several articles"))
        #expect(try folder.run("diff", "a.txt").status == 64)
        #expect(try folder.run("diff", "--pairs", "x.jsonl", "a.txt", "a.txt").status == 64)
    }
}
