/// Reads the JSON header of a safetensors file: an object of tensors, each an object of `dtype`, `shape` and
/// `data_offsets`; `__metadata__` is passed over. Anything else is refused.
struct SafetensorsHeader {
    private let bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// The tensors by name; nil when the header is malformed.
    mutating func entries() -> [String: Safetensors.Entry]? {
        var found: [String: Safetensors.Entry] = [:]
        let whole = object { parser, name in
            if name == "__metadata__" { return parser.object { inner, _ in inner.string() != nil } }
            guard let entry = parser.entry() else { return false }
            found[name] = entry
            return true
        }
        skipSpace()
        return whole && at == bytes.count ? found : nil
    }

    private mutating func entry() -> Safetensors.Entry? {
        var entry = Safetensors.Entry(type: "", shape: [], range: 0..<0)
        let whole = object { parser, key in
            switch key {
            case "dtype":
                guard let type = parser.string() else { return false }
                entry.type = type
            case "shape":
                guard let shape = parser.numbers() else { return false }
                entry.shape = shape
            case "data_offsets":
                guard let ends = parser.numbers(), ends.count == 2, ends[0] <= ends[1] else { return false }
                entry.range = ends[0]..<ends[1]
            default: return false
            }
            return true
        }
        return whole && !entry.type.isEmpty ? entry : nil
    }

    /// `{"key": …, …}`; `member` reads each value and says whether it could.
    private mutating func object(_ member: (inout Self, String) -> Bool) -> Bool {
        guard take(0x7B) else { return false }
        if take(0x7D) { return true }
        repeat {
            guard let key = string(), take(0x3A), member(&self, key) else { return false }
        } while take(0x2C)
        return take(0x7D)
    }

    private mutating func numbers() -> [Int]? {
        guard take(0x5B) else { return nil }
        if take(0x5D) { return [] }
        var out: [Int] = []
        repeat {
            skipSpace()
            var (value, digits) = (0, 0)
            while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39, digits < 16 {
                value = value * 10 + Int(bytes[at]) - 0x30
                digits += 1
                at += 1
            }
            guard digits > 0 else { return nil }
            out.append(value)
        } while take(0x2C)
        return take(0x5D) ? out : nil
    }

    /// A string; names of tensors need no escapes, so a backslash is refused.
    private mutating func string() -> String? {
        guard take(0x22), let end = bytes[at...].firstIndex(of: 0x22) else { return nil }
        defer { at = end + 1 }
        let content = bytes[at..<end]
        return content.contains(0x5C) ? nil : String(decoding: content, as: UTF8.self)
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard at < bytes.count, bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    }
}
