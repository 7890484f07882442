import Testing

@testable import TransparencyLog

@Suite struct ProofsTests {
    /// Everything that a proof of inclusion claims.
    private struct Inclusion: Equatable {
        var leaf: LogHash
        var index: Int
        var size: Int
        var proof: [LogHash]
        var root: LogHash

        func verify() throws(ProofError) {
            try Proofs.verifyInclusion(leaf: leaf, index: index, size: size, proof: proof, root: root)
        }
    }

    /// Everything that a proof of consistency claims.
    private struct Consistency: Equatable {
        var first: Int
        var second: Int
        var proof: [LogHash]
        var firstRoot: LogHash
        var secondRoot: LogHash

        func verify() throws(ProofError) {
            try Proofs.verifyConsistency(
                first: first, second: second, proof: proof, firstRoot: firstRoot, secondRoot: secondRoot)
        }
    }

    private let seed = UInt64.random(in: 0...UInt64.max)

    private func leaves(_ count: Int, using random: inout RandomNumbers) -> [LogHash] {
        (0..<count).map { _ in
            .leaf([UInt8.random(in: 0...255, using: &random), UInt8.random(in: 0...255, using: &random)])
        }
    }

    /// Proofs that are wrong in one place: a bit of a hash, a hash more or less, two exchanged.
    private func mutations(of proof: [LogHash], adding others: [LogHash], using random: inout RandomNumbers)
        -> [[LogHash]]
    {
        var all = others.map { proof + [$0] } + others.map { [$0] + proof }
        for place in proof.indices {
            var bytes = proof[place].bytes
            bytes[Int.random(in: 0..<32, using: &random)] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            var proof = proof
            let hash = proof.remove(at: place)
            all.append(proof)
            proof.insert(contentsOf: [hash, hash], at: place)
            all.append(proof)
            proof.remove(at: place)
            if let flipped = LogHash(bytes: bytes) {
                proof[place] = flipped
                all.append(proof)
                proof[place] = hash
            }
            proof.swapAt(place, 0)
            all.append(proof)
        }
        return all.filter { $0 != proof }
    }

    @Test func inclusionHoldsAndEveryChangeOfItFails() throws {
        var random = RandomNumbers(seed: seed)
        for _ in 0..<150 {
            let leaves = leaves(Int.random(in: 1...200, using: &random), using: &random)
            let index = Int.random(in: leaves.indices, using: &random)
            let proof = Inclusion(
                leaf: leaves[index], index: index, size: leaves.count, proof: NaiveTree.path(index, leaves[...]),
                root: NaiveTree.root(leaves[...]))
            #expect(throws: Never.self, "seed \(seed)") { try proof.verify() }
            var wrong = mutations(of: proof.proof, adding: [proof.leaf, proof.root, .emptyRoot], using: &random).map {
                var wrong = proof
                wrong.proof = $0
                return wrong
            }
            for path: WritableKeyPath<Inclusion, LogHash> in [\.leaf, \.root] {
                for hash in [LogHash.emptyRoot, proof.leaf, proof.root] {
                    wrong.append(proof)
                    wrong[wrong.count - 1][keyPath: path] = hash
                }
            }
            // Another leaf's place; the same leaf may stand there, but then with another path.
            for other in [-1, index - 1, index + 1, index ^ 1, leaves.count, Int.max, Int.min] {
                wrong.append(proof)
                wrong[wrong.count - 1].index = other
            }
            for size in [0, -1, index, Int.min, 2 * leaves.count, 4 * leaves.count + 1] {
                wrong.append(proof)
                wrong[wrong.count - 1].size = size
            }
            for wrong in wrong where wrong != proof {
                // Equal neighbours share their paths: the claim is then true.
                if wrong.size == proof.size, leaves.indices.contains(wrong.index),
                    wrong.proof == NaiveTree.path(wrong.index, leaves[...]), wrong.leaf == leaves[wrong.index],
                    wrong.root == proof.root
                {
                    continue
                }
                #expect(throws: ProofError.self, "seed \(seed): \(wrong)") { try wrong.verify() }
            }
        }
    }

