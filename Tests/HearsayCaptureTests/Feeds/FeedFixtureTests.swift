import HearsayCore
import Testing

@testable import HearsayCapture

@Suite struct FeedFixtureTests {
    @Test(arguments: FeedFixture.kinds + FeedFixture.broken)
    func everyFeedIsReadOrRefusedWithAReason(fixture: FeedFixture) {
        do throws(CaptureError) {
            let feed = try FeedReader.feed(from: fixture.bytes, charset: fixture.charset, url: nil)
            #expect(feed.entries.map { FeedFixture.Entry($0.title, $0.url, $0.published) } == fixture.entries)
            #expect(fixture.code == nil)
        } catch {
            #expect(fixture.code == error.code, "\(error)")
            #expect(!error.reason.isEmpty)
        }
    }

    @Test func aHundredThousandEntriesAreRead() throws {
        let text = FeedFixture.rss(String(repeating: "<item><title>A</title></item>", count: 100_000))
        let feed = try FeedReader.feed(from: Array(text.utf8), charset: nil, url: nil)
        #expect(feed.entries.count == 100_000 && feed.problems.count == 100)
    }

    @Test func anyBytesGiveAFeedOrAnError() {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var random = MutationGenerator(state: seed)
        let all = (FeedFixture.kinds + FeedFixture.broken).filter { $0.bytes.count < 10_000 }
        for _ in 0..<2000 {
            guard var bytes = all.randomElement(using: &random)?.bytes, !bytes.isEmpty else { continue }
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                let at = Int.random(in: 0..<bytes.count, using: &random)
                bytes[at] = Array("<>&\"'/[]!?;:= {}\u{0}x".utf8).randomElement(using: &random) ?? 0
            }
            let feed = try? FeedReader.feed(from: bytes, charset: nil, url: "https://harbourpost.example/")
            #expect(feed?.entries.allSatisfy { !$0.isEmpty } ?? true, "seed \(seed)")
            _ = try? SubscriptionList.read(bytes)
        }
    }

    private struct MutationGenerator: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            let z = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            return z ^ (z >> 31)
        }
    }
}
