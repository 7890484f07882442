import Foundation
import Testing

@testable import HearsayLanguage

struct SafetensorsTests {
    /// A file of one 2 × 2 single-precision tensor "t" and one half-precision tensor "h", changed before it is written.
    private func written(_ change: (inout [UInt8]) -> Void = { _ in }) throws -> String {
        let header =
            #"{"__metadata__":{"a":"b"},"t":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"#
            + #""h":{"dtype":"F16","shape":[5],"data_offsets":[16,26]}}  "#
        var bytes = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian, Array.init) + Array(header.utf8)
        for value: Float in [1, -2, 0.5, 3e8] { bytes += withUnsafeBytes(of: value.bitPattern, Array.init) }
        for half: UInt16 in [0x3C00, 0xC000, 0x0001, 0x7C00, 0x3555] { bytes += withUnsafeBytes(of: half, Array.init) }
        change(&bytes)
        let path = NSTemporaryDirectory() + "hearsay-\(UUID().uuidString).safetensors"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func tensorsAreRead() throws {
        let path = try written()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try Safetensors(path: path)
        #expect(try file.floats("t", shape: [2, 2]).array == [1, -2, 0.5, 3e8])
        let half = try file.floats("h", shape: [5]).array
        #expect(half[0] == 1 && half[1] == -2 && half[2] == 0x1p-24 && half[3] == .infinity)
        #expect(abs(half[4] - 0.33325195) < 1e-7)
    }

    @Test func damagedFilesAreRefused() throws {
        let damages: [(ModelError.Code, (inout [UInt8]) -> Void)] = [
            (.truncated, { $0.removeLast() }), (.truncated, { $0.removeLast($0.count - 4) }),
            (.truncated, { $0.removeLast($0.count - 40) }), (.malformed, { $0[7] = 0xFF }),
            (.malformed, { $0[8] = 0x20 }), (.malformed, { $0[20] = 0x5C }), (.truncated, { $0.removeAll() }),
        ]
        for (code, damage) in damages {
            let path = try written(damage)
            defer { try? FileManager.default.removeItem(atPath: path) }
            #expect(throws: ModelError(code, "")) { try Safetensors(path: path) }
        }
        #expect(throws: ModelError(.unreadable, "")) { try Safetensors(path: "/nonexistent") }
        #expect(throws: ModelError(.unreadable, "")) { try Safetensors(path: "/") }
        let pipe = NSTemporaryDirectory() + "hearsay-\(UUID().uuidString).pipe"
        try #require(mkfifo(pipe, 0o600) == 0)
        defer { try? FileManager.default.removeItem(atPath: pipe) }
        #expect(throws: ModelError(.unreadable, "")) { try Safetensors(path: pipe) }
    }

    @Test func wrongShapesAndNamesAreRefused() throws {
        let path = try written()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try Safetensors(path: path)
        #expect(throws: ModelError(.tensor, "")) { try file.floats("t", shape: [4]) }
        #expect(throws: ModelError(.tensor, "")) { try file.floats("u", shape: [4]) }
    }

    @Test func shapesThatNobodyCanCountAreRefused() throws {
        let path = try written { bytes in
            let shape = Array("[2,2]".utf8)
            let endless = Array("[9999999999999999,9999999999999999,0]".utf8)
            guard let at = bytes.indices.first(where: { bytes[$0...].starts(with: shape) }) else { return }
            bytes.replaceSubrange(at..<at + shape.count, with: endless)
            bytes[0] += UInt8(endless.count - shape.count)
        }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try Safetensors(path: path)
        let shape = try #require(file.entries["t"]).shape
        #expect(shape == [9_999_999_999_999_999, 9_999_999_999_999_999, 0])
        #expect(throws: ModelError(.tensor, "")) { try file.floats("t", shape: shape) }
    }

    @Test func encodersOfAnImpossibleWidthAreRefused() throws {
        for (hidden, inner) in [(33, 4), (0, 4), (16, 4), (32, 0)] {
            let path = try encoder(hidden: hidden, inner: inner)
            defer { try? FileManager.default.removeItem(atPath: path) }
            #expect(throws: ModelError(.tensor, "")) { try EncoderWeights(base: Safetensors(path: path)) }
        }
        let path = try encoder(hidden: 32, inner: 4)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let rows = Encoder(weights: try EncoderWeights(base: Safetensors(path: path))).encode([[0, 0]])
        #expect(rows.count == 64)
        #expect(rows.allSatisfy { $0.isFinite })
    }

    /// A file of an encoder with one layer, all tensors of which share the same bytes.
    private func encoder(hidden: Int, inner: Int) throws -> String {
        var tensors: [(name: String, shape: [Int])] = [
            ("embeddings.word_embeddings.weight", [1, hidden]), ("embeddings.position_embeddings.weight", [2, hidden]),
            ("embeddings.token_type_embeddings.weight", [2, hidden]),
        ]
        let square = ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"]
        let linear =
            square.map { ($0, hidden, hidden) }
            + [("intermediate.dense", inner, hidden), ("output.dense", hidden, inner)]
        for (name, out, width) in linear {
            tensors += [
                ("encoder.layer.0.\(name).weight", [out, width]), ("encoder.layer.0.\(name).bias", [out]),
            ]
        }
        let norms = ["embeddings", "encoder.layer.0.attention.output", "encoder.layer.0.output"]
        for name in norms { tensors += ["weight", "bias"].map { ("\(name).LayerNorm.\($0)", [hidden]) } }
        let header = tensors.map { name, shape in
            #""\#(name)":{"dtype":"F16","shape":\#(shape),"data_offsets":[0,\#(shape.reduce(2, *))]}"#
        }
        return try written { bytes in
            let json = Array("{\(header.joined(separator: ","))}".utf8)
            bytes = withUnsafeBytes(of: UInt64(json.count).littleEndian, Array.init) + json
            bytes += [UInt8](repeating: 0x3C, count: 4096)
        }
    }

    @Test func randomDamageNeverTraps() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = RandomText(state: seed)
        for _ in 0..<300 {
            let path = try written { bytes in
                for _ in 0..<1 + random.next() % 6 {
                    bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
                }
            }
            defer { try? FileManager.default.removeItem(atPath: path) }
            _ = try? Safetensors(path: path).floats("t", shape: [2, 2])
        }
        print("seed \(seed)")
    }
}
