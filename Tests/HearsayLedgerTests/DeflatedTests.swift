import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct DeflatedTests {
    @Test func bytesComeBack() throws {
        var dice = Dice(state: 11)
        for length in [0, 1, 2, 100, 5000, 70_000, 300_000] {
            let random = (0..<length).map { _ in UInt8(dice.next(256)) }
            let plain = (0..<length).map { _ in UInt8(0x61 + dice.next(3)) }
            for content in [random, plain, [UInt8](repeating: 0x20, count: length), ReadingDictionary.bytes] {
                #expect(Deflated.content(of: Deflated.bytes(of: content)) == content)
            }
        }
    }

    @Test func aReadingTakesLessThanHalf() {
        let json = ReadingJSON.bytes(of: SampleArticle().reading)
        #expect(Deflated.bytes(of: json).count * 2 < json.count)
    }

    @Test func foreignBytesAreNone() {
        var dice = Dice(state: 12)
        let json = ReadingJSON.bytes(of: SampleArticle().reading)
        let stream = Deflated.bytes(of: json)
        for length in 0..<stream.count { #expect(Deflated.content(of: Array(stream.prefix(length))) == nil) }
        for _ in 0..<2000 {
            var broken = stream
            broken[dice.next(broken.count)] ^= UInt8(1 + dice.next(255))
            // Some bits of a stream mean nothing; its checksum finds the others.
            let content = Deflated.content(of: broken)
            #expect(content == nil || content == json)
            _ = Deflated.content(of: (0..<dice.next(60)).map { _ in UInt8(dice.next(256)) })
        }
    }
}
