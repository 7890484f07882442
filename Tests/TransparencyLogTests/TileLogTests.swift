import Testing

@testable import TransparencyLog

/// A log with its static files in memory.
private struct TiledLog {
    let entries: [[UInt8]]
    let tree: MerkleTree
    var files: [String: [UInt8]] = [:]

    init(_ size: Int) {
        entries = (0..<size).map { Array("entry \($0)".utf8) }
        tree = MerkleTree(leaves: entries.map(LogHash.leaf))
    }

    mutating func write(from old: Int = 0, to size: Int) throws {
        try tree.writeTiles(from: old, to: size, entries: { Array(entries[$0]) }, write: { files["\($0)"] = $1 })
    }

    func checkpoint(_ size: Int) throws -> Checkpoint {
        Checkpoint(origin: "example.org/log", size: size, root: try tree.root(at: size))
    }

    func read(_ size: Int, without changed: [String: [UInt8]?] = [:]) throws -> TileLog {
        try TileLog(checkpoint: checkpoint(size)) { path in
            if let other = changed[path] { return other }
            return files[path]
        }
    }
}

@Suite struct TileLogTests {
    @Test func everySizeAgreesWithTheDefinitions() throws {
        let whole = TiledLog(600)
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        var log = TiledLog(600)
        for size in 0...600 {
            // Each size adds its files to those of all before.
            if size > 0 { try log.write(from: size - 1, to: size) }
            var tiles = try log.read(size)
            try tiles.verify()
            #expect(tiles.root == NaiveTree.root(whole.tree.leaves.prefix(size)))
            guard size > 0 else { continue }
            let index = Int.random(in: 0..<size, using: &random)
            let part = whole.tree.leaves.prefix(size)
            #expect(try tiles.leafHash(at: index) == part[index], "seed \(seed)")
            #expect(try tiles.inclusionProof(of: index, in: size) == NaiveTree.path(index, part), "seed \(seed)")
            let old = index + 1
            #expect(try tiles.consistencyProof(from: old, to: size) == NaiveTree.proof(old, part), "seed \(seed)")
            #expect(try tiles.root(at: old) == NaiveTree.root(part.prefix(old)), "seed \(seed)")
            #expect(try tiles.inclusionProof(of: index, in: old) == NaiveTree.path(index, part.prefix(old)))
        }
    }

    @Test func aLogOfThreeLevelsIsReadFromAFewFiles() throws {
        var log = TiledLog(70_000)
        try log.write(to: 70_000)
        #expect(log.files.count == 551)
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        var reads = 0
        let files = log.files
        var tiles = try TileLog(checkpoint: log.checkpoint(70_000)) { path in
            reads += 1
            return files[path]
        }
        #expect(reads == 3)
        for _ in 0..<200 {
            let size = Int.random(in: 1...70_000, using: &random)
            let index = Int.random(in: 0..<size, using: &random)
            reads = 0
            let proof = try tiles.inclusionProof(of: index, in: size)
            #expect(reads <= 4, "seed \(seed)")
            #expect(try proof == log.tree.inclusionProof(of: index, in: size), "seed \(seed)")
            let growth = try tiles.consistencyProof(from: index + 1, to: size)
            #expect(try growth == log.tree.consistencyProof(from: index + 1, to: size), "seed \(seed)")
            #expect(try tiles.root(at: size) == log.tree.root(at: size), "seed \(seed)")
        }
        try tiles.verify()
        #expect(try tiles.entries(inBundle: 273) == Array(log.entries[69_888...]))
    }

