import Testing

@testable import TransparencyLog

@Suite struct TilePathTests {
    @Test(arguments: [
        (TilePath.Content.hashes(level: 0), 0, 256, "tile/0/000"),
        (.hashes(level: 0), 1_234_067, 256, "tile/0/x001/x234/067"),
        (.hashes(level: 63), 999, 1, "tile/63/999.p/1"), (.hashes(level: 1), 1000, 17, "tile/1/x001/000.p/17"),
        (.entries, 0, 15, "tile/entries/000.p/15"), (.entries, 273, 112, "tile/entries/273.p/112"),
        (.entries, 1_000_000, 255, "tile/entries/x001/x000/000.p/255"),
        (.hashes(level: 0), Int.max >> 8 - 1, 256, "tile/0/x036/x028/x797/x018/x963/966"),
    ])
    func pathsAreExact(content: TilePath.Content, index: Int, width: Int, text: String) throws {
        let path = try #require(TilePath(content, index: index, width: width))
        #expect(path.description == text)
        #expect(TilePath(text) == path)
        #expect(path.isFull == (width == 256))
        #expect(path.full == TilePath(content, index: index))
    }

    @Test(arguments: [
        "", "tile", "tile/", "tile/0", "tile/0/", "/tile/0/000", "tile/00/000", "tile/64/000", "tile/-1/000",
        "tile/0/00", "tile/0/0000", "tile/0/x001", "tile/0/001/000", "tile/0/x000/001", "tile/0/x01/001",
        "tile/0/x001/", "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/01", "tile/0/000.p/256",
        "tile/0/000.p/-1", "tile/0/000.p/1/2", "tile/0/.p/1", "tile/0/x001.p/1", "tile/0/X001/000", "tile/0/٠٠٠",
        "tile/Entries/000", "tile/entries", "tile/0/000/", "tile/0/x036/x028/x797/x018/x963/967",
        "tile/0/x999/x999/x999/x999/x999/x999/999", "tiles/0/000", "tile/0/../000", "checkpoint",
    ])
    func otherPathsAreRefused(text: String) { #expect(TilePath(text) == nil) }

    @Test func numbersThatNoTileHasAreRefused() {
        for level in [-1, 64, Int.max] { #expect(TilePath(.hashes(level: level), index: 0) == nil) }
        for index in [-1, Int.min, Int.max, Int.max >> 8] { #expect(TilePath(.entries, index: index) == nil) }
        for width in [-1, 0, 257] { #expect(TilePath(.entries, index: 0, width: width) == nil) }
    }

    @Test func whatIsReadIsWrittenAsItWas() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let whole = Array("tile/0/x001/x234/067.p/12".utf8)
        for _ in 0..<5000 {
            let text = String(decoding: whole.damaged(using: &random), as: UTF8.self)
            if let path = TilePath(text) { #expect(path.description == text, "seed \(seed)") }
        }
    }

    /// The examples of the specification.
    @Test func filesOfKnownSizes() {
        #expect(Array(TileFiles(to: 0)).isEmpty)
        #expect(TileFiles(to: 256).map(\.description) == ["tile/entries/000", "tile/0/000", "tile/1/000.p/1"])
        let files = TileFiles(to: 70_000).map(\.description)
        #expect(files.count == 2 * 274 + 2 + 1)
        #expect(files.prefix(274).last == "tile/entries/273.p/112")
        #expect(files.dropFirst(274).prefix(274).first == "tile/0/000")
        #expect(files.suffix(4) == ["tile/0/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"])
    }

    @Test func pathsOfAHugeLogAreMadeAsTheyAreAskedFor() {
        let last = TileFiles(from: Int.max - 1, to: Int.max).map(\.description)
        #expect(last == ["entries", "0"].map { "tile/\($0)/x036/x028/x797/x018/x963/967.p/255" })
        #expect(TilePath.edges(of: Int.max).map(\.width) == [127] + Array(repeating: 255, count: 7))
        var all = TileFiles(to: Int.max).makeIterator()
        #expect(all.next()?.description == "tile/entries/000")
    }

    @Test func theWidthsAreThoseOfTheDefinition() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        for round in 0..<400 {
            let size = Int.random(in: 0...(round < 200 ? 700 : 300_000), using: &random)
            let old = Int.random(in: 0...size, using: &random)
            let (all, before) = (Set(TileFiles(to: size)), Set(TileFiles(to: old)))
            #expect(all.count == Array(TileFiles(to: size)).count, "seed \(seed)")
            // Together with what was there, nothing is missing and nothing is written twice.
            let added = Array(TileFiles(from: old, to: size))
            #expect(Set(added).count == added.count, "seed \(seed)")
            #expect(Set(added) == all.subtracting(before), "seed \(seed), \(old) to \(size)")
            var power = 1
            for level in 0..<3 {
                let tiles = all.filter { $0.level == level }
                #expect(tiles.count { $0.isFull } == size / (power * 256), "seed \(seed)")
                let width = size / power % 256
                #expect(tiles.filter { !$0.isFull }.map(\.width) == (width == 0 ? [] : [width]), "seed \(seed)")
                power *= 256
            }
        }
    }
}
