internal import HearsayCore

extension CaptureRecord {
    /// Everything but the bytes, as JSON with sorted keys: what the log's entry covers beside the bytes.
    func record(digest: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            if let archive { writer.field("archive") { Self.write(archive, to: &$0) } }
            writer.field("captured", captured)
            writer.field("digest", digest)
            if let exchange { writer.field("exchange") { Self.write(exchange, to: &$0) } }
            writer.field("facts") { $0.sorted(facts) }
            writer.field("finalURL", finalURL)
            if let format { writer.field("format", format) }
            writer.field("headers") { Self.write(headers, to: &$0) }
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
        if case .string(let format)? = fields["format"] { self.format = format }
        for (name, value) in facts {
            guard case .string(let value) = value else { return nil }
            self.facts[name] = value
        }
        guard let read = Self.headers(headers) else { return nil }
        self.headers = read
        // Records from before there were such fields are without them.
        if let value = fields["exchange"] {
            guard let exchange = Exchange(value) else { return nil }
            self.exchange = exchange
        }
        if let value = fields["archive"] {
            guard let archive = Archive(value) else { return nil }
            self.archive = archive
        }
    }

    private static func write(_ headers: [Header], to writer: inout JSONWriter) {
        writer.array(headers) { writer, header in
            writer.object {
                $0.field("name", header.name)
                $0.field("value", header.value)
            }
        }
    }

    fileprivate static func headers(_ values: [JSONValue]) -> [Header]? {
        var headers: [Header] = []
        for value in values {
            guard case .object(let header) = value, let name = header["name"]?.words, let value = header["value"]?.words
            else { return nil }
            headers.append(Header(name: name, value: value))
        }
        return headers
    }

    private static func write(_ archive: Archive, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("date", archive.date)
            writer.field("file", archive.file)
            writer.field("offset", archive.offset)
            writer.field("record", archive.record)
        }
    }

    private static func write(_ exchange: Exchange, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.field("address", exchange.address)
            writer.field("redirects") { writer in
                writer.array(exchange.redirects) { writer, redirect in
                    writer.object {
                        $0.field("status", redirect.status)
                        $0.field("url", redirect.url)
                    }
                }
            }
            if let request = exchange.request { writer.field("request") { write(request, to: &$0) } }
            writer.field("requested", exchange.requested)
            writer.field("status", exchange.status)
        }
    }

    /// The facts as a column holds them, so that equal facts are equal text.
    static func column(_ facts: [String: String]) -> String {
        var writer = JSONWriter()
        writer.sorted(facts)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension CaptureRecord.Exchange {
    /// The exchange that a record's field describes; nil when it is none.
    fileprivate init?(_ value: JSONValue) {
        guard case .object(let fields) = value, let status = fields["status"]?.whole,
            case .array(let redirects)? = fields["redirects"]
        else { return nil }
        self.init(requested: fields["requested"]?.words, status: status, address: fields["address"]?.words)
        if let request = fields["request"] {
            guard case .array(let request) = request, let headers = CaptureRecord.headers(request) else { return nil }
            self.request = headers
        }
        for redirect in redirects {
            guard case .object(let redirect) = redirect, let status = redirect["status"]?.whole,
                let url = redirect["url"]?.words
            else { return nil }
            self.redirects.append(Redirect(status: status, url: url))
        }
    }
}

extension CaptureRecord.Archive {
    /// The archive that a record's field describes; nil when it is none.
    fileprivate init?(_ value: JSONValue) {
        guard case .object(let fields) = value, let file = fields["file"]?.words, let offset = fields["offset"]?.whole
        else { return nil }
        self.init(file: file, offset: offset, record: fields["record"]?.words, date: fields["date"]?.words)
    }
}
