/// Base 64 of RFC 4648, section 4, with padding. Each value has exactly one text: anything else is refused, so that
/// what is read can be written again byte for byte.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    static func encode(_ bytes: some Collection<UInt8>) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity((bytes.count + 2) / 3 * 4)
        var rest = bytes[...]
        while !rest.isEmpty {
            let group = rest.prefix(3)
            rest = rest.dropFirst(3)
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let letter = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
                letters.append(place <= group.count ? letter : 0x3D)
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The bytes; nil for anything but the one text that ``encode(_:)`` writes.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let letters = Array(text)
        guard letters.count.isMultiple(of: 4) else { return nil }
        let padding = letters.reversed().prefix(2).prefix { $0 == 0x3D }.count
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count / 4 * 3)
        var (bits, held) = (UInt32(0), UInt32(0))
        for letter in letters.dropLast(padding) {
            guard let value = values[Int(letter)] else { return nil }
            bits = bits << 6 | UInt32(value)
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> held))
            }
        }
        // The bits that pad the last letter must be zero.
        return bits & (1 << held - 1) == 0 ? bytes : nil
    }
}
