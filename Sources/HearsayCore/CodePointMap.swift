/// Turns UTF-8 byte offsets of one text into Unicode code point offsets and back, as the JSON contract speaks.
///
/// Building costs one pass; a look-up costs at most one block of 64 bytes.
public struct CodePointMap: Sendable {
    private static let block = 64
    private let utf8: [UInt8]
    private let before: [Int]  // code points before each block
    /// Code points in the whole text.
    public let count: Int

    /// The map of a text.
    public init(_ text: SourceText) {
        utf8 = text.utf8
        var (total, blocks) = (0, [Int]())
        blocks.reserveCapacity(utf8.count / Self.block + 1)
        for (i, byte) in utf8.enumerated() {
            if i % Self.block == 0 { blocks.append(total) }
            if !byte.isUTF8Continuation { total += 1 }
        }
        before = blocks
        count = total
    }

    /// Code points before the byte `offset`, which may be the end of the text.
    public func codePoint(atByte offset: Int) -> Int {
        precondition(0 <= offset && offset <= utf8.count, "offset outside the text")
        // Without longer sequences, every byte is a code point.
        if count == utf8.count { return offset }
        if offset == utf8.count { return count }
        let first = offset / Self.block
        var total = before[first]
        for i in first * Self.block..<offset where !utf8[i].isUTF8Continuation { total += 1 }
        return total
    }

    /// The byte at which code point number `index` starts; nil outside the text.
    public func byte(atCodePoint index: Int) -> Int? {
        guard 0 <= index, index <= count else { return nil }
        if count == utf8.count { return index }
        if index == count { return utf8.count }
        var (low, high) = (0, before.count - 1)
        while low < high {
            let middle = (low + high + 1) / 2
            if before[middle] <= index { low = middle } else { high = middle - 1 }
        }
        var total = before[low]
        for i in low * Self.block..<utf8.count where !utf8[i].isUTF8Continuation {
            if total == index { return i }
            total += 1
        }
        return nil
    }
}
