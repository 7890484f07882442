internal import Hearsay
internal import HearsayCore

/// A decision about sources in words, with the ways to its sources.
struct DecisionLine: Sendable {
    struct Piece: Sendable {
        var text: String
        var pieceHref: String?
    }

    var decisionPieces: [Piece]
    var decisionNumber: Int
    var decisionFacts: String
    /// The number by which it can be taken back; nil where it cannot.
    var undoNumber: Int?

    init(_ decision: SourceDecision) {
        decisionNumber = decision.id
        decisionPieces = Self.pieces(decision)
        decisionFacts = [
            Words.minute(decision.time), decision.judge.map(PlainText.singleLine), "log entry \(decision.entry)",
            decision.undone.map { "taken back by decision \($0)" },
        ].compactMap(\.self).joined(separator: " · ")
        undoNumber = decision.action == "undo" || decision.undone != nil ? nil : decision.id
    }

    private static func pieces(_ decision: SourceDecision) -> [Piece] {
        let named = list(decision.sources.map { source($0, decision) })
        let into = decision.into.map { [source($0, decision)] } ?? []
        switch decision.action {
        case "merge": return [Piece(text: "Merged ")] + named + [Piece(text: " into ")] + into
        case "split": return [Piece(text: "Split ")] + into + [Piece(text: " off from ")] + named
        case "apart": return [Piece(text: "Kept ")] + named + [Piece(text: " apart")]
        default: return [Piece(text: "Took decision \(decision.decision ?? 0) back")]
        }
    }

    private static func source(_ id: Int, _ decision: SourceDecision) -> Piece {
        let label = PlainText.singleLine(decision.labels[id] ?? "")
        return Piece(
            text: label.isEmpty ? "source \(id)" : "\(label) (\(id))",
            pieceHref: decision.shown.contains(id) ? Address.source(id) : nil)
    }

    private static func list(_ pieces: [Piece]) -> [Piece] {
        pieces.enumerated().flatMap { index, piece in
            index == 0 ? [piece] : [Piece(text: index == pieces.count - 1 ? " and " : ", "), piece]
        }
    }
}

/// Two sources that may be one, with what the forms to decide that need.
struct PairLine: Sendable {
    struct Side: Sendable {
        var sideHref: String
        var sideLabel: String
        var sideFacts: String
    }

    var first: Int
    var second: Int
    var sides: [Side]
    var pairReason: String
    /// Both names, for who hears the page.
    var pairNames: String
    var pairJudge: String?
    var isFromList: Bool

    /// A pair; `known` is the source of whose page it is, which is not named again.
    init(_ pair: PossibleSource, known: Int? = nil, judge: String? = nil) {
        (first, second) = (pair.first.id, pair.second.id)
        sides = [pair.first, pair.second].filter { $0.id != known }.map(Self.side)
        pairReason = PlainText.singleLine(pair.reason)
        pairNames = [pair.first, pair.second].map { PlainText.singleLine($0.label) }.joined(separator: " and ")
        (pairJudge, isFromList) = (judge, known == nil)
    }

    private static func side(_ source: SourceSummary) -> Side {
        Side(
            sideHref: Address.source(source.id), sideLabel: PlainText.singleLine(source.label),
            sideFacts: "\(source.kind.rawValue) · \(Words.count(source.statements, "statement")) · "
                + Words.count(source.articles, "article"))
    }
}

/// The lists about sources, and which of them is shown.
struct SourceTab: Sendable {
    var tabHref: String
    var tabLabel: String
    var isShown: Bool

    static func all(shown: String) -> [SourceTab] {
        [("/sources", "All sources"), ("/sources/possible", "May be one"), ("/sources/history", "Decisions")].map {
            SourceTab(tabHref: $0.0, tabLabel: $0.1, isShown: $0.0 == shown)
        }
    }
}