    @Test func consistencyHoldsAndEveryChangeOfItFails() throws {
        var random = RandomNumbers(seed: seed)
        for _ in 0..<150 {
            let leaves = leaves(Int.random(in: 1...200, using: &random), using: &random)
            let first = Int.random(in: 1...leaves.count, using: &random)
            let proof = Consistency(
                first: first, second: leaves.count, proof: NaiveTree.proof(first, leaves[...]),
                firstRoot: NaiveTree.root(leaves.prefix(first)), secondRoot: NaiveTree.root(leaves[...]))
            #expect(throws: Never.self, "seed \(seed)") { try proof.verify() }
            let others = [proof.firstRoot, proof.secondRoot, .emptyRoot]
            var wrong = mutations(of: proof.proof, adding: others, using: &random).map {
                var wrong = proof
                wrong.proof = $0
                return wrong
            }
            for path: WritableKeyPath<Consistency, LogHash> in [\.firstRoot, \.secondRoot] {
                for hash in others {
                    wrong.append(proof)
                    wrong[wrong.count - 1][keyPath: path] = hash
                }
            }
            for size in [0, -1, leaves.count + 1, Int.max, Int.min] {
                wrong.append(proof)
                wrong[wrong.count - 1].first = size
            }
            for size in [0, -1, first - 1, Int.min] {
                wrong.append(proof)
                wrong[wrong.count - 1].second = size
            }
            for wrong in wrong where wrong != proof {
                #expect(throws: ProofError.self, "seed \(seed): \(wrong)") { try wrong.verify() }
            }
        }
    }

    @Test func aRewrittenLogIsFound() throws {
        var random = RandomNumbers(seed: seed)
        for _ in 0..<50 {
            let old = leaves(Int.random(in: 1...60, using: &random), using: &random)
            var new = old + leaves(Int.random(in: 1...60, using: &random), using: &random)
            new[Int.random(in: old.indices, using: &random)] = .emptyRoot
            let tree = MerkleTree(leaves: new)
            #expect(throws: ProofError(.rootMismatch, ""), "seed \(seed)") {
                try Proofs.verifyConsistency(
                    first: old.count, second: new.count,
                    proof: tree.consistencyProof(from: old.count, to: new.count),
                    firstRoot: MerkleTree(leaves: old).root(), secondRoot: tree.root())
            }
        }
    }

    @Test func theReasonsDiffer() throws {
        let tree = MerkleTree(leaves: (0..<5).map { .leaf([$0]) })
        func code(first: Int, second: Int, proof: [LogHash], firstRoot: LogHash = .emptyRoot) -> ProofError.Code? {
            do throws(ProofError) {
                try Proofs.verifyConsistency(
                    first: first, second: second, proof: proof, firstRoot: firstRoot, secondRoot: tree.root())
                return nil
            } catch { return error.code }
        }
        #expect(code(first: 0, second: 5, proof: []) == .provesNothing)
        #expect(code(first: 0, second: 0, proof: []) == .provesNothing)
        #expect(code(first: 6, second: 5, proof: []) == .outOfRange)
        #expect(code(first: 3, second: 5, proof: []) == .wrongLength)
        #expect(code(first: 4, second: 5, proof: []) == .wrongLength)
        #expect(code(first: 5, second: 5, proof: [.emptyRoot], firstRoot: tree.root()) == .wrongLength)
        #expect(code(first: 5, second: 5, proof: []) == .rootMismatch)
        #expect(code(first: 5, second: 5, proof: [], firstRoot: tree.root()) == nil)
        #expect(code(first: 3, second: 5, proof: try tree.consistencyProof(from: 3, to: 5)) == .rootMismatch)
    }
}
