import HearsayCore

/// When a page's article was published and last changed.
struct PageDates {
    private static let publishedNames = [
        "article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "sailthru.date",
        "pubdate", "publishdate", "publish-date", "publication_date", "article.published", "dc.date.issued",
        "ptime", "article_date_original", "cxenseparse:recs:publishtime", "originalpublicationdate",
        "citation_publication_date", "datecreated", "dc.date.created", "article:published", "bt:pubdate",
        "og:published_time", "dcterms.created",
    ]
    /// Names under which some sites give the day on which the page was sent; a date that is shown outvotes it.
    private static let vagueNames = ["dc.date", "dcterms.date", "date", "pdate"]
    private static let modifiedNames = [
        "article:modified_time", "datemodified", "og:updated_time", "lastmod", "last-modified", "dc.date.modified",
        "dcterms.modified", "article:modified", "modified",
    ]
    private static let marks = ["date", "published", "timestamp", "posted", "time"]
    private static let changes = ["updated", "modified", "edited", "revised", "update"]

    private let tree: HTMLTree
    private let order: DateOrder
    private let edges: ArticleEdges

    /// The day of publication, and what it rests on.
    typealias Published = (value: String, basis: Document.DateBasis)

    /// The two dates; either may be unknown.
    static func find(
        _ tree: HTMLTree, head: PageHead, url: String?, edges: ArticleEdges
    ) -> (published: Published?, modified: String?) {
        let address = url.map { Array($0.utf8)[...] }
        let order = DateOrder(language: head.language, host: address.flatMap(WebAddress.host))
        let dates = PageDates(tree: tree, order: order, edges: edges)
        let shown = dates.labelled()
        let timed = dates.timed()
        let published = dates.published(head, url, shown.published ?? timed.published, timed.bare)
        let declared = dates.first(of: modifiedNames, head.data.modified, in: head)
        let modified = declared ?? shown.modified ?? timed.modified
        // What is changed before it is published is a date of something else.
        if let day = published?.value.prefix(10), let modified, modified.prefix(10) < day { return (published, nil) }
        return (published, modified)
    }

    private func published(_ head: PageHead, _ url: String?, _ shown: String?, _ bare: String?) -> Published? {
        let addressed = url.flatMap(inAddress)
        if let declared = first(of: Self.publishedNames, head.data.published, in: head) {
            return (Self.localDay(of: declared, addressed), .claimed)
        }
        if let date = shown ?? first(of: Self.vagueNames, nil, in: head) ?? bare ?? onlyMarked() {
            return (date, .claimed)
        }
        if let addressed { return (addressed, .inferred) }
        if let date = onlyLabelled() ?? PageScripts.onlyDate(in: tree).flatMap(parse) { return (date, .claimed) }
        return inMarkedElement().map { ($0, .inferred) }
    }

    private func first(of names: [String], _ stated: String?, in head: PageHead) -> String? {
        parse(stated) ?? names.lazy.compactMap { parse(head.meta[$0]) }.first
    }

    /// A moment in universal time, as the day that the outlet's own address gives for it where that is a neighbouring day:
    /// late in the evening in New York it is tomorrow in Greenwich.
    private static func localDay(of moment: String, _ addressed: String?) -> String {
        guard moment.hasSuffix("Z"), let addressed, let day = CivilDay(iso: String(moment.prefix(10))),
            let local = CivilDay(iso: String(addressed.prefix(10))), abs(day.number - local.number) == 1
        else { return moment }
        return addressed
    }

