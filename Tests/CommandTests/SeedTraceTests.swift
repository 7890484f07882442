import Foundation
import Testing

/// The article with which the project began, where it and the encoder's files are at hand.
@Suite struct SeedTraceTests {
    private static let article = URL(filePath: "../shared/seed/article.txt")
    private static let model: String? = {
        let environment = ProcessInfo.processInfo.environment
        let cache = environment["XDG_CACHE_HOME"] ?? (environment["HOME"] ?? "") + "/.cache"
        let folder = environment["HEARSAY_MODEL"] ?? cache + "/hearsay"
        return FileManager.default.isReadableFile(atPath: folder + "/model.safetensors") ? folder : nil
    }()
    private static var isAbsent: Bool {
        model == nil || !FileManager.default.isReadableFile(atPath: article.path)
    }

    private struct Trace: Decodable {
        struct Claim: Decodable {
            struct Member: Decodable {
                var start: Int
                var end: Int
                var stance: String
                var anonymous: Bool
                var relay: [String]
            }
            struct Count: Decodable {
                var least: Int
                var most: Int
            }
            var id: String
            var members: [Member]
            var origins: Count
            var contradicts: [String]
        }
        var claims: [Claim]
    }

    /// The plan for 300,000 men came through one outlet from people without names; the paper's own source speaks against it.
    @Test(.disabled(if: isAbsent, "the seed article or the encoder is absent"))
    func thePlanHasOneRelayAndSomebodyAgainstIt() throws {
        let text = try String(contentsOf: Self.article, encoding: .utf8)
        let line = try JSONSerialization.data(withJSONObject: [
            "id": "seed", "outlet": "The Moscow Times", "published": "2024-03-22", "text": text,
            "headline": "Kremlin Planning New Mobilization for Kharkiv Offensive – Vyorstka",
        ])
        let folder = try CommandLineRun.folder(["seed.jsonl": String(decoding: line, as: UTF8.self) + "\n"])
        defer { try? FileManager.default.removeItem(at: folder) }
        let run = try CommandLineRun(
            ["trace", "--format", "json", "seed.jsonl"], in: folder, environment: ["HEARSAY_MODEL": Self.model ?? ""])
        #expect(run.status == 0, "\(run.errors)")
        let trace = try JSONDecoder().decode(Trace.self, from: Data(run.output.utf8))
        let points = Array(text.unicodeScalars)
        func words(_ member: Trace.Claim.Member) -> String {
            String(String.UnicodeScalarView(points[member.start..<min(member.end, points.count)]))
        }
        let plan = try #require(
            trace.claims.first { $0.members.contains { words($0).contains("planning to recruit 300,000") } })
        let telling = plan.members.filter { $0.stance != "denies" }
        #expect(telling.allSatisfy { $0.anonymous && $0.relay == ["Vyorstka"] }, "\(telling.map(words))")
        #expect(plan.origins.least >= 1 && plan.origins.most >= 2)
        let against = trace.claims.filter { $0.members.contains { words($0).contains("remains hesitant") } }
        #expect(
            against.contains { $0.contradicts.contains(plan.id) }
                || plan.members.contains { $0.stance == "denies" && $0.relay.isEmpty })
    }
}
