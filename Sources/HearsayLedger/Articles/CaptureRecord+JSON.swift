internal import HearsayCore

extension CaptureRecord {
    /// Everything but the bytes, as JSON with sorted keys: what the log's entry covers beside the bytes.
    func record(digest: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("captured", captured)
            writer.field("digest", digest)
            writer.field("facts") { $0.sorted(facts) }
            writer.field("finalURL", finalURL)
            writer.field("headers") { writer in
                writer.array(headers) { writer, header in
                    writer.object {
                        $0.field("name", header.name)
                        $0.field("value", header.value)
                    }
                }
            }
            writer.field("origin", origin)
            writer.field("url", url)
        }
        return writer.bytes
    }

    /// The capture that a record describes; nil when it is no such record.
    init?(record: [UInt8], bytes: [UInt8]) {
        guard case .object(let fields)? = try? JSONReader.value(of: record),
            case .string(let origin)? = fields["origin"], case .string(let captured)? = fields["captured"],
            case .object(let facts)? = fields["facts"], case .array(let headers)? = fields["headers"]
        else { return nil }
        self.init(bytes: bytes, origin: origin, captured: captured)
        if case .string(let url)? = fields["url"] { self.url = url }
        if case .string(let url)? = fields["finalURL"] { finalURL = url }
        for (name, value) in facts {
            guard case .string(let value) = value else { return nil }
            self.facts[name] = value
        }
        for header in headers {
            guard case .object(let header) = header, case .string(let name)? = header["name"],
                case .string(let value)? = header["value"]
            else { return nil }
            self.headers.append(Header(name: name, value: value))
        }
    }

    /// The facts as a column holds them, so that equal facts are equal text.
    static func column(_ facts: [String: String]) -> String {
        var writer = JSONWriter()
        writer.sorted(facts)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
