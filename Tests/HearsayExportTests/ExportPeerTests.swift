import Foundation
import HearsayCore
import Testing

@testable import HearsayExport

/// Other people's tools read what is written here, also where it is hostile. `scripts/export_peers.sh` installs them in
/// the user's cache; else they are looked for in the Python of `HEARSAY_PYTHON`, else in `python3`.
@Suite struct ExportPeerTests {
    private static let python: String = {
        let environment = ProcessInfo.processInfo.environment
        if let given = environment["HEARSAY_PYTHON"] { return given }
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        let installed = cache + "/hearsay/export-peers/bin/python"
        return FileManager.default.isExecutableFile(atPath: installed) ? installed : "python3"
    }()

    private static func has(_ modules: String) -> Bool { run(["-c", "import \(modules)"]).status == 0 }

    private static func carries(_ packages: String...) -> Bool {
        let lines = packages.map { "assert importlib.util.find_spec('\($0)')" }
        return run(["-c", (["import importlib.util"] + lines).joined(separator: "\n")]).status == 0
    }

    static let hasPython = run(["-c", "pass"]).status == 0
    static let hasSTIX = has("stix2validator, stix2")
    static let hasPROV = has("rdflib, pyld") && carries("pylode")
    static let hasSchema = carries("rocrate")

    /// Runs Python to its end; what it prints goes through a file, so that no pipe can fill.
    private static func run(_ arguments: [String]) -> (status: Int32, output: String) {
        let output = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: output) }
        guard FileManager.default.createFile(atPath: output.path, contents: nil),
            let file = try? FileHandle(forWritingTo: output)
        else { return (-1, "") }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [python] + arguments
        (process.standardOutput, process.standardError) = (file, file)
        do { try process.run() } catch { return (-1, "") }
        process.waitUntilExit()
        let bytes = (try? Data(contentsOf: output)) ?? Data()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    /// Runs a checker of the folder Peers on files that are removed again.
    private static func check(
        _ checker: String, _ files: [[UInt8]], _ arguments: [String] = []
    ) throws -> (isRight: Bool, told: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hearsay-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths: [String] = []
        for (number, bytes) in files.enumerated() {
            let file = folder.appending(path: "\(number)")
            try Data(bytes).write(to: file)
            paths.append(file.path)
        }
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Peers/check_\(checker).py")
        let result = run(["-B", script.path] + paths + arguments)
        return (result.status == 0 && result.output.contains("checked by"), result.output)
    }

    private static func hostile() -> (articles: [ExportedArticle], claims: [ExportedClaim], random: RandomArticles) {
        var random = RandomArticles(seed: SeededNumbers.printedSeed())
        let articles = (0..<12).map { _ in random.article() }
        let claims = (0..<6).map { _ in random.claim(on: articles) }
        return (articles, claims, random)
    }

    /// The bytes with one word put for another.
    private static func changed(_ bytes: [UInt8], _ old: String, _ new: String) -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
    }

    @Test(.enabled(if: hasPython, "no Python (HEARSAY_PYTHON)"))
    func csvReadsTheTable() throws {
        let articles = [Sample.article] + Self.hostile().articles
        let rows = articles.reduce(0) { $0 + $1.reading.statements.count }
        let result = try Self.check("csv", [Sample.file(StatementTable(), articles)], ["\(rows)"])
        #expect(result.isRight, "\(result.told)")
    }

    @Test(.enabled(if: hasSTIX, "no Python with stix2-validator and stix2 (scripts/export_peers.sh)"))
    func theBundleIsSTIX() throws {
        let hostile = Self.hostile()
        let bundle = Sample.file(STIXBundle(), [Sample.article], [Sample.claim])
        for bytes in [
            bundle, Sample.file(STIXBundle(), []), Sample.file(STIXBundle(), hostile.articles, hostile.claims),
        ] {
            let result = try Self.check("stix", [bytes])
            #expect(result.isRight, "\(result.told)")
        }
        let faults = [
            ("\"content\":", "\"contents\":"), ("\"confidence\":91", "\"confidence\":191"),
            ("\"lang\":\"en\"", "\"x_a_b\":1"),
        ]
        for (old, new) in faults { #expect(try !Self.check("stix", [Self.changed(bundle, old, new)]).isRight) }
    }

    @Test(.enabled(if: hasPROV, "no Python with rdflib, PyLD and pyLODE (scripts/export_peers.sh)"))
    func theGraphIsPROV() throws {
        let hostile = Self.hostile()
        let graph = Sample.file(ProvenanceGraph(generator: Sample.generator), [Sample.article], [Sample.claim])
        let words = [
            "wasQuotedFrom", "wasDerivedFrom", "hadPrimarySource", "wasAttributedTo", "wasRevisionOf", "SoftwareAgent",
        ]
        let result = try Self.check("prov", [graph], words)
        #expect(result.isRight, "\(result.told)")
        let others = try Self.check(
            "prov", [Sample.file(ProvenanceGraph(generator: Sample.generator), hostile.articles, hostile.claims)])
        #expect(others.isRight, "\(others.told)")
        let faults = [("prov:wasQuotedFrom", "prov:wasQuotedBy"), ("\"prov:Activity\"", "\"prov:Entity\"")]
        for (old, new) in faults { #expect(try !Self.check("prov", [Self.changed(graph, old, new)]).isRight) }
    }

    @Test(.enabled(if: hasSchema, "no Python with RO-Crate's vocabulary (scripts/export_peers.sh)"))
    func theReviewsAreOfSchemaOrg() throws {
        var (_, claims, random) = Self.hostile()
        var reviews = ClaimReviews()
        var bytes = reviews.review(Sample.review)
        let sample = bytes + reviews.foot()
        for claim in claims + claims + claims { bytes += reviews.review(random.review(of: claim)) }
        let result = try Self.check("reviews", [bytes + reviews.foot()])
        #expect(result.isRight, "\(result.told)")
        let faults = [("\"citation\"", "\"citations\""), ("\"@type\":\"Rating\"", "\"@type\":\"Person\"")]
        for (old, new) in faults { #expect(try !Self.check("reviews", [Self.changed(sample, old, new)]).isRight) }
    }

    @Test(.enabled(if: hasPython, "no Python (HEARSAY_PYTHON)"))
    func theAnnotationsFollowTheModel() throws {
        let page = Sample.file(AnnotationPage(generator: Sample.generator), [Sample.article])
        let result = try Self.check("annotations", [page, Array(Sample.text.utf8)])
        #expect(result.isRight, "\(result.told)")
        let hostile = Self.hostile().articles
        let others = try Self.check("annotations", [Sample.file(AnnotationPage(generator: Sample.generator), hostile)])
        #expect(others.isRight, "\(others.told)")
        for article in hostile.prefix(3) {
            let one = try Self.check(
                "annotations",
                [
                    Sample.file(AnnotationPage(generator: Sample.generator), [article]),
                    article.reading.document.text.utf8,
                ])
            #expect(one.isRight, "\(one.told)")
        }
        let faults = [("\"exact\"", "\"exactly\""), ("\"end\":82", "\"end\":83"), ("\"describing\"", "\"saying\"")]
        for (old, new) in faults {
            #expect(try !Self.check("annotations", [Self.changed(page, old, new), Array(Sample.text.utf8)]).isRight)
        }
    }
}
