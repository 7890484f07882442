import HearsayCore

/// Tells the address of an article from those of home pages, sections, tags and services, by its path.
enum ArticleAddress {
    /// Folders whose pages list articles, tell of people, or serve readers.
    private static let lists: Set<String> = Set(
        """
        about account advertise advertising archive archives author authors by careers categories category cart checkout columnist \
        comments contact contributor contributors cookies corrections events faq feed feeds forum forums help hashtag hub \
        intent jobs join journalist keyword keywords label labels legal live-tv log-in login logout members membership my-account \
        newsletter newsletters newsletter-signup page pages people person podcast podcasts preferences privacy privacy-policy \
        profile profiles register reporter rss search section sections series share shop sign-in sign-up signin signup sitemap \
        staff store subject subscribe subscription subscriptions support tag tagged tags team terms terms-of-service theme \
        topic topics user users video videos wp-login.php writer writers
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
    /// Files that are no pages.
    private static let files: Set<String> = [
        "jpg", "jpeg", "png", "gif", "webp", "svg", "pdf", "mp3", "mp4", "zip", "xml", "rss", "css", "js", "ico", "doc",
        "docx", "xls", "xlsx", "ppt", "pptx", "csv",
    ]

    /// Whether an address can be that of an article: one of its last two parts has three words or more, or the last has a
    /// number or a file name of a page, or it stands in the folder of an article at `sibling` and has two words.
    static func matches(_ address: String, sibling: String? = nil) -> Bool {
        let bytes = Array(address.utf8)[...]
        guard let (parts, rest) = parts(of: bytes), let last = parts.last else { return false }
        // A list of articles has its subject next ("/tag/harbour"); a folder of videos may hold one with a headline.
        for part in parts.prefix(4) where lists.contains(String(decoding: part.asciiLowercased, as: UTF8.self)) {
            return part.startsIgnoringCase("video") && words(last) >= 4
        }
        if let ending = ending(last), files.contains(ending) { return false }
        if parts.suffix(2).contains(where: { words($0) >= 3 }) || ending(last) != nil || number(in: last) >= 4 {
            return true
        }
        if parts.contains(where: { $0.count == 4 && number(in: $0) == 4 }) || number(in: rest) >= 4 { return true }
        guard let sibling, words(last) >= 2, parts.count >= 2 else { return false }
        return Self.parts(of: Array(sibling.utf8)[...])?.parts.dropLast().elementsEqual(parts.dropLast()) ?? false
    }

    /// The parts of an address's path, and what follows it; nil without a scheme.
    private static func parts(of address: ByteSlice) -> (parts: [ByteSlice], rest: ByteSlice)? {
        guard let mark = address.firstIgnoringCase("://") else { return nil }
        let path = address[(mark + 3)...].prefix { $0 != 0x3F && $0 != 0x23 }
        let parts = path.split(separator: 0x2F).dropFirst().filter { !$0.equalsIgnoringCase("index.html") }
        return (parts, address[path.endIndex...])
    }

    private static func ending(_ part: ByteSlice) -> String? {
        guard let dot = part.lastIndex(of: 0x2E), dot > part.startIndex, part.endIndex - dot <= 6 else { return nil }
        return String(decoding: part[(dot + 1)...].asciiLowercased, as: UTF8.self)
    }

    private static func words(_ part: ByteSlice) -> Int {
        part.split { $0 == 0x2D || $0 == 0x5F || $0 == 0x2B }.count
    }

    /// The longest run of digits.
    private static func number(in part: ByteSlice) -> Int {
        part.split { !$0.isASCIIDigit }.map(\.count).max() ?? 0
    }
}
