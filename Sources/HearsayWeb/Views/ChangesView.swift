internal import Hearsay

/// What changed between two captured versions of an article, edit by edit.
struct ChangesView {
    struct Version {
        var value: Int
        var name: String
        var isOld: Bool
        var isNew: Bool
    }

    var frame: Frame
    var title: String
    var outlet: String?
    var articleHref: String
    var changesHref: String
    var versions: [Version]
    var summary: String
    var old: String
    var new: String
    var edits: [EditLine]

    init(_ changes: ArticleChanges, site: Site) {
        let (article, id) = (changes.article, changes.article.id)
        let edits = changes.comparison.marked
        changesHref = Address.article(id) + "/changes"
        frame = Frame(
            "What changed: \(article.title)", section: .articles,
            twin: "\(changesHref).json?from=\(changes.from)&to=\(changes.to)", site: site)
        (title, outlet) = (PlainText.singleLine(article.title), article.outlet.map(PlainText.singleLine))
        articleHref = Address.article(id)
        versions = changes.revisions.map {
            Version(
                value: $0.number, name: "Revision \($0.number), \(Words.minute($0.captured))",
                isOld: $0.number == changes.from, isNew: $0.number == changes.to)
        }
        summary = Self.summary(edits)
        (old, new) = ("Revision \(changes.from)", "Revision \(changes.to)")
        self.edits = edits.map(EditLine.init)
    }

    /// "3 edits: 1 attribution, 2 style."
    private static func summary(_ edits: [MarkedEdit]) -> String {
        if edits.isEmpty { return "Both revisions say the same." }
        let counts = MarkedEdit.Kind.allCases.compactMap { kind -> String? in
            let count = edits.count { $0.kinds.first == kind }
            return count > 0 ? "\(count) \(kind.rawValue)" : nil
        }
        return "\(Words.count(edits.count, "edit")): \(counts.joined(separator: ", "))."
    }
}

/// One edit: its kinds in words, and both sentences with the changed words marked.
struct EditLine: Sendable {
    struct Kind: Sendable {
        var kindName: String
        var kindWords: String
    }

    struct Side: Sendable {
        var pieces: [Piece]
    }

    struct Piece: Sendable {
        var text: String
        var isChanged: Bool
    }

    var place: String
    var editKinds: [Kind]
    var certainty: String?
    var isMoved: Bool
    var before: Side?
    var after: Side?
    var reason: String

    init(_ edit: MarkedEdit) {
        place = edit.place
        editKinds = edit.kinds.map { Kind(kindName: $0.rawValue, kindWords: Words.kind($0)) }
        certainty = edit.isMoreCertain.map { $0 ? "more certain than before" : "less certain than before" }
        isMoved = edit.isMoved
        (before, after) = (edit.old.map(Self.side), edit.new.map(Self.side))
        reason = PlainText.singleLine(edit.reason)
    }

    private static func side(_ pieces: [MarkedEdit.Piece]) -> Side {
        Side(pieces: pieces.map { Piece(text: $0.words, isChanged: $0.isChanged) })
    }
}
