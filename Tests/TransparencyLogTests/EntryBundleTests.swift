import Testing

@testable import TransparencyLog

@Suite struct EntryBundleTests {
    @Test func theBytesAreAsSpecified() throws {
        let long = [UInt8](repeating: 7, count: 258)
        let bytes = try EntryBundle.encode([[1, 2], [], long])
        #expect(bytes == [0, 2, 1, 2, 0, 0, 1, 2] + long)
        #expect(try EntryBundle.decode(bytes, count: 3) == [[1, 2], [], long])
    }

    @Test func onlyWhatFitsIsWritten() throws {
        let longest = [UInt8](repeating: 0, count: EntryBundle.maximalEntryBytes)
        #expect(try EntryBundle.decode(EntryBundle.encode([longest]), count: 1) == [longest])
        #expect(throws: TileError(.tooLarge, "")) { try EntryBundle.encode([longest + [0]]) }
        #expect(throws: TileError(.malformed, "")) { try EntryBundle.encode([]) }
        #expect(throws: TileError(.malformed, "")) { try EntryBundle.encode(.init(repeating: [], count: 257)) }
        #expect(try EntryBundle.encode(.init(repeating: longest, count: 256)).count == EntryBundle.maximalBytes)
    }

    @Test(arguments: [[], [0], [0, 1], [0, 2, 1], [0, 0, 0], [0, 0, 0, 0, 0], [0xFF, 0xFF]] as [[UInt8]])
    func malformedBundlesAreRefused(bytes: [UInt8]) {
        #expect(throws: TileError(.malformed, "")) { try EntryBundle.decode(bytes, count: 1) }
    }

    @Test func whatIsReadIsWrittenAsItWas() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let whole = try EntryBundle.encode((0..<5).map { [UInt8](repeating: $0, count: Int($0)) })
        for _ in 0..<5000 {
            let bytes = whole.damaged(using: &random)
            for count in [4, 5, 6] {
                guard let entries = try? EntryBundle.decode(bytes, count: count) else { continue }
                #expect(try EntryBundle.encode(entries) == bytes, "seed \(seed)")
            }
        }
    }
}
