internal import HearsayCore

extension Look {
    /// The look as JSON with sorted keys: what the log's entry covers.
    func record(url: String) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("outcome", outcome.rawValue)
            writer.field("reason", reason)
            writer.field("status", status)
            writer.field("time", time)
            writer.field("url", url)
        }
        return writer.bytes
    }

    /// The look that a record describes; nil when it is no such record.
    init?(record: [UInt8], article: Int, entry: Int?) {
        guard case .object(let fields)? = try? JSONReader.value(of: record),
            case .string(let name)? = fields["outcome"], let outcome = Outcome(rawValue: name),
            case .string(let time)? = fields["time"], case .string? = fields["url"]
        else { return nil }
        self.init(article: article, time: time, outcome: outcome)
        if case .string(let reason)? = fields["reason"] { self.reason = reason }
        if case .number(let status)? = fields["status"] { self.status = Int(exactly: status) }
        self.entry = entry
    }
}