    @Test(arguments: [1, 255, 256, 257, 1300, 66_000]) func anyChangedFileIsFound(size: Int) throws {
        var log = TiledLog(size)
        try log.write(to: size)
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomNumbers(seed: seed)
        let names = log.files.keys.sorted()
        // Of a large log the last names only: its upper levels.
        for name in size > 2000 ? Array(names.suffix(3)) : names {
            let whole = try #require(log.files[name])
            var flipped = whole
            flipped[Int.random(in: 0..<whole.count, using: &random)] ^= 1
            for changed in [flipped, whole.dropLast(), whole + [0], []] as [[UInt8]] {
                #expect(throws: TileError.self, "\(name), seed \(seed)") {
                    var tiles = try log.read(size, without: [name: changed])
                    try tiles.verify()
                }
            }
            #expect(throws: TileError(.missing, ""), "\(name)") {
                var tiles = try log.read(size, without: [name: nil])
                try tiles.verify()
            }
        }
    }

    @Test func theErrorNamesTheFile() throws {
        var log = TiledLog(600)
        try log.write(to: 600)
        var bundle = try #require(log.files["tile/entries/001"])
        bundle[2] ^= 1
        var tiles = try log.read(600, without: ["tile/entries/001": bundle])
        #expect { try tiles.verify() } throws: {
            let error = $0 as? TileError
            return error?.code == .mismatch && error?.path == "tile/entries/001"
        }
        // Who does not ask for entries does not need them.
        try tiles.verify(entries: false)
        _ = try tiles.inclusionProof(of: 300, in: 600)
        #expect { try log.read(600, without: ["tile/0/002.p/88": nil]) } throws: {
            ($0 as? TileError)?.description == "tile/0/002.p/88: this file is not there"
        }
    }

    @Test func aFullTileStandsInForAPartialOne() throws {
        var log = TiledLog(600)
        try log.write(to: 300)
        try log.write(from: 300, to: 600)
        // The log signed 300 leaves once; of its partial tiles then it may delete those that are full now.
        var tiles = try log.read(300, without: ["tile/0/001.p/44": nil, "tile/entries/001.p/44": nil])
        try tiles.verify()
        #expect(try tiles.entries(inBundle: 1) == Array(log.entries[256..<300]))
    }

    @Test func aForeignRootIsRefused() throws {
        var log = TiledLog(300)
        try log.write(to: 300)
        let files = log.files
        let other = Checkpoint(origin: "example.org/log", size: 300, root: .leaf([1]))
        #expect(throws: TileError(.mismatch, "")) { try TileLog(checkpoint: other) { files[$0] } }
        let none = Checkpoint(origin: "example.org/log", size: 0, root: .leaf([1]))
        #expect(throws: TileError(.mismatch, "")) { try TileLog(checkpoint: none) { files[$0] } }
        let negative = Checkpoint(origin: "example.org/log", size: -1, root: .emptyRoot)
        #expect(throws: TileError(.malformed, "")) { try TileLog(checkpoint: negative) { files[$0] } }
        let huge = Checkpoint(origin: "example.org/log", size: Int.max, root: .emptyRoot)
        #expect(throws: TileError(.missing, "")) { try TileLog(checkpoint: huge) { files[$0] } }
    }

    @Test func placesThatTheLogNeverHadAreRefused() throws {
        var log = TiledLog(300)
        try log.write(to: 300)
        var tiles = try log.read(300)
        let outOfRange = ProofError(.outOfRange, "")
        for index in [-1, 300, Int.max, Int.min] {
            #expect(throws: outOfRange) { try tiles.leafHash(at: index) }
            #expect(throws: outOfRange) { try tiles.inclusionProof(of: index, in: 300) }
            #expect(throws: outOfRange) { try tiles.entries(inBundle: index) }
        }
        for size in [-1, 301, Int.max, Int.min] {
            #expect(throws: outOfRange) { try tiles.root(at: size) }
            #expect(throws: outOfRange) { try tiles.consistencyProof(from: 1, to: size) }
            #expect(throws: outOfRange) { try log.tree.writeTiles(to: size, entries: { _ in [] }, write: { _, _ in }) }
        }
        #expect(throws: ProofError(.provesNothing, "")) { try tiles.consistencyProof(from: 0, to: 5) }
        #expect(throws: outOfRange) { try tiles.entries(inBundle: 2) }
        for tile in [
            TilePath(.entries, index: 0), TilePath(.hashes(level: 0), index: 1), TilePath(.hashes(level: 1), index: 0),
            TilePath(.hashes(level: 63), index: 0), TilePath(.hashes(level: 0), index: Int.max >> 8 - 1),
        ] {
            let tile = try #require(tile)
            #expect(throws: outOfRange, "\(tile)") { try log.tree.bytes(of: tile) }
        }
    }

    @Test func nothingIsWrittenThatWasNotLogged() throws {
        let log = TiledLog(3)
        for entries in [[[1], [2]], [[1], [2], [3]]] as [[[UInt8]]] {
            #expect(throws: TileError.self) {
                try log.tree.writeTiles(to: 3, entries: { _ in entries }, write: { path, _ in Issue.record("\(path)") })
            }
        }
        let long = [UInt8](repeating: 0, count: EntryBundle.maximalEntryBytes + 1)
        #expect(throws: TileError(.tooLarge, "")) {
            try MerkleTree(leaves: [.leaf(long)]).writeTiles(to: 1, entries: { _ in [long] }, write: { _, _ in })
        }
    }
}
