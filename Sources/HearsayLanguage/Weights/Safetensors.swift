/// Named tensors in a memory-mapped safetensors file.
///
/// The format: eight bytes of header length (little endian), a JSON header, then the tensors' bytes one after another.
public struct Safetensors: Sendable {
    /// One tensor's place in the file.
    public struct Entry: Equatable, Sendable {
        /// "F32", "F16", "I8", …
        public var type: String
        /// Lengths of the dimensions, outermost first.
        public var shape: [Int]
        /// Bytes within the data part.
        public var range: Range<Int>
    }

    private static let longestHeader = 16 << 20

    private let file: MappedFile
    private let data: Int
    /// The tensors by name.
    public let entries: [String: Entry]

    /// Maps a file and reads its header; no tensor is touched.
    /// - Throws: ``ModelError`` naming the file when it is absent, cut short or malformed.
    public init(path: String) throws(ModelError) {
        let file = try MappedFile(path: path)
        let bytes = file.bytes
        guard bytes.count >= 8 else { throw ModelError(.truncated, "the header is cut short", place: path) }
        let length = bytes.loadUnaligned(as: UInt64.self).littleEndian
        guard length <= UInt64(Self.longestHeader) else {
            throw ModelError(.malformed, "not a safetensors file", place: path)
        }
        data = 8 + Int(length)
        guard bytes.count >= data else { throw ModelError(.truncated, "the header is cut short", place: path) }
        var parser = SafetensorsHeader(bytes: Array(bytes[8..<data]))
        guard let entries = parser.entries() else {
            throw ModelError(.malformed, "the header is not a safetensors header", place: path)
        }
        for (name, entry) in entries where entry.range.upperBound > bytes.count - data {
            throw ModelError(.truncated, "tensor \(name) lies outside the file", place: path)
        }
        (self.file, self.entries) = (file, entries)
    }

    /// The numbers in a tensor of this shape; nil when there are more than an `Int` can count.
    private static func count(_ shape: [Int]) -> Int? {
        var count = 1
        for length in shape {
            let (next, overflow) = count.multipliedReportingOverflow(by: length)
            if overflow { return nil }
            count = next
        }
        return count
    }

    /// A tensor of numbers in single or half precision.
    /// - Throws: ``ModelError`` when it is absent or not of this shape and type.
    public func tensor(_ name: String, shape: [Int]) throws(ModelError) -> Tensor {
        guard let entry = entries[name] else {
            throw ModelError(.tensor, "tensor \(name) is missing", place: file.path)
        }
        let width = entry.type == "F32" ? 4 : 2
        let count = entry.range.count / width
        guard entry.shape == shape, entry.type == "F32" || entry.type == "F16", entry.range.count % width == 0,
            Self.count(shape) == count
        else {
            throw ModelError(.tensor, "tensor \(name) is \(entry.type) \(entry.shape), not \(shape)", place: file.path)
        }
        let raw = UnsafeRawBufferPointer(
            rebasing: file.bytes[data + entry.range.lowerBound..<data + entry.range.upperBound])
        return Tensor(shape: shape, count: count, isHalf: entry.type == "F16", bytes: raw, owner: file)
    }

    /// A tensor as single-precision numbers. F32 is used in place; F16 is converted, which costs a copy.
    /// - Throws: ``ModelError`` as ``tensor(_:shape:)`` does.
    public func floats(_ name: String, shape: [Int]) throws(ModelError) -> Floats {
        try tensor(name, shape: shape).floats
    }
}

/// Numbers of one tensor, in the mapped file or in memory of their own.
public final class Floats: @unchecked Sendable {
    // Safe to share: written only in `init`, and the owner keeps the memory alive.

    /// The first number; valid as long as this object lives.
    public let base: UnsafePointer<Float>
    /// How many.
    public let count: Int
    private let owner: MappedFile?
    private let own: UnsafeMutablePointer<Float>?

    init(owner: MappedFile, base: UnsafePointer<Float>, count: Int) {
        (self.owner, self.base, self.count, own) = (owner, base, count, nil)
    }

    init(count: Int, fill: (UnsafeMutablePointer<Float>) -> Void) {
        let memory = UnsafeMutablePointer<Float>.allocate(capacity: max(1, count))
        fill(memory)
        (owner, own, base, self.count) = (nil, memory, UnsafePointer(memory), count)
    }

    deinit { own?.deallocate() }

    /// The number at an index.
    public subscript(index: Int) -> Float {
        precondition(0 <= index && index < count, "index outside the tensor")
        return base[index]
    }

    /// A copy as an array.
    public var array: [Float] { Array(UnsafeBufferPointer(start: base, count: count)) }
}
