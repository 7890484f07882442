import Testing

@testable import TransparencyLog

@Suite struct MerkleTreeTests {
    /// The leaves that the tests of several logs share, and the roots of the trees over the first of them.
    private static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
        Array(0x60...0x6F),
    ]
    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test func theKnownRoots() throws {
        var tree = MerkleTree()
        #expect(tree.root().hex == Self.roots[0])
        for (leaf, root) in zip(Self.leaves, Self.roots.dropFirst()) {
            tree.append(.leaf(leaf))
            #expect(tree.root().hex == root)
        }
        for (size, root) in Self.roots.enumerated() { #expect(try tree.root(at: size).hex == root) }
        #expect(tree.leaves == Self.leaves.map(LogHash.leaf))
    }

    @Test func aKnownLeaf() {
        #expect(LogHash.leaf(Array("hello world".utf8)).base64 == "TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=")
    }

    @Test func agreesWithTheDefinitions() throws {
        let leaves = (0..<70).map { LogHash.leaf([UInt8($0)]) }
        let tree = MerkleTree(leaves: leaves)
        for size in 0...leaves.count {
            let part = leaves.prefix(size)
            #expect(try tree.root(at: size) == NaiveTree.root(part))
            for index in 0..<size {
                #expect(try tree.inclusionProof(of: index, in: size) == NaiveTree.path(index, part))
            }
            for first in 0..<size {
                #expect(try tree.consistencyProof(from: first + 1, to: size) == NaiveTree.proof(first + 1, part))
            }
        }
    }

    @Test func sizesThatItNeverHadAreRefused() throws {
        let tree = MerkleTree(leaves: Self.leaves.map(LogHash.leaf))
        let outOfRange = ProofError(.outOfRange, "")
        for size in [-1, 9, Int.max, Int.min] {
            #expect(throws: outOfRange) { try tree.root(at: size) }
            #expect(throws: outOfRange) { try tree.inclusionProof(of: 0, in: size) }
            #expect(throws: outOfRange) { try tree.consistencyProof(from: 1, to: size) }
            #expect(throws: outOfRange) { try tree.inclusionProof(of: size, in: 8) }
            #expect(throws: outOfRange) { try tree.consistencyProof(from: size, to: 8) }
        }
        #expect(throws: outOfRange) { try tree.inclusionProof(of: 4, in: 4) }
        #expect(throws: outOfRange) { try tree.inclusionProof(of: 0, in: 0) }
        #expect(throws: outOfRange) { try tree.consistencyProof(from: 5, to: 4) }
        #expect(throws: ProofError(.provesNothing, "")) { try tree.consistencyProof(from: 0, to: 4) }
    }

    @Test func aLargeTreeProvesAtOnce() throws {
        let tree = MerkleTree(leaves: (0..<200_000).map { LogHash.leaf(Array(String($0).utf8)) })
        for size in stride(from: 199_000, through: 200_000, by: 77) {
            let proof = try tree.inclusionProof(of: size / 3, in: size)
            #expect(proof.count <= 18)
            try Proofs.verifyInclusion(
                leaf: tree.leaves[size / 3], index: size / 3, size: size, proof: proof, root: tree.root(at: size))
            try Proofs.verifyConsistency(
                first: size, second: tree.count, proof: tree.consistencyProof(from: size, to: tree.count),
                firstRoot: tree.root(at: size), secondRoot: tree.root())
        }
    }
}
