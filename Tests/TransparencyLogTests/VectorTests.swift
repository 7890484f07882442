import Foundation
import Testing

@testable import TransparencyLog

/// Public test vectors of other implementations, where the data folder is at hand (`HEARSAY_DATA`).
@Suite struct VectorTests {
    private static let data = URL(
        filePath: ProcessInfo.processInfo.environment["HEARSAY_DATA"] ?? "../shared/data", directoryHint: .isDirectory
    ).appending(path: "tlog")
    private static let isAbsent = !FileManager.default.fileExists(atPath: data.path)

    private struct InclusionVector: Decodable {
        let leafIdx: UInt64
        let treeSize: UInt64
        let root: String
        let leafHash: String
        let proof: [String]?
        let wantErr: Bool
    }

    private struct ConsistencyVector: Decodable {
        let size1: UInt64
        let size2: UInt64
        let root1: String
        let root2: String
        let proof: [String]?
        let wantErr: Bool
    }

    private func vectors<Vector: Decodable>(in folder: String) throws -> [(name: String, vector: Vector)] {
        let folder = Self.data.appending(path: "merkle/" + folder)
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
            .sorted()
            .map { ($0, try JSONDecoder().decode(Vector.self, from: Data(contentsOf: folder.appending(path: $0)))) }
    }

    /// All hashes; nil when one of them has another length, which no proof can hold.
    private func hashes(_ texts: [String]) -> [LogHash]? {
        let hashes = texts.compactMap { LogHash(base64: $0) }
        return hashes.count == texts.count ? hashes : nil
    }

    /// A root. One vector accepts two equal roots of twelve bytes: such texts get a hash that stands for them.
    private func root(_ text: String) -> LogHash { LogHash(base64: text) ?? .leaf(Array("no hash: \(text)".utf8)) }

    @Test(.enabled(if: !isAbsent, "the data folder is absent")) func inclusion() throws {
        let all: [(name: String, vector: InclusionVector)] = try vectors(in: "inclusion")
        for (name, vector) in all {
            let ends = hashes([vector.leafHash, vector.root])
            var holds = false
            if let ends, let proof = hashes(vector.proof ?? []) {
                holds =
                    (try? Proofs.verifyInclusion(
                        leaf: ends[0], index: Int(truncatingIfNeeded: vector.leafIdx),
                        size: Int(truncatingIfNeeded: vector.treeSize), proof: proof, root: ends[1])) != nil
            }
            #expect(holds == !vector.wantErr, "\(name)")
        }
        #expect(all.count == 98)
        #expect(all.count { !$0.vector.wantErr } == 6)
    }

    @Test(.enabled(if: !isAbsent, "the data folder is absent")) func consistency() throws {
        let all: [(name: String, vector: ConsistencyVector)] = try vectors(in: "consistency")
        for (name, vector) in all {
            var holds = false
            if let proof = hashes(vector.proof ?? []) {
                holds =
                    (try? Proofs.verifyConsistency(
                        first: Int(truncatingIfNeeded: vector.size1), second: Int(truncatingIfNeeded: vector.size2),
                        proof: proof, firstRoot: root(vector.root1), secondRoot: root(vector.root2))) != nil
            }
            #expect(holds == !vector.wantErr, "\(name)")
        }
        #expect(all.count == 98)
        #expect(all.count { !$0.vector.wantErr } == 6)
    }

    /// A log of fifteen entries with its checkpoint at each size.
    @Test(.enabled(if: !isAbsent, "the data folder is absent")) func aLogOfAnotherImplementation() throws {
        let key = try VerifierKey("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")
        let log = Self.data.appending(path: "tessera")
        let bundle = [UInt8](try Data(contentsOf: log.appending(path: "tile/entries/000.p/15")))
        var (tree, rest) = (MerkleTree(), bundle[...])
        while let high = rest.popFirst(), let low = rest.popFirst() {
            let length = Int(high) << 8 | Int(low)
            tree.append(.leaf(Array(rest.prefix(length))))
            rest = rest.dropFirst(length)
        }
        #expect(tree.count == 15)
        let tile = [UInt8](try Data(contentsOf: log.appending(path: "tile/0/000.p/15")))
        #expect(tree.leaves.flatMap(\.bytes) == tile)
        var checkpoints: [Checkpoint] = []
        for size in 0...15 {
            let note = try String(contentsOf: log.appending(path: "checkpoint.\(size)"), encoding: .utf8)
            let checkpoint = try Checkpoint.verified(note: note, by: key)
            #expect(checkpoint == Checkpoint(origin: key.name, size: size, root: try tree.root(at: size)))
            #expect(try SignedNote(note).encoded == note)
            checkpoints.append(checkpoint)
        }
        for second in checkpoints {
            for first in checkpoints[1...] where first.size <= second.size {
                try Proofs.verifyConsistency(
                    first: first.size, second: second.size,
                    proof: tree.consistencyProof(from: first.size, to: second.size), firstRoot: first.root,
                    secondRoot: second.root)
            }
        }
    }

    /// The static files of the same log: read at each size, and written again byte for byte.
    @Test(.enabled(if: !isAbsent, "the data folder is absent")) func tilesOfAnotherImplementation() throws {
        let key = try VerifierKey("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx")
        let folder = Self.data.appending(path: "tessera")
        var (entries, before) = ([[UInt8]](), 0)
        for size in 0...15 {
            let note = try String(contentsOf: folder.appending(path: "checkpoint.\(size)"), encoding: .utf8)
            var log = try TileLog(checkpoint: Checkpoint.verified(note: note, by: key)) { path in
                (try? Data(contentsOf: folder.appending(path: path))).map { [UInt8]($0) }
            }
            try log.verify()
            if size > 0 { entries = try log.entries(inBundle: 0) }
            #expect(entries.count == size)
            let tree = MerkleTree(leaves: entries.map(LogHash.leaf))
            var written = 0
            func compare(_ path: TilePath, _ bytes: [UInt8]) throws {
                let published = try Data(contentsOf: folder.appending(path: "\(path)"))
                #expect(published == Data(bytes), "\(path)")
                written += 1
            }
            try tree.writeTiles(from: before, to: size, entries: { Array(entries[$0]) }, write: compare)
            #expect(written == (size == 0 ? 0 : 2))
            for first in 1..<max(1, size + 1) {
                let proof = try log.consistencyProof(from: first, to: size)
                #expect(try proof == tree.consistencyProof(from: first, to: size))
                #expect(try log.inclusionProof(of: first - 1, in: size) == tree.inclusionProof(of: first - 1, in: size))
            }
            before = size
        }
    }
}
