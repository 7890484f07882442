import HearsayCore

/// Times as archives write them.
enum RecordTime {
    /// The text, if it is an RFC 3339 time.
    static func rfc3339(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, bytes[10] == 0x54, CivilDay(iso: String(text.prefix(10))) != nil,
            bytes[13] == 0x3A, bytes[16] == 0x3A, isClock(bytes[11..<13], bytes[14..<16], bytes[17..<19])
        else { return nil }
        var zone = bytes[19...]
        if zone.first == 0x2E {
            let digits = zone.dropFirst().prefix(while: \.isASCIIDigit)
            guard (1...9).contains(digits.count) else { return nil }
            zone = zone.dropFirst(1 + digits.count)
        }
        if zone.elementsEqual([0x5A]) { return text }
        guard zone.count == 6, let sign = zone.first, sign == 0x2B || sign == 0x2D, zone[zone.startIndex + 3] == 0x3A,
            isClock(zone.dropFirst().prefix(2), zone.suffix(2), ByteSlice([0x30, 0x30]))
        else { return nil }
        return text
    }

    /// The fourteen digits of an ARC file or an index as RFC 3339.
    static func compact(_ text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count == 14, bytes.allSatisfy(\.isASCIIDigit) else { return nil }
        func part(_ range: Range<Int>) -> String { bytes[range].string }
        let day = "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))"
        return rfc3339("\(day)T\(part(8..<10)):\(part(10..<12)):\(part(12..<14))Z")
    }

    /// The fourteen digits of an RFC 3339 time in UTC, as indexes sort by them.
    static func digits(_ text: String) -> String {
        String(decoding: text.utf8.prefix(19).filter(\.isASCIIDigit), as: UTF8.self)
    }

    private static func isClock(_ hour: ByteSlice, _ minute: ByteSlice, _ second: ByteSlice) -> Bool {
        func number(_ digits: ByteSlice) -> Int { digits.allSatisfy(\.isASCIIDigit) ? Int(digits.string) ?? 99 : 99 }
        return number(hour) < 24 && number(minute) < 60 && number(second) < 61
    }
}

extension RecordTime {
    /// An RFC 3339 time in UTC, as archives must write it; nil for anything else.
    static func utc(_ text: String) -> String? {
        guard let text = rfc3339(text) else { return nil }
        if text.hasSuffix("Z") { return text }
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int { Int(bytes[range].string) ?? 0 }
        let zone = bytes.count - 6
        let away = number(zone + 1..<zone + 3) * 60 + number(zone + 4..<zone + 6)
        let minutes = number(11..<13) * 60 + number(14..<16) + (bytes[zone] == 0x2D ? away : -away)
        guard let day = CivilDay(iso: String(text.prefix(10))) else { return nil }
        let days = minutes < 0 ? -1 : minutes / 1440
        let clock = minutes - days * 1440
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day.adding(days: days))T\(two(clock / 60)):\(two(clock % 60))\(bytes[16..<zone].string)Z"
    }
}
