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

    /// The feeds behind arguments, in order, each once. What of a file is no feed's address goes to `problem`.
    /// - Throws: an ``InputProblem`` for a file that cannot be read or names no feed.
    public static func feeds(_ arguments: [String], problem: (InputProblem) -> Void) throws -> [Feed] {
        var known = Set<String>()
        return try arguments.flatMap { try isAddress($0) ? [Feed(url: $0)] : feeds(inFile: $0, problem) }
            .filter { known.insert($0.url).inserted }
    }

    private static func isAddress(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("http://") || lower.hasPrefix("https://")
    }

    private static func feeds(inFile path: String, _ problem: (InputProblem) -> Void) throws -> [Feed] {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(path, limit: 16 << 20) } catch {
            throw InputProblem(origin: path, reason: error.reason)
        }
        let tell = { (reason: String) in problem(InputProblem(origin: path, reason: reason)) }
        let feeds = try SubscriptionList.isOPML(bytes) ? subscriptions(bytes, path, tell) : lines(bytes, tell)
        if feeds.isEmpty { throw InputProblem(origin: path, reason: "it names no feed") }
        return feeds
    }

    private static func subscriptions(
        _ bytes: [UInt8], _ path: String, _ tell: (String) -> Void
    ) throws -> [Feed] {
        do {
            let list = try SubscriptionList.read(bytes)
            list.problems.forEach(tell)
            return list.subscriptions.map { Feed(url: $0.feed, title: $0.title) }
        } catch {
            throw InputProblem(origin: path, reason: error.description)
        }
    }

    /// An address on each line, perhaps with a title behind it; lines without words and those that begin with "#" say
    /// nothing.
    private static func lines(_ bytes: [UInt8], _ tell: (String) -> Void) -> [Feed] {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var feeds: [Feed] = []
        for (index, line) in split(text).enumerated() {
            let words = line.split(whereSeparator: { $0 == 0x20 || $0 == 0x09 }).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            guard isAddress(first) else {
                tell("line \(index + 1): \"\(first.prefix(60))\" is no http or https address")
                continue
            }
            let title = words.dropFirst().joined(separator: " ")
            feeds.append(Feed(url: first, title: title.isEmpty ? nil : title))
        }
        return feeds
    }

    /// Lines end with LF, CR LF or CR.
    private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        let hasLF = text.contains(0x0A)
        return text.split(separator: hasLF ? 0x0A : 0x0D, omittingEmptySubsequences: false).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
    }
}
