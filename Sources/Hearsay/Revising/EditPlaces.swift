internal import HearsayCore
internal import HearsayRevising

/// How the places of edits are called.
struct EditPlaces {
    private let old: Paragraphs
    private let new: Paragraphs

    init(_ comparison: RevisionComparison) {
        (old, new) = (Paragraphs(comparison.old.document), Paragraphs(comparison.new.document))
    }

    /// "Headline", "Notes", "Paragraph 3"; "Paragraph 3 before" where the later version has it no more.
    func label(of edit: Edit) -> String {
        switch edit.place {
        case .headline: return "Headline"
        case .note: return "Notes"
        case .body:
            if let span = edit.new?.span { return "Paragraph \(new.number(of: span))" }
            return edit.old?.span.map { "Paragraph \(old.number(of: $0)) before" } ?? "Body"
        }
    }
}

/// The numbers of a document's paragraphs.
private struct Paragraphs {
    private let blocks: [TextSpan]

    init(_ document: Document) {
        blocks = document.blocks.filter { [.paragraph, .heading, .caption].contains($0.kind) }.map(\.span)
    }

    /// The number of the paragraph that a span begins in, from 1.
    func number(of span: TextSpan) -> Int {
        var (low, high) = (0, blocks.count)
        while low < high {
            let middle = (low + high) / 2
            if blocks[middle].start > span.start { high = middle } else { low = middle + 1 }
        }
        return max(1, low)
    }
}
