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
    }

    @Test func wrongShapesAndNamesAreRefused() throws {
        let path = try written()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let file = try Safetensors(path: path)
        #expect(throws: ModelError(.tensor, "")) { try file.floats("t", shape: [4]) }
        #expect(throws: ModelError(.tensor, "")) { try file.floats("u", shape: [4]) }
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
