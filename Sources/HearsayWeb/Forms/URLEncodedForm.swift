internal import HearsayCore

/// Fields as browsers send them by default: `name=value&name=value`, percent-encoded UTF-8, "+" for a space.
enum URLEncodedForm {
    /// The fields of a body; anything that is not well-formed is an error.
    static func read(_ bytes: [UInt8]) throws(PageProblem) -> SentForm {
        var form = SentForm()
        for pair in bytes.split(separator: 0x26) {
            let equals = pair.firstIndex(of: 0x3D) ?? pair.endIndex
            guard let name = decode(pair[..<equals]), let value = decode(pair[equals...].dropFirst()) else {
                throw .badForm("The form is not well-formed.")
            }
            try form.add(value, named: name)
        }
        return form
    }

    /// The first value of a field in an address's query; nil when it is absent or not well-formed.
    static func value(of name: String, in query: String?) -> String? {
        guard let query, query.utf8.count <= 1 << 14 else { return nil }
        for pair in Array(query.utf8).split(separator: 0x26) {
            let equals = pair.firstIndex(of: 0x3D) ?? pair.endIndex
            if decode(pair[..<equals]) == name { return decode(pair[equals...].dropFirst()) }
        }
        return nil
    }

    /// Percent-encoded UTF-8 as text; nil when it is not well-formed.
    static func decode(_ bytes: ArraySlice<UInt8>, plusIsSpace: Bool = true) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let byte = bytes[at]
            if byte == 0x25 {
                guard at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) else {
                    return nil
                }
                decoded.append(high << 4 | low)
                at += 3
            } else {
                decoded.append(byte == 0x2B && plusIsSpace ? 0x20 : byte)
                at += 1
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// Text as a part of an address's path or query.
    static func encode(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if byte.isASCIILetter || byte.isASCIIDigit || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte) {
                encoded.append(byte)
            } else {
                encoded += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func hex(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
