import HearsayCore

/// When a page's article was published and last changed.
enum PageDates {
    private static let publishedNames = [
        "article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "sailthru.date",
        "pubdate",
        "publishdate", "publish-date", "publication_date", "article.published", "dc.date.issued", "dcterms.created",
        "dc.date",
        "dcterms.date", "date", "ptime", "pdate", "article_date_original", "cxenseparse:recs:publishtime",
        "originalpublicationdate",
        "citation_publication_date", "datecreated", "dc.date.created", "article:published", "bt:pubdate",
        "og:published_time",
    ]
    private static let modifiedNames = [
        "article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified", "dc.date.modified",
        "dcterms.modified", "article:modified", "modified",
    ]
    private static let marks = ["date", "published", "timestamp", "posted", "time"]

    /// The two dates; either may be unknown.
    static func find(_ tree: HTMLTree, head: PageHead, url: String?) -> (published: String?, modified: String?) {
        let data = head.data
        var published = parse(data.published) ?? publishedNames.lazy.compactMap { parse(head.meta[$0]) }.first
        let modified = parse(data.modified) ?? modifiedNames.lazy.compactMap { parse(head.meta[$0]) }.first
        published = published ?? marked(tree) ?? url.flatMap(inAddress) ?? visible(tree)
        return (published, modified)
    }

    private static func parse(_ value: String?) -> String? {
        value.flatMap { Timestamp.first(in: Array($0.utf8)[...]) }
    }

    /// The first date in an element that is marked up as the date of publication, or in the first `<time>`.
    private static func marked(_ tree: HTMLTree) -> String? {
        var time: String?
        for node in 0..<tree.count where tree.tag[node] != .text {
            let property = tree.attribute(.itemprop, of: node)?.firstIgnoringCase("datepublished") != nil
            guard property || tree.tag[node] == .time && time == nil else { continue }
            let value = tree.attribute(.datetime, of: node) ?? tree.attribute(.content, of: node)
            let date = value.flatMap { Timestamp.first(in: $0) } ?? parse(tree.plainText(node, limit: 200))
            if property, let date { return date }
            time = time ?? date
        }
        return time
    }

    /// The date in an address like "/2024/03/22/".
    private static func inAddress(_ url: String) -> String? {
        let parts = url.utf8.split { $0 == 0x2F }
        for i in parts.indices.dropLast(3)
        where parts[i].count == 4 && parts[i + 1].count <= 2 && parts[i + 2].count <= 2 {
            let text = [parts[i], parts[i + 1], parts[i + 2]].map { String(decoding: $0, as: UTF8.self) }.joined(
                separator: "/")
            if let date = parse(text) { return date }
        }
        return nil
    }

    /// A short element whose class speaks of a date and whose words are one.
    private static func visible(_ tree: HTMLTree) -> String? {
        for node in 0..<tree.count where tree.tag[node] != .text && !tree.tag[node].isNeverText {
            let names = ClassWords.names(of: node, in: tree)
            guard !names.isEmpty, marks.contains(where: { names[...].firstIgnoringCase($0) != nil }) else { continue }
            let text = tree.plainText(node, limit: 160)
            if text.utf8.count <= 120, let date = parse(text) { return date }
        }
        return nil
    }
}
