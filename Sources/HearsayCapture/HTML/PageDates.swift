import HearsayCore

/// When a page's article was published and last changed.
struct PageDates {
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
    private static let labels = ["published", "posted", "first published", "date published", "publication date"]
    private static let marks = ["date", "published", "timestamp", "posted", "time"]

    /// How far from the headline a date that is only shown may stand, in nodes of the page.
    private static let near = 300

    private let tree: HTMLTree
    private let order: DateOrder

    /// The two dates; either may be unknown.
    static func find(
        _ tree: HTMLTree, head: PageHead, url: String?, headline: Int?
    ) -> (published: String?, modified: String?) {
        let address = url.map { Array($0.utf8)[...] }
        let order = DateOrder(language: head.language, host: address.flatMap(WebAddress.host))
        let dates = PageDates(tree: tree, order: order)
        let declared =
            dates.parse(head.data.published) ?? publishedNames.lazy.compactMap { dates.parse(head.meta[$0]) }.first
        let modified =
            dates.parse(head.data.modified) ?? modifiedNames.lazy.compactMap { dates.parse(head.meta[$0]) }.first
        let addressed = url.flatMap(dates.inAddress)
        if let declared { return (localDay(of: declared, addressed), modified) }
        return (dates.marked() ?? addressed ?? headline.flatMap(dates.shown), modified)
    }

    /// A moment in universal time, as the day that the outlet's own address gives for it where that is a neighbouring day:
    /// late in the evening in New York it is tomorrow in Greenwich.
    private static func localDay(of moment: String, _ addressed: String?) -> String {
        guard moment.hasSuffix("Z"), let addressed, let day = CivilDay(iso: String(moment.prefix(10))),
            let local = CivilDay(iso: String(addressed.prefix(10))), abs(day.number - local.number) == 1
        else { return moment }
        return addressed
    }

    private func parse(_ value: String?) -> String? {
        value.flatMap { Timestamp.first(in: Array($0.utf8)[...], order: order) }
    }

    /// The first date in an element that is marked up as the date of publication, or in the first `<time>`.
    private func marked() -> String? {
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
    private func inAddress(_ url: String) -> String? {
        let parts = url.utf8.split { $0 == 0x2F }
        for i in parts.indices.dropLast(3)
        where parts[i].count == 4 && parts[i + 1].count <= 2 && parts[i + 2].count <= 2 {
            let text = [parts[i], parts[i + 1], parts[i + 2]].map { String(decoding: $0, as: UTF8.self) }.joined(
                separator: "/")
            if let date = parse(text) { return date }
        }
        return nil
    }

    /// A date shown near the headline: in words that say what it is ("Published on …"), or in a short element whose class
    /// speaks of a date.
    private func shown(_ headline: Int) -> String? {
        let nodes = max(0, headline - Self.near)..<min(tree.count, headline + Self.near)
        for node in nodes where tree.tag[node] == .text {
            let words = Whitespace.collapsed(tree.words(node).prefix(400))[...].trimmed
            guard words.count <= 120, Self.labels.contains(where: { words.startsIgnoringCase($0) }) else { continue }
            if let date = Timestamp.first(in: words, order: order) { return date }
        }
        for node in nodes where tree.tag[node] != .text && !tree.tag[node].isNeverText {
            let names = ClassWords.names(of: node, in: tree)
            guard !names.isEmpty, Self.marks.contains(where: { names[...].firstIgnoringCase($0) != nil }) else {
                continue
            }
            let text = tree.plainText(node, limit: 160)
            if text.utf8.count <= 120, let date = parse(text) { return date }
        }
        return nil
    }
}
