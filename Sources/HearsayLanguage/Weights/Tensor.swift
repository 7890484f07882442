internal import CHearsayKernels

/// A tensor in a mapped file, of a known shape, in single or half precision; nothing of it is read until asked for.
public struct Tensor: @unchecked Sendable {
    // Safe to share: the file's bytes never change, and the owner keeps them mapped.

    /// Lengths of the dimensions, outermost first.
    public let shape: [Int]
    /// Numbers in it.
    let count: Int
    private let isHalf: Bool
    private let bytes: UnsafeRawBufferPointer
    private let owner: MappedFile

    /// `bytes` lie in `owner` and hold `count` numbers.
    init(shape: [Int], count: Int, isHalf: Bool, bytes: UnsafeRawBufferPointer, owner: MappedFile) {
        (self.shape, self.count, self.isHalf, self.bytes, self.owner) = (shape, count, isHalf, bytes, owner)
    }

    /// Copies one row, which is all numbers of one outermost index, as single-precision numbers.
    func copyRow(_ index: Int, to out: UnsafeMutablePointer<Float>) {
        let width = count / max(1, shape[0])
        copy(index * width..<(index + 1) * width, to: out)
    }

    /// The numbers in single precision: those of the file itself where they are that, else a copy.
    var floats: Floats {
        if !isHalf, let base = bytes.baseAddress, Int(bitPattern: base) % 4 == 0 {
            return Floats(owner: owner, base: base.assumingMemoryBound(to: Float.self), count: count)
        }
        return Floats(count: count) { copy(0..<count, to: $0) }
    }

    private func copy(_ range: Range<Int>, to out: UnsafeMutablePointer<Float>) {
        let size = isHalf ? 2 : 4
        let part = UnsafeRawBufferPointer(rebasing: bytes[range.lowerBound * size..<range.upperBound * size])
        guard let base = part.baseAddress else { return }
        if isHalf {
            hearsay_half_to_float(out, base.assumingMemoryBound(to: UInt16.self), range.count)
        } else {
            UnsafeMutableRawPointer(out).copyMemory(from: base, byteCount: part.count)
        }
    }
}
