import HearsayCore
import Testing

@testable import HearsayLedger

@Suite struct NearestTests {
    private func vector(_ dice: inout Dice) -> [Float] {
        let raw = (0..<128).map { _ in Float(dice.next(2001) - 1000) }
        let length = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return raw.map { $0 / length }
    }

    @Test func theNearestComesFirst() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var dice = Dice(state: 7)
        var vectors: [[Float]] = []
        for number in 0..<20 {
            let article = SampleArticle(url: "https://gull.example/\(number)")
            let (said, rest) = (vector(&dice), vector(&dice))
            vectors.append(said)
            let units = StoredUnits(
                version: "1",
                units: [
                    .init(span: article.reading.statements[0].content[0], statement: 0, vector: said),
                    .init(span: TextSpan(0, 20), statement: nil, vector: rest),
                ])
            try ledger.add(article, units: units)
        }
        for (number, vector) in vectors.enumerated() {
            let found = try ledger.nearest(to: vector, version: "1", limit: 3)
            #expect(found.count == 3 && found[0].match.article.id == number + 1 && found[0].match.statement == "s1")
            #expect(found[0].likeness > 0.99 && found[1].likeness < 0.6)
        }
        #expect(try ledger.nearest(to: vectors[0], version: "2", limit: 3).isEmpty)
        var query = SearchQuery("")
        query.outlet = "nobody"
        #expect(try ledger.nearest(to: vectors[0], version: "1", query: query, limit: 3).isEmpty)
        #expect(
            try ledger.nearest(to: vectors[0], version: "1", query: SearchQuery("", scopes: [.articles]), limit: 40)
                .count == 20)
    }

    @Test func smallVectorsKeepTheirCosines() {
        var dice = Dice(state: 3)
        for _ in 0..<50 {
            let (a, b) = (vector(&dice), vector(&dice))
            let exact = zip(a, b).reduce(Float(0)) { $0 + $1.0 * $1.1 }
            var bytes: [UInt8] = []
            SmallVector(b).append(to: &bytes)
            let close = bytes.withUnsafeBytes { SmallVector(a).product($0, at: 0) }
            #expect(abs(close - exact) < 0.01)
            let back = bytes.withUnsafeBytes { SmallVector.numbers($0, at: 0, width: b.count) }
            #expect(zip(back, b).allSatisfy { abs($0 - $1) < 0.002 })
        }
        let nothing = SmallVector([0, .nan, .infinity, 0])
        #expect(nothing.values == [0, 0, 0, 0])
    }

    @Test func signaturesOfLikeVectorsDifferLittle() {
        var dice = Dice(state: 5)
        let a = vector(&dice)
        let near = a.map { $0 + Float(dice.next(3) - 1) * 0.005 }
        var bytes: [UInt8] = []
        for vector in [a, near, a.map { -$0 }] { VectorSignature(vector).append(to: &bytes) }
        let size = VectorSignature.size(a.count)
        let distances = bytes.withUnsafeBytes { bytes in
            (0..<3).map { VectorSignature(a).distance(bytes, at: $0 * size) }
        }
        #expect(distances[0] == 0 && distances[1] < 20 && distances[2] > 120)
    }
}
