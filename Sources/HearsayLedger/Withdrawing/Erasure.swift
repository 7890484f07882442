internal import HearsayCore

/// What a person took out of the ledger for good: which entries of the log lost what they covered, and why.
public struct Erasure: Hashable, Sendable {
    /// When it was done, RFC 3339.
    public var time: String
    /// The person's reason, in words that may stay; nil when none was given.
    public var reason: String?
    /// The revisions that are gone.
    public var revisions: [RevisionKey]
    /// The entries whose content and salts are gone, ascending. Their leaves stay.
    public var entries: [Int]
    /// The number of its own entry in the log.
    public var entry: Int
    /// Why the file was not written anew without the words, which ``Ledger/purge()`` must do later; nil where it was.
    public var unpurged: String?

    /// The erasure as JSON with sorted keys: what the log's entry covers.
    var record: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("entries") { $0.array(entries) { $0.number($1) } }
            writer.field("reason", reason)
            writer.field("revisions") { writer in
                writer.array(revisions) { writer, key in
                    writer.object {
                        $0.field("article", key.article)
                        $0.field("number", key.number)
                    }
                }
            }
            writer.field("time", time)
        }
        return writer.bytes
    }

    init(time: String, reason: String?, revisions: [RevisionKey], entries: [Int], entry: Int) {
        (self.time, self.reason, self.revisions) = (time, reason, revisions)
        (self.entries, self.entry) = (entries, entry)
    }

    /// The erasure that a record describes; nil when it is no such record.
    init?(record: [UInt8], entry: Int) {
        guard case .object(let fields)? = try? JSONReader.value(of: record), case .string(let time)? = fields["time"],
            case .array(let entries)? = fields["entries"], case .array(let revisions)? = fields["revisions"]
        else { return nil }
        self.init(time: time, reason: nil, revisions: [], entries: [], entry: entry)
        if case .string(let reason)? = fields["reason"] { self.reason = reason }
        for value in entries {
            guard case .number(let number) = value, let number = Int(exactly: number) else { return nil }
            self.entries.append(number)
        }
        for value in revisions {
            guard case .object(let key) = value, case .number(let article)? = key["article"],
                case .number(let number)? = key["number"], let article = Int(exactly: article),
                let number = Int(exactly: number)
            else { return nil }
            self.revisions.append(RevisionKey(article: article, number: number))
        }
    }
}
