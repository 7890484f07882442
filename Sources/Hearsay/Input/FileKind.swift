internal import HearsayCapture
internal import HearsayCore

/// How the articles of a file are got at.
enum FileKind: Equatable {
    /// One article in a known or unknown format.
    case article(InputItem.Format)
    /// JSON: an article, a list of them, a reading, a feed.
    case json
    /// JSON Lines.
    case lines
    /// A web archive: WARC or ARC, compressed or not.
    case warc
    /// A web archive in a ZIP file.
    case wacz
    /// A feed, a sitemap, a list of feeds.
    case feed

    private static let endings: [String: FileKind] = [
        "jsonl": .lines, "ndjson": .lines, "warc": .warc, "arc": .warc, "wacz": .wacz, "rss": .feed, "atom": .feed,
        "rdf": .feed, "opml": .feed,
    ]

    /// The endings of files that a folder is searched for.
    static let searched: Set<String> = Set(endings.keys).union([
        "json", "txt", "text", "md", "markdown", "html", "htm", "xhtml", "eml", "mbox", "mht", "mhtml", "xml",
        "warc.gz",
        "arc.gz",
    ])

    /// Whether a file of a folder is read.
    static func isSearched(_ name: String) -> Bool {
        searched.contains(InputPaths.fileExtension(of: name)) || isArchive(name)
    }

    /// The kind of a file by its name and its first bytes; the bytes outrank a name that is as good as none.
    init(name: String, head: [UInt8]) {
        let ending = InputPaths.fileExtension(of: name)
        if let kind = Self.endings[ending] {
            self = kind
        } else if head.starts(with: [0x1F, 0x8B]) || Self.isArchive(name) || head.starts(with: "WARC/".utf8)
            || head.starts(with: "filedesc://".utf8)
        {
            // Of what is compressed, only archives are read.
            self = .warc
        } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .wacz
        } else if ending == "json" || ending == "" {
            self =
                Self.holdsLines(head)
                ? .lines : ending == "json" || Self.startsAnObject(head) ? .json : Self.article(head, ending)
        } else {
            self = Self.article(head, ending)
        }
    }

    /// The kind of what a server sent; what it says of it outranks the address.
    init(mediaType: String?, name: String, head: [UInt8]) {
        let address = name.prefix { $0 != "?" && $0 != "#" }
        switch InputItem.Format(mediaType: mediaType) {
        case .html: self = .article(.html)
        case .unknown: self.init(name: String(address), head: head)
        case let format: self = FeedReader.isFeed(head) ? .feed : .article(format)
        }
    }

    private static func article(_ head: [UInt8], _ ending: String) -> FileKind {
        let format = InputItem.Format(fileEnding: ending)
        return format == .unknown && FeedReader.isFeed(head) ? .feed : .article(format)
    }

    /// "a.warc.gz", "a.arc.gz".
    static func isArchive(_ name: String) -> Bool {
        let parts = name.lowercased().split(separator: ".").suffix(2)
        return parts.count == 2 && parts.last == "gz" && (parts.first == "warc" || parts.first == "arc")
    }

    /// Whether the first line is a whole JSON object: then each line is one article.
    private static func holdsLines(_ head: [UInt8]) -> Bool {
        guard startsAnObject(head), let end = head.firstIndex(of: 0x0A) else { return false }
        return head[..<end].last { !$0.isASCIISpace } == 0x7D
    }

    /// Whether bytes begin as `{ "`, which no article does.
    private static func startsAnObject(_ bytes: [UInt8]) -> Bool {
        bytes.lazy.filter { !$0.isASCIISpace }.prefix(2).elementsEqual([0x7B, 0x22])
    }
}
