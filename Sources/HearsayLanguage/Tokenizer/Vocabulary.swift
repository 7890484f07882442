/// The word pieces of a BERT vocabulary, found by a hash of their UTF-8 bytes.
struct Vocabulary: Sendable {
    /// Longest piece in bytes, without "##".
    private(set) var longest = 0
    /// Pieces in the file.
    let count: Int

    private let bytes: [UInt8]
    private var keys: [UInt64]  // 0 is an empty slot
    private var slots: [Slot]
    private let mask: Int

    private struct Slot {
        var id: Int32
        var start: Int32
        var length: Int32
    }

    /// Reads a vocabulary: one piece a line, numbered from 0; "##" marks pieces that continue a word.
    init(_ file: [UInt8]) throws(ModelError) {
        bytes = file
        let lines = file.split(separator: 0x0A, omittingEmptySubsequences: false)
        count = lines.last?.isEmpty == true ? lines.count - 1 : lines.count
        guard count > 0 else { throw ModelError(.malformed, "the vocabulary is empty") }
        var size = 1024
        while size < count * 2 { size *= 2 }
        mask = size - 1
        keys = Array(repeating: 0, count: size)
        slots = Array(repeating: Slot(id: 0, start: 0, length: 0), count: size)
        for (id, line) in lines.prefix(count).enumerated() {
            var piece = line
            if piece.last == 0x0D { piece.removeLast() }
            let continues = piece.count > 2 && piece.starts(with: [0x23, 0x23])
            if continues { piece = piece.dropFirst(2) }
            insert(piece, continues: continues, id: Int32(id))
        }
    }

    /// The number of a piece; nil when the vocabulary lacks it. `hash` must come from ``Vocabulary/hash(_:_:)``.
    func id(_ piece: ArraySlice<UInt8>, hash: UInt64, continues: Bool) -> Int32? {
        let key = Self.key(hash, continues)
        var index = Int(truncatingIfNeeded: key) & mask
        while keys[index] != 0 {
            if keys[index] == key {
                let slot = slots[index]
                let range = Int(slot.start)..<Int(slot.start + slot.length)
                if bytes[range].elementsEqual(piece) { return slot.id }
            }
            index = (index + 1) & mask
        }
        return nil
    }

    /// The number of a whole word such as "[CLS]".
    func id(_ word: String) -> Int32? {
        let piece = Array(word.utf8)
        return id(piece[...], hash: piece.reduce(Self.seed, Self.hash), continues: false)
    }

    /// The empty hash.
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    /// FNV-1a, one byte further.
    @inline(__always)
    static func hash(_ state: UInt64, _ byte: UInt8) -> UInt64 { (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

    private static func key(_ hash: UInt64, _ continues: Bool) -> UInt64 {
        let mixed = (continues ? ~hash : hash) &* 0x9E37_79B9_7F4A_7C15
        return max(1, mixed ^ mixed >> 32)
    }

    private mutating func insert(_ piece: ArraySlice<UInt8>, continues: Bool, id: Int32) {
        let key = Self.key(piece.reduce(Self.seed, Self.hash), continues)
        var index = Int(truncatingIfNeeded: key) & mask
        while keys[index] != 0 { index = (index + 1) & mask }
        keys[index] = key
        slots[index] = Slot(id: id, start: Int32(piece.startIndex), length: Int32(piece.count))
        longest = max(longest, piece.count)
    }
}
