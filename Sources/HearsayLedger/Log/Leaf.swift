internal import HearsayCore

/// The record that the log holds of an entry: its kind, its time, and salted digests of what it covers. It holds no
/// words, no addresses and no plain digests, so it can be shown to anybody, and stays when the content is erased.
struct Leaf: Equatable {
    var kind: String
    var time: String
    /// Salted digests by the name of what they cover ("bytes", "record", "reading").
    var digests: [String: String]

    /// A leaf for content under a fresh salt.
    init(kind: LogEntry.Kind, time: String, content: [String: [UInt8]], salt: [UInt8]) {
        (self.kind, self.time) = (kind.rawValue, time)
        digests = content.mapValues { Digest.salted($0, salt) }
    }

    /// The leaf that bytes hold; nil when they hold none.
    init?(bytes: [UInt8]) {
        guard case .object(let fields)? = try? JSONReader.value(of: bytes),
            case .string(let kind)? = fields["kind"], case .string(let time)? = fields["time"],
            case .object(let digests)? = fields["digests"], fields.count == 3
        else { return nil }
        (self.kind, self.time, self.digests) = (kind, time, [:])
        for (name, digest) in digests {
            guard case .string(let digest) = digest else { return nil }
            self.digests[name] = digest
        }
    }

    /// One line of JSON with sorted keys. These bytes are stored as they are and never written again to be checked.
    var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.field("digests") { $0.sorted(digests) }
            writer.field("kind", kind)
            writer.field("time", time)
        }
        return writer.bytes
    }
}

extension JSONWriter {
    /// Text fields in the order of their names.
    mutating func sorted(_ fields: [String: String]) {
        object { writer in
            for (name, value) in fields.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) })
            {
                writer.field(name, value)
            }
        }
    }
}