    /// A date in a value; the day on which computers begin to count stands for none.
    private func parse(_ value: String?) -> String? {
        guard let date = value.flatMap({ Timestamp.first(in: Array($0.utf8)[...], order: order) }) else { return nil }
        return date.hasPrefix("1970-01-01") || date.hasPrefix("1969-12-31") ? nil : date
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

    // MARK: Times

    /// The dates in elements that are made for them: by what they are marked as or stand behind, and the first that says
    /// nothing of itself.
    private func timed() -> (published: String?, modified: String?, bare: String?) {
        var found: (published: String?, modified: String?, bare: String?) = (nil, nil, nil)
        for (nodes, isHead) in [(edges.head, true), (edges.foot, false)] {
            for node in nodes where tree.tag[node] != .text {
                let property = tree.attribute(.itemprop, of: node)
                let isPublished = property?.firstIgnoringCase("datepublished") != nil
                let isModified = property?.firstIgnoringCase("datemodified") != nil
                guard isPublished || isModified || tree.tag[node] == .time, let date = date(in: node) else { continue }
                if isModified || !isPublished && isChange(node) {
                    found.modified = found.modified ?? date
                } else if isPublished {
                    found.published = found.published ?? date
                } else if isHead {
                    found.bare = found.bare ?? date
                }
            }
        }
        return found
    }

    private func date(in node: Int) -> String? {
        for name in [HTMLAttribute.datetime, .content, .title] {
            if let date = parse(tree.attribute(name, of: node)?.string) { return date }
        }
        return parse(tree.plainText(node, limit: 200))
    }

    /// The day that elements anywhere on the page are marked with as that of publication, if it is one day; not in
    /// comments, boxes and other articles.
    private func onlyMarked() -> String? {
        var (only, looked) = (String?.none, 0)
        for node in 0..<tree.count where tree.tag[node] != .text && looked < 100 {
            let property = tree.attribute(.itemprop, of: node)?.firstIgnoringCase("datepublished") != nil
            guard property || tree.tag[node] == .time && isPublication(node) else { continue }
            looked += 1
            guard !edges.isElsewhere(node), let date = date(in: node) else { continue }
            if let only, only.prefix(10) != date.prefix(10) { return nil }
            only = only ?? date
        }
        return only
    }

    /// Whether an element's name, or a sign before it, says that it tells of publication.
    private func isPublication(_ node: Int) -> Bool {
        if ClassWords.names(of: node, in: tree)[...].firstIgnoringCase("publish") != nil { return true }
        var before = node - 1
        while before > 0, tree.tag[before] == .text, tree.words(before).trimmed.isEmpty { before -= 1 }
        guard before > 0, tree.tag[before] != .text, tree.parent(of: before) == tree.parent(of: node) else {
            return false
        }
        return tree.attribute(.title, of: before)?.startsIgnoringCase("publish") ?? false
    }

    /// Whether an element's own name, or the word before it, says that it tells of a change.
    private func isChange(_ node: Int) -> Bool {
        let names = ClassWords.names(of: node, in: tree)[...]
        if names.firstIgnoringCase("publish") == nil,
            names.firstIgnoringCase("update") != nil
                || names.firstIgnoringCase("modified") != nil
        {
            return true
        }
        if Self.words(of: tree.plainText(node, limit: 80)).prefix(2).contains(where: Self.changes.contains) {
            return true
        }
        let around = tree.parent(of: node) ?? node
        var before = node - 1
        while before > around, tree.tag[before] != .text || tree.words(before).trimmed.isEmpty { before -= 1 }
        guard before > around else { return false }
        return Self.words(of: tree.words(before).suffix(80).string).last.map(Self.changes.contains) ?? false
    }

    /// The words of a line that may say what a date is.
    private static func words(of line: String) -> [String] {
        line.lowercased().split { !$0.isLetter }.map(String.init).filter {
            !DateWords.isWeekday($0) && !["on", "at", "last"].contains($0)
        }
    }

    // MARK: Words

    /// Dates behind words that say what they are: "Published on …", "Last updated: …".
    private func labelled() -> (published: String?, modified: String?) {
        var (found, looked) = (LabelledDates(order: order), -1)
        for (nodes, isHead) in [(edges.head, true), (edges.foot, false)] {
            for node in nodes where tree.tag[node] == .text {
                let words = tree.words(node).trimmed
                guard words.count <= 160, LabelledDates.hasLabel(words) else { continue }
                if found.read(words, allowingPosts: isHead) { continue }
                guard let parent = tree.parent(of: node), parent != looked else { continue }
                looked = parent
                let line = Array(tree.plainText(parent, limit: 200).utf8)
                if line.count <= 120 { _ = found.read(line[...], allowingPosts: isHead) }
            }
        }
        return (found.published, found.modified)
    }

    /// The day that words name anywhere on the page as that of an article's publication, if they all name the same: a list
    /// of other articles does not.
    private func onlyLabelled() -> String? {
        var only: String?
        for node in 0..<tree.count where tree.tag[node] == .text {
            let words = Whitespace.collapsed(tree.words(node).prefix(400))[...].trimmed
            guard words.count <= 120, LabelledDates.begins(words) else { continue }
            var found = LabelledDates(order: order)
            guard found.read(words, allowingPosts: false), let date = found.published else { continue }
            if let only, only.prefix(10) != date.prefix(10) { return nil }
            only = only ?? date
        }
        return only
    }

    /// A date in a short element at the article's head whose class speaks of a date.
    private func inMarkedElement() -> String? {
        for node in edges.head where tree.tag[node] != .text && !tree.tag[node].isNeverText {
            let names = ClassWords.names(of: node, in: tree)[...]
            guard !names.isEmpty, Self.marks.contains(where: { names.firstIgnoringCase($0) != nil }) else { continue }
            let text = tree.plainText(node, limit: 160)
            guard text.utf8.count <= 120, let date = parse(text), !isChange(node) else { continue }
            var labels = LabelledDates(order: order)
            _ = labels.read(Array(text.utf8)[...], allowingPosts: true)
            if labels.published != nil || labels.modified == nil { return date }
        }
        return nil
    }
}
