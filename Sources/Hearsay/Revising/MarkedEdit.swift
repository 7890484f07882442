internal import HearsayCore
internal import HearsayRevising

/// An edit as it is shown: what it is called, and both sentences in pieces, of which the changed ones are marked.
public struct MarkedEdit: Equatable, Sendable {
    /// What an edit did, as `HearsayRevising` tells them apart.
    public enum Kind: String, Sendable, CaseIterable { case attribution, fact, hedge, note, style }

    /// A piece of a sentence.
    public struct Piece: Equatable, Sendable {
        /// Its words.
        public var words: String
        /// Whether they changed.
        public var isChanged: Bool
    }

    /// All kinds that are true, the most serious first.
    public var kinds: [Kind]
    /// "Headline", "Paragraph 3".
    public var place: String
    /// Whether it became more certain; nil when it did neither, or cannot be told.
    public var isMoreCertain: Bool?
    /// Whether the sentence stands at another place than before.
    public var isMoved: Bool
    /// The sentence before; nil for one that was added.
    public var old: [Piece]?
    /// The sentence after; nil for one that was taken away.
    public var new: [Piece]?
    /// One line for people.
    public var reason: String
}

extension RevisionComparison {
    /// The edits as they are shown, in their order.
    public var marked: [MarkedEdit] {
        let places = EditPlaces(self)
        return edits.map { edit in
            MarkedEdit(
                kinds: edit.kinds.compactMap { MarkedEdit.Kind(rawValue: $0.rawValue) },
                place: places.label(of: edit), isMoreCertain: edit.certainty.map { $0 == .up }, isMoved: edit.isMoved,
                old: edit.old.map { Self.pieces(of: $0, in: old.document) },
                new: edit.new.map { Self.pieces(of: $0, in: new.document) }, reason: edit.reason)
        }
    }

    /// The sentence of one version, cut where changed words begin and end.
    private static func pieces(of side: Edit.Side, in document: Document) -> [MarkedEdit.Piece] {
        let text = side.span == nil ? SourceText(side.text) : document.text
        let whole = side.span ?? text.span
        var (pieces, at) = ([MarkedEdit.Piece](), whole.start)
        func add(_ end: Int, isChanged: Bool) {
            guard end > at else { return }
            pieces.append(.init(words: text.string(TextSpan(at, end)), isChanged: isChanged))
            at = end
        }
        for words in side.words where words.start >= at && words.end <= whole.end {
            add(words.start, isChanged: false)
            add(words.end, isChanged: true)
        }
        add(whole.end, isChanged: false)
        return pieces
    }
}
