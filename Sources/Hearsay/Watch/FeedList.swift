internal import HearsayCapture

/// The feeds that a user names: by address, in an OPML file, or in a text file with an address on each line.
public enum FeedList {
    /// A feed's address, and its title where the list has one.
    public struct Feed: Hashable, Sendable {
        /// The address.
        public var url: String
        /// The title.
        public var title: String?
    }

    /// The feeds behind arguments, in order, each once.
    /// - Throws: an ``InputProblem`` for a file that cannot be read or names no feed.
    public static func feeds(_ arguments: [String]) throws -> [Feed] {
        var known = Set<String>()
        return try arguments.flatMap { try isAddress($0) ? [Feed(url: $0)] : feeds(inFile: $0) }
            .filter { known.insert($0.url).inserted }
    }

    private static func isAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://")
    }

    private static func feeds(inFile path: String) throws -> [Feed] {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path, limit: 16 << 20) } catch {
            throw InputProblem(origin: path, reason: error.reason)
        }
        let feeds = try SubscriptionList.isOPML(bytes) ? subscriptions(bytes, path) : lines(bytes)
        if feeds.isEmpty { throw InputProblem(origin: path, reason: "it names no feed") }
        return feeds
    }

    private static func subscriptions(_ bytes: [UInt8], _ path: String) throws -> [Feed] {
        do {
            return try SubscriptionList.read(bytes).subscriptions.map { Feed(url: $0.feed, title: $0.title) }
        } catch {
            throw InputProblem(origin: path, reason: error.description)
        }
    }

    private static func lines(_ bytes: [UInt8]) -> [Feed] {
        bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
            let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 })
            guard let first = words.first.map({ String(decoding: $0, as: UTF8.self) }), isAddress(first) else {
                return nil
            }
            let title = words.dropFirst().map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
            return Feed(url: first, title: title.isEmpty ? nil : title)
        }
    }
}
