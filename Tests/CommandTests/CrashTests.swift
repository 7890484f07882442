import Foundation
import HearsayCore
import Testing

/// Adding is killed at random moments: what was acknowledged is there, and the log verifies.
///
/// HEARSAY_CRASHES sets how often; a hundred takes some minutes.
@Suite(.enabled(if: LedgerFolder.canRead, "needs the encoder's files: make model")) struct CrashTests {
    private static let crashes = ProcessInfo.processInfo.environment["HEARSAY_CRASHES"].flatMap { Int($0) } ?? 8

    @Test func nothingAcknowledgedIsLost() throws {
        let seed = UInt64.random(in: 0...(.max))
        var random = SeededRandom(seed: seed)
        let total = 40 * Self.crashes
        let ledger = try LedgerFolder(["articles.jsonl": Self.articles(total)])
        defer { ledger.remove() }
        var acknowledged: Set<String> = []
        for crash in 0..<Self.crashes {
            let milliseconds = Int.random(in: 150...1500, using: &random)
            let run = try ledger.run(launcher: [
                "bash", "-c",
                "\"$0\" add --jobs 2 articles.jsonl >>added.txt & sleep \(Double(milliseconds) / 1000); kill -9 $!; wait $! 2>/dev/null; cat added.txt",
            ])
            acknowledged.formUnion(run.output.split(separator: "\n").compactMap(Self.title))
            let list = try ledger.run("list", "--format", "json", "--limit", "100000")
            if list.status == 10, acknowledged.isEmpty { continue }
            #expect(list.status == 0, "seed \(seed), crash \(crash): \(list.errors)")
            let titles = Set(
                (try JSONReader.value(of: Array(list.output.utf8))["articles"]?.elements ?? []).compactMap {
                    $0["title"]?.string
                })
            let lost = acknowledged.subtracting(titles)
            #expect(lost.isEmpty, "seed \(seed), crash \(crash) after \(milliseconds) ms: lost \(lost)")
            let verify = try ledger.run("log", "verify")
            #expect(verify.status == 0, "seed \(seed), crash \(crash): \(verify.output) \(verify.errors)")
        }
        #expect(!acknowledged.isEmpty, "seed \(seed): nothing was ever acknowledged, so nothing was tested")
    }

    private static func title(_ line: Substring) -> String? {
        guard line.hasPrefix("added "), let number = line.firstMatch(of: /Night (\d+) on the quay$/) else { return nil }
        return "Night \(number.1) on the quay"
    }

    private static func articles(_ count: Int) -> String {
        (0..<count).map { number in
            """
            {"url": "https://gull.example/\(number)", "outlet": "The Gull", "published": "2026-03-01", "headline": \
            "Night \(number) on the quay", "text": "The quay will close for \(number) nights, Mayor Ines Okoro said."}

            """
        }.joined()
    }
}

/// A generator whose seed can be printed and used again (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
