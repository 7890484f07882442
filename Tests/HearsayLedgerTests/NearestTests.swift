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
            #expect(found[0].likeness > 0.96 && found[1].likeness < 0.6)
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
        var (errors, bias) = (Float(0), Float(0))
        for _ in 0..<200 {
            let (a, b) = (vector(&dice), vector(&dice))
            var bytes: [UInt8] = []
            SmallVector(b).append(to: &bytes)
            #expect(bytes.count == SmallVector.size(b.count))
            let close = bytes.withUnsafeBytes { VectorProbe(a).product($0, at: 0) }
            let back = bytes.withUnsafeBytes { SmallVector.numbers($0, at: 0, width: b.count) }
            #expect(abs(close - dot(a, back)) < 0.01)
            #expect(zip(back, b).allSatisfy { abs($0 - $1) < 0.03 })
            let error = close - dot(a, b)
            (errors, bias) = (errors + error * error, bias + error)
        }
        #expect((errors / 200).squareRoot() < 0.015 && abs(bias / 200) < 0.003)
    }

    @Test(arguments: [0, 1, 2, 3, 7, 384])
    func vectorsOfEveryWidthAreStored(_ width: Int) {
        var dice = Dice(state: UInt64(width))
        let vector = (0..<width).map { _ in Float(dice.next(201) - 100) / 100 }
        var bytes: [UInt8] = [0xFF]
        SmallVector(vector).append(to: &bytes)
        #expect(bytes.count == 1 + SmallVector.size(width))
        let (back, product) = bytes.withUnsafeBytes {
            (SmallVector.numbers($0, at: 1, width: width), VectorProbe(vector).product($0, at: 1))
        }
        #expect(abs(product - dot(vector, back)) < 0.01 * Float(max(1, width)))
        #expect(zip(back, vector).allSatisfy { $0 * $1 >= 0 || abs($1) < 0.02 })
    }

    @Test func vectorsWithoutLengthAreNearNothing() {
        for vector in [[0, .nan, .infinity, 0], [0, 0, 0, 0], [.nan, -.infinity, 0, 0]] as [[Float]] {
            var bytes: [UInt8] = []
            SmallVector(vector).append(to: &bytes)
            #expect(bytes.withUnsafeBytes { VectorProbe([1, 1, 1, 1]).product($0, at: 0) } == 0)
        }
    }

    @Test func signaturesFollowFromStoredVectors() {
        var dice = Dice(state: 5)
        let a = vector(&dice)
        let near = a.map { $0 + Float(dice.next(3) - 1) * 0.005 }
        var bytes: [UInt8] = []
        for vector in [a, near, a.map { -$0 }] { SmallVector(vector).append(to: &bytes) }
        let signatures = bytes.withUnsafeBytes { bytes in
            (0..<3).map { VectorSignature(bytes, at: $0 * SmallVector.size(a.count), width: a.count) }
        }
        #expect(signatures[0] == VectorSignature(a))
        #expect(signatures[0].distance(to: signatures[1]) < 20 && signatures[0].distance(to: signatures[2]) > 120)
    }

    /// The index finds what comparing every vector finds, but for little; what came later is found too, and what was
    /// erased or renewed is not found any more.
    @Test func theIndexFindsWhatIsNear() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        var dice = Dice(state: 9)
        let topics = (0..<12).map { _ in vector(&dice) }
        func units(_ count: Int) -> StoredUnits {
            StoredUnits(
                version: "1",
                units: (0..<count).map { place in
                    let topic = topics[dice.next(12)]
                    let noise = vector(&dice)
                    return .init(
                        span: TextSpan(place, place + 1), statement: nil,
                        vector: zip(topic, noise).map { $0 * 0.8 + $1 * 0.6 })
                })
        }
        for number in 0..<60 { try ledger.add(SampleArticle(url: "https://gull.example/\(number)"), units: units(100)) }
        let query = topics[3]
        func found() throws -> [NearUnit] {
            try ledger.read { db in try NearestScan(db: db, vector: query, version: "1").nearest(100) }
        }
        func likeness(_ units: [NearUnit]) -> Float { units.reduce(0) { $0 + $1.likeness } }
        let exact = try found()
        try ledger.write { db in
            let maker = try #require(try NearIndex.maker(db))
            #expect(try !NearIndex.pays(maker, db))
            try NearIndex.make(maker, db)
        }
        #expect(try ledger.read { try NearIndex(.init(version: "1", width: 128), $0) } != nil)
        #expect(try likeness(found()) > 0.97 * likeness(exact))
        let late = try ledger.add(
            SampleArticle(url: "https://gull.example/late"),
            units: StoredUnits(version: "1", units: [.init(span: TextSpan(0, 1), statement: nil, vector: query)]))
        #expect(try found().first?.revision == 61)
        _ = try ledger.erase([late.revision], at: "2031-03-23T10:00:00Z")
        #expect(try found().map(\.revision) == exact.map(\.revision))
    }

    private func dot(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}
