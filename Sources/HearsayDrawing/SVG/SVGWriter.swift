/// Writes SVG: elements with attributes, and words escaped.
struct SVGWriter {
    private(set) var bytes: [UInt8] = []

    /// An element without anything in it.
    mutating func element(_ name: String, _ attributes: [(String, String)]) { tag(name, attributes, end: "/>\n") }

    /// An element with what `body` writes in it.
    mutating func element(_ name: String, _ attributes: [(String, String)], _ body: (inout SVGWriter) -> Void) {
        tag(name, attributes, end: ">\n")
        body(&self)
        bytes += "</\(name)>\n".utf8
    }

    /// An element with words in it.
    mutating func element(_ name: String, _ attributes: [(String, String)] = [], words: String) {
        tag(name, attributes, end: ">")
        escape(words)
        bytes += "</\(name)>\n".utf8
    }

    /// Our own words, as they are.
    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes += $0 }
    }

    private mutating func tag(_ name: String, _ attributes: [(String, String)], end: String) {
        bytes += "<\(name)".utf8
        for (key, value) in attributes {
            bytes += " \(key)=\"".utf8
            escape(value)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes += end.utf8
    }

    private mutating func escape(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            default: bytes.append(byte)
            }
        }
    }
}

extension Double {
    /// "12", "12.5": at most one digit behind the point.
    var svg: String {
        let tenths = Int((self * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + "\(whole)" + (rest > 0 ? ".\(rest)" : "")
    }
}
