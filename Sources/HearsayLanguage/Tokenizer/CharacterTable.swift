internal import HearsayCore

/// What BERT's normalizer and pre-tokenizer do with each code point: a two-stage table over all of Unicode.
struct CharacterTable: Sendable {
    enum Action {
        /// Left out (controls, combining marks).
        case drop
        /// Ends a word.
        case space
        /// A word of its own, as one code point.
        case alone(UInt32)
        /// Part of a word, as one code point.
        case keep(UInt32)
        /// Part of a word, as several code points.
        case expand(Range<Int>)
    }

    private enum Code: UInt32 {
        case drop = 1
        case space, alone, map, expand
    }

    /// The table, made once.
    static let shared = CharacterTable()

    private static let payload: UInt32 = 0xFF_FFFF

    private var pages = [Int32](repeating: -1, count: 0x1100)
    private var entries: [UInt32] = []
    /// The code points of all `expand` actions.
    private(set) var expansions: [UInt32] = []

    private init() {
        NormalizationTable.lines.withUTF8Buffer { buffer in
            for line in buffer.split(separator: 0x0A) { add(line: line) }
        }
        for value in UInt32(0)..<0x80 { setASCII(value) }
    }

    /// What becomes of a code point.
    func action(_ value: UInt32) -> Action {
        if value >= 0xAC00, value < 0xD7A4 { return .keep(value) }  // decomposed by the caller
        let page = pages[Int(value >> 8)]
        guard page >= 0 else { return .keep(value) }
        let entry = entries[Int(page) + Int(value & 0xFF)]
        let payload = entry & Self.payload
        switch Code(rawValue: entry >> 24) {
        case nil: return .keep(value)
        case .drop: return .drop
        case .space: return .space
        case .alone: return .alone(payload)
        case .map: return .keep(payload)
        case .expand:
            let first = Int(payload >> 3)
            return .expand(first..<first + Int(payload & 7))
        }
    }

    private mutating func setASCII(_ value: UInt32) {
        let byte = UInt8(value)
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
            set(value, .space, 0)
        } else if byte < 0x20 || byte == 0x7F {
            set(value, .drop, 0)
        } else if byte >= 0x41, byte <= 0x5A {
            set(value, .map, value + 0x20)
        } else if !byte.isASCIILetter, !byte.isASCIIDigit {
            set(value, .alone, value)
        }
    }

    private mutating func set(_ value: UInt32, _ code: Code, _ payload: UInt32) {
        let page = Int(value >> 8)
        if pages[page] < 0 {
            pages[page] = Int32(entries.count)
            entries.append(contentsOf: repeatElement(0, count: 256))
        }
        entries[Int(pages[page]) + Int(value & 0xFF)] = code.rawValue << 24 | payload
    }

    /// Adds "first last step action [becomes]".
    private mutating func add(line: Slice<UnsafeBufferPointer<UInt8>>) {
        let fields = line.split(separator: 0x20)
        guard fields.count >= 4, let action = fields[3].first else { return }
        let (first, last, step) = (Self.hex(fields[0]), Self.hex(fields[1]), Self.hex(fields[2]))
        let becomes = fields.count > 4 ? fields[4] : nil
        for value in stride(from: first, through: last, by: Int(step)) {
            add(value, action: action, becomes: becomes)
        }
    }

    private mutating func add(_ value: UInt32, action: UInt8, becomes: Slice<UnsafeBufferPointer<UInt8>>?) {
        switch action {
        case UInt8(ascii: "-"): set(value, .drop, 0)
        case UInt8(ascii: "s"): set(value, .space, 0)
        default:
            let alone = action != UInt8(ascii: "m")
            guard let becomes, let sign = becomes.first else { return set(value, .alone, value) }
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                let distance = becomes.dropFirst().reduce(0) { $0 * 10 + Int($1) - 0x30 }
                let target = Int(value) + (sign == UInt8(ascii: "-") ? -distance : distance)
                return set(value, alone ? .alone : .map, UInt32(target))
            }
            let points = becomes.split(separator: UInt8(ascii: ",")).map(Self.hex)
            let index = expansions.count
            expansions += points
            set(value, .expand, UInt32(index << 3 | points.count))
        }
    }

    private static func hex(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt32 {
        digits.reduce(0) { $0 << 4 | UInt32($1 >= 0x61 ? $1 - 0x57 : $1 - 0x30) }
    }
}
