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
    /// Comments are posted, too; articles alone are published.
    private static let articleLabels = ["published", "first published", "date published", "publication date"]
    private static let labels = articleLabels + ["posted"]
    private static let marks = ["date", "published", "timestamp", "posted", "time"]

    /// How far from the headline a date that is only shown may stand, in nodes of the page.
    private static let near = 300

    private let tree: HTMLTree
    private let order: DateOrder

    /// The day of publication, and what it rests on.
    typealias Published = (value: String, basis: Document.DateBasis)

    /// The two dates; either may be unknown.
    static func find(
        _ tree: HTMLTree, head: PageHead, url: String?, headline: Int?
    ) -> (published: Published?, modified: String?) {
        let address = url.map { Array($0.utf8)[...] }
        let order = DateOrder(language: head.language, host: address.flatMap(WebAddress.host))
        let dates = PageDates(tree: tree, order: order)
        let declared =
            dates.parse(head.data.published) ?? publishedNames.lazy.compactMap { dates.parse(head.meta[$0]) }.first
        let modified =
            dates.parse(head.data.modified) ?? modifiedNames.lazy.compactMap { dates.parse(head.meta[$0]) }.first
        let addressed = url.flatMap(dates.inAddress)
        if let declared { return ((localDay(of: declared, addressed), .claimed), modified) }
        if let marked = dates.marked() { return ((marked, .claimed), modified) }
        if let addressed { return ((addressed, .inferred), modified) }
        let near = headline.map { max(0, $0 - Self.near)..<min(tree.count, $0 + Self.near) }
        let claimed =
            near.flatMap(dates.labelled) ?? dates.onlyLabelled() ?? PageScripts.onlyDate(in: tree).flatMap(dates.parse)
        if let claimed { return ((claimed, .claimed), modified) }
        let shown = near.flatMap(dates.shown).map { Published(value: $0, basis: .inferred) }
        return (shown, modified)
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

    /// A date in words that say what it is: "Published on …".
    private func labelled(_ nodes: Range<Int>) -> String? {
        nodes.lazy.compactMap { labelled($0, Self.labels) }.first
    }

    private func labelled(_ node: Int, _ labels: [String]) -> String? {
        guard tree.tag[node] == .text else { return nil }
        let words = Whitespace.collapsed(tree.words(node).prefix(400))[...].trimmed
        guard words.count <= 120, labels.contains(where: { words.startsIgnoringCase($0) }) else { return nil }
        return Timestamp.first(in: words, order: order)
    }

    /// The day that such words name anywhere on the page, if they all name the same: a list of other articles does not.
    private func onlyLabelled() -> String? {
        var only: String?
        for node in 0..<tree.count {
            guard let date = labelled(node, Self.articleLabels) else { continue }
            if let only, only.prefix(10) != date.prefix(10) { return nil }
            only = only ?? date
        }
        return only
    }

    /// A date in a short element near the headline whose class speaks of a date.
    private func shown(_ nodes: Range<Int>) -> String? {
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
